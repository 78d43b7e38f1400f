import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf, momentInNorway } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { bookingActions, changesOrder, freeUntil, maySave } from './booking.core.ts'
import type { BookingAction, BookingRow } from './booking.schema.ts'
import { CancelInput, OrderInput, SaveBookingInput } from './booking.schema.ts'
import { findBooking, personsOf } from './load-bookings.ts'
import type { Told } from './supplier-mail.ts'
import { mailSupplier } from './supplier-mail.ts'

const permission = 'people.read' as const
const Saved = z.object({ id: Id, version: z.int(), personIds: z.array(Id) })
const subjects = (_: unknown, { personIds }: { personIds: string[] }): string[] => personIds

/** The booking, where this may be done with it now. */
export async function openBooking(context: Context, id: string, action: BookingAction) {
  const { stored, row } = found(await findBooking(context, id))
  refuseIf(check(bookingActions(row.state, row.onDay, context.today).includes(action), { code: 'interpreters.notNow', params: { state: row.state } }))
  return { stored, row, personIds: personsOf(row) }
}

const supplierOf = async ({ tx }: Context, id: string) =>
  found(await tx.selectFrom('interpreterSupplier').select(['id', 'name', 'email', 'languages', 'modalities', 'freeCancelHours', 'isActive']).where('id', '=', id).executeTakeFirst())

/** Tells the service of an order that was sent to it before; answers whether it was by mail. */
async function tellSupplier(context: Context, template: Told, order: Parameters<typeof mailSupplier>[2], { supplierId, version }: Pick<BookingRow, 'supplierId' | 'version'>): Promise<boolean> {
  return supplierId === null ? false : mailSupplier(context, template, order, await supplierOf(context, supplierId), String(version))
}

async function saveOthers({ tx }: Context, bookingId: string, others: readonly string[], before: readonly string[]): Promise<void> {
  const gone = before.filter((one) => !others.includes(one))
  if (gone.length > 0) await tx.deleteFrom('interpreterBookingPerson').where('bookingId', '=', bookingId).where('personId', 'in', gone).execute()
  const added = [...new Set(others)].filter((one) => !before.includes(one))
  if (added.length > 0) await tx.insertInto('interpreterBookingPerson').values(added.map((personId) => ({ id: randomUUID(), bookingId, personId }))).execute()
}

/** Changes one that is there: the service is told of another order and has to answer anew. */
async function changeBooking(context: Context, { version, others, ...input }: SaveBookingInput & { version: number }) {
  const { row } = await openBooking(context, input.id, 'change')
  // a meeting stays with the one it was booked for: her questions and her access log go with it
  if (row.personId !== input.personId) throw new Refused({ code: 'interpreters.otherPerson', path: 'personId' })
  const isOrdered = row.state === 'asked' || row.state === 'confirmed'
  const isOther = isOrdered && changesOrder(row, input)
  const lapses = isOther ? { confirmedAt: null, interpreterName: null, interpreterNumber: null, category: null } : {}
  const next = await saveVersioned(context, 'interpreterBooking', { id: input.id, version }, { ...input, ...lapses })
  await saveOthers(context, input.id, others, row.others.map(({ id }) => id))
  const mailed = isOther && await tellSupplier(context, 'interpreter_change', input, row)
  return { id: input.id, version: next, personIds: personsOf({ personId: input.personId, others: others.map((id) => ({ id })) }), told: isOther ? (mailed ? 'mail' as const : 'call' as const) : null }
}

/** Makes a booking, not yet ordered, or changes one. */
export const saveBooking = operation({
  permission, input: SaveBookingInput, output: Saved.extend({ told: z.enum(['mail', 'call']).nullable() }), subjects,
  async run(context, input) {
    refuseIf(maySave(input, context.today))
    if (input.version !== undefined) return changeBooking(context, { ...input, version: input.version })
    const { others, version: _, ...booking } = input
    await context.tx.insertInto('interpreterBooking').values(booking).execute()
    await saveOthers(context, input.id, others, [])
    return { id: input.id, version: 1, told: null, personIds: personsOf({ personId: input.personId, others: others.map((id) => ({ id })) }) }
  },
})

/** Sends the order to a service, or notes that it was given by telephone where the service has no address. */
export const orderInterpreter = operation({
  permission, input: OrderInput, output: Saved.extend({ mailedTo: z.string().nullable() }), subjects,
  async run(context, { id, version, supplierId }) {
    const { stored, personIds } = await openBooking(context, id, 'order')
    const supplier = await supplierOf(context, supplierId)
    refuseIf(check(supplier.isActive, { code: 'interpreters.supplierNotUsed', path: 'supplierId' }))
    const next = await saveVersioned(context, 'interpreterBooking', { id, version }, { supplierId, askedAt: instantOf(context.now), notHadAt: null, nextStep: null, confirmedAt: null, interpreterName: null, interpreterNumber: null, category: null })
    const mailed = await mailSupplier(context, 'interpreter_order', stored, supplier, String(version))
    return { id, version: next, personIds, mailedTo: mailed ? supplier.email : null }
  },
})

/** Calls a meeting's interpreter off, and says whether it will cost. */
export const cancelBooking = operation({
  permission, input: CancelInput, output: Saved.extend({ wasCharged: z.boolean(), told: z.enum(['mail', 'call']).nullable() }), subjects,
  async run(context, { id, version }) {
    const { row, stored, personIds } = await openBooking(context, id, 'cancel')
    const isOrdered = row.state === 'asked' || row.state === 'confirmed'
    const hours = row.supplierId === null ? 0 : (await supplierOf(context, row.supplierId)).freeCancelHours
    const wasCharged = row.state === 'confirmed' && context.now > freeUntil(momentInNorway(row.onDay, row.fromTime), hours)
    const next = await saveVersioned(context, 'interpreterBooking', { id, version }, { cancelledAt: instantOf(context.now), wasCharged })
    const mailed = isOrdered && await tellSupplier(context, 'interpreter_cancel', stored, row)
    return { id, version: next, personIds, wasCharged, told: isOrdered ? (mailed ? 'mail' as const : 'call' as const) : null }
  },
})
