import { expect, test } from 'vitest'
import { aFrame, factsOf } from '#test/market.ts'
import { applyChange, levelAbove } from './change.core.ts'

const care = (...slots: { from: string; to: string }[]) => ({ care: [{ until: null, slots: slots.map((slot) => ({ weekday: 1, ...slot })) }], programme: [] })

test('childcare until five lets the day last until then, and takes what of the children’s afternoon lies before it', () => {
  const person = factsOf('p', { frame: aFrame({ latest: '15:30', earliest: '08:15' }), week: care({ from: '07:30', to: '08:15' }, { from: '15:30', to: '16:30' }, { from: '16:30', to: '18:00' }) })
  const after = applyChange(person, { is: 'until', time: '17:00' })
  expect(after.frame).toMatchObject({ latest: '17:00', earliest: '08:15' })
  expect(after.week.care[0]?.slots).toEqual([{ weekday: 1, from: '07:30', to: '08:15' }, { weekday: 1, from: '17:00', to: '18:00' }])
  const early = applyChange(person, { is: 'from', time: '07:00' })
  expect([early.frame?.earliest, early.week.care[0]?.slots.length]).toEqual(['07:00', 2])
})

test('what changes nothing leaves the facts the very same', () => {
  const person = factsOf('p', { level: 'B1', frame: aFrame({ latest: '18:00' }) })
  for (const change of [{ is: 'until', time: '17:00' }, { is: 'from', time: '07:00' }, { is: 'level', language: 'no', skill: 'listening', to: 'A2' }, { is: 'travel', way: 'bus' }, { is: 'hours', hours: 30 }] as const) expect(applyChange(person, change)).toBe(person)
  expect(applyChange({ ...person, frame: null }, { is: 'hours', hours: 30 }).frame).toBeNull()
})

test('the level above, to the top', () => {
  expect([levelAbove('A1-'), levelAbove('B2'), levelAbove('C2'), levelAbove('native')]).toEqual(['A1', 'C1', undefined, undefined])
})
