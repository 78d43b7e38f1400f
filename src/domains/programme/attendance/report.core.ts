import type { PlainDate } from '#shared/date.ts'
import { addDays, daysBetween } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { fold } from '#shared/text.ts'

/** A report is about now: a few days back, for what was forgotten, and not more than a month in all. */
const DAYS_BACK = 7
const MOST_DAYS = 31
const DAYS_AHEAD = 60

type Period = { fromDate: PlainDate; toDate: PlainDate }

/** Whether somebody may be reported away for these days. */
export const mayReport = ({ fromDate, toDate }: Period, today: PlainDate): Refusal[] => [
  ...check(toDate >= fromDate, { code: 'absence.endsBeforeStart', path: 'toDate' }),
  ...check(fromDate >= addDays(today, -DAYS_BACK), { code: 'absence.reportTooOld', path: 'fromDate', params: { days: DAYS_BACK } }),
  ...check(fromDate <= addDays(today, DAYS_AHEAD), { code: 'absence.reportTooFar', path: 'fromDate', params: { days: DAYS_AHEAD } }),
  ...check(daysBetween(fromDate, toDate) < MOST_DAYS, { code: 'absence.reportTooLong', path: 'toDate', params: { days: MOST_DAYS } }),
]

/** What a text message says: the words of a name, perhaps none, and the days. */
export type SmsReport = Period & { names: string[] }

const FIRST_WORDS = ['borte', 'fravar', 'fraver', 'fravaer', 'away']
const TODAY = ['i', 'dag', 'today']
const DAY = /^(\d{1,2})\.(\d{1,2})\.?(?:(\d{2}|\d{4})\.?)?$/

/** The day a `20.11.` means: this year's, or of the year beside it that lies nearest. */
function nearestDay(day: number, month: number, today: PlainDate): PlainDate | undefined {
  const year = Number(today.slice(0, 4))
  const days = [year - 1, year, year + 1].flatMap((one) => {
    const text = `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    // reason for the cast: just seen to be a real day
    return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text) ? [text as PlainDate] : []
  })
  return days.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0]
}

function readDay(word: string, today: PlainDate): PlainDate | undefined {
  const [, day, month] = DAY.exec(word) ?? []
  return day === undefined || month === undefined || Number(month) > 12 || Number(month) < 1 || Number(day) > 31 || Number(day) < 1 ? undefined : nearestDay(Number(day), Number(month), today)
}

/**
 * Reads the neutral form a workplace writes: `BORTE`, a first name, and a day or `fra-til` (`20.11` or `20.11-22.11`); without a day it is
 * today, `i morgen` is tomorrow. Nothing for anything else. Why somebody is away is never asked for, and never kept.
 */
export function readSms(text: string, today: PlainDate): SmsReport | undefined {
  const [first = '', ...words] = fold(text.replace(/[,;:!?()«»"]/g, ' ')).split(' ').flatMap((word) => (/\d/.test(word) ? word.split('-') : [word])).filter(Boolean)
  if (!FIRST_WORDS.includes(first)) return undefined
  const dated = words.filter((word) => /\d/.test(word)).map((word) => readDay(word, today))
  if (dated.some((day) => day === undefined) || dated.length > 2) return undefined
  const isTomorrow = words.includes('morgen') || words.includes('tomorrow')
  const fromDate = dated[0] ?? (isTomorrow ? addDays(today, 1) : today)
  const names = words.filter((word) => !/\d/.test(word) && !TODAY.includes(word) && !['morgen', 'tomorrow', 'til', 'to', 'fra', 'from', 'og'].includes(word))
  return { names, fromDate, toDate: dated[1] ?? fromDate }
}

/** Those of a workplace's own participants whose name has every word that was written; without a word, all of them. */
export const namedBy = <T extends { name: string }>(names: readonly string[], candidates: readonly T[]): T[] =>
  candidates.filter(({ name }) => names.every((word) => fold(name).split(/[\s-]+/).includes(word)))
