import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, instantOf } from '#shared/date.ts'
import type { DivisionContent, DutyKind } from '#domains/cooperation/division.schema.ts'
import { BODY_KEYS, DUTY_KINDS } from '#domains/cooperation/division.schema.ts'
import { firstDraft } from '#domains/cooperation/draft.core.ts'
import nb from '#domains/cooperation/messages/nb.json' with { type: 'json' }
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Agreed = { responsible: string; takesPart?: string[]; told?: string[]; note?: string }

/** What the services of the invented municipality have agreed on. What is not here, nobody has. */
const agreed: Partial<Record<DutyKind, Agreed>> = {
  ring_first: { responsible: 'refugee_service', takesPart: ['state_nav'], told: ['adult_education', 'business_developer'], note: 'Andre som vil ringe, spør jobbkonsulenten først. Arbeidsgiveren får én telefon, ikke fem.' },
  keep_relation: { responsible: 'refugee_service', takesPart: ['state_nav', 'business_developer'], note: 'Fast kontaktperson for hver arbeidsgiver, med vikar i ferier.' },
  find_practice: { responsible: 'refugee_service', takesPart: ['adult_education', 'units'], note: 'Språkpraksis og arbeidspraksis i programmet.' },
  find_job: { responsible: 'state_nav', takesPart: ['refugee_service', 'business_developer'], note: 'Når språket holder til det arbeidsgiveren ber om.' },
  follow_workplace: { responsible: 'refugee_service', takesPart: ['adult_education'], told: ['state_nav'] },
  wage_subsidy: { responsible: 'state_nav', takesPart: ['refugee_service'], note: 'Når arbeidsgiveren vil ansette, men er usikker. Søknaden sendes i Navs egen løsning.' },
  nav_measure: { responsible: 'state_nav', told: ['refugee_service'] },
  own_position: { responsible: 'hr', takesPart: ['units', 'refugee_service'], note: 'HR avklarer unntak fra kvalifikasjonsprinsippet med tillitsvalgte.' },
  mapping: { responsible: 'refugee_service', takesPart: ['adult_education'], told: ['state_nav'] },
  recognition: { responsible: 'refugee_service', takesPart: ['career_centre'] },
  career_guidance: { responsible: 'refugee_service', takesPart: ['career_centre'], note: 'Før planen lages, og på nytt når målet endres.' },
  language_at_work: { responsible: 'adult_education', takesPart: ['units'], told: ['refugee_service'] },
  hand_over: { responsible: 'refugee_service', takesPart: ['state_nav', 'municipal_nav'], note: 'Møte tre måneder før siste dag.' },
}

type Staff = { broker: string | undefined; teacher: string | undefined; nav: string | undefined; hr: string | undefined; adviser: string; manager: string }
const text = (key: string): string => new Map(Object.entries(nb)).get(key) ?? key

function contentFor(random: Random, staff: Staff): DivisionContent {
  const draft = firstDraft({ body: (key) => text(`body.${key}`), duty: (kind) => text(`duty.${kind}`), newId: () => random.uuid(), bodyKeys: BODY_KEYS, kinds: DUTY_KINDS })
  const accounts: Record<string, [string | undefined, string | null]> = { refugee_service: [staff.broker ?? staff.adviser, null], adult_education: [staff.teacher, null], state_nav: [staff.nav, null], hr: [staff.hr, null],
    business_developer: [undefined, 'Næringskontoret, 999 00 120'], career_centre: [undefined, 'Karriere Fjordregionen, 999 00 150'], municipal_nav: [undefined, 'Vakttelefonen, 999 00 100'], units: [undefined, 'Den enkelte leder'] }
  return {
    openQuestions: 'Hvem følger opp etter ansettelse når programmet er slutt?\nHvem betaler for arbeidstøy i praksis?',
    bodies: draft.bodies.map((body) => ({ ...body, contact: { accountId: accounts[body.key]?.[0] ?? null, text: accounts[body.key]?.[1] ?? null }, standIn: body.key === 'refugee_service' ? { accountId: staff.adviser, text: null } : body.standIn })),
    duties: draft.duties.map((duty) => { const one = duty.kind === null ? undefined : agreed[duty.kind]; return one === undefined ? duty : { ...duty, responsible: one.responsible, takesPart: one.takesPart ?? [], told: one.told ?? [], note: one.note ?? null } }),
  }
}

/** The division of work as it was first agreed, and as it holds now, soon to be looked at again. */
export async function writeDivision(tx: Tx, random: Random, staff: Staff, today: PlainDate): Promise<void> {
  const now = contentFor(random, staff)
  const first = { ...now, openQuestions: 'Hvem ringer kommunens egne enheter?', duties: now.duties.map((duty) => (duty.kind === 'find_job' || duty.kind === 'own_position' ? { ...duty, responsible: 'refugee_service', takesPart: [], note: null } : duty)) }
  const by = 'Flyktningtjenesten, voksenopplæringen, Nav og HR'
  const [before, later] = [addMonths(today, -14), addMonths(today, -11)]
  const made = (day: PlainDate) => instantOf(new Date(`${day}T12:00:00Z`))
  await insertAll(tx, 'workDivision', [
    { id: random.uuid(), number: 1, agreedOn: before, agreedBy: by, validFrom: before, reviewOn: null, reviewerId: null, reason: '', content: JSON.stringify(first), madeBy: staff.manager, madeAt: made(before) },
    { id: random.uuid(), number: 2, agreedOn: later, agreedBy: by, validFrom: later, reviewOn: addDays(today, 18), reviewerId: staff.broker ?? staff.adviser, reason: 'Nav tar ansvaret for jobbene, og HR for plasser i egne enheter. Arbeidsgiverne ble ringt av flere samme uke.', content: JSON.stringify(now), madeBy: staff.manager, madeAt: made(later) },
  ])
}
