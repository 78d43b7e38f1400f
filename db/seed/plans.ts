import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { DB } from '#platform/db.types.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, instantOf } from '#shared/date.ts'
import { PlanContent, type PlanElement } from '#domains/programme/plan/plan.schema.ts'
import { occupations } from './occupations.ts'
import type { SeedPerson } from './people.ts'
import type { SeedParticipation } from './programme.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Path = { longTerm: string; weighed: string; why: string; after: string; practice: string; practiceWhy: string; course?: string }
const paths: Path[] = [
  { longTerm: 'Fast jobb på kjøkken, og senere fagbrev som kokk.', weighed: 'Vi har sett på behovet sammen. Hun vil dette mest, og vi begynner med praksis for å prøve.', why: 'På kjøkkenet må hun forstå muntlige beskjeder og lese merking og rutiner. Fagbrev krever B1 i alle delferdigheter.', after: 'Lønnet jobb i kafé eller på institusjonskjøkken, med fagbrev på jobb etter to år.', practice: 'Språkpraksis på et kjøkken', practiceWhy: 'Gir norsk i arbeid hver dag og viser arbeidsgivere hva hun kan.', course: 'Hygienekurs' },
  { longTerm: 'Arbeid i barnehage, og utdanning som barne- og ungdomsarbeider.', weighed: 'Vi har sett på behovet sammen. Det er dette hun ønsker, og hun vil prøve det i praksis først.', why: 'Barnehageloven krever B1 muntlig. Hun skal snakke med barn, foreldre og kolleger.', after: 'Vikar i barnehage, og fagopplæring ved siden av jobben.', practice: 'Arbeidspraksis i barnehage', practiceWhy: 'Gir fagspråk og en referanse, og lar henne prøve om yrket passer.' },
  { longTerm: 'Bruke utdanningen hjemmefra i en norsk bedrift.', weighed: 'Vi har sett på behovet sammen. Han vil bruke faget sitt, og kan tenke seg å pendle.', why: 'Bransjen arbeider på engelsk, men møter og sikkerhet går på norsk. Målet er B2 muntlig.', after: 'Fast jobb i faget. Godkjenning av utdanningen er søkt om.', practice: 'Arbeidspraksis i faget', practiceWhy: 'Oppdaterer faget og gir nettverk i bransjen.', course: 'Fagnorsk' },
  { longTerm: 'Arbeid i bygg og anlegg, med sertifikater.', weighed: 'Vi har sett på behovet sammen. Han har gjort dette før og vil fortsette med det.', why: 'HMS på byggeplass er på norsk. Han må forstå beskjeder og skrive korte avvik.', after: 'Fast jobb hos en entreprenør, og fagbrev via praksiskandidatordningen.', practice: 'Arbeidspraksis på byggeplass', practiceWhy: 'Viser erfaringen hans i norsk arbeidsliv.', course: 'HMS-kort og truckførerbevis' },
]
const sayings: Record<string, string> = {
  uk: 'Я хочу працювати якнайшвидше, але спершу мені потрібна мова.', ar: 'أريد أن أعمل في مطبخ، وأريد أن أتعلم النرويجية أثناء العمل.', fa: 'می‌خواهم در رشته خودم کار کنم.', prs: 'می‌خواهم کار کنم و زبان یاد بگیرم.', ti: 'ክሰርሕ እደሊ፡ ቋንቋ ክመሃር እደሊ።',
  so: 'Waxaan rabaa inaan shaqeeyo oo aan Norwegian barto.', sw: 'Ninataka kufanya kazi na kujifunza lugha.', tr: 'Kendi mesleğimde çalışmak istiyorum.',
}

const languages: Record<string, string> = { uk: 'ukrainsk', ar: 'arabisk', fa: 'persisk', prs: 'dari', ti: 'tigrinja', so: 'somali', sw: 'swahili', tr: 'tyrkisk' }

type Seeding = { people: readonly SeedPerson[]; participations: readonly SeedParticipation[]; advisers: readonly string[]; today: PlainDate }

