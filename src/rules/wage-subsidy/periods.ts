import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween, plainDate } from '#shared/date.ts'
import { nearest, nearestWhole } from '../exact.ts'

/** A period, both days included. */
export type Period = { from: PlainDate; until: PlainDate }

const monthNumber = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** Whole months from `from` to `end` (not included) and the days beyond them, as java.time.Period counts; all months, years not taken out. */
export function monthsAndDays(from: PlainDate, end: PlainDate): { months: number; days: number } {
  const months = monthNumber(end) - monthNumber(from)
  const days = Number(end.slice(8)) - Number(from.slice(8))
  if (months <= 0 || days >= 0) return { months, days }
  return { months: months - 1, days: daysBetween(addMonths(from, months - 1), end) }
}

const YEAR = 12
const TEN_DECIMALS = 10n ** 10n
/** 30.4375 days a month, in ten-thousandths. */
const DAYS_A_MONTH = 304_375n
const TEN_THOUSANDTHS = 10_000n

/**
 * Whole kroner for a period of an amount a month: whole months, and days at the amount over 30.4375 with ten decimals,
 * both half up. Nav's own drops whole years, so a period of a year or more is an error of the caller's: RangeError.
 */
export function periodAmount({ from, until }: Period, perMonth: number): number {
  const { months, days } = monthsAndDays(from, addDays(until, 1))
  if (months >= YEAR) throw new RangeError(`${from}–${until} is a year or more`)
  const perDay = nearestWhole(BigInt(perMonth) * TEN_THOUSANDTHS * TEN_DECIMALS, DAYS_A_MONTH)
  return months * perMonth + nearest(perDay * BigInt(days), TEN_DECIMALS)
}

const firstOfNext = (day: PlainDate): PlainDate => addMonths(plainDate(`${day.slice(0, 7)}-01`), 1)

/** The calendar months of a period, the first and last cut where it begins and ends. */
function calendarMonths({ from, until }: Period): Period[] {
  const months: Period[] = []
  for (let start = from; start <= until; start = firstOfNext(start)) {
    const last = addDays(firstOfNext(start), -1)
    months.push({ from: start, until: last < until ? last : until })
  }
  return months
}

/** A period split first at the given days (each begins a new part), then by calendar month. Together the parts are the period, without gap or overlap. */
export function splitPeriods({ from, until }: Period, at: readonly PlainDate[]): Period[] {
  const starts = [from, ...at.filter((day) => day > from && day <= until)]
  return starts.flatMap((start, index) => {
    const next = starts[index + 1]
    return calendarMonths({ from: start, until: next === undefined ? until : addDays(next, -1) })
  })
}
