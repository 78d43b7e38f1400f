import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, found } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { serverLocales, toServerLocale } from '#platform/texts.ts'
import { addDays } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { daysOffBetween } from './days-off.core.ts'
import { calendarFile } from '#shared/calendar-file.ts'
import { kindText } from './kind-words.ts'
import { loadActivityRecurring, loadRecurring } from './load-recurring.ts'
import type { Recurring } from './slots.core.ts'
import { mondayOf, slotsBetween } from './slots.core.ts'

/** How far ahead a calendar file reaches: half a year, as far as a plan is made. */
const WEEKS = 26
const locale = z.enum(serverLocales).optional()
const File = FileOutput.extend({ personIds: z.array(Id) })
const span = ({ today }: Context) => ({ first: mondayOf(today), last: addDays(mondayOf(today), WEEKS * 7 - 1) })

/** Everything of the coming half year as a calendar file. Family times are left out: they are for finding clashes, not for keeping. */
function fileOf(context: Context, name: string, recurring: readonly Recurring[], words: ServerLocale) {
  const { first, last } = span(context)
  const slots = slotsBetween(first, last, recurring.filter(({ source }) => source !== 'family'), daysOffBetween(first, last))
  const events = slots.map((slot) => ({ uid: `${slot.key}@fotfeste`, day: slot.onDay, from: slot.from, minutes: slot.minutes, place: slot.place,
    title: slot.title ?? kindText(words, slot.kind), description: slot.title === null ? null : [kindText(words, slot.kind), slot.teacherName].filter(Boolean).join(', ') }))
  return { fileName: 'uke.ics', contentType: 'text/calendar; charset=utf-8', bytes: new TextEncoder().encode(calendarFile(name, events, context.now)), disposition: 'attachment' as const }
}

/** One person's coming half year as a calendar file. */
export const getCalendar = operation({
  permission: 'programme.read', reads: true, input: z.object({ personId: Id, locale }), output: File, subjects: ({ personId }) => [personId],
  async run(context, { personId, locale: asked }) {
    const person = found(await context.tx.selectFrom('person').select(['givenName']).where('id', '=', personId).executeTakeFirst())
    return { ...fileOf(context, person.givenName, await loadRecurring(context, personId, span(context)), toServerLocale(asked ?? context.actor.locale)), personIds: [personId] }
  },
})

/** A class's coming half year as a calendar file; names nobody but the teacher. */
export const getClassCalendar = operation({
  permission: 'programme.read', reads: true, input: z.object({ activityId: Id, locale }), output: File, subjects: () => [],
  async run(context, { activityId, locale: asked }) {
    const activity = found(await loadActivityRecurring(context.tx, activityId))
    return { ...fileOf(context, activity.title ?? '', [activity], toServerLocale(asked ?? context.actor.locale)), personIds: [] }
  },
})

/** Her own coming half year, for the calendar of her telephone. */
export const getMyCalendar = operation({
  permission: 'own.read', reads: true, input: z.object({ locale }), output: File, subjects: (_, { personIds }) => personIds,
  async run(context, { locale: asked }) {
    const { personId } = context.actor
    if (!personId) throw new NotFound()
    return { ...fileOf(context, 'Fotfeste', await loadRecurring(context, personId, span(context)), toServerLocale(asked ?? context.actor.locale)), personIds: [personId] }
  },
})
