import { randomUUID } from 'node:crypto'
import { plainDate } from '#shared/date.ts'
import type { Municipality } from './world.ts'
import { TODAY } from './world.ts'

export const START = plainDate('2026-08-17')

/** Participants since 17 August 2026. */
export async function inProgramme(municipality: Municipality, names = 1): Promise<string[]> {
  const people = Array.from({ length: names }, (_, at) => ({ id: randomUUID(), givenName: ['Amina', 'Olena', 'Yusuf'][at % 3] ?? '', familyName: `Nr ${at}` }))
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values(people).execute()
    await tx.insertInto('participation').values(people.map(({ id }) => ({ id: randomUUID(), personId: id, offeredOn: START, decidedOn: START, startsOn: START, months: 24, finalGoal: 'work' as const, regime: 'new' as const }))).execute()
  })
  return people.map(({ id }) => id)
}

/** A class on Mondays, Wednesdays and Fridays from 09 to 12 with everybody given. */
export async function aClass(municipality: Municipality, personIds: string[]): Promise<string> {
  const teacher = await municipality.as('teacher')
  const activityId = randomUUID()
  await teacher.call('programme.saveActivity', { id: activityId, personId: null, kind: 'norwegian', title: 'Norsk A', place: null, teacherId: null, schedule: [1, 3, 5].map((weekday) => ({ weekday, from: '09:00', to: '12:00' })), fromDate: START, toDate: null, isWorkOriented: false, ownWorkHours: 0 })
  await teacher.call('programme.addParticipants', { activityId, fromDate: START, participants: personIds.map((personId) => ({ id: randomUUID(), personId })) })
  return activityId
}

/** As a teacher registers one who is there. */
export const present = (personId: string) => ({ personId, state: 'present' as const, presentMinutes: null })
/** A day of illness today, certified by herself and approved. */
export const illness = (personId: string, over = {}) => ({ id: randomUUID(), personId, kind: 'own_illness' as const, welfareReason: null, childBirthDate: null, fromDate: TODAY, toDate: TODAY, minutesEachDay: null, isAbroad: false, certification: 'self' as const, documentedOn: null, decision: 'approved' as const, withBenefit: true, decisionNote: null, correctsId: null, reportId: null, ...over })
