import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SURE_95, sureOfAll, wilson } from '#matching/engine/wilson.ts'
import type { Proposal } from './calibration.core.ts'
import { calibrationOf, inBins, shareOf } from './calibration.core.ts'
import { OUTCOMES } from './calibration.schema.ts'
import { SMALLEST, hiddenGroups } from './small-groups.core.ts'

const answer = fc.constantFrom(true, false, null, 'none' as const)
const proposal: fc.Arbitrary<Proposal> = fc.record({
  score: fc.integer({ min: -40, max: 160 }), weights: fc.constantFrom(null, 1, 2), outcomes: fc.record({ agreed: answer, kept: answer, again: answer, job: answer }),
  groups: fc.record({ gender: fc.constantFrom('female', 'male', 'unknown'), age: fc.constantFrom('under_25', 'from_25', 'from_55'), country: fc.constantFrom('ukraine', 'asia', 'others', 'unknown') }) })
const proposals = fc.array(proposal, { maxLength: 120 })

describe('the Wilson interval', () => {
  test('is that of the textbook', () => {
    // 10 of 20: 0.2993, 0.7007; 0 of 10: 0, 0.2775 (Brown, Cai & DasGupta 2001)
    expect(wilson(10, 20)).toMatchObject({ low: expect.closeTo(0.2993, 4), high: expect.closeTo(0.7007, 4) })
    expect(wilson(0, 10)).toMatchObject({ low: 0, high: expect.closeTo(0.2775, 4) })
    expect(wilson(0, 0)).toBeNull()
  })

  test('is as wide for many as it must be: two-sided normal quantiles of 0.05 divided by how many', () => {
    // from tables of the normal distribution: 0.05/10 and 0.05/100, two-sided
    expect([sureOfAll(1), sureOfAll(10), sureOfAll(100)]).toEqual([SURE_95, expect.closeTo(2.80703, 4), expect.closeTo(3.48076, 4)])
  })

  test('lies between 0 and 1, holds the share, and narrows with more answers', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (known, part) => {
      const yes = Math.round(known * part)
      const [few, many] = [wilson(yes, known), wilson(yes * 4, known * 4)]
      expect(few && few.low >= 0 && few.high <= 1 && few.low <= yes / known && few.high >= yes / known).toBe(true)
      expect(few && many && many.high - many.low <= few.high - few.low).toBe(true)
    }))
  })
})

describe('bins', () => {
  test('hold every proposal once, in order of score, none of fewer than ten where there are ten, equal scores together', () => {
    fc.assert(fc.property(proposals, (rows) => {
      const bins = inBins(rows)
      expect(bins.flat().map(({ score }) => score)).toEqual(rows.map(({ score }) => score).toSorted((a, b) => a - b))
      expect(rows.length < SMALLEST || Math.min(...bins.map((bin) => bin.length)) >= SMALLEST).toBe(true)
      expect(bins.slice(1).every((bin, at) => (bins[at]?.at(-1)?.score ?? 0) < (bin[0]?.score ?? 0))).toBe(true)
      expect(bins.length).toBeLessThanOrEqual(5)
    }))
  })
})

describe('small groups', () => {
  test('are never shown, and cannot be found by subtracting: what is hidden is two groups and ten at least, or all there is', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 0, max: 40 })), (given) => {
      const counts = new Map(Object.entries(given))
      const hidden = hiddenGroups(counts)
      const shown = [...counts].filter(([key, count]) => count > 0 && !hidden.has(key)).map(([, count]) => count)
      const together = [...hidden].reduce((sum, key) => sum + (counts.get(key) ?? 0), 0)
      const filled = [...counts.values()].filter((count) => count > 0)
      expect(shown.filter((count) => count < SMALLEST)).toEqual([])
      expect(hidden.size === 0 || hidden.size === filled.length || (hidden.size > 1 && together >= SMALLEST)).toBe(true)
      expect(hidden.size > 0).toBe(filled.some((count) => count < SMALLEST))
    }))
  })
})

describe('the report', () => {
  test('counts what is known and what is missing, and no proposal of which it is not asked; shows no group of few', () => {
    fc.assert(fc.property(proposals, (rows) => {
      const report = calibrationOf(rows, 3)
      for (const outcome of OUTCOMES) {
        expect(report.total[outcome].known + report.total[outcome].missing).toBe(rows.filter(({ outcomes }) => outcomes[outcome] !== 'none').length)
        expect(report.bins.reduce((sum, { shares }) => sum + shares[outcome].known, 0)).toBe(report.bins.length === 0 ? 0 : report.total[outcome].known)
        const shares = [report.total[outcome], ...report.bins.map((bin) => bin.shares[outcome])]
        // no share of few, and none that can be found by subtracting the others from the whole
        expect(shares.filter(({ known, yes, share, low, high }) => known < SMALLEST && [yes, share, low, high].some((one) => one !== null))).toEqual([])
        const hidden = shares.slice(1).filter(({ known, yes }) => yes === null && known > 0)
        expect(hidden.length === 0 || report.total[outcome].yes === null || (hidden.length > 1 && hidden.reduce((sum, { known }) => sum + known, 0) >= SMALLEST)).toBe(true)
      }
      expect(report.groups.flatMap((one) => one.rows).flatMap(({ result }) => (result === 'hidden' || result.known >= SMALLEST ? [] : [result]))).toEqual([])
    }))
  })

  test('tells a group whose members fare otherwise than their scores would have it', () => {
    const made = (score: number, job: boolean, gender: string): Proposal => ({ score, weights: 1, outcomes: { agreed: job, kept: job, again: job, job }, groups: { gender, age: 'x', country: 'x' } })
    const rows = [...Array.from({ length: 30 }, () => made(50, true, 'male')), ...Array.from({ length: 30 }, () => made(50, false, 'female'))]
    const { rows: groups } = calibrationOf(rows, 0).groups.find(({ dimension, outcome }) => dimension === 'gender' && outcome === 'job') ?? { rows: [] }
    expect(groups).toMatchObject([{ key: 'female', result: { share: 0, expected: 0.5, differs: true } }, { key: 'male', result: { share: 1, expected: 0.5, differs: true } }])
  })

  test('says nothing by score where there are fewer than ten', () => {
    expect(calibrationOf([], 0)).toMatchObject({ scored: 0, bins: [], groups: [], total: { job: { known: 0, share: null } } })
    expect(shareOf([true, null, false])).toEqual({ yes: null, known: 2, missing: 1, share: null, low: null, high: null })
    expect(shareOf([...Array.from({ length: 5 }, () => true), ...Array.from({ length: 5 }, () => false), null])).toMatchObject({ yes: 5, known: 10, missing: 1, share: 0.5 })
  })
})
