import type { CefrLevel } from '#shared/cefr.ts'
import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Course } from './course.schema.ts'
import { because, reason } from './reason.core.ts'
import { isLacking } from './road.core.ts'
import { isOverBy } from './road-of.core.ts'
import type { Candidate, Reason, Standing } from './road.schema.ts'
import type { Placed, TakesPartIn } from './steps.core.ts'
import { lastIn, outOfSequence } from './steps.core.ts'
import type { RoadDays } from './timing.core.ts'

export type Person = { level: CefrLevel | null; isParent: boolean | null; takings: readonly TakesPartIn[]; standings: readonly Standing[]; days: RoadDays; /** An element of her plan that this course would carry out, with no class yet. */ isInPlan: boolean }
export type Sought = Placed & Pick<Course, 'leastLevel' | 'mostLevel' | 'hours' | 'meetings'>
/** Her first day in a run, and its last; null without an end. */
export type RunDays = { begins: PlainDate; ends: PlainDate | null }

const rankOf = (level: CefrLevel): number => CEFR_LEVELS.indexOf(level)

function byLevel({ level }: Person, { leastLevel, mostLevel }: Sought): { against: Reason[]; notes: Reason[] } {
  if (leastLevel === null && mostLevel === null) return { against: [], notes: [] }
  if (level === null) return { against: [], notes: [reason('fit.levelUnknown')] }
  const isLow = leastLevel !== null && rankOf(level) < rankOf(leastLevel)
  const isHigh = mostLevel !== null && rankOf(level) > rankOf(mostLevel)
  return { against: [...because(isLow, 'fit.levelLow', { level, least: leastLevel ?? '' }), ...because(isHigh, 'fit.levelHigh', { level, most: mostLevel ?? '' })], notes: [] }
}

function hadBefore(person: Person, course: Sought, courses: readonly Placed[]): Reason[] {
  const until = lastIn(person.takings, course.id)
  const other = courses.find((one) => one.replaces.includes(course.id) && lastIn(person.takings, one.id) !== undefined)
  return [...because(until === null, 'fit.isOnAnother'), ...because(typeof until === 'string', 'fit.had', { until: until ?? '' }), ...because(other !== undefined, 'fit.replaced', { name: other?.name ?? '' })]
}

/** Whether a run is for her: what speaks for it, and every reason against. */
export function fitOf(person: Person, course: Sought, courses: readonly Placed[], { begins, ends }: RunDays, today: PlainDate): Pick<Candidate, 'rank' | 'reasons'> {
  const standing = person.standings.find(({ element }) => element === course.fulfils)
  const level = byLevel(person, course)
  const against = [
    ...because(standing?.state === 'done' || standing?.state === 'exempt', 'fit.hasElement'), ...because(standing?.state === 'not_asked', 'fit.notAsked'),
    ...hadBefore(person, course, courses), ...level.against, ...because(course.forParents && person.isParent === false, 'fit.noChildren'),
    ...because(begins <= person.days.lastDay && !isOverBy(course, ends, person.days.lastDay), 'time.endsAfter', { ends: ends ?? '', lastDay: person.days.lastDay }),
    ...outOfSequence(course, begins, { courses, takings: person.takings, standings: person.standings, days: person.days, today }),
  ]
  const lacks = standing !== undefined && isLacking(standing) ? because(true, standing.missing > 0 ? `fit.lacks.${standing.measure}` : 'fit.lacks', { missing: standing.missing }) : []
  const speaksFor = [...lacks, ...because(person.isInPlan, 'fit.inPlan')]
  const notes = [...level.notes, ...because(course.forParents && person.isParent === null, 'fit.childrenUnknown'), ...because(standing?.state === 'undecided', 'fit.lawUnknown')]
  return { rank: against.length > 0 ? 'not_now' : speaksFor.length > 0 ? 'needs' : 'suits', reasons: [...against, ...speaksFor, ...notes] }
}

const ranks: Record<Candidate['rank'], number> = { needs: 0, suits: 1, not_now: 2 }
/** Those who lack it and for whom it is time come first; of them, those whose programme ends first. */
export const byRank = (a: Pick<Candidate, 'rank' | 'lastDay' | 'personName'>, b: Pick<Candidate, 'rank' | 'lastDay' | 'personName'>): number =>
  ranks[a.rank] - ranks[b.rank] || (a.lastDay ?? '').localeCompare(b.lastDay ?? '') || a.personName.localeCompare(b.personName, 'nb')
