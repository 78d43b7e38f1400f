import { z } from 'zod'
import { explain } from '#domains/rules/index.ts'
import { RuleLocale } from '#domains/rules/rules.schema.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, found } from '#platform/problem.ts'
import { daysBetween } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { lastDayOf } from '../exit/last-day.ts'
import { loadCatalogue } from './load-catalogue.ts'
import type { RoadFacts } from './road-of.core.ts'
import { loadParticipants, loadRoads } from './load-road.ts'
import { daysOf, standingsIn } from './road-of.core.ts'
import { Credit, MyCourses, Road } from './road.schema.ts'
import { stepsOf } from './steps.core.ts'

/** Her road with the last day as it is counted now, with all that adds to it; nothing for one who is in no programme. */
async function loadOwnRoad(context: Context, personId: string): Promise<RoadFacts | undefined> {
  const [one] = await loadParticipants(context.tx, personId)
  if (!one) return undefined
  const lastDay = await lastDayOf(context.tx, { ...one, endedOn: null }, context.today)
  return (await loadRoads(context, [{ ...one, lastDay }]))[0]
}

const loadCredits = async ({ tx }: Context, personId: string): Promise<Credit[]> => z.array(Credit).parse(
  (await tx.selectFrom('courseCredit').select(['id', 'version', 'element', 'kind', 'amount', 'onDate', 'ground']).where('personId', '=', personId).orderBy('onDate').execute()).map((one) => ({ ...one, amount: one.amount === null ? null : Number(one.amount) })))

/** One person's courses: what the law asks, what is done, going on, planned or lacking, and what is out of sequence. */
export const getRoad = operation({
  permission: 'programme.read', reads: true, input: z.object({ personId: Id, locale: RuleLocale }), output: Road, subjects: ({ personId }) => [personId],
  async run(context, { personId, locale }) {
    const { tx, today, actor } = context
    const person = found(await tx.selectFrom('person').select(['givenName', 'familyName']).where('id', '=', personId).executeTakeFirst())
    const [road, courses] = [await loadOwnRoad(context, personId), await loadCatalogue(tx, today)]
    const base = { personId, personName: `${person.givenName} ${person.familyName}`, credits: await loadCredits(context, personId), actions: actor.permissions.includes('programme.decide') ? ['credit' as const] : [] }
    if (!road) return { ...base, programme: null, standings: [], steps: [], answers: [] }
    const standings = standingsIn(road, courses, today)
    // to whom the facts are closed, an answer that cannot be decided says nothing
    const answers = road.asked.answers.filter(({ answer }) => answer !== null || actor.permissions.includes('programme.decide')).map((one) => explain(one, locale))
    return { ...base, programme: { startsOn: road.startsOn, lastDay: road.lastDay, daysLeft: daysBetween(today, road.lastDay) }, standings, steps: stepsOf({ courses, takings: road.takings, standings, days: daysOf(road), today }), answers }
  },
})

/** Her own courses, for the one signed in: done, now and next, and what is not planned yet. */
export const getMyCourses = operation({
  permission: 'own.read', reads: true, input: z.object({}), output: MyCourses, subjects: (_, { personId }) => [personId],
  async run(context) {
    const { actor, today } = context
    if (!actor.personId) throw new NotFound()
    const [one] = await loadParticipants(context.tx, actor.personId)
    const road = one && (await loadRoads(context, [one]))[0]
    if (!road) return { personId: actor.personId, steps: [], standings: [] }
    const standings = standingsIn(road, [], today)
    const about = new Map(road.takings.map((taking) => [taking.activityId, taking]))
    const steps = stepsOf({ courses: [], takings: road.takings, standings, days: daysOf(road), today })
    return { personId: actor.personId, standings, steps: steps.map((step) => { const own = about.get(step.key.split('/')[0] ?? ''); return { ...step, purpose: own?.purpose ?? null, language: own?.languages ?? [] } }) }
  },
})
