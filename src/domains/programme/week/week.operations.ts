import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, found } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, PlainDate as Day } from '#shared/date.ts'
import { FamilyTime } from './activity.schema.ts'
import { daysOffBetween } from './days-off.core.ts'
import { loadHours } from './load-hours.ts'
import { loadRecurring } from './load-recurring.ts'
import type { Recurring } from './slots.core.ts'
import { clashesOf, mondayOf, slotsBetween } from './slots.core.ts'
import { GetWeekInput, MyWeek, Week } from './week.schema.ts'

/** What was cancelled in a week, to be said where it would have stood. */
const cancelledIn = (recurring: readonly Recurring[], first: PlainDate, last: PlainDate): { title: string | null; kind: string; onDay: PlainDate }[] =>
  recurring.flatMap(({ title, kind, exceptions }) => exceptions.filter(({ onDay }) => onDay >= first && onDay <= last).map(({ onDay }) => ({ title, kind, onDay })))

async function weekOf(context: Context, personId: string, day: PlainDate) {
  const { tx } = context
  const person = found(await tx.selectFrom('person').select(['givenName', 'familyName']).where('id', '=', personId).executeTakeFirst())
  const monday = mondayOf(day)
  const sunday = addDays(monday, 6)
  const [recurring, daysOff] = [await loadRecurring(context, personId, { first: monday, last: sunday }), daysOffBetween(monday, sunday)]
  const slots = slotsBetween(monday, sunday, recurring, daysOff)
  return { personId, personName: `${person.givenName} ${person.familyName}`, monday, slots, clashes: clashesOf(slots), daysOff, cancelled: cancelledIn(recurring, monday, sunday) }
}

const familyTimesOf = async ({ tx }: Context, personId: string, from: PlainDate) => z.array(FamilyTime).parse((await sql<z.input<typeof FamilyTime>>`
  select id, version, person_id, label, schedule, from_date, to_date from family_time where person_id = ${personId} and coalesce(to_date, ${from}::date) >= ${from} order by from_date, id`.execute(tx)).rows)

/** One person's week, joined from everything that takes her time; its hours against what the act asks. */
export const getWeek = operation({
  permission: 'programme.read', reads: true, input: GetWeekInput, output: Week, subjects: ({ personId }) => [personId],
  async run(context, { personId, day = context.today }) {
    const week = await weekOf(context, personId, day)
    return { ...week, hours: await loadHours(context, personId, week), familyTimes: await familyTimesOf(context, personId, week.monday),
      actions: context.actor.permissions.includes('programme.write') ? ['add' as const, 'family' as const] : [] }
  },
})

/** Her own week, for the one signed in. */
export const getMyWeek = operation({
  permission: 'own.read', reads: true, input: z.object({ day: Day.optional() }), output: MyWeek, subjects: (_, { personId }) => [personId],
  async run(context, { day = context.today }) {
    if (!context.actor.personId) throw new NotFound()
    return weekOf(context, context.actor.personId, day)
  },
})
