import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, plainDate } from '#shared/date.ts'
import { decideRule } from '../rule.ts'
import { selfCertificationChain } from './choices.ts'
import type { SelfCertified } from './facts.ts'
import { absenceSelfCertification } from './self-certification.ts'

const startedOn = plainDate('2026-01-05')
const earlier: fc.Arbitrary<SelfCertified[]> = fc.array(fc.record({ from: fc.nat(200), length: fc.nat(4), documented: fc.boolean() }), { maxLength: 8 })
  .map((list) => list.map(({ from, length, documented }) => ({ from: addDays(startedOn, from), to: addDays(startedOn, from + length), documented })))
const chain = fc.constantFrom(...selfCertificationChain.options)

/** What self-certification covers of an absence that begins so many days after the start. */
function covers(after: number, length: number, spells: SelfCertified[], selfCertificationChain: string) {
  const absentFrom = addDays(startedOn, after)
  const facts = { startedOn, absentFrom, absentTo: addDays(absentFrom, length), selfCertifiedAbsences: spells }
  const { answer } = decideRule(absenceSelfCertification, facts, absentFrom, { entered: [], settings: { choices: { selfCertificationChain }, commenced: {} } })
  if (answer === null) throw new Error('the choice was made')
  return { ...answer, absentFrom, days: length + 1 }
}

test('self-certification never covers more than three days, nor more than the absence, and the doctor’s note takes over the day after', () => {
  fc.assert(fc.property(fc.nat(300), fc.nat(20), earlier, chain, (after, length, spells, read) => {
    const { coveredDays, doctorsNoteFrom, absentFrom, days } = covers(after, length, spells, read)
    expect(coveredDays).toBeGreaterThanOrEqual(0)
    expect(coveredDays).toBeLessThanOrEqual(Math.min(3, days))
    expect(doctorsNoteFrom === null ? days : daysBetween(absentFrom, doctorsNoteFrom)).toBe(coveredDays)
  }))
})

test('an earlier absence never gives more days', () => {
  fc.assert(fc.property(fc.nat(300), earlier, chain, (after, spells, read) => {
    expect(covers(after, 5, spells, read).coveredDays).toBeLessThanOrEqual(covers(after, 5, [], read).coveredDays)
  }))
})

test('in the first eight weeks there are none', () => {
  fc.assert(fc.property(fc.nat(55), earlier, chain, (after, spells, read) => {
    expect(covers(after, 5, spells, read).coveredDays).toBe(0)
  }))
})
