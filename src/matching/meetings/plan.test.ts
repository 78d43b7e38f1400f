import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnEvent, type Shape } from '#test/meeting-events.ts'
import { interestOf, type MeetingEvent } from './event.ts'
import { faultOfPlan } from './fault-of-plan.ts'
import { planMeetings } from './plan.ts'
import { whatIsWrong } from './what-is-wrong.ts'

/** Days of every kind: people away, rooms that hold few, interpreters that are few, minima, more tables than one. */
const shapes: fc.Arbitrary<Shape> = fc.record({ participants: fc.integer({ min: 1, max: 25 }), employers: fc.integer({ min: 1, max: 8 }), slots: fc.integer({ min: 1, max: 8 }), tables: fc.integer({ min: 1, max: 3 }),
  wishesEach: fc.integer({ min: 0, max: 6 }), most: fc.integer({ min: 1, max: 6 }), least: fc.integer({ min: 0, max: 1 }), away: fc.constantFrom(0, 0.2, 0.5), rooms: fc.integer({ min: 1, max: 3 }), roomTables: fc.constantFrom(undefined, 1, 3), needsInterpreter: fc.constantFrom(0, 0.4), interpreters: fc.integer({ min: 0, max: 3 }) })

describe('a plan of a meeting day', () => {
  test('never takes anybody or anything twice, keeps what is asked of the day, and is within its bound', () => {
    fc.assert(fc.property(shapes, fc.nat(10_000), (shape, seed) => {
      const event = drawnEvent(shape, seed)
      expect(whatIsWrong(event)).toEqual([])
      expect(faultOfPlan(event, planMeetings(event, seed))).toBeUndefined()
    }), { numRuns: 250 })
  })

  test('is proved to be the best where all are there all day', () => {
    fc.assert(fc.property(shapes, fc.nat(10_000), (shape, seed) => {
      const plan = planMeetings(drawnEvent({ ...shape, away: 0, roomTables: undefined, needsInterpreter: 0 }, seed), seed)
      expect(plan.value).toBe(plan.upperBound)
    }), { numRuns: 200 })
  })

  test('is the same for the same seed', () => {
    const event = drawnEvent({ participants: 40, employers: 8, slots: 8, tables: 1, wishesEach: 5, most: 4, away: 0.2 }, 3)
    expect(planMeetings(event, 5)).toEqual(planMeetings(event, 5))
    expect(planMeetings(event, 5).value).toBe(planMeetings(event, 6).value)
  })

  test('gives everybody a first meeting before anybody a second where minima ask for it', () => {
    const event = drawnEvent({ participants: 30, employers: 5, slots: 6, tables: 1, wishesEach: 5, most: 5, least: 1 }, 1)
    const plan = planMeetings(event, 1)
    expect(plan.meetings).toHaveLength(30)
    expect(plan.without).toEqual([])
    const unasked = planMeetings({ ...event, participants: event.participants.map((one) => ({ ...one, least: 0 })) }, 1)
    expect(unasked.value).toBeGreaterThan(plan.value)
    expect(new Set(unasked.meetings.map((one) => one.participant)).size).toBeLessThan(30)
  })
})

/** The most a day can be worth, by trying everything: each wish in each slot and at no slot. */
function mostWorth(event: MeetingEvent): number {
  const busy = new Set<string>()
  const left = new Map([...event.participants.map(({ id, most }) => [id, most] as const), ...event.employers.map(({ id, tables, most }) => [id, most ?? tables * event.slots.length] as const)])
  const from = (at: number): number => {
    const wish = event.wishes[at]
    if (!wish) return 0
    let best = from(at + 1)
    const [who, where] = [event.participants.find(({ id }) => id === wish.participant), event.employers.find(({ id }) => id === wish.employer)]
    event.slots.forEach((_, s) => {
      const keys = [`${wish.participant} ${s}`, `${wish.employer} ${s}`]
      if (!who?.present[s] || !where?.present[s] || keys.some((key) => busy.has(key)) || left.get(wish.participant) === 0) return
      for (const key of keys) busy.add(key)
      left.set(wish.participant, (left.get(wish.participant) ?? 0) - 1)
      best = Math.max(best, interestOf(wish) + from(at + 1))
      left.set(wish.participant, (left.get(wish.participant) ?? 0) + 1)
      for (const key of keys) busy.delete(key)
    })
    return best
  }
  return from(0)
}

test('no day can be worth more than the bound, and small days are planned as well as can be', () => {
  let reached = 0
  const days = Array.from({ length: 120 }, (_, seed) => drawnEvent({ participants: 4, employers: 3, slots: 3, tables: 1, wishesEach: 2, most: 2, away: 0.3 }, seed))
  for (const [seed, event] of days.entries()) {
    const [plan, most] = [planMeetings(event, seed), mostWorth(event)]
    expect(plan.upperBound).toBeGreaterThanOrEqual(most)
    expect(plan.value).toBeLessThanOrEqual(most)
    if (plan.value === most) reached++
  }
  expect(reached).toBeGreaterThanOrEqual(118)
})

