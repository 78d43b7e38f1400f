import { sql } from 'kysely'
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { weekday } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { Schedule } from '#shared/schedule.ts'
import { maySave, mayExcept } from './activity.core.ts'
import { Activity, ActivityRow, ListActivitiesInput, SaveActivityInput, SaveExceptionInput } from './activity.schema.ts'
import { loadActivities, loadActivity } from './load-activity.ts'

const Saved = z.object({ id: Id, version: z.int(), personId: Id.nullable() })
const subjects = (_: unknown, { personId }: { personId: string | null }): string[] => (personId === null ? [] : [personId])

/** The classes there are. */
export const listActivities = operation({
  permission: 'programme.read', reads: true, input: ListActivitiesInput, output: z.object({ rows: z.array(ActivityRow), mayAdd: z.boolean() }), subjects: () => [],
  run: async (context, asked) => ({ rows: await loadActivities(context, asked), mayAdd: context.actor.permissions.includes('programme.teach') }),
})

/** One activity and everybody who takes part in it. */
export const getActivity = operation({
  permission: 'programme.read', reads: true, input: z.object({ activityId: Id }), output: Activity,
  subjects: (_, { personId, participants }) => [...(personId === null ? [] : [personId]), ...participants.map((one) => one.personId)],
  run: (context, { activityId }) => loadActivity(context, activityId),
})

/** Colleagues who can be named as teacher. */
export const listTeachers = operation({
  permission: 'programme.read', reads: true, input: z.object({}), output: z.object({ teachers: z.array(z.object({ id: Id, name: z.string() })) }), subjects: () => [],
  run: async ({ tx }) => ({ teachers: await tx.selectFrom('account').select(['id', 'name']).where('isActive', '=', true).where('personId', 'is', null)
    .where(sql<boolean>`roles && '{teacher,programme_adviser}'`).orderBy('name').execute() }),
})

/** Makes or changes a class, or something that is one person's alone; she then takes part in it as long as it lasts. */
export const saveActivity = operation({
  permission: 'programme.teach', input: SaveActivityInput, output: Saved, subjects,
  async run(context, { id, version, personId, ...content }) {
    const { tx, actor } = context
    const course = content.courseId === null ? undefined : found(await tx.selectFrom('course').select('kind').where('id', '=', content.courseId).executeTakeFirst())
    refuseIf(maySave({ ...content, personId }, actor.permissions, course))
    const values = { ...content, schedule: JSON.stringify(content.schedule) }
    if (version === undefined) {
      await tx.insertInto('activity').values({ id, personId, ...values }).execute()
      if (personId !== null) await tx.insertInto('activityParticipant').values({ id, activityId: id, personId, fromDate: content.fromDate, toDate: null }).execute()
      return { id, version: 1, personId }
    }
    const stored = found(await tx.selectFrom('activity').select('personId').where('id', '=', id).executeTakeFirst())
    refuseIf(check(stored.personId === personId, { code: 'week.otherPerson', path: 'personId' }))
    // what is one person's own begins when she does
    if (personId !== null) await tx.updateTable('activityParticipant').set({ fromDate: content.fromDate }).where('activityId', '=', id).execute()
    return { id, personId, version: await saveVersioned(context, 'activity', { id, version }, content) }
  },
})

/** Cancels or moves one day of an activity. */
export const saveException = operation({
  permission: 'programme.teach', input: SaveExceptionInput, output: z.object({ id: Id, personId: Id.nullable() }), subjects,
  async run({ tx, actor }, { activityId, id, ...asked }) {
    const activity = found(await tx.selectFrom('activity').select(['personId', 'fromDate', 'toDate', 'schedule']).where('id', '=', activityId).executeTakeFirst())
    refuseIf([...check(activity.personId === null || actor.permissions.includes('programme.write'), { code: 'week.ownNeedsAdviser' }),
      ...mayExcept(asked, { ...activity, schedule: Schedule.parse(activity.schedule) }, weekday)])
    await tx.insertInto('activityException').values({ id, activityId, ...asked }).execute()
    return { id, personId: activity.personId }
  },
})

/** Takes an exception away: the day is as usual again. */
export const removeException = operation({
  permission: 'programme.teach', input: z.object({ id: Id }), output: z.object({ personId: Id.nullable() }), subjects,
  async run({ tx, actor }, { id }) {
    const { personId } = found(await tx.selectFrom('activityException').innerJoin('activity', 'activity.id', 'activityException.activityId').select('activity.personId').where('activityException.id', '=', id).executeTakeFirst())
    refuseIf(check(personId === null || actor.permissions.includes('programme.write'), { code: 'week.ownNeedsAdviser' }))
    await tx.deleteFrom('activityException').where('id', '=', id).execute()
    return { personId }
  },
})
