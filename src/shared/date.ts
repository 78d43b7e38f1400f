import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`, without clock or time zone. Branded so that it is never mistaken for a moment. */
export const PlainDate = z.iso.date().brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS(.sss)Z`. */
export const Instant = z.iso.datetime().brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** The moment of a `Date`. */
export const instantOf = (date: Date): Instant => Instant.parse(date.toISOString())

const DAY = 86_400_000
const toEpochDays = (day: PlainDate): number => Date.parse(day) / DAY
const fromEpochDays = (days: number): PlainDate => plainDate(new Date(days * DAY).toISOString().slice(0, 10))

/** Reads `YYYY-MM-DD`; throws on anything else, also on 30 February. */
export const plainDate = (text: string): PlainDate => PlainDate.parse(text)

/** `days` later (earlier when negative). */
export const addDays = (day: PlainDate, days: number): PlainDate => fromEpochDays(toEpochDays(day) + days)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toEpochDays(to) - toEpochDays(from)

/** `months` later; the last day of the month where the day does not exist (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return fromEpochDays(first.getTime() / DAY + Math.min(date, last) - 1)
}

/** Whole years from `birth` to `on`: age as people count it. */
export function yearsBetween(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** 1 (Monday) to 7 (Sunday). */
export const weekday = (day: PlainDate): number => new Date(day).getUTCDay() || 7

// made once: it is asked in every operation, and making it takes longer than most of them need to decide
const norwegianDays = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' })

/** The calendar day in Norway at `now`. */
export const dayInNorway = (now: Date): PlainDate => plainDate(norwegianDays.format(now))

const norwegianClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' })

/** The time of day in Norway at `now`, `HH:MM`. */
export const clockInNorway = (now: Date): string => norwegianClock.format(now)

/** The moment at which the clock in Norway shows `time` (`HH:MM`) on `day`. Of an hour that summer time leaves out, the one after. */
export function momentInNorway(day: PlainDate, time: string): Date {
  const moments = [2, 1].map((ahead) => new Date(Date.parse(`${day}T${time}:00Z`) - ahead * 3_600_000))
  return moments.find((moment) => clockInNorway(moment) === time) ?? new Date(Date.parse(`${day}T${time}:00Z`) - 3_600_000)
}
