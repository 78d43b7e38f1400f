import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { loadCarriedOut } from '../plan/load-classes.ts'
import { mayTakePart } from './activity.core.ts'
import { AddParticipantsInput, EndParticipationInput, SaveFamilyTimeInput } from './activity.schema.ts'

/** Seats left in a run of a course; null where they are not counted. */
async function freeSeats(tx: Tx, courseId: string | null, taken: number): Promise<number | null> {
  const course = courseId === null ? undefined : await tx.selectFrom('course').select('seats').where('id', '=', courseId).executeTakeFirst()
  const seats = course?.seats ?? null
  return seats === null ? null : Math.max(0, seats - taken)
}

/** Puts persons on the list of a class. Whoever takes part already is left as she is, so a list can be sent twice. The element of her plan that it carries out is noted. */
export const addParticipants = operation({
  permission: 'programme.teach', input: AddParticipantsInput, output: z.object({ added: z.int() }), subjects: ({ participants }) => participants.map(({ personId }) => personId),
  async run({ tx }, { activityId, fromDate, participants }) {
    // held fast, so that of two at once who want the last seat one gets it
    const activity = found(await tx.selectFrom('activity').select(['personId', 'fromDate', 'toDate', 'kind', 'courseId']).where('id', '=', activityId).forUpdate().executeTakeFirst())
    const already = await tx.selectFrom('activityParticipant').select('personId').where('activityId', '=', activityId)
      .where((on) => on.or([on('toDate', 'is', null), on('toDate', '>=', fromDate)])).execute()
    const known = new Set(already.map(({ personId }) => personId))
    const rows = participants.filter(({ personId }, at) => !known.has(personId) && participants.findIndex((one) => one.personId === personId) === at)
    refuseIf(mayTakePart(fromDate, activity, { asked: rows.length, free: await freeSeats(tx, activity.courseId, known.size) }))
    const carriedOut = await loadCarriedOut(tx, activity, rows.map(({ personId }) => personId))
    if (rows.length > 0) await tx.insertInto('activityParticipant').values(rows.map(({ id, personId }) => ({ id, personId, activityId, fromDate, planElementId: carriedOut.get(personId) ?? null }))).execute()
    return { added: rows.length }
  },
})

/** Says on which day somebody takes part for the last time. */
export const endParticipation = operation({
  permission: 'programme.teach', input: EndParticipationInput, output: z.object({ personId: Id, version: z.int() }), subjects: (_, { personId }) => [personId],
  async run(context, { id, version, toDate }) {
    const { personId, fromDate } = found(await context.tx.selectFrom('activityParticipant').select(['personId', 'fromDate']).where('id', '=', id).executeTakeFirst())
    refuseIf(check(toDate >= fromDate, { code: 'week.endsBeforeStart', path: 'toDate' }))
    return { personId, version: await saveVersioned(context, 'activityParticipant', { id, version }, { toDate }) }
  },
})

/** Notes the children's fixed times in a parent's week. */
export const saveFamilyTime = operation({
  permission: 'programme.write', input: SaveFamilyTimeInput, output: z.object({ id: Id, version: z.int() }), subjects: ({ personId }) => [personId],
  async run(context, { id, version, personId, ...values }) {
    refuseIf(check(values.toDate === null || values.toDate >= values.fromDate, { code: 'week.endsBeforeStart', path: 'toDate' }))
    if (version !== undefined) {
      const stored = found(await context.tx.selectFrom('familyTime').select('personId').where('id', '=', id).executeTakeFirst())
      refuseIf(check(stored.personId === personId, { code: 'week.otherPerson', path: 'personId' }))
      return { id, version: await saveVersioned(context, 'familyTime', { id, version }, values) }
    }
    await context.tx.insertInto('familyTime').values({ id, personId, ...values, schedule: JSON.stringify(values.schedule) }).execute()
    return { id, version: 1 }
  },
})

export const removeFamilyTime = operation({
  permission: 'programme.write', input: z.object({ id: Id }), output: z.object({ personId: Id }), subjects: (_, { personId }) => [personId],
  async run({ tx }, { id }) {
    return found(await tx.deleteFrom('familyTime').where('id', '=', id).returning('personId').executeTakeFirst())
  },
})
