import { randomUUID } from 'node:crypto'
import { openLink } from '#portals/links/link-door.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Caller, Municipality, World } from './world.ts'
import { NOW, TODAY, aMunicipality, callerFor } from './world.ts'

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
/** Rounds of a quarter of an hour with five minutes between. */
export const someRounds = (many: number, first = 11 * 60) => Array.from({ length: many }, (_, index) => ({ from: clock(first + index * 20), to: clock(first + index * 20 + 15) }))

/** A day as its form sends it. */
export const aDayInput = (over: object = {}) => ({ id: randomUUID(), kind: 'speed_interviews' as const, title: 'Jobbtreff', onDate: TODAY, place: 'Kulturhuset', address: null, rounds: someRounds(4), office: 'Flyktningtjenesten',
  runFor: ['Fjordvik', 'Vesterås'], openTo: 'all_jobseekers' as const, whoMayCome: null, replyBy: null, ...over })

export type TestDay = { municipality: Municipality; host: Caller; dayId: string; roomId: string; employers: string[]; guests: string[]; persons: string[] }

/** A day of today with employers and guests who have all said yes. NOW is ten o'clock; the first round begins at eleven. */
export async function aMeetingDay(world: World, { employers = 3, guests = 5, rounds = 4, onDate = TODAY, email = true, kind }: { employers?: number; guests?: number; rounds?: number; onDate?: PlainDate; email?: boolean; kind?: 'reversed_speed_date' } = {}): Promise<TestDay> {
  const municipality = await aMunicipality(world)
  const host = await municipality.as('job_broker')
  const day = aDayInput({ onDate, rounds: someRounds(rounds), ...(kind && { kind }) })
  await host.call('meetings.saveDay', day)
  const roomId = randomUUID()
  await host.call('meetings.saveRoom', { id: roomId, dayId: day.id, name: 'Salen', picture: 'sun' })
  const made: TestDay = { municipality, host, dayId: day.id, roomId, employers: [], guests: [], persons: [] }
  for (let index = 0; index < employers; index++) made.employers.push(await anEmployer(made, `Bedrift ${index}`))
  for (let index = 0; index < guests; index++) {
    const personId = randomUUID()
    await municipality.put((tx) => tx.insertInto('person').values({ id: personId, givenName: `Olena${index}`, familyName: 'Melnyk', status: 'in_programme', contactLocale: 'uk', email: email ? `${personId}@example.no` : null }).execute())
    made.persons.push(personId)
    made.guests.push(randomUUID())
  }
  if (guests > 0) await host.call('meetings.addGuests', { dayId: day.id, guests: made.guests.map((id, index) => ({ id, personId: made.persons[index] ?? '' })) })
  for (const id of made.guests) await host.call('meetings.recordReply', { dayId: day.id, who: 'guest', id, reply: 'yes', channel: 'phone' })
  return made
}

/** One more employer, known by name, that has said yes. */
export async function anEmployer({ host, dayId, roomId }: TestDay, name: string, over: object = {}): Promise<string> {
  const id = randomUUID()
  await host.call('meetings.saveEmployer', { id, dayId, name, tables: 1, roomId, contactEmail: `${id}@example.no`, ...over })
  await host.call('meetings.recordReply', { dayId, who: 'employer', id, reply: 'yes', channel: 'phone' })
  return id
}

export const versionOf = async ({ host, dayId }: TestDay): Promise<number> => (await host.call('meetings.getDay', { dayId })).version

/** Planned, and the doors are open. */
export async function aLiveDay(world: World, over: Parameters<typeof aMeetingDay>[1] = {}): Promise<TestDay> {
  const day = await aMeetingDay(world, over)
  await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
  await day.host.call('meetings.startDay', { dayId: day.dayId, version: await versionOf(day) })
  return day
}

/** Whoever holds the link that a colleague made for an employer, a guest, or the wall. */
export async function holderOf(world: World, { host, dayId }: TestDay, whom: { guestId: string } | { employerId: string } | object): Promise<Caller> {
  const { path } = await host.call('meetings.makeLink', { dayId, ...whom })
  const link = await openLink(world.db, path.slice('/l/'.length), NOW)
  if ('closed' in link) throw new Error(`The link is ${link.closed}`)
  return callerFor(world, link.actor)
}

export const LATER = addDays(TODAY, 20)
