import { randomUUID } from 'node:crypto'
import { addDays, instantOf, plainDate } from '#shared/date.ts'
import type { Municipality } from './world.ts'
import { NOW, TODAY } from './world.ts'

/** A class with the hidden person and one who is not, what is hers alone, and her attendance and absence in every table of both slices. Answers the class. */
export async function aHiddenWeek(municipality: Municipality, { personId, otherId }: { personId: string; otherId: string }, accountId: string): Promise<string> {
  const [activityId, ownId] = [randomUUID(), randomUUID()]
  const [from, schedule] = [plainDate('2026-08-17'), JSON.stringify([{ weekday: 5, from: '09:00', to: '12:00' }])]
  await municipality.put(async (tx) => {
    await tx.insertInto('participation').values([personId, otherId].map((person) => ({ id: randomUUID(), personId: person, offeredOn: from, decidedOn: from, startsOn: from, months: 24, finalGoal: 'work' as const, regime: 'new' as const }))).execute()
    await tx.insertInto('activity').values([
      { id: activityId, kind: 'norwegian', title: 'Norsk A', schedule, fromDate: from, teacherId: accountId },
      { id: ownId, personId, kind: 'other', title: 'Alene med Zora Hemmelig', schedule, fromDate: from }]).execute()
    await tx.insertInto('activityParticipant').values([[activityId, personId], [activityId, otherId], [ownId, personId]].map(([activity = '', person = '']) => ({ id: randomUUID(), activityId: activity, personId: person, fromDate: from }))).execute()
    await tx.insertInto('familyTime').values({ id: randomUUID(), personId, label: 'Skjulveien barnehage', schedule, fromDate: from }).execute()
    await tx.insertInto('attendance').values([personId, otherId].map((person) => ({ id: randomUUID(), personId: person, activityId, onDay: TODAY, plannedMinutes: 180, presentMinutes: 0, state: 'absent' as const, how: 'class' as const, registeredBy: accountId, registeredAt: instantOf(NOW) }))).execute()
    await tx.insertInto('absence').values({ id: randomUUID(), personId, fromDate: addDays(TODAY, -7), toDate: addDays(TODAY, -7), kind: 'own_illness', decisionNote: 'Traumeberetning' }).execute()
    await tx.insertInto('absenceReport').values({ id: randomUUID(), personId, fromDate: TODAY, toDate: TODAY, words: 'Traumeberetning', channel: 'teacher', accountId, toldAt: instantOf(NOW) }).execute()
    await tx.insertInto('pause').values({ id: randomUUID(), personId, fromDate: addDays(TODAY, -20), toDate: addDays(TODAY, -18), reason: 'Skjulveien', addsToLength: true, decidedBy: accountId, decidedOn: TODAY }).execute()
    await tx.insertInto('partTime').values({ id: randomUUID(), personId, fromDate: from, percent: 50, reason: 'job' }).execute()
  })
  return activityId
}
