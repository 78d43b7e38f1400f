import { explain } from '#domains/rules/index.ts'
import { absenceEffectOnLength } from '#rules/absence/effect-on-length.ts'
import type { Spell } from '#rules/absence/facts.ts'
import { lastDay } from '#rules/introduction-programme/last-day.ts'
import { norwegianLimit } from '#rules/norwegian-training/limit.ts'
import { decideRule } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import { daysBetween } from '#shared/date.ts'
import type { Absence, Pause } from './absence.schema.ts'
import type { Counter, CounterRow } from './counter.schema.ts'
import { daysOf, shareOfDay, sumOf } from './counters.core.ts'
import type { Counting } from './leave-counters.ts'
import { workingDays } from './leave-counters.ts'

/** Frozen time in calendar days, as far as it has come. */
export function frozenCounter({ facts, today }: Counting, pauses: readonly Pause[]): Counter {
  const rows = pauses.filter(({ fromDate }) => fromDate <= today).map((one): CounterRow => {
    const to = one.toDate !== null && one.toDate < today ? one.toDate : today
    return { id: one.id, what: one.reason, isTitle: true, from: one.fromDate, to, amount: daysOf({ from: one.fromDate, to }) }
  })
  return { name: 'frozen', kind: null, unit: 'days', used: sumOf(rows), limit: null, left: null, from: facts.startedOn, to: null, rows, answer: null }
}

/** Absence as the rule of the programme's length takes it: what was not approved is unauthorised, whatever was claimed; a part of a day is a part. */
export function spellsOf(counting: Counting, absences: readonly Absence[]): Spell[] {
  return absences.flatMap((one): Spell[] => {
    if (one.decision === 'pending') return []
    const days = one.minutesEachDay === null ? undefined : workingDays(counting, one.fromDate, one.toDate)
    if (days === null) return []
    return [{ kind: one.decision === 'unauthorised' ? 'unauthorised' : one.kind, from: one.fromDate, to: one.toDate, ...(days !== undefined && { workingDays: days * shareOfDay(one.minutesEachDay) }) }]
  })
}

/** What absence and leave add to the length, in working days. */
export function addedCounter(counting: Counting, absences: readonly Absence[]): Counter {
  const { facts, grounds, today, locale } = counting
  const absencesAsked = spellsOf(counting, absences)
  const decided = decideRule(absenceEffectOnLength, { ...facts, absences: absencesAsked }, today, grounds)
  const rows = absencesAsked.flatMap(({ kind, from, to, workingDays: part }, at) => {
    const amount = part ?? workingDays(counting, from, to)
    return amount === null ? [] : [{ id: String(at), what: kind, isTitle: false, from, to, amount }]
  })
  return { name: 'added', kind: null, unit: 'working_days', used: decided.answer?.addedDays ?? null, limit: null, left: null, from: facts.startedOn, to: null, rows, answer: explain(decided, locale) }
}

/** Programme time: used and left in calendar days, and the last day with everything that is added to the length. */
export function programmeCounter(counting: Counting, { frozenDays, pauses, added }: { frozenDays: number; pauses: readonly Pause[]; added: number | null }): Counter {
  const { facts, grounds, today, locale } = counting
  const adding = frozenCounter(counting, pauses.filter(({ addsToLength }) => addsToLength)).used ?? 0
  const decided = decideRule(lastDay, { ...facts, frozenDays: adding, addedWorkingDays: Math.floor(added ?? 0) }, today, grounds)
  const [from, to] = [facts.startedOn, decided.answer?.lastDay ?? null]
  const used = Math.max(0, daysBetween(from, today) + 1 - frozenDays)
  const rows = (decided.answer?.steps ?? []).map(({ what, until: day }, at, all): CounterRow => {
    const before: PlainDate = all[at - 1]?.until ?? from
    return { id: what, what, isTitle: false, from: at === 0 ? from : before, to: day, amount: at === 0 ? daysBetween(from, day) + 1 : daysBetween(before, day) }
  })
  return { name: 'programme', kind: null, unit: 'days', used, limit: to === null ? null : daysBetween(from, to) + 1, left: to === null ? null : Math.max(0, daysBetween(today, to)), from, to, rows, answer: explain(decided, locale) }
}

/** What has been granted beyond the length of the decision, in months. */
export const extensionCounter = ({ facts }: Counting): Counter => ({ name: 'extension', kind: null, unit: 'months', used: facts.extensionMonths ?? 0, limit: null, left: null, from: facts.startedOn, to: null, rows: [], answer: null })

export type TrainingHours = { id: string; title: string; minutes: number; first: PlainDate; last: PlainDate }

/** The right to Norwegian, in months and in hours: two counters that are never added to one another, nor to programme time. */
export function norwegianCounters({ facts, grounds, today, locale }: Counting, hours: readonly TrainingHours[], startedOn: PlainDate | null): Counter[] {
  const rows = hours.map((one): CounterRow => ({ id: one.id, what: one.title, isTitle: true, from: one.first, to: one.last, amount: Math.round(one.minutes / 6) / 10 }))
  const completed = sumOf(rows)
  const decided = decideRule(norwegianLimit, { completedNorwegianHours: completed, ...(startedOn && { trainingStartedOn: startedOn }), approvedLeaveDays: 0, ...facts }, today, grounds)
  const { months, countsFrom, lastDay: last, hours: most, hoursLeft } = decided.answer ?? { months: null, countsFrom: null, lastDay: null, hours: null, hoursLeft: null }
  const usedMonths = countsFrom === null || months === null ? null : Math.min(months, Math.round((Math.max(0, daysBetween(countsFrom, today)) / (365.25 / 12)) * 10) / 10)
  return [
    { name: 'norwegian_months', kind: null, unit: 'months', used: usedMonths, limit: months, left: usedMonths === null || months === null ? null : Math.round((months - usedMonths) * 10) / 10, from: countsFrom, to: last, rows: [], answer: explain(decided, locale) },
    { name: 'norwegian_hours', kind: null, unit: 'hours', used: completed, limit: most, left: hoursLeft, from: startedOn, to: null, rows, answer: null },
  ]
}
