import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween, PlainDate as Day } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { isSame } from '../plan/classes.core.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import { loadActivityRecurring, loadRecurring } from '../week/load-recurring.ts'
import type { Recurring } from '../week/slots.core.ts'
import { clashesOf, slotsBetween } from '../week/slots.core.ts'
import { byRank, fitOf } from './candidate.core.ts'
import { loadCatalogue } from './load-catalogue.ts'
import type { RoadFacts } from './road-of.core.ts'
import { loadParticipants, loadRoads } from './load-road.ts'
import { isLacking } from './road.core.ts'
import { daysOf, standingsIn } from './road-of.core.ts'
import { Candidate, NearEnd } from './road.schema.ts'

/** How many are shown at most, and how far ahead a clash is looked for. */
const MOST = 60
const WEEKS = 8
/** From when the end is near: the half year in which exit is worked towards too. */
const NEAR_MONTHS = 6

/** What takes her time at the hours of a class, in its first weeks. */
async function clashWith(context: Context, personId: string, run: Recurring, begins: PlainDate): Promise<Candidate['clash']> {
  const last = [addDays(begins, 7 * WEEKS - 1), ...(run.toDate === null ? [] : [run.toDate])].toSorted()[0] ?? begins
  const own = (await loadRecurring(context, personId, { first: begins, last })).filter(({ sourceId }) => sourceId !== run.sourceId)
  const slots = slotsBetween(begins, last, [run, ...own], daysOffBetween(begins, last))
  const byKey = new Map(slots.map((slot) => [slot.key, slot]))
  const clashes = clashesOf(slots).filter(({ first, second }) => [first, second].some((key) => byKey.get(key)?.sourceId === run.sourceId))
  const [one] = clashes
  const other = one && [one.first, one.second].map((key) => byKey.get(key)).find((slot) => slot?.sourceId !== run.sourceId)
  return one && other ? { onDay: one.onDay, from: one.from, to: one.to, kind: other.kind, title: other.title, days: new Set(clashes.map(({ onDay }) => onDay)).size } : null
}

const isInPlan = ({ plan, takings }: RoadFacts, course: { id: string; kind: string }): boolean =>
  plan.some((element) => isSame(element, { kind: course.kind, courseId: course.id }) && !takings.some((one) => one.isClass && isSame(element, one)))

/** Who may be put on a run: those who lack what it gives and for whom it is time come first, each with the reasons, and with what clashes. */
export const listCandidates = operation({
  permission: 'programme.teach', reads: true, input: z.object({ activityId: Id }), output: z.object({ rows: z.array(Candidate), begins: Day, left: z.int() }), subjects: (_, { rows }) => rows.map(({ personId }) => personId),
  async run(context, { activityId }) {
    const { tx, today } = context
    const run = found(await loadActivityRecurring(tx, activityId))
    const courses = await loadCatalogue(tx, today)
    const course = found(courses.find(({ runs }) => runs.some((one) => one.activityId === activityId)))
    const begins = run.fromDate > today ? run.fromDate : today
    const roads = await loadRoads(context, await loadParticipants(tx))
    const fits = roads.filter(({ takings }) => !takings.some((one) => one.activityId === activityId && (one.toDate === null || one.toDate >= begins))).map((road) => ({ personId: road.personId, personName: road.personName, lastDay: road.lastDay,
      ...fitOf({ ...road, days: daysOf(road), standings: standingsIn(road, courses, today), isInPlan: isInPlan(road, course) }, course, courses, { begins, ends: run.toDate }, today) })).toSorted(byRank)
    const rows: Candidate[] = []
    for (const one of fits.slice(0, MOST)) rows.push({ ...one, clash: await clashWith(context, one.personId, run, begins) })
    return { rows, begins, left: fits.length - rows.length }
  },
})

/** Who nears the end of the programme without an element the law asks for, the nearest first. */
export const listNearEnd = operation({
  permission: 'programme.decide', reads: true, input: z.object({}), output: z.object({ rows: z.array(NearEnd), undecided: z.int() }), subjects: (_, { rows }) => rows.map(({ personId }) => personId),
  async run(context) {
    const { tx, today } = context
    const near = (await loadParticipants(tx)).filter(({ lastDay }) => lastDay <= addMonths(today, NEAR_MONTHS))
    const courses = await loadCatalogue(tx, today)
    const advisers = new Map(near.map(({ personId, adviserName }) => [personId, adviserName]))
    const seen = (await loadRoads(context, near)).map((road) => ({ road, standings: standingsIn(road, courses, today) }))
    const rows = seen.flatMap(({ road, standings }): NearEnd[] => {
      const lacking = standings.filter(isLacking)
      return lacking.length === 0 ? [] : [{ personId: road.personId, personName: road.personName, adviserName: advisers.get(road.personId) ?? null, lastDay: road.lastDay, daysLeft: daysBetween(today, road.lastDay), lacking }]
    })
    return { rows: rows.toSorted((a, b) => a.daysLeft - b.daysLeft || a.personName.localeCompare(b.personName, 'nb')), undecided: seen.filter(({ standings }) => standings.some(({ state }) => state === 'undecided')).length }
  },
})
