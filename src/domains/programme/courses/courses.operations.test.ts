import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays, instantOf, plainDate } from '#shared/date.ts'
import { START } from '#test/class.ts'
import { aSettledPerson } from '#test/programme-facts.ts'
import type { Caller, Municipality } from '#test/world.ts'
import { NOW, TODAY, aMunicipality, useWorld } from '#test/world.ts'
import type { SaveCourseInput } from './course.schema.ts'

const world = useWorld()
const MONDAY = plainDate('2026-11-23')

const aCourse = (over: Partial<SaveCourseInput> = {}) => ({ id: randomUUID(), name: 'Livsmestring karriere', kind: 'life_skills' as const, fulfils: 'life_skills_career' as const, hours: 15, givenBy: 'career_centre' as const, stage: 'late' as const, ...over })
const aRun = (courseId: string, over = {}) => ({ id: randomUUID(), personId: null, kind: 'life_skills' as const, title: 'Karriere, gruppe 1', place: null, teacherId: null, schedule: [{ weekday: 1, from: '09:00', to: '12:00' }], fromDate: MONDAY, toDate: addDays(MONDAY, 34), isWorkOriented: false, ownWorkHours: 0, courseId, ...over })

/** Somebody in a programme since August for a number of months, of whom the law asks all but guidance. */
async function aParticipant(municipality: Municipality, months = 24): Promise<string> {
  const { personId } = await aSettledPerson(municipality)
  await municipality.put(async (tx) => {
    await tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: START, decidedOn: START, startsOn: START, months, finalGoal: 'work', regime: 'new' }).execute()
    await tx.updateTable('legalFacts').set({ more: JSON.stringify({ hasChildUnder18: false, childBornDuringProgramme: false }) }).where('personId', '=', personId).execute()
  })
  return personId
}
async function aScene() {
  const municipality = await aMunicipality(world())
  const [adviser, teacher] = [await municipality.as('programme_adviser'), await municipality.as('teacher')]
  return { municipality, adviser, teacher }
}
async function putOn(teacher: Caller, activityId: string, personIds: string[], fromDate = MONDAY) {
  return teacher.call('programme.addParticipants', { activityId, fromDate, participants: personIds.map((personId) => ({ id: randomUUID(), personId })) })
}
const standingOf = async (caller: Caller, personId: string, element: string) => (await caller.call('programme.getRoad', { personId, locale: 'nb' })).standings.find((one) => one.element === element)

describe('the catalogue', () => {
  test('begins with what the law asks, as many hours as the rules say, and only once', async () => {
    const { adviser, teacher } = await aScene()
    const empty = await teacher.call('programme.listCourses', {})
    expect([empty.courses, empty.actions, empty.toTakeIn.length]).toEqual([[], ['candidates'], 5])
    const asked = empty.toTakeIn.map((key) => ({ key, id: randomUUID() }))
    await expect(teacher.call('programme.takeInCourses', { courses: asked })).rejects.toThrow(Forbidden)
    expect(await adviser.call('programme.takeInCourses', { courses: asked })).toEqual({ added: 5 })
    const { courses, toTakeIn } = await adviser.call('programme.listCourses', {})
    expect(Object.fromEntries(courses.map(({ fulfils, hours, meetings }) => [fulfils, hours ?? meetings]))).toEqual({ social_studies: 75, life_skills_migration_health: 10, life_skills_career: 15, parental_guidance: 8, work_or_education: null })
    expect(toTakeIn).toEqual([])
    expect(await adviser.refusals('programme.takeInCourses', { courses: [{ key: 'social_studies', id: randomUUID() }, { key: 'nothing such', id: randomUUID() }] })).toMatchObject([{ code: 'courses.nothingToTakeIn' }])
  })

  test('holds courses that are written, related, moved and taken out of use, each change on the version it was based on', async () => {
    const { adviser } = await aScene()
    const [first, second] = [aCourse({ name: 'A', hours: 12 }), aCourse({ name: 'B', fulfils: null, kind: 'other', stage: 'late' })]
    await adviser.call('programme.saveCourse', first)
    await adviser.call('programme.saveCourse', { ...second, requires: [first.id] })
    expect(await adviser.refusals('programme.saveCourse', { ...first, version: 1, requires: [second.id] })).toMatchObject([{ code: 'courses.inCircle' }])
    const names = async () => (await adviser.call('programme.listCourses', {})).courses.map(({ name }) => name)
    expect(await names()).toEqual(['A', 'B'])
    await adviser.call('programme.moveCourse', { id: second.id, version: 1, to: 'up' })
    expect(await names()).toEqual(['B', 'A'])
    expect(await adviser.refusals('programme.moveCourse', { id: second.id, version: 1, to: 'early' })).toMatchObject([{ code: 'stale' }])
    await adviser.call('programme.saveCourse', { ...second, version: 2, name: 'B2', requires: [] })
    await adviser.call('programme.retireCourse', { id: second.id, version: 3, isRetired: true })
    expect(await adviser.refusals('programme.retireCourse', { id: second.id, version: 3, isRetired: false })).toMatchObject([{ code: 'stale' }])
    const { courses } = await adviser.call('programme.listCourses', {})
    expect(courses.map(({ name, retiredOn, requires, shortOfLaw }) => [name, retiredOn, requires.length, shortOfLaw?.least ?? null])).toEqual([['A', null, 0, 15], ['B2', TODAY, 0, null]])
  })

  test('is not found from another municipality, and no run is of a course of another kind', async () => {
    const [{ adviser }, other] = [await aScene(), await aScene()]
    const course = aCourse()
    await adviser.call('programme.saveCourse', course)
    expect((await other.adviser.call('programme.listCourses', {})).courses).toEqual([])
    await expect(other.teacher.call('programme.saveActivity', aRun(course.id))).rejects.toThrow(NotFound)
    await expect(other.adviser.call('programme.retireCourse', { id: course.id, version: 1, isRetired: true })).rejects.toThrow(NotFound)
    expect(await adviser.refusals('programme.saveActivity', aRun(course.id, { kind: 'norwegian' }))).toMatchObject([{ code: 'week.courseOfOtherKind', path: 'courseId' }])
  })
})

