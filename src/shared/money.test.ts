import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atMost, downToKrone, exactly, kroner, Ore, plus, shareOf, toNearestKrone, toNearestOre } from './money.ts'

const ore = (amount: number) => Ore.parse(amount)
const exact = fc.tuple(fc.integer({ min: 0, max: 50_000_000 }), fc.integer({ min: 1, max: 2000 })).map(([amount, parts]) => shareOf(exactly(ore(amount)), 1, parts))

test('kroner are whole, and hundred øre each', () => {
  expect(kroner(136_549)).toBe(13_654_900)
  expect(() => kroner(0.005)).toThrow(/int/)
  expect(() => Ore.parse(1.5)).toThrow(/int/)
})

test.each([[49, 0, 0], [50, 100, 0], [99, 100, 0], [100, 100, 100], [149, 100, 100], [150, 200, 100]])('%i øre is %i to the nearest krone and %i down', (amount, near, down) => {
  expect([toNearestKrone(exactly(ore(amount))), downToKrone(exactly(ore(amount)))]).toEqual([near, down])
})

test('half an øre goes up, less goes down', () => {
  expect([shareOf(exactly(ore(3)), 1, 2), shareOf(exactly(ore(10)), 1, 3), shareOf(exactly(ore(20)), 1, 3)].map(toNearestOre)).toEqual([2, 3, 7])
})

test('shares put together again are the whole', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 50_000_000 }), fc.integer({ min: 1, max: 365 }), (amount, parts) => {
    const one = shareOf(exactly(ore(amount)), 1, parts)
    expect(shareOf(one, parts, 1)).toEqual(exactly(ore(amount)))
  }))
})

test('rounding moves an amount by at most half of what it rounds to, and down never adds', () => {
  fc.assert(fc.property(exact, (amount) => {
    const value = amount.numerator / amount.denominator
    expect(Math.abs(toNearestOre(amount) - value)).toBeLessThanOrEqual(0.5)
    expect(Math.abs(toNearestKrone(amount) - value)).toBeLessThanOrEqual(50)
    expect(value - downToKrone(amount)).toBeGreaterThanOrEqual(0)
    expect(value - downToKrone(amount)).toBeLessThan(100)
  }))
})

test('the order of adding does not matter, and the smaller of two is one of them', () => {
  fc.assert(fc.property(exact, exact, (a, b) => {
    expect(plus(a, b)).toEqual(plus(b, a))
    expect([a, b]).toContainEqual(atMost(a, b))
    expect(atMost(a, b)).toEqual(atMost(b, a))
  }))
})

test('what has grown beyond exact counting is refused, not rounded in silence', () => {
  expect(() => shareOf(exactly(ore(9_000_000_000_000_000)), 3, 1)).toThrow(RangeError)
})
