import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { loadSettings } from '../plan/steps.operations.ts'
import { leastToday } from './ask-elements.ts'
import { maySaveCourse, moved } from './course.core.ts'
import type { CourseContent } from './course.schema.ts'
import { Catalogue, MoveCourseInput, RetireCourseInput, SaveCourseInput, TakeInCoursesInput } from './course.schema.ts'
import { defaultCourse, toTakeIn } from './default-courses.ts'
import { loadCatalogue } from './load-catalogue.ts'

const Saved = z.object({ id: Id, version: z.int() })
const subjects = (): string[] => []

/** The catalogue in the order of the road, with the coming runs and the seats left. */
export const listCourses = operation({
  permission: 'programme.read', reads: true, input: z.object({}), output: Catalogue, subjects,
  async run({ tx, today, actor }) {
    const least = await leastToday(tx, today)
    const courses = await loadCatalogue(tx, today, least)
    const may = (permission: 'programme.write' | 'programme.teach' | 'programme.decide'): boolean => actor.permissions.includes(permission)
    return { courses, leastToday: least, toTakeIn: toTakeIn(courses.filter(({ retiredOn }) => retiredOn === null)),
      actions: [...(may('programme.write') ? ['write' as const] : []), ...(may('programme.teach') ? ['candidates' as const] : []), ...(may('programme.decide') ? ['missing' as const] : [])] }
  },
})

/** What comes before a course and what it stands instead of, as it is now. */
async function writeRelations({ tx }: Context, { id, requires, replaces }: Pick<SaveCourseInput, 'id' | 'requires' | 'replaces'>): Promise<void> {
  await tx.deleteFrom('courseRelation').where('courseId', '=', id).execute()
  const rows = ([['requires', requires], ['replaces', replaces]] as const).flatMap(([kind, others]) => [...new Set(others)].map((otherId) => ({ courseId: id, kind, otherId })))
  if (rows.length > 0) await tx.insertInto('courseRelation').values(rows).execute()
}

const addCourse = async ({ tx }: Context, id: string, content: CourseContent, place: number): Promise<void> => { await tx.insertInto('course').values({ id, ...content, place }).execute() }

/** Makes or changes a course. A new one comes last in its part of the road. */
export const saveCourse = operation({
  permission: 'programme.write', input: SaveCourseInput, output: Saved, subjects,
  async run(context, input) {
    const courses = await loadCatalogue(context.tx, context.today)
    refuseIf(maySaveCourse(input, courses))
    const { id, version, requires, replaces, ...content } = input
    const stored = courses.find((one) => one.id === id)
    const last = Math.max(-1, ...courses.filter(({ stage }) => stage === content.stage).map(({ place }) => place)) + 1
    if (version === undefined) await addCourse(context, id, content, last)
    const saved = version === undefined ? 1 : await saveVersioned(context, 'course', { id, version }, { ...content, ...(stored?.stage === content.stage ? {} : { place: last }) })
    await writeRelations(context, { id, requires, replaces })
    return { id, version: saved }
  },
})

/** Moves a course a step up or down in its part of the road, or last in another part. */
export const moveCourse = operation({
  permission: 'programme.write', input: MoveCourseInput, output: Saved, subjects,
  async run(context, { id, version, to }) {
    const courses = (await loadCatalogue(context.tx, context.today)).filter(({ retiredOn }) => retiredOn === null)
    const places = moved(courses, found(courses.find((one) => one.id === id)).id, to)
    for (const { id: other, stage, place } of places.filter((one) => one.id !== id)) await context.tx.updateTable('course').set({ stage, place }).where('id', '=', other).execute()
    const own = places.find((one) => one.id === id)
    return { id, version: await saveVersioned(context, 'course', { id, version }, own ? { stage: own.stage, place: own.place } : {}) }
  },
})

/** Takes a course out of use, or into use again. What was held of it stays. */
export const retireCourse = operation({
  permission: 'programme.write', input: RetireCourseInput, output: Saved, subjects,
  run: async (context, { id, version, isRetired }) => ({ id, version: await saveVersioned(context, 'course', { id, version }, { retiredOn: isRetired ? context.today : null }) }),
})

/** Takes proposed courses into the catalogue, as long as the rules ask today. What is there already is left as it is. */
export const takeInCourses = operation({
  permission: 'programme.write', input: TakeInCoursesInput, output: z.object({ added: z.int() }), subjects,
  async run(context, { courses: asked }) {
    const { tx, today } = context
    const courses = await loadCatalogue(tx, today)
    const open = toTakeIn(courses.filter(({ retiredOn }) => retiredOn === null))
    const [least, locale] = [await leastToday(tx, today), (await loadSettings(tx)).own.writtenForm]
    const added = asked.filter(({ key }, at) => open.includes(key) && asked.findIndex((one) => one.key === key) === at).flatMap(({ key, id }) => { const content = defaultCourse(key, least, locale); return content ? [{ id, content }] : [] })
    refuseIf(check(added.length > 0, { code: 'courses.nothingToTakeIn' }))
    for (const [at, { id, content }] of added.entries()) await addCourse(context, id, content, courses.length + at)
    return { added: added.length }
  },
})
