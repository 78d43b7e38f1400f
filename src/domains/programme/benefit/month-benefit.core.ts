import type { PlainDate } from '#shared/date.ts'
import { daysBetween } from '#shared/date.ts'
import type { Grounds, OpenQuestion } from '#rules/rule.ts'
import type { AttendanceDay, Decided, Deduction, Income, PersonBasis } from './basis.core.ts'
import type { LineKind, Particulars } from './benefit.schema.ts'
import type { Asked, Rate, Trace } from './benefit-rules.core.ts'
import { absenceDeduction, incomeDeduction, monthAmount, rateOn, rounds, workDeduction } from './benefit-rules.core.ts'
import { lastDayOf } from './month.core.ts'
import type { Piece } from './pieces.core.ts'
import { piecesOf } from './pieces.core.ts'

/** One amount of one month, in øre, with what it rests on. */
export type Computed = { kind: LineKind; forMonth: PlainDate; ore: number; particulars: Particulars; traces: readonly Trace[]; /** Of the base: the days that were not as planned. */ days?: readonly AttendanceDay[] }
/** Something taken off that somebody is to look at. `fingerprint` is of the facts, not of the amount: a new rate asks nobody again. */
export type Proposal = { kind: Deduction; forMonth: PlainDate; ore: number; particulars: Particulars; fingerprint: string; traces: readonly Trace[]; decided: Decided | null }
export type MonthBenefit = { lines: Computed[]; proposals: Proposal[]; missing: OpenQuestion[]; unsettled: AttendanceDay[]; heldDays: number }

type Rated = Piece & { rate: Rate; trace: readonly Trace[] }
const nothing = (missing: OpenQuestion[]): MonthBenefit => ({ lines: [], proposals: [], missing, unsettled: [], heldDays: 0 })
const together = (asked: readonly Asked<number>[]): Asked<number> => ({
  value: asked.reduce<number | null>((all, { value }) => (all === null || value === null ? null : all + value), 0),
  missing: asked.flatMap(({ missing }) => missing), traces: asked.flatMap(({ traces }) => traces),
})

const isSame = (a: Rate, b: Rate): boolean => a.basicAmount === b.basicAmount && a.share.numerator * b.share.denominator === b.share.numerator * a.share.denominator

/** Pieces at the same rate that follow one another are one. */
function joined(pieces: readonly Rated[]): Rated[] {
  return pieces.reduce<Rated[]>((all, one) => {
    const before = all.at(-1)
    const follows = before !== undefined && isSame(before.rate, one.rate) && daysBetween(before.to, one.from) === 1
    return follows ? [...all.slice(0, -1), { ...before, to: one.to, days: before.days + one.days }] : [...all, one]
  }, [])
}

function ratesOf(basis: PersonBasis, month: PlainDate, grounds: Grounds): Asked<Rated[]> {
  const asked = piecesOf(basis, month).map((piece) => ({ piece, answer: rateOn(basis, piece.from, grounds) }))
  const missing = asked.flatMap(({ answer }) => answer.missing)
  const rated = joined(asked.flatMap(({ piece, answer: { value, traces } }) => (value === null ? [] : [{ ...piece, rate: value, trace: traces }])))
  return { value: missing.length > 0 ? null : rated, missing, traces: rated.flatMap(({ trace }) => trace) }
}

const within = ({ from, to }: Piece, day: PlainDate): boolean => from <= day && day <= to

type Draft = Omit<Proposal, 'ore' | 'decided'> & { amount: number }

/** Days absent without permission that count: one question for each rate. Those held back wait. */
function ofAbsence(basis: PersonBasis, month: PlainDate, rates: readonly Rated[], grounds: Grounds): Asked<Draft | null> & { heldDays: number } {
  const all = basis.days.filter(({ on, unauthorisedMinutes }) => unauthorisedMinutes > 0 && rates.some((piece) => within(piece, on)))
  const days = all.filter(({ on }) => basis.heldFrom === null || on < basis.heldFrom)
  const heldDays = all.length - days.length
  if (days.length === 0) return { value: null, missing: [], traces: [], heldDays }
  const { value: amount, missing, traces } = together(rates.map((piece) => absenceDeduction(basis, days.filter(({ on }) => within(piece, on)), grounds)))
  const parts = days.filter(({ unauthorisedMinutes, plannedMinutes }) => unauthorisedMinutes < plannedMinutes)
  const particulars = { days: days.length - parts.length, minutes: parts.reduce((sum, day) => sum + day.unauthorisedMinutes, 0), on: days.map(({ on }) => on).join(',') }
  const fingerprint = days.map(({ on, unauthorisedMinutes, plannedMinutes }) => `${on}:${unauthorisedMinutes}/${plannedMinutes}`).join(';')
  return { value: amount === null ? null : { kind: 'unauthorised_absence', forMonth: month, particulars, fingerprint, traces, amount }, missing, traces, heldDays }
}

/** The days of a month, out of thirty, in which an income counts beside the benefit; 30 when it does so all the month. */
function thirtieths({ fromOn, toOn }: Income, month: PlainDate, pieces: readonly Piece[]): number {
  const days = pieces.reduce((all, { from, to }) => {
    const [start, end] = [from > fromOn ? from : fromOn, toOn !== null && toOn < to ? toOn : to]
    return start > end ? all : all + daysBetween(start, end) + 1
  }, 0)
  return days === daysBetween(month, lastDayOf(month)) + 1 ? 30 : Math.min(30, days)
}

