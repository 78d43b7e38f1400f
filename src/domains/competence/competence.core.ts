import type { PlainDate } from '#shared/date.ts'
import type { Decision, Refusal } from '#shared/decision.ts'
import { accept, check, refuse } from '#shared/decision.ts'
import { LANGUAGE_SKILLS } from '#shared/cefr.ts'
import type { Evidence, Language, LanguageLevel, PracticalFrame } from './competence.schema.ts'

type Assessed = LanguageLevel
const newestFirst = (a: Assessed, b: Assessed): number => (b.assessedOn ?? '').localeCompare(a.assessedOn ?? '')

/** Norwegian first, then by name; in each the newest level per skill in the order of the framework, and the rest as history. */
export function byLanguage(levels: readonly Assessed[]): Language[] {
  const languages = [...new Set(levels.map(({ language }) => language))].toSorted((a, b) => Number(b === 'no') - Number(a === 'no') || a.localeCompare(b))
  return languages.map((language) => {
    const own = levels.filter((level) => level.language === language).toSorted(newestFirst)
    const now = LANGUAGE_SKILLS.flatMap((skill) => own.find((level) => level.skill === skill) ?? [])
    return { language, now, history: own.filter((level) => !now.includes(level)) }
  })
}

/** A test or an observation has a day, and no day that is yet to come. */
export const evidenceRefusals = (evidence: Evidence, on: PlainDate | null, today: PlainDate, path: string): Refusal[] => [
  ...check(on === null || on <= today, { code: 'competence.inFuture', path }),
  ...check(on !== null || (evidence !== 'tested' && evidence !== 'observed'), { code: 'competence.whenSeen', path }),
]

/** Years in their order, and none ahead. */
export const yearRefusals = (from: number | null, to: number | null, today: PlainDate): Refusal[] => [
  ...check(from === null || to === null || from <= to, { code: 'competence.yearsTurned', path: 'toYear' }),
  ...check(from === null || from <= Number(today.slice(0, 4)), { code: 'competence.inFuture', path: 'fromYear' }),
]

/** A day has a beginning before its end, and a week at least one day. */
export function decideFrame<F extends Pick<PracticalFrame, 'earliest' | 'latest' | 'weekdays'>>(frame: F): Decision<F> {
  const refusals = [
    ...check(!frame.earliest || !frame.latest || frame.earliest < frame.latest, { code: 'competence.dayTurned', path: 'latest' }),
    ...check(frame.weekdays.length > 0, { code: 'competence.noWeekday', path: 'weekdays' }),
  ]
  return refusals.length > 0 ? refuse(...refusals) : accept(frame)
}