function elementsOf(random: Random, one: SeedParticipation, path: Path): PlanElement[] {
  const end = addMonths(one.startsOn, one.months)
  const made = (element: Omit<PlanElement, 'id' | 'courseId'>): PlanElement => ({ id: random.uuid(), courseId: null, ...element })
  return [
    made({ kind: 'norwegian', title: null, reason: null, fromDate: one.startsOn, toDate: end, hoursPerWeek: random.pick([12, 15, 18]) }),
    made({ kind: 'social_studies', title: 'På morsmål', reason: null, fromDate: addMonths(one.startsOn, 1), toDate: addMonths(one.startsOn, 7), hoursPerWeek: 3 }),
    made({ kind: 'life_skills', title: null, reason: null, fromDate: one.startsOn, toDate: addMonths(one.startsOn, 3), hoursPerWeek: 2 }),
    made({ kind: random.pick(['language_practice', 'work_practice'] as const), title: path.practice, reason: path.practiceWhy, fromDate: addMonths(one.startsOn, 3), toDate: end, hoursPerWeek: 15 }),
    ...(path.course ? [made({ kind: 'course', title: path.course, reason: 'Kreves i mange stillinger i kommunen, og gir fagord på norsk.', fromDate: addMonths(one.startsOn, 4), toDate: addMonths(one.startsOn, 5), hoursPerWeek: 6 })] : []),
    ...(random.chance(0.08) ? [made({ kind: 'health', title: null, reason: null, fromDate: one.startsOn, toDate: null, hoursPerWeek: 2 })] : []),
  ]
}

/** What each wants most and there is an occupation for: what the plan aims at. */
type Goals = ReadonlyMap<string, readonly [code: string, name: string]>
async function loadGoals(tx: Tx): Promise<Goals> {
  const rows = await tx.selectFrom('wish').innerJoin('occupation', 'occupation.code', 'wish.occupationCode').select(['personId', 'code', 'name']).orderBy('rank', 'desc').execute()
  return new Map(rows.map(({ personId, code, name }) => [personId, [code, name]]))
}

function contentOf(random: Random, one: SeedParticipation, person: SeedPerson, path: Path, goals: Goals) {
  const [oral, rest] = person.schooling >= 4 ? (['B2', 'B1'] as const) : person.schooling <= 1 ? (['B1', 'A2'] as const) : (['B1', 'B1'] as const)
  const unsure = random.pick(occupations)
  const [occupationCode, occupationName] = goals.get(one.personId) ?? unsure
  return PlanContent.parse({ finalGoal: one.finalGoal, goalIs: random.chance(0.6) ? 'confirmed' : 'provisional', months: one.months, longTermGoals: path.longTerm, needWeighed: path.weighed, occupationCode, occupationName,
    norwegian: { listening: rest, reading: rest, writing: rest, oral }, norwegianWhy: path.why, norwegianHours: random.pick([400, 600, 800]), socialStudiesHours: random.chance(0.9) ? 75 : null, socialStudiesLanguage: 'morsmål', afterProgramme: path.after,
    ...(random.chance(0.06) ? { disagreement: 'Hun ønsker å fullføre videregående først.', disagreementAnswer: 'Vi begynner med arbeid, og vurderer målet igjen når hun har nådd A2.' } : {}) })
}

type Made = { integrationPlan: Insertable<DB['integrationPlan']>[]; planElement: Insertable<DB['planElement']>[]; planRevision: Insertable<DB['planRevision']>[]; planSignature: Insertable<DB['planSignature']>[]; planWords: Insertable<DB['planWords']>[] }
const at = (day: PlainDate, hour = '11') => instantOf(new Date(`${day}T${hour}:00:00Z`))

