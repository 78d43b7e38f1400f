import { createHash, randomUUID } from 'node:crypto'
import type { Municipality, World } from './world.ts'
import { NOW, TODAY } from './world.ts'

/** Rounds around the time it is in tests, ten in the morning in Norway: one is over, one is now, two are to come. */
const ROUNDS = ['09:30-09:50', '10:00-10:20', '10:20-10:40', '11:00-11:20']

type Given = { state?: 'invited' | 'planned' | 'live' | 'closed'; onDate?: typeof TODAY }

/** A meeting day with a room, two employers, two of our guests and one from elsewhere, a plan, and a link for each. */
export async function aDayWithLinks(world: World, municipality: Municipality, { state = 'live', onDate = TODAY }: Given = {}) {
  const [dayId, roomId, cafeId, bakeryId, aminaId, oksanaId, strangerId, aminaPersonId, oksanaPersonId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const { actor } = await municipality.as('programme_adviser')
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values([{ id: aminaPersonId, givenName: 'Amina', familyName: 'Hemmelig' }, { id: oksanaPersonId, givenName: 'Oksana', familyName: 'Skjult' }]).execute()
    await tx.insertInto('meetingDay').values({ id: dayId, kind: 'speed_interviews', title: 'Møt <arbeidslivet>', onDate, place: 'Kulturhuset', rounds: ROUNDS, office: 'Voksenopplæringen', state, createdBy: actor.id }).execute()
    await tx.insertInto('meetingRoom').values({ id: roomId, dayId, name: 'Storsalen', picture: 'boat' }).execute()
    await tx.insertInto('meetingEmployer').values([{ id: cafeId, dayId, name: 'Kafé Brygga', offers: 'Kjøkkenhjelp', roomId, reply: 'yes', notes: 'Kan du jobbe kveld?' }, { id: bakeryId, dayId, name: 'Fjordvik Bakeri', roomId, reply: 'yes' }]).execute()
    await tx.insertInto('meetingGuest').values([
      { id: aminaId, dayId, number: 14, isOurs: true, reply: state === 'invited' ? 'invited' : 'yes', locale: 'ar', language: 'ar' },
      { id: oksanaId, dayId, number: 27, isOurs: true, reply: 'yes', shownName: 'Oksana', introduction: 'Jeg har vært <kokk>' }, { id: strangerId, dayId, number: 31, isOurs: false, reply: 'yes' }]).execute()
    await tx.insertInto('meetingGuestPerson').values([{ guestId: aminaId, dayId, personId: aminaPersonId }, { guestId: oksanaId, dayId, personId: oksanaPersonId }]).execute()
    if (state === 'invited') return
    const slot = (guestId: string, meetingEmployerId: string, round: number) => ({ dayId, guestId, meetingEmployerId, round, tableNumber: 1, roomId })
    await tx.insertInto('meetingSlot').values([slot(aminaId, cafeId, 0), slot(aminaId, bakeryId, 1), slot(oksanaId, cafeId, 1), slot(strangerId, cafeId, 2), slot(oksanaId, bakeryId, 3)]).execute()
  })
  /** Puts in a link and answers its token. */
  const link = async (purpose: 'meet_guests' | 'meet_employers' | 'meeting_wall', about: { employerId?: string; guestId?: string; personId?: string } = {}, expiresAt = '2026-12-05T00:00:00Z', locale = 'nb'): Promise<string> => {
    const token = randomUUID()
    await world.owner.query(`insert into personal_link (municipality_id, id, token_hash, purpose, party, meeting_day_id, meeting_employer_id, meeting_guest_id, person_id, email, locale, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', $10, $11, $12)`,
      [municipality.id, randomUUID(), createHash('sha256').update(token).digest(), purpose, purpose === 'meet_employers' ? 'participant' : 'employer', dayId, about.employerId ?? null, about.guestId ?? null, about.personId ?? null, locale, NOW.toISOString(), expiresAt])
    return token
  }
  return { dayId, roomId, cafeId, bakeryId, aminaId, oksanaId, strangerId, aminaPersonId, oksanaPersonId, link,
    amina: await link('meet_employers', { guestId: aminaId, personId: aminaPersonId }), stranger: await link('meet_employers', { guestId: strangerId }),
    cafe: await link('meet_guests', { employerId: cafeId }), bakery: await link('meet_guests', { employerId: bakeryId }), wall: await link('meeting_wall') }
}
