import fc from 'fast-check'
import { dnr, tnr } from '@navikt/fnrvalidator'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { seededRandom } from '../../../db/seed/random.ts'
import { syntheticNumber } from '../../../db/seed/numbers.ts'
import { decideRule } from '../rule.ts'
import { identityNumber } from './number.ts'

/** Numbers made in the test: month + 80, so that they can belong to nobody. */
const births = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(plainDate('1950-01-01'), days))
const synthetic = fc.record({ birth: births, seed: fc.integer({ min: 1, max: 100_000 }), isDNumber: fc.boolean() })
  .map(({ birth, seed, isDNumber }) => ({ birth, isDNumber, number: syntheticNumber(seededRandom(seed), birth, 'female', isDNumber) }))
const duf = fc.integer({ min: 1_000_000_000, max: 2_099_999_999 }).map(String).map((ten) => {
  const sum = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5].reduce((total, weight, at) => total + weight * Number(ten[at]), 0)
  return ten + String(sum % 11).padStart(2, '0')
})
const changed = (number: string, at: number, by: number): string => number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1)
const asked = (number: string, on = '2026-09-01') => decideRule(identityNumber, { identityNumber: number }, plainDate(on)).answer

test('a synthetic number is known, with the birth date it was made of; a D-number has no century', () => {
  fc.assert(fc.property(synthetic, ({ birth, isDNumber, number }) => {
    expect((isDNumber ? dnr : tnr)(number).status).toBe('valid')
    expect(asked(number)).toMatchObject({ kind: isDNumber ? 'dnr' : 'fnr', synthetic: true, controlFits: true, usable: true, birthDate: isDNumber ? null : birth, ddmmyy: birth.slice(8) + birth.slice(5, 7) + birth.slice(2, 4) })
  }))
})

test('any single changed digit is seen, and before 2032 stops', () => {
  fc.assert(fc.property(synthetic, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), ({ number }, at, by) => {
    expect(asked(changed(number, at, by))).toMatchObject({ controlFits: false, usable: false })
  }))
})

test('from 2032 control digits that do not fit are a warning and never a stop', () => {
  fc.assert(fc.property(synthetic, fc.integer({ min: 1, max: 9 }), ({ number }, by) => {
    expect(asked(changed(number, 10, by), '2032-01-01')).toMatchObject({ controlFits: false, usable: true, warnings: expect.arrayContaining(['control_digits']) })
  }))
})

test('any single changed digit of a DUF number is remarked upon, and none stops', () => {
  fc.assert(fc.property(duf, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
    expect(asked(number)).toMatchObject({ kind: 'duf', controlFits: true, warnings: [], birthDate: null })
    expect(asked(changed(number, at, by))).toMatchObject({ controlFits: false, usable: true, warnings: ['duf_control'] })
  }))
})
