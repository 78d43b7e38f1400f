import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { addDays, addMonths, instantOf, momentInNorway } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { assistantFor, freeUntil, leadTime } from './booking.core.ts'
import type { Supplier } from './booking.schema.ts'
import { BookingPage } from './booking.schema.ts'
import type { Counted } from './figures.core.ts'
import { figuresOf } from './figures.core.ts'
import { BookingOptions, Bookings, ListBookingsInput, PersonInterpreters, YearFigures } from './interpreters.schema.ts'
import { findBooking, loadBookings, personsOf } from './load-bookings.ts'
import { loadQuestions, loadUnwanted } from './load-questions.ts'
import { loadColleagues, loadWaiting, namedPerson } from './load-options.ts'
import { loadSettings, loadSuppliers } from './settings.ts'

const permission = 'people.read' as const
/** What has been and is not recorded is shown this long. */
const UNRECORDED_DAYS = 30

/** The coming meetings, or those that have been, with whose questions wait without a slot. */
export const listBookings = operation({
  permission, reads: true, input: ListBookingsInput, output: Bookings, subjects: (_, { rows, waiting }) => [...rows.flatMap(personsOf), ...waiting.map(({ personId }) => personId)],
  async run(context, { mine, language, state, past, days }) {
    const { actor, today } = context
    const when = past ? sql`b.on_day between ${addDays(today, -365)}::date and ${addDays(today, -1)}::date` : sql`b.on_day between ${addDays(today, -UNRECORDED_DAYS)}::date and ${addDays(today, days)}::date`
    const whose = mine ? sql`(b.meets_id = ${actor.id} or b.booked_by = ${actor.id})` : sql`true`
    const all = await loadBookings(context, sql`${when} and ${whose}`, { newestFirst: past })
    const kept = past ? all : all.filter((row) => row.onDay >= today || row.risk === 'not_recorded')
    return { rows: kept.filter((row) => (language === undefined || row.language === language) && (state === undefined || row.state === state)), languages: [...new Set(kept.map((row) => row.language))], waiting: await loadWaiting(context, mine) }
  },
})

/** Those that have the language and the way come first; one that is not known to have a language may have it. */
const suited = (suppliers: Supplier[], { language, modality }: { language: string; modality: Supplier['modalities'][number] }): Supplier[] => {
  const fit = (one: Supplier): number => (one.languages.includes(language) ? 2 : one.languages.length === 0 ? 1 : 0) + (one.modalities.includes(modality) ? 3 : 0)
  return suppliers.toSorted((a, b) => fit(b) - fit(a))
}

/** One booking with what may be done, what it would cost, and the questions that wait for it. */
export const getBooking = operation({
  permission, reads: true, input: z.object({ id: Id }), output: BookingPage, subjects: (_, booking) => personsOf(booking),
  async run(context, { id }) {
    const { stored, row } = found(await findBooking(context, id))
    const persons = personsOf(row)
    const [{ leadDays }, suppliers] = [await loadSettings(context.tx), await loadSuppliers(context.tx, { all: true })]
    const supplier = suppliers.find((one) => one.id === row.supplierId)
    const until = supplier && freeUntil(momentInNorway(row.onDay, row.fromTime), supplier.freeCancelHours)
    return { ...stored, ...row, lead: leadTime(row.modality, row.onDay, leadDays, context.today), assistant: assistantFor(stored.purpose), suppliers: suited(suppliers.filter(({ isActive }) => isActive), row),
      questions: persons.length === 0 ? [] : await loadQuestions(context, sql`q.person_id = any (${persons}::uuid[]) and (q.answered_on is null or q.booking_id = ${id})`), unwanted: (await loadUnwanted(context, persons)).map(({ name }) => name),
      freeUntil: until ? instantOf(until) : null, isFree: until === undefined || row.state !== 'confirmed' || context.now <= until, colleagues: await loadColleagues(context.tx) }
  },
})

