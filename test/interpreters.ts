import { randomUUID } from 'node:crypto'
import { addDays } from '#shared/date.ts'
import type { Caller, Municipality, World } from './world.ts'
import { TODAY, aMunicipality } from './world.ts'

export const codesOf = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)

/** A participant whose interpreter speaks Ukrainian. */
export async function aPerson(municipality: Municipality, givenName = 'Olena', more: { adviserId?: string; addressProtection?: 'strictly_confidential' } = {}): Promise<string> {
  const id = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id, givenName, familyName: 'Melnyk', interpreterLanguage: 'uk', ...more }).execute())
  return id
}

/** A service of the municipality, entered by its administrator. */
export async function aService(municipality: Municipality, over: { email?: string | null; freeCancelHours?: number; name?: string; languages?: string[] } = {}): Promise<string> {
  const id = randomUUID()
  const admin = await municipality.as('administrator')
  await admin.call('interpreters.saveSupplier', { id, name: `Tolketjenesten ${id.slice(0, 4)}`, email: `tolk-${id}@example.no`, phone: '+4755000000', languages: ['uk', 'ar'], modalities: ['present', 'phone'], freeCancelHours: 24, isActive: true, ...over })
  return id
}

/** A booking of next month for one person, as a form sends it. */
export const aBooking = (personId: string | null, meetsId: string, over: object = {}) => ({ id: randomUUID(), personId, others: [], groupName: null, activityId: null, language: 'uk', dialect: null, secondLanguage: 'ru', modality: 'present' as const, kind: 'qualified' as const,
  purpose: 'plan' as const, onDay: addDays(TODAY, 40), fromTime: '09:00', minutes: 60, place: 'Rådhuset, rom 2', meetsId, wantedGender: null, ...over })

/** A municipality with an adviser, her participant and a service. */
export async function anOrderer(world: World) {
  const municipality = await aMunicipality(world)
  const adviser = await municipality.as('programme_adviser')
  const personId = await aPerson(municipality, 'Olena', { adviserId: adviser.actor.id })
  return { municipality, adviser, personId, supplierId: await aService(municipality) }
}

/** Makes a booking and sends the order. */
export const order = async (who: Caller, supplierId: string, booking: ReturnType<typeof aBooking>) => {
  await who.call('interpreters.saveBooking', booking)
  return who.call('interpreters.orderInterpreter', { id: booking.id, version: 1, supplierId })
}