/** One plan: here and there changed since, not signed, or with words that are not yet answered. */
function addPlan(made: Made, random: Random, one: SeedParticipation, person: SeedPerson, adviser: { id: string; name: string }, { goals, today }: { goals: Goals; today: PlainDate }): void {
  const path = random.pick(paths)
  const [planId, content, elements, personId] = [random.uuid(), contentOf(random, one, person, path, goals), elementsOf(random, one, path), one.personId]
  const changedOn = addMonths(one.decidedOn, 6)
  const revision = changedOn < today && random.chance(0.4) ? 2 : 1
  const reviewOn = addMonths(revision === 2 ? changedOn : one.decidedOn, 6)
  const snapshot = { ...content, elements, reviewOn }
  const first = revision === 2 ? { ...snapshot, goalIs: 'provisional', longTermGoals: 'Finne ut hva hun vil, og lære norsk.', elements: elements.slice(0, 3) } : snapshot
  made.integrationPlan.push({ id: planId, personId, version: revision, revision, madeOn: one.decidedOn, reviewOn, content: JSON.stringify(content) })
  made.planElement.push(...elements.map((element, place) => ({ ...element, planId, personId, place })))
  made.planRevision.push({ id: random.uuid(), planId, personId, revision: 1, madeAt: at(one.decidedOn), madeBy: adviser.id, reason: '', content: JSON.stringify(first) },
    ...(revision === 2 ? [{ id: random.uuid(), planId, personId, revision: 2, madeAt: at(changedOn), madeBy: adviser.id, reason: 'Karriereveiledningen er gjennomført, og det er funnet en praksisplass som passer.', content: JSON.stringify(snapshot) }] : []))
  const language = languages[person.firstLanguage]
  const signed = { planId, personId, revision: 1, kind: 'contract' as const, accountId: adviser.id }
  if (content.socialStudiesHours !== null && random.chance(0.8)) made.planSignature.push(
    { ...signed, id: random.uuid(), party: 'participant', how: 'meeting_with_interpreter', name: `${person.givenName} ${person.familyName}`, interpreter: random.pick(['Amal Yusuf', 'Yonas Haile', 'Oksana Bondar']), interpreterLanguage: language ?? 'engelsk', signedAt: at(one.decidedOn, '12') },
    { ...signed, id: random.uuid(), party: 'municipality', how: 'signed_in', name: adviser.name, signedAt: at(one.decidedOn, '13') })
  const words = sayings[person.firstLanguage]
  if (words !== undefined) made.planWords.push({ id: random.uuid(), personId, planId, saidOn: one.decidedOn, how: 'meeting_with_interpreter', language: language ?? null, words,
    ...(random.chance(0.8) ? { answer: 'Det har vi lagt inn i planen: praksis i yrket etter tre måneder, og norsk hele veien.', answeredOn: one.decidedOn, answeredBy: adviser.id } : {}) })
}

/** The plans of those who are in a programme, and what was done on the way to them. */
export async function writePlans(tx: Tx, random: Random, { people, participations, advisers, today }: Seeding): Promise<void> {
  const colleagues = await tx.selectFrom('account').select(['id', 'name']).where('id', 'in', advisers).orderBy('name').execute()
  const goals = await loadGoals(tx)
  const made: Made = { integrationPlan: [], planElement: [], planRevision: [], planSignature: [], planWords: [] }
  for (const one of participations.filter(() => random.chance(0.92))) {
    const person = people.find(({ id }) => id === one.personId)
    if (person) addPlan(made, random, one, person, random.pick(colleagues), { goals, today })
  }
  await insertAll(tx, 'integrationPlan', made.integrationPlan)
  await insertAll(tx, 'planElement', made.planElement)
  await insertAll(tx, 'planRevision', made.planRevision)
  await insertAll(tx, 'planSignature', made.planSignature)
  await insertAll(tx, 'planWords', made.planWords)
  await writeSteps(tx, random, { people, participations, advisers, today })
}

async function writeSteps(tx: Tx, random: Random, { people, participations, today }: Seeding): Promise<void> {
  const done = participations.flatMap((one) => {
    const step = (kind: 'qualification_interview' | 'competence_mapping' | 'career_guidance' | 'plan_meeting' | 'contract_meeting', before: number, more: object = {}) => ({ id: random.uuid(), personId: one.personId, kind, doneOn: addDays(one.decidedOn, -before), ...more })
    return [
      step('qualification_interview', 20), step('competence_mapping', 14, { result: 'Språk, utdanning og arbeid er kartlagt. Se kompetansen.' }),
      ...(random.chance(0.8) ? [step('career_guidance', 6, { referredOn: addDays(one.decidedOn, -18), doneWith: 'Karriere Fjordregionen', result: 'Anbefaler arbeid som mål, med praksis tidlig.' })] : []),
      step('plan_meeting', 1), step('contract_meeting', 0),
    ]
  })
  const waiting = people.filter(({ status }) => status === 'settled').filter(() => random.chance(0.6)).map((one) => ({ id: random.uuid(), personId: one.id, kind: 'qualification_interview' as const, plannedOn: addDays(today, random.int(-5, 20)) }))
  await insertAll(tx, 'qualificationStep', done)
  await insertAll(tx, 'qualificationStep', waiting)
}
