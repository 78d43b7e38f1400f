import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween, plainDate } from '#shared/date.ts'
import type { Quota } from '#rules/absence/quota-shape.ts'
import type { CounterRow } from './counter.schema.ts'

type Span = { from: PlainDate; to: PlainDate }

/** The time a quota's amount is for, around a day; for what hangs on an event, the whole programme. */
export function periodOf(per: Quota['per'], today: PlainDate, startedOn: PlainDate): Span {
  if (per === 'last_12_months') return { from: addDays(addMonths(today, -12), 1), to: today }
  if (per === 'calendar_year' || per === 'year') return { from: plainDate(`${today.slice(0, 4)}-01-01`), to: plainDate(`${today.slice(0, 4)}-12-31`) }
  return { from: startedOn, to: plainDate('9999-12-31') }
}

/** The part of a stretch that lies within another; nothing where they do not meet. */
export function within({ from, to }: Span, period: Span): Span | undefined {
  const [first, last] = [from > period.from ? from : period.from, to < period.to ? to : period.to]
  return first <= last ? { from: first, to: last } : undefined
}

/** Whole days of a stretch, both ends counted in. */
export const daysOf = ({ from, to }: Span): number => daysBetween(from, to) + 1

/** A day of the programme: a fifth of 37.5 hours. Absence of part of a day counts by it. */
const FULL_DAY_MINUTES = 450

/** How much of a day absence of so many minutes is; all of it where no minutes are given. */
export const shareOfDay = (minutesEachDay: number | null): number => (minutesEachDay === null ? 1 : Math.min(1, minutesEachDay / FULL_DAY_MINUTES))

/** The sum of rows, without the dust of decimal fractions. */
export const sumOf = (rows: readonly Pick<CounterRow, 'amount'>[]): number => Math.round(rows.reduce((sum, { amount }) => sum + amount, 0) * 1000) / 1000

/** Whether a quota is about to run out: a fifth of it or less is left. */
export const isRunningOut = (used: number, limit: number): boolean => limit > 0 && used * 5 >= limit * 4
