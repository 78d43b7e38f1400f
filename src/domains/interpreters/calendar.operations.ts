import { sql } from 'kysely'
import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import { operation } from '#platform/operation.ts'
import { serverLocales, textsIn, toServerLocale } from '#platform/texts.ts'
import { calendarFile } from '#shared/calendar-file.ts'
import { nameOf } from '#shared/language-name.ts'
import { loadBookings } from './load-bookings.ts'
import en from './messages/calendar.en.json' with { type: 'json' }
import nb from './messages/calendar.nb.json' with { type: 'json' }
import nn from './messages/calendar.nn.json' with { type: 'json' }

/** The meetings of the one signed in that have an interpreter or wait for one. Names nobody: a calendar is on a telephone and shared. */
export const getInterpreterCalendar = operation({
  permission: 'people.read', reads: true, input: z.object({ locale: z.enum(serverLocales).optional() }), output: FileOutput, subjects: () => [],
  async run(context, { locale: asked }) {
    const { actor, today, now } = context
    const locale = toServerLocale(asked ?? actor.locale)
    const t = textsIn<keyof typeof nb>({ nb, nn, en, uk: en, ar: en }, locale)
    const rows = await loadBookings(context, sql`b.on_day >= ${today}::date and b.meets_id = ${actor.id}`)
    const events = rows.filter(({ state }) => state === 'asked' || state === 'confirmed').map((row) => ({ uid: `${row.id}@fotfeste`, day: row.onDay, from: row.fromTime, minutes: row.minutes, place: row.place,
      title: t('event.title', { language: nameOf(locale, 'language', row.language), state: row.state }), description: [row.reference, row.interpreterName, row.interpreterNumber].filter(Boolean).join(', ') }))
    return { fileName: 'tolk.ics', contentType: 'text/calendar; charset=utf-8', bytes: new TextEncoder().encode(calendarFile(t('name'), events, now)), disposition: 'attachment' as const }
  },
})
