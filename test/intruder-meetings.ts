import { randomUUID } from 'node:crypto'
import { instantOf } from '#shared/date.ts'
import type { Municipality } from './world.ts'
import { NOW, TODAY } from './world.ts'

/** A meeting day that is over, to which both came, with what an employer wrote of each. */
export async function aHiddenMeeting(municipality: Municipality, { personId, otherId, employerId }: { personId: string; otherId: string; employerId: string }, hostId: string) {
  const [dayId, hostAtDay, guestId, otherGuestId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await municipality.put(async (tx) => {
    await tx.insertInto('meetingDay').values({ id: dayId, kind: 'job_fair', title: 'Jobbmesse', onDate: TODAY, place: 'Kulturhuset', rounds: ['10:00-10:10', '10:15-10:25'], office: 'Kontoret', state: 'closed', createdBy: hostId, openedAt: instantOf(NOW) }).execute()
    await tx.insertInto('meetingEmployer').values({ id: hostAtDay, dayId, employerId, name: 'Kafé Brygga', reply: 'yes', cameAt: instantOf(NOW) }).execute()
    await tx.insertInto('meetingGuest').values([{ id: guestId, dayId, number: 7, isOurs: true, reply: 'yes', cameAt: instantOf(NOW) }, { id: otherGuestId, dayId, number: 8, isOurs: true, reply: 'yes', cameAt: instantOf(NOW) }]).execute()
    await tx.insertInto('meetingGuestPerson').values([{ guestId, dayId, personId }, { guestId: otherGuestId, dayId, personId: otherId }]).execute()
    await tx.insertInto('meetingSlot').values([{ dayId, guestId, meetingEmployerId: hostAtDay, round: 0, tableNumber: 1, state: 'held' }, { dayId, guestId: otherGuestId, meetingEmployerId: hostAtDay, round: 1, tableNumber: 1, state: 'held' }]).execute()
    await tx.insertInto('meetingOutcome').values([{ id: randomUUID(), dayId, guestId, meetingEmployerId: hostAtDay, note: 'Traumeberetning', score: 3 }, { id: randomUUID(), dayId, guestId: otherGuestId, meetingEmployerId: hostAtDay, note: 'Rolig', score: 2 }]).execute()
  })
  return { dayId, guestId, meetingEmployerId: hostAtDay }
}
