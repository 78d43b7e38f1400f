import { explain } from '#domains/rules/index.ts'
import { absenceDaysOff } from '#rules/absence/days-off.ts'
import { absenceQuota } from '#rules/absence/quota.ts'
import { absenceSelfCertificationLoss } from '#rules/absence/self-certification-loss.ts'
import type { SelfCertified } from '#rules/absence/facts.ts'
import type { Facts } from '#rules/facts.ts'
import type { Grounds } from '#rules/rule.ts'
import { decideRule } from '#rules/rule.ts'
import type { RuleLocale } from '#domains/rules/rules.schema.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { Absence, AbsenceKind } from './absence.schema.ts'
import type { Counter, CounterRow } from './counter.schema.ts'
import { daysOf, periodOf, shareOfDay, sumOf, within } from './counters.core.ts'

/** What counting is done with. `facts` has the day the programme began. */
export type Counting = { facts: Facts & { startedOn: PlainDate }; grounds: Grounds; today: PlainDate; locale: RuleLocale }

/** Kinds everybody has a share of, shown before any of it is used. */
const always: readonly AbsenceKind[] = ['sick_child', 'welfare', 'holiday', 'religious_day']
/** Kinds that draw on one quota. */
const sharedWith: Partial<Record<AbsenceKind, AbsenceKind>> = { sick_carer: 'sick_child', long_illness_child: 'long_illness' }
/** Kinds without a quota: they are counted elsewhere, or not at all. */
const uncounted: readonly AbsenceKind[] = ['own_illness', 'unauthorised', 'permitted', 'pregnancy_checkup']
const quotaOf = (kind: AbsenceKind): AbsenceKind => sharedWith[kind] ?? kind

/** Working days of a stretch by the rule; null until the municipality has said which days those are. */
export function workingDays({ grounds, today }: Counting, from: PlainDate, to: PlainDate): number | null {
  return decideRule(absenceDaysOff, { absentFrom: from, absentTo: to }, today, grounds).answer?.workingDays ?? null
}

type Unit = Counter['unit']

/** How much of a quota one absence takes, in the quota's unit. */
function amountOf(counting: Counting, unit: Unit, { from, to }: { from: PlainDate; to: PlainDate }, minutesEachDay: number | null): number | null {
  if (unit === 'months') return daysOf({ from, to }) / (365 / 12)
  if (unit === 'years') return daysOf({ from, to }) / 365
  if (unit === 'hours_a_day' || unit === 'as_needed') return daysOf({ from, to })
  const days = workingDays(counting, from, to)
  return days === null ? null : days * shareOfDay(minutesEachDay)
}

function leaveCounter(counting: Counting, kind: AbsenceKind, absences: readonly Absence[]): Counter {
  const { facts, grounds, today, locale } = counting
  const newest = absences[0]
  const asked = { ...facts, absenceKind: kind, ...(kind === 'welfare' && { welfareReason: 'other' as const }), ...(newest?.childBirthDate && { childBirthDate: newest.childBirthDate }) }
  const decided = decideRule(absenceQuota, asked, today, grounds)
  const { unit, per, amount } = decided.answer ?? { unit: 'working_days' as const, per: 'none' as const, amount: null }
  const period = periodOf(per, today, facts.startedOn)
  const rows = absences.flatMap((one): (Omit<CounterRow, 'amount'> & { amount: number | null })[] => {
    const part = within({ from: one.fromDate, to: one.toDate }, period)
    return part ? [{ id: one.id, what: one.kind, isTitle: false, ...part, amount: amountOf(counting, unit, part, one.minutesEachDay) }] : []
  })
  const known = rows.flatMap((row) => (row.amount === null ? [] : [{ ...row, amount: Math.round(row.amount * 100) / 100 }]))
  const used = known.length === rows.length ? sumOf(known) : null
  const limit = unit === 'hours_a_day' || unit === 'as_needed' ? null : amount
  const isOpenEnd = period.to.startsWith('9999')
  return { name: 'leave', kind, unit, used, limit, left: used === null || limit === null ? null : Math.max(0, Math.round((limit - used) * 100) / 100), from: period.from, to: isOpenEnd ? null : period.to, rows: known, answer: explain(decided, locale) }
}

/** Each leave quota by itself: those everybody has, and those she has used of. Unauthorised and withdrawn absence draws on none. */
export function leaveCounters(counting: Counting, absences: readonly Absence[]): Counter[] {
  const drawing = absences.filter(({ decision, kind }) => decision !== 'unauthorised' && !uncounted.includes(kind))
  const kinds = [...new Set([...always, ...drawing.map(({ kind }) => quotaOf(kind))])]
  return kinds.map((kind) => leaveCounter(counting, kind, drawing.filter((one) => quotaOf(one.kind) === kind)))
}

/** Absence that was not approved, in working days, over the whole programme. */
export function unauthorisedCounter(counting: Counting, absences: readonly Absence[]): Counter {
  const rows = absences.filter(({ decision }) => decision === 'unauthorised').flatMap((one) => {
    const days = workingDays(counting, one.fromDate, one.toDate)
    return days === null ? [] : [{ id: one.id, what: one.kind, isTitle: false, from: one.fromDate, to: one.toDate, amount: days * shareOfDay(one.minutesEachDay) }]
  })
  return { name: 'unauthorised', kind: null, unit: 'working_days', used: sumOf(rows), limit: null, left: null, from: counting.facts.startedOn, to: null, rows, answer: null }
}

/** Absences she has certified herself in the last twelve months, against the number from which the right may be taken away. */
export function selfCertificationCounter({ facts, grounds, today, locale }: Counting, spells: readonly SelfCertified[]): Counter {
  const decided = decideRule(absenceSelfCertificationLoss, { ...facts, selfCertifiedAbsences: [...spells] }, today, grounds)
  const since = addDays(addMonths(today, -12), 1)
  const rows = spells.filter(({ from, documented }) => from >= since && from <= today && !documented).map(({ from, to }) => ({ id: from, what: 'self', isTitle: false, from, to, amount: 1 }))
  const limit = Number(decided.steps.find(({ params }) => params['limit'] !== undefined)?.params['limit'])
  const used = decided.answer?.countedAbsences ?? null
  return { name: 'self_certification', kind: null, unit: 'times', used, limit: Number.isFinite(limit) ? limit : null, left: used === null || !Number.isFinite(limit) ? null : Math.max(0, limit - used), from: since, to: today, rows, answer: explain(decided, locale) }
}
