import { expect, test } from 'vitest'
import type { MeetingEvent } from './event.ts'
import { whatIsWrong } from './what-is-wrong.ts'

const day = (): MeetingEvent => ({
  slots: [{ from: 600, to: 612 }, { from: 615, to: 627 }], rooms: [{ id: 'Hall', at: [0, 0] }],
  employers: [{ id: 'Bakery', tables: 1, room: 'Hall', present: [true, true] }], participants: [{ id: 'Ada', present: [true, false], most: 2, least: 0 }],
  interpreters: [{ id: 'Tolk', languages: ['ti'], present: [true, true] }], wishes: [{ participant: 'Ada', employer: 'Bakery', byParticipant: 3, byEmployer: 3 }], fixed: [],
})

test('nothing is wrong with a sound day', () => { expect(whatIsWrong(day())).toEqual([]) })

const pin = { participant: 'Ada', employer: 'Bakery', slot: 0, table: 0 }
test.each<[string, Partial<MeetingEvent>, string[]]>([
  ['slotTimes', { slots: [{ from: 600, to: 600 }, { from: 615, to: 627 }] }, ['slots[0]: a slot ends after it begins.']],
  ['slotTimes', { slots: [{ from: 600, to: 620 }, { from: 615, to: 627 }] }, ['slots[1]: a slot begins before the one above it has ended.']],
  ['slotTimes', { slots: [{ from: -5, to: 620 }, { from: 625, to: NaN }] }, ['slots[0]: a slot has whole minutes from midnight, up to 1440.', 'slots[1]: a slot has whole minutes from midnight, up to 1440.']],
  ['idTwice', { rooms: [{ id: 'Hall', at: [0, 0] }, { id: 'Hall', at: [1, 1] }] }, ["rooms[1]: 'Hall' stands twice."]],
  ['nobodyThere', { participants: [], wishes: [] }, ['participants: there are no participants.']],
  ['presentLength', { interpreters: [{ id: 'Tolk', languages: [], present: [true] }] }, ['interpreters[0].present: has 1 entries for 2 slots.']],
  ['notANumber', { employers: [{ id: 'Bakery', tables: -1, room: 'Hall', present: [true, true], most: 1.5 }] }, ['employers[0].tables: -1 is not a whole number from 0.', 'employers[0].most: 1.5 is not a whole number from 0.']],
  ['notANumber', { rooms: [{ id: 'Hall', at: [NaN, 0] }] }, ['rooms[0].at: is two numbers of metres.']],
  ['unknownId', { employers: [{ id: 'Bakery', tables: 1, room: 'Attic', present: [true, true] }] }, ["employers[0].room: there is no room 'Attic'."]],
  ['leastAboveMost', { participants: [{ id: 'Ada', present: [true, true], most: 1, least: 2 }] }, ['participants[0]: least (2) is above most (1).']],
  ['unknownId', { wishes: [{ participant: 'Eve', employer: 'Mill', byParticipant: 0, byEmployer: 0 }] }, ["wishes[0]: there is no participant 'Eve'.", "wishes[0]: there is no employer 'Mill'."]],
  ['wishTwice', { wishes: [...day().wishes, ...day().wishes] }, ["wishes[1]: 'Ada' with 'Bakery' stands twice."]],
  ['fixedClash', { fixed: [{ ...pin, slot: 1 }] }, ['fixed: Ada with Bakery at 10:15: the participant is not there.']],
  ['fixedClash', { fixed: [pin, pin] }, ['fixed: Ada meets Bakery twice.']],
  ['fixedClash', { fixed: [{ ...pin, table: 4 }] }, ['fixed: Ada with Bakery at 10:00: table 5 cannot be used then.']],
])('%s is said in words (%#)', (code, change, words) => {
  const wrong = whatIsWrong({ ...day(), ...change })
  expect(wrong.map((one) => one.words)).toEqual(words)
  expect(wrong.every((one) => one.code === code)).toBe(true)
})

test('a day whose numbers do not fit is refused rather than planned wrongly', () => {
  const present = Array.from({ length: 200 }, () => true)
  const slots = present.map((_, s) => ({ from: s * 7, to: s * 7 + 6 }))
  const many = Array.from({ length: 5000 }, (_, p) => ({ id: `P${p}`, present, most: 200, least: 200 }))
  expect(whatIsWrong({ ...day(), slots, participants: many, employers: [{ id: 'Bakery', tables: 1, room: 'Hall', present }], interpreters: [], wishes: [] }).map(({ code }) => code)).toEqual(['tooLarge'])
})