const day = (): MeetingEvent => ({
  slots: [{ from: 600, to: 612 }, { from: 615, to: 627 }], rooms: [{ id: 'Hall', at: [0, 0] }, { id: 'Far', at: [30, 40], tables: 1 }],
  employers: [{ id: 'Bakery', tables: 1, room: 'Hall', present: [true, true] }, { id: 'Home', tables: 2, room: 'Far', present: [true, true] }],
  participants: [{ id: 'Ada', present: [true, true], most: 2, least: 0 }, { id: 'Bo', present: [true, false], most: 1, least: 1, language: 'ti' }],
  interpreters: [{ id: 'Tolk', languages: ['ti'], present: [true, true] }],
  wishes: [{ participant: 'Ada', employer: 'Bakery', byParticipant: 3, byEmployer: 3 }, { participant: 'Ada', employer: 'Home', byParticipant: 0, byEmployer: 1 }, { participant: 'Bo', employer: 'Bakery', byParticipant: 0, byEmployer: 0 }, { participant: 'Bo', employer: 'Home', byParticipant: 0, byEmployer: 0 }],
  fixed: [],
})

test('the whole of a small day: who is late, who needs an interpreter, a room for one, the walk between rooms', () => {
  const plan = planMeetings(day(), 1)
  expect(plan).toMatchObject({ value: 19, upperBound: 19, without: [], idle: 0, idleTables: 0, walk: 50 })
  expect(plan.meetings.find(({ participant }) => participant === 'Bo')).toMatchObject({ slot: 0, interpreter: 'Tolk' })
  const alone = planMeetings({ ...day(), interpreters: [] }, 1)
  expect(alone.without).toEqual([{ participant: 'Bo', lacks: 1, why: 'noInterpreter' }])
})

test.each([
  ['fewSlots', (event: MeetingEvent) => { event.participants[1] = { id: 'Bo', present: [false, false], most: 1, least: 1 } }],
  ['fewWishes', (event: MeetingEvent) => { event.wishes = event.wishes.slice(0, 2) }],
  ['seatsTaken', (event: MeetingEvent) => { event.fixed = [{ participant: 'Ada', employer: 'Bakery', slot: 0, table: 0 }]; event.wishes = event.wishes.slice(0, 3) }],
] as const)('says why somebody has fewer than her minimum: %s', (why, change) => {
  const event = day()
  change(event)
  expect(planMeetings(event, 1).without).toEqual([{ participant: 'Bo', lacks: 1, why }])
})

const A = { participant: 'Ada', employer: 'Bakery', slot: 0, table: 0, room: 'Hall' }
const B = { participant: 'Bo', employer: 'Home', slot: 0, table: 0, room: 'Far', interpreter: 'Tolk' }
test.each([
  [[A, { ...B, employer: 'Bakery', room: 'Hall' }], /two meetings at table 1 at 10:00/], [[A, { ...A, employer: 'Home', room: 'Far' }], /Ada has two meetings at 10:00/], [[A, { ...A, slot: 1 }], /meets Bakery twice/],
  [[{ ...B, slot: 1 }], /the participant is not there/], [[{ ...A, table: 1 }], /at 10:00: table 2 cannot be used/], [[{ ...A, room: 'Far' }], /not in the employer's room/], [[{ ...B, interpreter: undefined }], /there is no interpreter/],
  [[B, { ...A, employer: 'Home', table: 1, room: 'Far' }], /Far is too full/], [[{ ...A, participant: 'Eve' }], /not in the event/], [[{ ...A, slot: 2 }], /not in the event/], [[{ ...A, slot: -1 }], /not in the event/],
  [[B, { ...A, interpreter: 'Tolk' }], /Tolk interprets twice/], [[A], /worth 16, not 17/],
])('the checker finds what is wrong with a plan (%#)', (meetings, fault) => {
  const value = meetings.length === 1 && meetings[0] === A ? 17 : 0
  expect(faultOfPlan(day(), { meetings, value, upperBound: 100 })).toMatch(fault)
})

test('the checker asks for what is fixed, for wishes and limits, and for a value within the bound', () => {
  const event = day()
  expect(faultOfPlan({ ...event, fixed: [{ participant: 'Bo', employer: 'Home', slot: 0, table: 0 }] }, { meetings: [A], value: 16, upperBound: 16 })).toMatch(/is fixed and not in the plan/)
  expect(faultOfPlan({ ...event, wishes: [] }, { meetings: [A], value: 0, upperBound: 0 })).toMatch(/nobody wishes it/)
  expect(faultOfPlan(event, { meetings: [A], value: 16, upperBound: 15 })).toMatch(/above the bound/)
  const few = { ...event, participants: event.participants.map((one) => ({ ...one, most: 1, least: 0 })) }
  expect(faultOfPlan(few, { meetings: [A, { ...A, employer: 'Home', slot: 1, room: 'Far' }], value: 18, upperBound: 18 })).toMatch(/Ada has more meetings/)
  expect(faultOfPlan(event, { meetings: [A], value: 16, upperBound: 16 })).toBeUndefined()
})