describe('a run', () => {
  test('counts its seats, and of more than there are it takes nobody', async () => {
    const { municipality, adviser, teacher } = await aScene()
    const course = aCourse({ seats: 1 })
    await adviser.call('programme.saveCourse', course)
    const run = aRun(course.id)
    await teacher.call('programme.saveActivity', run)
    const people = [await aParticipant(municipality), await aParticipant(municipality)]
    expect(await teacher.refusals('programme.addParticipants', { activityId: run.id, fromDate: MONDAY, participants: people.map((personId) => ({ id: randomUUID(), personId })) })).toMatchObject([{ code: 'week.full', params: { free: 1 } }])
    expect(await putOn(teacher, run.id, people.slice(0, 1))).toEqual({ added: 1 })
    const [shown] = (await teacher.call('programme.listCourses', {})).courses
    expect(shown?.runs).toMatchObject([{ activityId: run.id, participants: 1, free: 0, hours: 15, hasBegun: false }])
    expect(await teacher.call('programme.getActivity', { activityId: run.id })).toMatchObject({ courseId: course.id, courseName: course.name })
  })

  test('is proposed first to whoever lacks it, with what clashes; the law of each is the adviser’s to know', async () => {
    const { municipality, adviser, teacher } = await aScene()
    const course = aCourse({ leastLevel: 'A2' })
    await adviser.call('programme.saveCourse', course)
    const run = aRun(course.id)
    await teacher.call('programme.saveActivity', run)
    const [soon, later, low] = [await aParticipant(municipality, 12), await aParticipant(municipality), await aParticipant(municipality)]
    await municipality.put((tx) => tx.insertInto('languageLevel').values({ id: randomUUID(), personId: low, language: 'no', skill: 'spoken_interaction', level: 'A1', evidence: 'tested' }).execute())
    const other = aRun(course.id, { courseId: null, kind: 'norwegian', title: 'Norsk A', schedule: [{ weekday: 1, from: '11:00', to: '13:00' }], fromDate: START, toDate: null })
    await teacher.call('programme.saveActivity', other)
    await putOn(teacher, other.id, [later], START)
    const { rows, begins } = await adviser.call('programme.listCandidates', { activityId: run.id })
    expect(rows.map(({ personId, rank, clash }) => [personId, rank, clash?.days ?? 0])).toEqual([[soon, 'needs', 0], [later, 'needs', 5], [low, 'not_now', 0]])
    expect(rows[1]?.clash).toMatchObject({ onDay: MONDAY, from: '11:00', to: '12:00', title: 'Norsk A' })
    expect([begins, rows[0]?.reasons[0]]).toEqual([MONDAY, { code: 'fit.lacks.hours', params: { missing: 15 } }])
    const seen = await teacher.call('programme.listCandidates', { activityId: run.id })
    expect(JSON.stringify(seen)).not.toMatch(/fit\.lacks/)
    expect(seen.rows.map(({ rank }) => rank)).toEqual(['suits', 'suits', 'not_now'])
    await expect(teacher.call('programme.listCandidates', { activityId: other.id })).rejects.toThrow(NotFound)
    await putOn(teacher, run.id, [soon])
    expect((await adviser.call('programme.listCandidates', { activityId: run.id })).rows.map(({ personId }) => personId)).not.toContain(soon)
  })

  test('carries out the element of her plan, which then has a class; the others are planned and have none', async () => {
    const { municipality, adviser, teacher } = await aScene()
    const course = aCourse()
    await adviser.call('programme.saveCourse', course)
    const personId = await aParticipant(municipality)
    const [ofCourse, norwegian, health, kitchen] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    await adviser.call('programme.savePlan', { id: randomUUID(), personId, content: {}, elements: [{ id: ofCourse, kind: 'life_skills', courseId: course.id }, { id: norwegian, kind: 'norwegian' }, { id: health, kind: 'health', hoursPerWeek: 2 }, { id: kitchen, kind: 'course', title: 'Hygiene' }] })
    const run = aRun(course.id)
    await teacher.call('programme.saveActivity', run)
    await putOn(teacher, run.id, [personId])
    expect(await municipality.put((tx) => tx.selectFrom('activityParticipant').select('planElementId').where('activityId', '=', run.id).execute())).toEqual([{ planElementId: ofCourse }])
    const classes = async (caller: Caller) => (await caller.call('programme.getPlan', { personId, locale: 'nb' })).plan?.classes
    const expected = [{ elementId: ofCourse, state: 'next', activityId: run.id, title: run.title }, { elementId: norwegian, state: 'none', activityId: null, title: null }, { elementId: kitchen, state: 'none', activityId: null, title: null }]
    expect(await classes(adviser)).toEqual(expected)
    expect(await classes(teacher)).toEqual(expected)
    await expect(municipality.put((tx) => tx.updateTable('activityParticipant').set({ planElementId: randomUUID() }).where('activityId', '=', run.id).execute())).rejects.toMatchObject({ code: '23503' })
  })
})

