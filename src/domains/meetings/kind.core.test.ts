import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MeetingEvent } from '#matching/meetings/event.ts'
import { planMeetings } from '#matching/meetings/plan.ts'
import type { DayPage } from './day.schema.ts'
import { eventOf, lacksOf } from './event.core.ts'
import { seatsOf, shareOut, wishIn } from './kind.core.ts'
import { someRounds } from '#test/meeting-day.ts'

const present = { from: null, to: null, lateUntil: null, leftAt: null }
const employer = (id: string) => ({ id, version: 1, employerId: null, name: id, offers: null, contactName: null, contactEmail: null, contactPhone: null, tables: 1, roomId: null, most: null, ...present, reply: 'yes' as const, repliedAt: null, replyNote: null, notes: null, cameAt: null, isNotedAfterwards: false, openings: [] })
const guest = (id: string, number: number) => ({ id, version: 1, number, isOurs: true, personId: null, personName: null, shownName: null, introduction: null, comesFrom: null, language: null, locale: 'nb', ...present, least: 1, most: 60, reply: 'yes' as const, repliedAt: null, state: 'expected' as const, isNotedAfterwards: false, hasMail: false })

/** Three tables in three rounds, four guests: three of them and every employer want one another most, the fourth nobody has asked for. */
const aDay = (kind: DayPage['kind']) => ({
  kind, rounds: someRounds(3), rooms: [], interpreters: [], slots: [], employers: ['E1', 'E2', 'E3'].map(employer), guests: ['A', 'B', 'C', 'D'].map(guest),
  wishes: ['A', 'B', 'C'].flatMap((guestId) => ['E1', 'E2', 'E3'].map((employerId) => ({ guestId, employerId, byGuest: 3, byEmployer: 3 }))),
})
const meetingsOf = (day: ReturnType<typeof aDay>) => {
  const plan = planMeetings(eventOf(day, 'yes', () => false), 1)
  const count = (id: string) => plan.meetings.filter(({ participant }) => participant === id).length
  return { plan, counts: ['A', 'B', 'C', 'D'].map(count) }
}

describe('the kinds of day are planned each in its own way', () => {
  test('speed interviews give the wishes of both their due, beyond the one meeting that is agreed', () => expect(meetingsOf(aDay('speed_interviews')).counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 3]))

  test('a job fair shares the tables out before anybody gets more; nobody lacks what was not agreed', () => {
    const { plan, counts } = meetingsOf(aDay('job_fair'))
    expect(counts.toSorted((a, b) => a - b)).toEqual([2, 2, 2, 3])
    const narrow = { ...aDay('job_fair'), employers: ['E1', 'E2'].map(employer), wishes: [{ guestId: 'D', employerId: 'E1', byGuest: -1, byEmployer: 0 }, { guestId: 'D', employerId: 'E2', byGuest: -1, byEmployer: 0 }] }
    expect(lacksOf(plan, aDay('job_fair').guests)).toEqual([])
    expect(lacksOf(meetingsOf(narrow).plan, narrow.guests)).toEqual([{ guestId: 'D', lacks: 1, why: 'fewWishes' }])
  })

  test('at a reversed speed-date the participants choose: what employers wish counts for nothing, and one who has chosen meets nobody else', () => {
    const chosen = [{ guestId: 'A', employerId: 'E1', byGuest: 1, byEmployer: 0 }, { guestId: 'A', employerId: 'E2', byGuest: 0, byEmployer: 3 }, { guestId: 'B', employerId: 'E1', byGuest: 0, byEmployer: 3 }]
    const employersOfA = (kind: DayPage['kind']) => new Set(meetingsOf({ ...aDay(kind), wishes: chosen }).plan.meetings.flatMap(({ participant, employer: one }) => (participant === 'A' ? [one] : [])))
    expect([...employersOfA('reversed_speed_date')]).toEqual(['E1'])
    expect(employersOfA('speed_interviews').has('E2')).toBe(true)
    expect(eventOf({ ...aDay('reversed_speed_date'), wishes: chosen }, 'yes', () => false).wishes.every(({ byEmployer }) => byEmployer === 0)).toBe(true)
  })

  test('a no of either side stands at each of them', () => {
    for (const kind of ['job_fair', 'speed_interviews', 'reversed_speed_date'] as const)
      expect([wishIn(kind, { byGuest: -1, byEmployer: 3 }, false), wishIn(kind, { byGuest: 3, byEmployer: -1 }, true)]).toEqual([undefined, undefined])
  })

  test('a share asks for no more than there is room for, than she is there, or than she may', () => fc.assert(fc.property(
    fc.array(fc.record({ tables: fc.integer({ min: 1, max: 4 }), most: fc.integer({ min: 1, max: 12 }), present: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }) }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.record({ most: fc.integer({ min: 1, max: 6 }), least: fc.integer({ min: 0, max: 1 }), present: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }) }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 9 }),
    (employers, participants, roomTables) => {
      const event: Pick<MeetingEvent, 'slots' | 'rooms' | 'employers' | 'participants'> = { slots: [0, 1, 2, 3].map((from) => ({ from: from * 10, to: from * 10 + 5 })), rooms: [{ id: 'R', at: [0, 0], tables: roomTables }],
        employers: employers.map((one, index) => ({ ...one, id: `E${index}`, room: 'R' })), participants: participants.map((one, index) => ({ ...one, id: `P${index}` })) }
      const shared = shareOut('job_fair', event)
      shared.forEach(({ least, most, present: there }, index) => expect(least).toBeLessThanOrEqual(Math.max(participants[index]?.least ?? 0, Math.min(most, there.filter(Boolean).length))))
      expect(shared.reduce((sum, { least }, index) => sum + (least > (participants[index]?.least ?? 0) ? least : 0), 0)).toBeLessThanOrEqual(seatsOf(event))
      for (const kind of ['speed_interviews', 'reversed_speed_date'] as const) expect(shareOut(kind, event)).toEqual(event.participants)
    })))
})
