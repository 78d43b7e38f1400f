import { lockPaid } from '#domains/programme/attendance/basis.ts'
import { lastDayOf, monthOf, payDayFor } from '#domains/programme/benefit/month.core.ts'
import { hashOf, rewritePersons, writeRun } from '#domains/programme/benefit/prepare.ts'
import { decisionsFor } from '#domains/programme/benefit/run.core.ts'
import { paidRows } from '#domains/programme/benefit/save-run.ts'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, instantOf, yearsBetween } from '#shared/date.ts'
import type { SeedPerson } from './people.ts'
import type { SeedParticipation } from './programme.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

const setting = { payDay: 12, monthsAfter: 1 }
const MONTHS_PAID = 3

type Programme = SeedParticipation & { person: SeedPerson }
type Seeded = { people: readonly SeedPerson[]; participations: readonly SeedParticipation[]; advisers: readonly string[]; approvers: readonly string[]; today: PlainDate }

/** What the benefit depends on. Of some who have just begun, nobody has asked yet. */
function termsOf(random: Random, { person, personId, startsOn }: Programme, today: PlainDate) {
  if (startsOn > addMonths(today, -2) && random.chance(0.3)) return []
  const isYoung = yearsBetween(person.birthDate, today) < 25
  return [{ id: random.uuid(), personId, fromOn: startsOn, livesWithParents: isYoung ? random.chance(0.35) : false, isPartnerInProgramme: !isYoung && random.chance(0.2), hasChildren: random.chance(0.6), payrollReference: String(random.int(20_000, 79_999)) }]
}

/** Here and there somebody has another benefit, or paid work in the programme; a few of them since this month. */
function incomesOf(random: Random, { personId, startsOn }: Programme, today: PlainDate) {
  if (!random.chance(0.07)) return []
  const since = random.chance(0.5) ? addMonths(monthOf(today), -1) : startsOn
  const kind = random.pick(['work_assessment_allowance', 'transitional_benefit', 'paid_work', 'sickness_benefit'] as const)
  return [{ id: random.uuid(), personId, kind, monthlyOre: kind === 'transitional_benefit' ? 1_820_000 : random.int(20, 90) * 10_000, monthlyHours: kind === 'paid_work' ? random.int(8, 40) : null, earnedBefore: kind === 'sickness_benefit' ? false : null,
    fromOn: since > startsOn ? since : startsOn, document: kind === 'paid_work' ? 'Arbeidsavtale' : `Vedtak fra Nav ${since}` }]
}

type Run = { month: PlainDate; preparedBy: string; approvedBy: string }

/** A month prepared, its exceptions decided as proposed, approved and paid. */
async function payMonth(tx: Tx, random: Random, { month, preparedBy, approvedBy }: Run): Promise<void> {
  const at = (day: PlainDate, clock: string): Date => new Date(`${day}T${clock}:00Z`)
  const [id, payOn] = [random.uuid(), payDayFor(month, setting)]
  await writeRun({ tx, now: at(addDays(payOn, -6), '09:10') }, { id, month, isProtected: false, payOn, preparedBy, isNew: true })
  const issues = await tx.selectFrom('benefitIssue').select(['id', 'kind', 'personId', 'proposedOre', 'isLarge']).where('runId', '=', id).execute()
  for (const { id: issueId, kind, proposedOre, isLarge } of issues) {
    const decision = decisionsFor(kind)[0] ?? 'accept'
    await tx.updateTable('benefitIssue').set({ decision, decidedOre: decision === 'dismiss' ? 0 : proposedOre, why: kind === 'cannot_decide' ? 'Opplysningene er bedt om, og måneden etterbetales' : kind === 'unsettled' ? 'Læreren bekrefter at alle var til stede' : null,
      reference: isLarge ? `${month.slice(2, 4)}/${random.int(100, 4900)}` : null, decidedBy: preparedBy, decidedAt: instantOf(at(addDays(payOn, -6), '10:30')) }).where('id', '=', issueId).execute()
  }
  if (issues.length > 0) await rewritePersons({ tx }, { id, month, isProtected: false }, issues.map(({ personId }) => personId))
  const rows = await paidRows({ tx }, id)
  await tx.updateTable('benefitRun').set({ approvedBy, approvedAt: instantOf(at(addDays(payOn, -3), '12:40')), fileHash: hashOf(rows) }).where('id', '=', id).execute()
  await lockPaid(tx, id, [...new Set(rows.map(({ personId }) => personId))], month, lastDayOf(month))
}

/** Terms and other income of those in the programme, three months paid, and the last whole month left to be prepared, with something to look at. */
export async function writeBenefit(tx: Tx, random: Random, { people, participations, advisers, approvers, today }: Seeded): Promise<void> {
  const byId = new Map(people.map((one) => [one.id, one]))
  const programmes = participations.flatMap((one): Programme[] => { const person = byId.get(one.personId); return person ? [{ ...one, person }] : [] })
  await insertAll(tx, 'benefitSetting', [{ id: random.uuid(), ...setting }])
  await insertAll(tx, 'benefitTerms', programmes.flatMap((one) => termsOf(random, one, today)))
  const incomes = programmes.flatMap((one) => incomesOf(random, one, today))
  const last = addMonths(monthOf(today), -1)
  await insertAll(tx, 'benefitIncome', incomes.filter(({ fromOn }) => fromOn < last))
  const [preparedBy, approvedBy] = [advisers[0], approvers[0]]
  if (preparedBy === undefined || approvedBy === undefined) return
  for (let back = MONTHS_PAID; back > 0; back--) await payMonth(tx, random, { month: addMonths(last, -back), preparedBy, approvedBy })
  await insertAll(tx, 'benefitIncome', incomes.filter(({ fromOn }) => fromOn >= last))
  await writeNews(tx, random, programmes, preparedBy, last)
}

/** What has come to light since: a couple that was not known of, paid too much for two months; and a question that is open. */
async function writeNews(tx: Tx, random: Random, programmes: readonly Programme[], by: string, last: PlainDate): Promise<void> {
  const settled = programmes.filter(({ startsOn, person }) => startsOn < addMonths(last, -4) && person.protection !== 'strictly_confidential')
  const [couple, young, held] = [settled[0], settled[1], settled[2]]
  await insertAll(tx, 'benefitTerms', [couple, young].flatMap((one) => (one === undefined ? [] : [{ id: random.uuid(), personId: one.personId, fromOn: addMonths(last, -2), livesWithParents: false, isPartnerInProgramme: true, hasChildren: false, payrollReference: String(random.int(20_000, 79_999)) }])))
  if (held !== undefined) await insertAll(tx, 'benefitHold', [{ id: random.uuid(), personId: held.personId, fromOn: last, reason: 'being_clarified', heldBy: by, heldAt: instantOf(new Date(`${last}T08:00:00Z`)) }])
}