describe('her road', () => {
  test('says what is held, attended, ahead and lacking of each element, with the answer of the rules; a teacher is not told what the law asks', async () => {
    const { municipality, adviser, teacher } = await aScene()
    const personId = await aParticipant(municipality)
    const run = aRun('', { courseId: null, kind: 'social_studies', title: 'Samfunn', fromDate: plainDate('2026-11-09'), toDate: plainDate('2026-12-14') })
    await teacher.call('programme.saveActivity', run)
    await putOn(teacher, run.id, [personId], run.fromDate)
    await municipality.put((tx) => tx.insertInto('attendance').values({ id: randomUUID(), personId, activityId: run.id, onDay: plainDate('2026-11-09'), plannedMinutes: 180, presentMinutes: 120, state: 'late', how: 'class', registeredAt: instantOf(NOW), registeredBy: teacher.actor.id }).execute())
    expect(await standingOf(adviser, personId, 'social_studies')).toMatchObject({ asked: 'yes', least: 75, held: 6, attended: 2, unregistered: 3, ahead: 12, missing: 61, state: 'short' })
    expect(await standingOf(adviser, personId, 'parental_guidance')).toMatchObject({ asked: 'no', state: 'not_asked' })
    const { answers, steps, programme } = await adviser.call('programme.getRoad', { personId, locale: 'nb' })
    expect([answers.map(({ rule }) => rule), steps.map(({ state, title }) => [state, title]), programme?.lastDay]).toEqual([['programme.content', 'programme.parentalGuidance'], [['now', 'Samfunn']], '2028-08-16'])
    expect(await standingOf(teacher, personId, 'social_studies')).toMatchObject({ asked: 'undecided', least: null, attended: 2, state: 'undecided' })
    expect((await teacher.call('programme.getRoad', { personId, locale: 'nb' })).answers).toEqual([])
    await expect((await municipality.as('manager')).call('programme.getRoad', { personId, locale: 'nb' })).rejects.toThrow(Forbidden)
    await expect(adviser.call('programme.getRoad', { personId: randomUUID(), locale: 'nb' })).rejects.toThrow(NotFound)
  })

  test('holds nothing of health, neither of the time nor of the name', async () => {
    const { municipality, adviser } = await aScene()
    const personId = await aParticipant(municipality)
    await adviser.call('programme.saveActivity', { ...aRun(''), courseId: null, personId, kind: 'health', title: null, fromDate: START, toDate: null })
    const { steps, standings } = await adviser.call('programme.getRoad', { personId, locale: 'nb' })
    expect([steps, standings.filter(({ held, ahead }) => held + ahead > 0)]).toEqual([[], []])
    const course = aCourse()
    await adviser.call('programme.saveCourse', course)
    expect((await adviser.refusals('programme.saveActivity', { ...aRun(course.id), personId, kind: 'health', title: null })).map(({ code }) => code)).toEqual(['week.healthSaysNothing', 'week.courseOfOtherKind'])
  })

  test('knows what was done elsewhere and what she is exempt from, behind the ground of the case', async () => {
    const { municipality, adviser, teacher } = await aScene()
    const personId = await aParticipant(municipality)
    const credit = { id: randomUUID(), personId, element: 'social_studies' as const, kind: 'done_elsewhere' as const, amount: 40 as number | null, onDate: TODAY, ground: 'Bekreftelse fra Nordvåg' }
    await adviser.call('programme.saveCredit', credit)
    expect(await standingOf(adviser, personId, 'social_studies')).toMatchObject({ credited: 40, missing: 35, state: 'short' })
    await adviser.call('programme.saveCredit', { ...credit, version: 1, kind: 'exempt', amount: null })
    expect(await standingOf(adviser, personId, 'social_studies')).toMatchObject({ state: 'exempt' })
    expect(await adviser.refusals('programme.saveCredit', { ...credit, id: randomUUID(), onDate: addDays(TODAY, 1) })).toMatchObject([{ code: 'courses.inFuture' }])
    await expect(adviser.call('programme.saveCredit', { ...credit, personId: await aParticipant(municipality), version: 2 })).rejects.toThrow(NotFound)
    await expect(teacher.call('programme.saveCredit', credit)).rejects.toThrow(Forbidden)
    expect((await teacher.call('programme.getRoad', { personId, locale: 'nb' })).credits).toEqual([])
    expect(await adviser.call('programme.removeCredit', { id: credit.id })).toEqual({ personId })
    await expect(adviser.call('programme.removeCredit', { id: credit.id })).rejects.toThrow(NotFound)
    expect(await adviser.auditTrail(personId)).toContain('programme.removeCredit')
  })

  test('is read by herself: her classes, what each is for, and how far she has come', async () => {
    const { municipality, adviser, teacher } = await aScene()
    const [personId, otherId] = [await aParticipant(municipality), await aParticipant(municipality)]
    const course = aCourse({ purpose: 'Du finner ut hva du vil.', languages: ['arabisk'] })
    await adviser.call('programme.saveCourse', course)
    const run = aRun(course.id)
    await teacher.call('programme.saveActivity', run)
    await putOn(teacher, run.id, [personId])
    const mine = await (await municipality.participant(personId)).call('programme.getMyCourses', {})
    expect(mine.steps).toMatchObject([{ title: run.title, state: 'next', element: 'life_skills_career', purpose: 'Du finner ut hva du vil.', language: ['arabisk'] }])
    expect(mine.standings.find(({ element }) => element === 'life_skills_career')).toMatchObject({ asked: 'yes', least: 15, state: 'planned' })
    expect((await (await municipality.participant(otherId)).call('programme.getMyCourses', {})).steps).toEqual([])
    await expect(adviser.call('programme.getMyCourses', {})).rejects.toThrow(Forbidden)
  })
})

test('who nears the end without what the law asks is listed, the nearest first; who has it, or has long to go, is not', async () => {
  const { municipality, adviser, teacher } = await aScene()
  const near = await aParticipant(municipality, 6)
  await aParticipant(municipality, 24)
  const { rows } = await adviser.call('programme.listNearEnd', {})
  expect(rows.map(({ personId, daysLeft, lacking }) => [personId, daysLeft, lacking.map(({ element, missing }) => [element, missing])])).toEqual([
    [near, 88, [['norwegian', 0], ['social_studies', 75], ['life_skills_migration_health', 10], ['life_skills_career', 15], ['work_or_education', 0]]]])
  for (const element of ['norwegian', 'social_studies', 'life_skills_migration_health', 'life_skills_career', 'work_or_education'] as const) await adviser.call('programme.saveCredit', { id: randomUUID(), personId: near, element, kind: 'exempt', amount: null, onDate: TODAY, ground: 'Fritak' })
  expect((await adviser.call('programme.listNearEnd', {})).rows).toEqual([])
  await expect(teacher.call('programme.listNearEnd', {})).rejects.toThrow(Forbidden)
})
