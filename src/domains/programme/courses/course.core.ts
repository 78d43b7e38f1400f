import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Course, SaveCourseInput, Stage } from './course.schema.ts'
import { fulfilsByKind } from './element.core.ts'

type Known = Pick<Course, 'id' | 'requires'>
const AMOUNT: readonly SaveCourseInput['timing'][] = ['first_weeks', 'after_weeks', 'last_months']
/** Whether a timing is counted in weeks or months. */
export const needsAmount = (timing: SaveCourseInput['timing']): boolean => AMOUNT.includes(timing)

const levels = ['A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']

/** Every course that must have been taken before one, however far back. */
function allBefore(id: string, known: ReadonlyMap<string, readonly string[]>, seen = new Set<string>()): Set<string> {
  for (const one of known.get(id) ?? []) if (!seen.has(one)) allBefore(one, known, seen.add(one))
  return seen
}

/** Whether a course may stand in the catalogue as it is written: every reason against it. */
export function maySaveCourse(input: SaveCourseInput, courses: readonly Known[]): Refusal[] {
  const before = allBefore(input.id, new Map([...courses.map(({ id, requires }) => [id, requires] as const), [input.id, input.requires]]))
  const { leastLevel, mostLevel, timing, timingAmount } = input
  return [
    ...check(fulfilsByKind(input.kind, input.fulfils), { code: 'courses.fulfilsOther', path: 'fulfils' }),
    ...check(leastLevel === null || mostLevel === null || levels.indexOf(leastLevel) <= levels.indexOf(mostLevel), { code: 'courses.levelsTurned', path: 'mostLevel' }),
    ...check(needsAmount(timing) === (timingAmount !== null), { code: needsAmount(timing) ? 'courses.howLong' : 'courses.noAmount', path: 'timingAmount' }),
    ...check(!input.requires.includes(input.id) && !input.replaces.includes(input.id), { code: 'courses.ofItself', path: 'requires' }),
    ...check(!before.has(input.id) || input.requires.includes(input.id), { code: 'courses.inCircle', path: 'requires' }),
  ]
}

type Placed = Pick<Course, 'id' | 'stage' | 'place'>
export type Move = 'up' | 'down' | Stage

/** The courses whose place in the road becomes another when one is moved: a step up or down in its column, or last in another. */
export function moved(courses: readonly Placed[], id: string, to: Move): Placed[] {
  const one = courses.find((course) => course.id === id)
  if (!one) return []
  const stage = to === 'up' || to === 'down' ? one.stage : to
  const column = courses.filter((course) => course.stage === stage && course.id !== id)
  const at = to === 'up' || to === 'down' ? courses.filter((course) => course.stage === stage).findIndex((course) => course.id === id) + (to === 'up' ? -1 : 1) : column.length
  const next = column.toSpliced(Math.max(0, Math.min(column.length, at)), 0, one)
  return next.flatMap((course, place) => (course.place === place && course.stage === stage ? [] : [{ id: course.id, stage, place }]))
}
