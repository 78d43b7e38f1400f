import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import type { Facts } from '../facts.ts'
import { decideRule } from '../rule.ts'
import { employerContribution } from './contribution.ts'

const on = plainDate('2026-06-01')
function contribution(facts: Facts): number {
  const { answer } = decideRule(employerContribution, { contributionTrade: 'ordinary', ...facts }, on)
  if (answer === null) throw new Error('must be decided')
  return answer.contributionOre
}
const base = fc.integer({ min: 0, max: 100_000_000 })
const used = fc.integer({ min: 0, max: 1_000_000 })
const zone = fc.constantFrom('I' as const, 'Ia' as const, 'II' as const, 'III' as const, 'IV' as const, 'IVa' as const, 'V' as const)

test('zone Ia is the full rate less what is left of the allowance, counted a second way', () => {
  fc.assert(fc.property(base, used, (contributionBase, contributionAllowanceUsed) => {
    const left = BigInt(Math.max(0, 850_000 - contributionAllowanceUsed))
    // as much of the base as the allowance reaches gets the reduced rate, the rest the full one; in thousandths of 35
    const reached = left * 1000n < BigInt(contributionBase) * 35n ? left * 1000n : BigInt(contributionBase) * 35n
    const thirtyFifths = reached * 106n + (BigInt(contributionBase) * 35n - reached) * 141n
    const exactOre = thirtyFifths * 100n
    const ore = exactOre / 35_000n + (exactOre % 35_000n * 2n >= 35_000n ? 1n : 0n)
    expect(contribution({ contributionZone: 'Ia', contributionBase, contributionAllowanceUsed })).toBe(Number(ore))
  }))
})

test('is never less for a larger base, nor more than in zone I, nor less than in zone V', () => {
  fc.assert(fc.property(zone, base, base, used, (contributionZone, a, b, contributionAllowanceUsed) => {
    const of = (contributionBase: number): number => contribution({ contributionZone, contributionBase, contributionAllowanceUsed })
    expect(of(Math.min(a, b))).toBeLessThanOrEqual(of(Math.max(a, b)))
    expect(of(a)).toBeLessThanOrEqual(contribution({ contributionZone: 'I', contributionBase: a }))
    expect(of(a)).toBeGreaterThanOrEqual(0)
  }))
})