const takesOff = (basis: PersonBasis, { kind, ...income }: Income, part: number, on: PlainDate, grounds: Grounds): Asked<number> =>
  (kind === 'paid_work' ? workDeduction(basis, { kind, ...income }, { part, on }, grounds) : incomeDeduction(basis, { kind, ...income }, { part, on }, grounds))

function ofIncomes(kind: 'income' | 'paid_work', basis: PersonBasis, month: PlainDate, rates: readonly Rated[], grounds: Grounds): Asked<Draft | null> {
  const counting = basis.incomes.filter((one) => (one.kind === 'paid_work') === (kind === 'paid_work'))
    .map((income) => ({ income, part: thirtieths(income, month, rates) })).filter(({ part }) => part > 0).toSorted((a, b) => (a.income.id < b.income.id ? -1 : 1))
  const on = rates[0]?.from ?? month
  const { value: amount, missing, traces } = together(counting.map(({ income, part }) => takesOff(basis, income, part, on, grounds)))
  if (amount === null || amount === 0) return { value: null, missing, traces }
  const particulars = { kinds: counting.map(({ income }) => income.kind).join(','), monthlyOre: counting.reduce((all, { income }) => all + income.monthlyOre, 0), days: counting.reduce((most, { part }) => Math.max(most, part), 0),
    minutes: counting.reduce((all, { income, part }) => all + Math.round((income.monthlyHours ?? 0) * 2 * part), 0) }
  const fingerprint = counting.map(({ income, part }) => [income.id, income.monthlyOre, income.monthlyHours, income.earnedBefore, part].join(':')).join(';')
  return { value: { kind, forMonth: month, particulars, fingerprint, traces, amount }, missing, traces }
}

/** The latest decision on the same facts, whichever month it was made for: what goes on from month to month is looked at once. */
const decisionOn = (basis: PersonBasis, kind: Deduction, fingerprint: string): Decided | null =>
  basis.decided.filter((one) => one.kind === kind && one.fingerprint === fingerprint)
    .reduce<Decided | null>((latest, one) => (latest === null || one.runMonth > latest.runMonth ? one : latest), null)

/** What is taken off, one after another, never more than is left of the benefit. */
function takeOff(basis: PersonBasis, drafts: readonly Draft[], baseOre: number): Pick<MonthBenefit, 'lines' | 'proposals'> {
  const taken: Pick<MonthBenefit, 'lines' | 'proposals'> = { lines: [], proposals: [] }
  let left = baseOre
  for (const { amount, ...draft } of drafts) {
    const decided = decisionOn(basis, draft.kind, draft.fingerprint)
    const proposed = Math.min(left, amount)
    const ore = decided === null || decided.decision === 'accept' ? proposed : Math.min(left, decided.ore)
    left -= ore
    taken.proposals.push({ ...draft, ore: proposed, decided })
    if (ore > 0) taken.lines.push({ kind: draft.kind, forMonth: draft.forMonth, ore: -ore, particulars: draft.particulars, traces: draft.traces })
  }
  return taken
}

/**
 * What one person has a right to for one month by what is known today: the benefit, and what is taken off it with reasons.
 * Cannot be decided where `missing` says what is lacking; then there is no line, never a guess.
 */
export function computeMonth(basis: PersonBasis, month: PlainDate, grounds: Grounds): MonthBenefit {
  const rates = ratesOf(basis, month, grounds)
  if (rates.value === null || rates.value.length === 0) return nothing(rates.missing)
  const pieces = rates.value
  const unpaidMinutes = basis.days.filter(({ on }) => pieces.some((piece) => within(piece, on))).reduce((all, one) => all + one.unpaidMinutes, 0)
  const amount = monthAmount(pieces, unpaidMinutes, month, grounds)
  const [income, work, absence] = [ofIncomes('income', basis, month, pieces, grounds), ofIncomes('paid_work', basis, month, pieces, grounds), ofAbsence(basis, month, pieces, grounds)]
  const missing = [amount, income, work, absence].flatMap((one) => one.missing)
  if (missing.length > 0 || amount.value === null) return nothing(missing)
  const baseOre = rounds(grounds)(amount.value)
  const { lines, proposals } = takeOff(basis, [income.value, work.value, absence.value].filter((one) => one !== null), baseOre)
  const days = pieces.reduce((all, one) => all + one.days, 0)
  const particulars = { days, isWhole: days === daysBetween(month, lastDayOf(month)) + 1 ? 1 : 0, rates: pieces.length, unpaidMinutes, heldDays: absence.heldDays, numerator: pieces[0]?.rate.share.numerator ?? 1, denominator: pieces[0]?.rate.share.denominator ?? 1 }
  const last = lastDayOf(month)
  const base: Computed = { kind: 'base', forMonth: month, ore: baseOre, particulars, traces: [...rates.traces, ...amount.traces], days: basis.days.filter(({ on }) => on >= month && on <= last) }
  return { lines: [base, ...lines], proposals, missing: [], heldDays: absence.heldDays, unsettled: basis.days.filter(({ on, unsettledMinutes }) => unsettledMinutes > 0 && pieces.some((piece) => within(piece, on))) }
}
