import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnEvent, type Shape } from '#test/meeting-events.ts'
import { away } from './change.ts'
import type { Change, Meeting, MeetingEvent, MeetingPlan } from './event.ts'
import { faultOfPlan } from './fault-of-plan.ts'
import { planMeetings } from './plan.ts'
import { replan } from './replan.ts'
import { whatIsWrong } from './what-is-wrong.ts'

const shape: Shape = { participants: 14, employers: 4, slots: 6, tables: 2, wishesEach: 3, most: 3, least: 1, away: 0.15, rooms: 2, needsInterpreter: 0.2, interpreters: 2 }
const slots = shape.slots

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom('participant' as const, 'employer' as const, 'interpreter' as const), at: fc.nat(13), from: fc.nat(slots), present: fc.array(fc.boolean(), { minLength: slots, maxLength: slots }) })
    .map(({ kind, at, ...rest }) => ({ kind, id: kind === 'participant' ? `P${at}` : kind === 'employer' ? `E${at % 4}` : `T${at % 2}`, ...rest })),
  fc.record({ kind: fc.constant('tableGone' as const), employer: fc.nat(3).map((e) => `E${e}`), table: fc.nat(1), from: fc.nat(slots) }),
)
const places = (meetings: readonly Meeting[], is: (one: Meeting) => boolean): string[] => meetings.filter(is).map(({ participant, employer, slot, table }) => `${participant} ${employer} ${slot} ${table}`)
const isThere = (event: MeetingEvent, { participant, employer, slot, table }: Meeting): boolean => {
  const host = event.employers.find(({ id }) => id === employer)
  return event.participants.find(({ id }) => id === participant)?.present[slot] === true && host?.present[slot] === true && !host.closed?.some((one) => one.table === table && one.from <= slot)
}

describe('a plan made anew on the day', () => {
  test('is sound, keeps what was held, and moves nothing that could stay but to save another', () => {
    fc.assert(fc.property(fc.nat(500), fc.nat(slots), fc.array(changes, { minLength: 1, maxLength: 3 }), (seed, now, what) => {
      const before = drawnEvent(shape, seed)
      const plan = planMeetings(before, seed)
      const { event, plan: after, moved, added, adjusted } = replan(before, plan, what, now, 1)
      expect(whatIsWrong(event)).toEqual([])
      expect(faultOfPlan(event, after)).toBeUndefined()
      const held = (one: Meeting): boolean => one.slot < now && isThere(event, one)
      expect(places(after.meetings, (one) => one.slot < now)).toEqual(places(plan.meetings, held))
      expect(after.meetings.length).toBe(plan.meetings.length + added.length - moved.filter(({ to }) => to === undefined).length)
      const madeWay = moved.filter(({ why }) => why === 'madeWay')
      expect(madeWay.every(({ from, to }) => from >= now && to !== undefined)).toBe(true)
      expect(madeWay.length).toBeLessThanOrEqual(2 * moved.filter(({ why, to }) => why === 'mustMove' && to !== undefined).length + 2 * adjusted.length)
      expect([...added, ...adjusted].every(({ slot }) => slot >= now)).toBe(true)
    }), { numRuns: 100 })
  })

  test('touches nothing when nothing has changed', () => {
    fc.assert(fc.property(fc.nat(2000), fc.nat(slots), (seed, now) => {
      const event = drawnEvent(shape, seed)
      const plan = planMeetings(event, seed)
      const again = replan(event, plan, [], now, 2)
      expect(again).toMatchObject({ moved: [], added: [], adjusted: [] })
      expect(again.plan.meetings).toEqual(plan.meetings)
    }), { numRuns: 60 })
  })
})

const two = (present: boolean[]): MeetingEvent => ({
  slots: [{ from: 0, to: 10 }, { from: 10, to: 20 }, { from: 20, to: 30 }], rooms: [{ id: 'R', at: [0, 0] }], interpreters: [], fixed: [],
  employers: [{ id: 'E', tables: 1, room: 'R', present: [true, true, true] }],
  participants: [{ id: 'Ada', present, most: 1, least: 0 }, { id: 'Bo', present: [true, true, true], most: 1, least: 0 }, { id: 'Eli', present: [true, false, false], most: 1, least: 0 }],
  wishes: ['Ada', 'Bo', 'Eli'].map((participant, at) => ({ participant, employer: 'E', byParticipant: at === 2 ? 0 : 3, byEmployer: 3 })),
})
const at = (participant: string, slot: number): Meeting => ({ participant, employer: 'E', slot, table: 0, room: 'R' })
const planned = (...meetings: Meeting[]): MeetingPlan => ({ meetings, value: 0, upperBound: 99, without: [], idle: 0, idleTables: 0, walk: 0 })

test('who is late is seen later, and another makes way only when no slot is free', () => {
  const late: Change = { kind: 'participant', id: 'Ada', from: 0, present: [false, false, true] }
  const easy = replan(two([true, true, true]), planned(at('Ada', 0), at('Bo', 1)), [late], 0, 1)
  expect(easy.moved).toEqual([{ participant: 'Ada', employer: 'E', from: 0, to: 2, why: 'mustMove' }])
  expect(easy.added).toEqual([at('Eli', 0)])
  const hard = replan(two([true, true, true]), planned(at('Ada', 0), at('Bo', 2)), [late], 1, 1)
  expect(hard.moved).toEqual([{ participant: 'Ada', employer: 'E', from: 0, to: 2, why: 'mustMove' }, { participant: 'Bo', employer: 'E', from: 2, to: 1, why: 'madeWay' }])
})

test('a no-show leaves her place to somebody who wishes it, and a meeting she did not come to was not held', () => {
  const gone = replan(two([true, true, true]), planned(at('Ada', 0), at('Bo', 1)), [{ kind: 'participant', id: 'Ada', from: 0, present: away(3) }], 0, 1)
  expect(gone.moved).toEqual([{ participant: 'Ada', employer: 'E', from: 0, to: undefined, why: 'mustMove' }])
  expect(gone.plan.meetings).toEqual([at('Eli', 0), at('Bo', 1)])
  const came = replan(two([true, true, true]), planned(at('Ada', 0), at('Bo', 1)), [{ kind: 'participant', id: 'Ada', from: 0, present: [false, true, true] }], 1, 1)
  expect(came.plan.meetings).toEqual([at('Bo', 1), at('Ada', 2)])
})
