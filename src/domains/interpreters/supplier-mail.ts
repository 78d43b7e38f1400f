import { queueMessage } from '#domains/notifications/index.ts'
import type { Context } from '#platform/operation.ts'
import { nameOf } from '#shared/language-name.ts'
import { minutesOf } from '#shared/schedule.ts'
import { referenceOf } from './booking.core.ts'
import type { SaveBookingInput } from './booking.schema.ts'

type Order = Pick<SaveBookingInput, 'id' | 'language' | 'dialect' | 'secondLanguage' | 'modality' | 'kind' | 'onDay' | 'fromTime' | 'minutes' | 'place' | 'wantedGender' | 'purpose'>
export type Told = 'interpreter_order' | 'interpreter_change' | 'interpreter_cancel'

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Mails a service; answers whether it could be. What is ordered, where and when: never for whom or about what. `once` names the event. */
export async function mailSupplier({ tx, actor }: Context, template: Told, order: Order, supplier: { email: string | null }, once: string): Promise<boolean> {
  if (supplier.email === null) return false
  const { name: municipality } = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  const contact = await tx.selectFrom('account').select(['name', 'email']).where('id', '=', actor.id).executeTakeFirst()
  await queueMessage(tx, { key: `${template}:${order.id}:${once}`, to: supplier.email, locale: 'nb', template, params: {
    municipality, contact: contact?.name ?? municipality, email: contact?.email ?? '', reference: referenceOf(order.id), language: nameOf('nb', 'language', order.language), dialect: order.dialect ?? 'none', second: order.secondLanguage === null ? 'none' : nameOf('nb', 'language', order.secondLanguage),
    modality: order.modality, kind: order.kind, day: order.onDay, from: order.fromTime, to: clock(minutesOf(order.fromTime) + order.minutes), minutes: order.minutes, place: order.place ?? 'none', gender: order.wantedGender ?? 'any' } })
  return true
}