/** What the form of a booking chooses from, and what is known of the one it is for. */
export const getBookingOptions = operation({
  permission, reads: true, input: z.object({ personId: Id.optional() }), output: BookingOptions, subjects: (_, { person }) => (person === null ? [] : [person.id, ...person.family.map(({ id }) => id)]),
  async run(context, { personId }) {
    const { tx, today } = context
    const classes = await tx.selectFrom('activity').select(['id', 'title']).where('personId', 'is', null).where((eb) => eb.or([eb('toDate', 'is', null), eb('toDate', '>=', today)])).orderBy('title').execute()
    return { leadDays: (await loadSettings(tx)).leadDays, colleagues: await loadColleagues(tx), classes: classes.flatMap(({ id, title }) => (title === null ? [] : [{ id, name: title }])), person: personId === undefined ? null : await namedPerson(context, personId) }
  },
})

/** A participant's meetings with an interpreter, her questions, and whom she does not want. */
export const listForPerson = operation({
  permission, reads: true, input: z.object({ personId: Id }), output: PersonInterpreters, subjects: ({ personId }, { coming, past }) => [personId, ...[...coming, ...past].flatMap(personsOf)],
  async run(context, { personId }) {
    const { language } = await namedPerson(context, personId)
    const hers = sql`(b.person_id = ${personId} or exists (select from interpreter_booking_person o where o.municipality_id = b.municipality_id and o.booking_id = b.id and o.person_id = ${personId}))`
    const rows = await loadBookings(context, hers, { newestFirst: true, most: 60 })
    const isComing = (row: (typeof rows)[number]): boolean => row.onDay >= context.today || row.risk === 'not_recorded'
    return { personId, language, coming: rows.filter(isComing).toReversed(), past: rows.filter((row) => !isComing(row)).slice(0, 20), questions: await loadQuestions(context, sql`q.person_id = ${personId}`), unwanted: await loadUnwanted(context, [personId]) }
  },
})

/** The interpreter of her meeting today, for whoever has to write down who interpreted. */
export const getInterpreterOfDay = operation({
  permission, reads: true, input: z.object({ personId: Id }), output: z.object({ interpreter: z.object({ name: z.string(), language: z.string() }).nullable() }), subjects: ({ personId }) => [personId],
  async run(context, { personId }) {
    found(await context.tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const rows = await loadBookings(context, sql`b.person_id = ${personId} and b.on_day = ${context.today}::date and b.kind = 'qualified'`)
    const [one] = rows.filter(({ state }) => state === 'confirmed' || state === 'carried_out')
    const name = one?.interpreterName ?? one?.interpreterNumber
    return { interpreter: one && name ? { name, language: one.language } : null }
  },
})

const counted = ({ tx }: Context, from: string, to: string) => sql<Counted & { interpretedBy: string | null; wasAsked: boolean }>`select b.language, b.interpreted_by, b.asked_at is not null as was_asked,
    case when b.outcome is not null then b.outcome when b.not_had_at is not null then 'not_had' else 'asked' end as state,
    coalesce(b.interpreted_by in ('qualified', 'assistant', 'unqualified'), false) as had_interpreter
  from interpreter_booking b where (b.asked_at is not null or b.outcome is not null) and b.cancelled_at is null and b.on_day between ${from}::date and ${to}::date`.execute(tx)

/** How many were asked for and had in the last twelve months. Rare languages are counted together. */
export const countYear = operation({
  permission, reads: true, input: z.object({}), output: YearFigures, subjects: () => [],
  async run(context) {
    const [from, to] = [addDays(addMonths(context.today, -12), 1), context.today]
    const { rows } = await counted(context, from, to)
    return { from, to, ...figuresOf(rows.filter(({ wasAsked }) => wasAsked)), withoutQualified: rows.filter(({ interpretedBy }) => interpretedBy !== null && interpretedBy !== 'qualified' && interpretedBy !== 'assistant').length, children: rows.filter(({ interpretedBy }) => interpretedBy === 'child').length }
  },
})
