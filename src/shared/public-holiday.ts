import type { PlainDate } from './date.ts'
import { addDays, plainDate, weekday } from './date.ts'

/** Days off with a fixed date, month and day. */
const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26']
/** Christmas and New Year's Eve are no holidays by law, but nobody is visited on them. */
const eves = ['12-24', '12-31']
/** Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday: days from Easter Sunday. */
const fromEaster = [-3, -2, 0, 1, 39, 49, 50]

/** Easter Sunday of a year (the anonymous Gregorian reckoning). */
function easter(year: number): PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const days = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return plainDate(`${String(year)}-${String(Math.floor(days / 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`)
}

/** Whether a day is a public holiday in Norway (Act on public holidays, 24 February 1995 no. 12; 1 and 17 May by Act of 26 April 1947). The eves are not. */
export const isHolidayByLaw = (day: PlainDate): boolean =>
  fixed.includes(day.slice(5)) || fromEaster.some((days) => addDays(easter(Number(day.slice(0, 4))), days) === day)

/** Whether a day is a public holiday, or one of the two eves on which nobody is visited. */
export const isPublicHoliday = (day: PlainDate): boolean => eves.includes(day.slice(5)) || isHolidayByLaw(day)

/**
 * Whether a day is off by law: Saturdays, Sundays, public holidays, 1 and 17 May, and not the eves. The days off of the
 * introduction programme (IF § 17 first ledd) and the days a deadline moves past (domstolloven § 149) are the same ones.
 */
export const isDayOff = (day: PlainDate): boolean => weekday(day) > 5 || isHolidayByLaw(day)
