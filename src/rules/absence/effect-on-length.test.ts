import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '#shared/date.ts'
import { addDays, plainDate } from '#shared/date.ts'
import { decideRule } from '../rule.ts'
import { effectOnLengthAmount, effectOnLengthPeriod, workingDay } from './choices.ts'
import { absenceEffectOnLength } from './effect-on-length.ts'
import type { Spell } from './facts.ts'
import { AbsenceKind } from './facts.ts'

const startedOn = plainDate('2026-01-05')
const kind = fc.constantFrom(...AbsenceKind.options)
const spells: fc.Arbitrary<Spell[]> = fc.array(fc.tuple(kind, fc.integer({ min: 1, max: 40 }), fc.nat(15)), { maxLength: 12 }).map((list) => {
  let next: PlainDate = startedOn
  return list.map(([one, gap, length]) => {
    const from = addDays(next, gap)
    next = addDays(from, length)
    return { kind: one, from, to: next }
  })
})
const choices = fc.record({ workingDay: fc.constantFrom(...workingDay.options), effectOnLengthAmount: fc.constantFrom(...effectOnLengthAmount.options), effectOnLengthPeriod: fc.constantFrom(...effectOnLengthPeriod.options) })

/** What the rule adds; every question it can ask is answered. */
function effect(absences: Spell[], chosen: Record<string, string>) {
  const { answer } = decideRule(absenceEffectOnLength, { startedOn, absences }, plainDate('2027-12-31'), { entered: [], settings: { choices: chosen, commenced: {} } })
  if (answer === null) throw new Error('every choice was made')
  return answer
}

test('more absence never shortens the programme', () => {
  fc.assert(fc.property(spells, choices, (all, chosen) => {
    const fewer = effect(all.slice(0, -1), chosen)
    const more = effect(all, chosen)
    expect(more.addedDays).toBeGreaterThanOrEqual(fewer.addedDays)
    expect(more.countedDays).toBeGreaterThanOrEqual(fewer.countedDays)
  }))
})

test('what is added is never more than was counted, and the excess never more than everything', () => {
  fc.assert(fc.property(spells, choices, (all, chosen) => {
    const everything = effect(all, { ...chosen, effectOnLengthAmount: 'everything' })
    const excess = effect(all, { ...chosen, effectOnLengthAmount: 'only_excess' })
    expect(everything.addedDays).toBeLessThanOrEqual(everything.countedDays)
    expect(excess.addedDays).toBeLessThanOrEqual(everything.addedDays)
    expect(excess.addedDays).toBeGreaterThanOrEqual(0)
  }))
})

test('holiday, religious days and absence outside the regulation change nothing', () => {
  const outside = ['holiday', 'religious_day', 'public_day_off', 'home_travel', 'permitted', 'unauthorised'] as const
  fc.assert(fc.property(spells, choices, fc.constantFrom(...outside), (all, chosen, extra) => {
    const last = all.at(-1)?.to ?? startedOn
    const added: Spell = { kind: extra, from: addDays(last, 1), to: addDays(last, 20) }
    expect(effect([...all, added], chosen)).toEqual(effect(all, chosen))
  }))
})
