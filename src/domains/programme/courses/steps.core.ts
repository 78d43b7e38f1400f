import type { PlainDate } from '#shared/date.ts'
import type { Course } from './course.schema.ts'
import { elementOf } from './element.core.ts'
import { isLacking } from './road.core.ts'
import type { Reason, Standing, Step } from './road.schema.ts'
import type { RoadDays } from './timing.core.ts'
import { missingBefore, outOfTime } from './timing.core.ts'

/** What she takes part in: a class, or something of her own. Health is never among it. */
export type TakesPartIn = { activityId: string; courseId: string | null; title: string; kind: string; fulfils: Course['fulfils']; isClass: boolean; isWorkOriented: boolean; fromDate: PlainDate; toDate: PlainDate | null }
export type Placed = Pick<Course, 'id' | 'name' | 'fulfils' | 'stage' | 'timing' | 'timingAmount' | 'requires' | 'replaces' | 'forParents' | 'retiredOn'>

/** Until when she was in each course: null while she still is, nothing for one she never took. */
export const lastIn = (takings: readonly TakesPartIn[], courseId: string): PlainDate | null | undefined => {
  const own = takings.filter((one) => one.courseId === courseId)
  return own.length === 0 ? undefined : own.some(({ toDate }) => toDate === null) ? null : own.map(({ toDate }) => toDate).filter((day) => day !== null).toSorted().at(-1)
}

const settled: readonly Standing['state'][] = ['exempt', 'done']
/** The courses one builds on that she must still take: not those whose element she has, or that another she took stands instead of. */
export function requiredOf(course: Placed, courses: readonly Placed[], takings: readonly TakesPartIn[], standings: readonly Standing[]): Placed[] {
  const has = ({ id, fulfils }: Placed): boolean => standings.some((one) => one.element === fulfils && settled.includes(one.state)) || courses.some((other) => other.replaces.includes(id) && lastIn(takings, other.id) !== undefined)
  return courses.filter((one) => course.requires.includes(one.id) && one.retiredOn === null && !has(one))
}

type Road = { courses: readonly Placed[]; takings: readonly TakesPartIn[]; standings: readonly Standing[]; days: RoadDays; today: PlainDate }

/** Why a first day in a course is out of sequence for her. */
export const outOfSequence = (course: Placed, begins: PlainDate, { courses, takings, standings, days }: Road): Reason[] => [
  ...outOfTime(course, days, begins), ...missingBefore(requiredOf(course, courses, takings, standings), begins, (id) => lastIn(takings, id))]

function stepOf(one: TakesPartIn, road: Road): Step {
  const state = one.toDate !== null && one.toDate < road.today ? 'done' : one.fromDate > road.today ? 'next' : 'now'
  const course = road.courses.find(({ id }) => id === one.courseId)
  const element = elementOf(one)
  return { key: `${one.activityId}/${one.fromDate}`, courseId: one.courseId, activityId: one.isClass ? one.activityId : null, title: one.title, element: element === 'life_skills_unsorted' ? null : element, stage: course?.stage ?? null,
    fromDate: one.fromDate, toDate: one.toDate, state, outOfSequence: course && state !== 'done' ? outOfSequence(course, one.fromDate, road) : [] }
}

/** Courses that would give what she lacks, and that she is on no list of. */
function notPlanned({ courses, takings, standings }: Road): Step[] {
  const isTaken = (course: Placed): boolean => lastIn(takings, course.id) !== undefined || courses.some((other) => other.replaces.includes(course.id) && lastIn(takings, other.id) !== undefined)
  return courses.filter((course) => course.retiredOn === null && !isTaken(course) && standings.some((one) => one.element === course.fulfils && isLacking(one)))
    .map((course) => ({ key: course.id, courseId: course.id, activityId: null, title: course.name, element: course.fulfils, stage: course.stage, fromDate: null, toDate: null, state: 'not_planned', outOfSequence: [] }))
}

const order: Record<Step['state'], number> = { now: 0, next: 1, not_planned: 2, done: 3 }

/** Her road: what goes on, what comes, what is not planned, and what is done, the newest of it first. */
export function stepsOf(road: Road): Step[] {
  const taken = road.takings.filter((one) => one.isClass || one.courseId !== null || elementOf(one) !== null).map((one) => stepOf(one, road))
  const byDay = (a: Step, b: Step): number => (a.fromDate ?? '').localeCompare(b.fromDate ?? '') * (a.state === 'done' ? -1 : 1)
  return [...taken, ...notPlanned(road)].toSorted((a, b) => order[a.state] - order[b.state] || byDay(a, b) || a.title.localeCompare(b.title, 'nb'))
}
