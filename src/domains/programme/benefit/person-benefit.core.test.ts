import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, plainDate } from '#shared/date.ts'
import type { Grounds } from '#rules/rule.ts'
import type { AttendanceDay, Income, PersonBasis } from './basis.core.ts'
import { canonical } from './file.core.ts'
import { computePerson, computeRun } from './person-benefit.core.ts'
import type { PersonBenefitResult } from './person-benefit.core.ts'

const day = plainDate
const october = day('2026-10-01')
const grounds: Grounds = { entered: [], settings: { choices: { benefitRounding: 'nearest_ore', deductionBase: 'own_benefit', ageInPaymentPeriod: 'each_day', partMonthDays: 'days_with' }, commenced: {} } }
const terms = { fromOn: day('2025-01-01'), livesWithParents: false, isPartnerInProgramme: false, hasChildren: false }

const someone = (over: Partial<PersonBasis> = {}): PersonBasis => ({
  personId: '00000000-0000-4000-8000-000000000001', birthDate: day('1990-03-01'), programmes: [{ from: day('2026-01-05'), to: null }], terms: [terms],
  incomes: [], days: [], unpaidLeave: [], heldFrom: null, paid: [], refunds: [], decided: [], ...over,
})
const away = (on: string, unauthorisedMinutes = 360, plannedMinutes = 360): AttendanceDay => ({ on: day(on), plannedMinutes, unauthorisedMinutes, unpaidMinutes: 0, unsettledMinutes: 0 })
const income = (over: Partial<Income>): Income => ({ id: 'a', kind: 'disability_benefit', monthlyOre: 500_000, monthlyHours: null, earnedBefore: null, fromOn: day('2026-01-01'), toOn: null, ...over })
const run = (basis: PersonBasis, month = october, earlier: PlainDate[] = [], by = grounds): PersonBenefitResult => computePerson(basis, month, earlier, by)
const amounts = ({ lines }: PersonBenefitResult): unknown => lines.map(({ kind, ore }) => [kind, ore])
const issues = ({ issues: found }: PersonBenefitResult): unknown => found.map(({ kind, proposedOre }) => [kind, proposedOre])

describe('the benefit of a month, to the øre (G 136 549)', () => {
  test.each([
    ['full', {}, 2_275_817],
    ['under 25, not with parents: 2/3', { birthDate: day('2004-03-01') }, 1_517_211],
    ['under 25, with parents: 1/3', { birthDate: day('2004-03-01'), terms: [{ ...terms, livesWithParents: true }] }, 758_606],
    ['childless couple, both in the programme: 5/6', { terms: [{ ...terms, isPartnerInProgramme: true }] }, 1_896_514],
    ['both of these: 5/9', { birthDate: day('2004-03-01'), terms: [{ ...terms, isPartnerInProgramme: true }] }, 1_264_343],
    ['a couple with children: full', { terms: [{ ...terms, isPartnerInProgramme: true, hasChildren: true }] }, 2_275_817],
    ['began on 20 October: 12/30', { programmes: [{ from: day('2026-10-20'), to: null }] }, 910_327],
    ['ended on 15 October: 15/30', { programmes: [{ from: day('2026-01-05'), to: day('2026-10-15') }] }, 1_137_908],
    ['leave without benefit 1-10 October: 21/30', { unpaidLeave: [{ from: day('2026-10-01'), to: day('2026-10-10') }] }, 1_593_072],
    ['an hour and a half of leave without benefit: 1,5/1850 of the year less', { days: [{ ...away('2026-10-05', 0), unpaidMinutes: 90 }] }, 2_253_674],
    ['25 on 11 October: 10/30 of 2/3 and 20/30', { birthDate: day('2001-10-11') }, 505_737 + 1_517_211],
    ['terms changed on 16 October: 15/30 of 1/3 and 15/30 of 2/3', { birthDate: day('2004-03-01'), terms: [{ ...terms, livesWithParents: true }, { ...terms, fromOn: day('2026-10-16') }] }, 379_303 + 758_606 - 1],
  ] satisfies [string, Partial<PersonBasis>, number][])('%s', (_, over, ore) => {
    expect(amounts(run(someone(over)))).toEqual([['base', ore]])
  })

  test('the G of 1 May counts from the first of May', () => {
    expect(amounts(run(someone(), day('2026-04-01')))).toEqual([['base', 2_169_333]])
    expect(amounts(run(someone(), day('2026-05-01')))).toEqual([['base', 2_275_817]])
  })

  test('nothing for one who is not in the programme, and no question', () => {
    const none = run(someone({ programmes: [{ from: day('2026-11-02'), to: null }], terms: [] }))
    expect([none.lines, none.issues]).toEqual([[], []])
  })
})

describe('what is taken off is proposed, with what it rests on', () => {
  test.each([
    ['two whole days: 2/30 of the month', { days: [away('2026-10-05'), away('2026-10-06')] }, ['unauthorised_absence', 151_721]],
    ['three hours: 3/1850 of the year', { days: [away('2026-10-05', 180)] }, ['unauthorised_absence', 44_286]],
    ['a day and an hour and a half, under 25: of her own 2/3', { birthDate: day('2004-03-01'), days: [away('2026-10-05'), away('2026-10-07', 90)] }, ['unauthorised_absence', 65_336]],
    ['disability benefit: all of it', { incomes: [income({})] }, ['income', 500_000]],
    ['disability benefit from the 16th: 16/30', { incomes: [income({ fromOn: day('2026-10-16') })] }, ['income', 266_667]],
    ['transitional benefit 15 000: 40 % above half of G', { incomes: [income({ kind: 'transitional_benefit', monthlyOre: 1_500_000 })] }, ['income', 372_418]],
    ['paid work 40 hours: by its time', { incomes: [income({ kind: 'paid_work', monthlyOre: 800_000, monthlyHours: 40 })] }, ['paid_work', 590_482]],
    ['paid work 40 hours, little pay: krone for krone', { incomes: [income({ kind: 'paid_work', monthlyOre: 300_000, monthlyHours: 40 })] }, ['paid_work', 300_000]],
  ] satisfies [string, Partial<PersonBasis>, [string, number]][])('%s', (_, over, [kind, ore]) => {
    const found = run(someone(over))
    expect(issues(found)).toEqual([[kind, ore]])
    expect(found.lines.find((line) => line.kind === kind)?.ore).toBe(-ore)
    expect(found.issues[0]?.traces[0]?.steps.length).toBeGreaterThan(0)
  })

  test('sickness benefit earned after the start takes nothing and asks nobody', () => {
    expect(issues(run(someone({ incomes: [income({ kind: 'sickness_benefit', earnedBefore: false })] })))).toEqual([])
  })

  test('more than the benefit is never taken', () => {
    const found = run(someone({ incomes: [income({ monthlyOre: 9_000_000 })], days: [away('2026-10-05')] }))
    expect([found.payoutOre, amounts(found)]).toEqual([0, [['base', 2_275_817], ['income', -2_275_817]]])
  })

  test('an hour held back while a question is open is not taken, and said', () => {
    const found = run(someone({ days: [away('2026-10-05'), away('2026-10-20')], heldFrom: day('2026-10-10') }))
    expect(issues(found)).toEqual([['unauthorised_absence', 75_861]])
    expect(found.lines[0]?.particulars.heldDays).toBe(1)
  })

  test('attendance nobody settled is looked at, and nothing taken for it', () => {
    const found = run(someone({ days: [{ ...away('2026-10-05', 0), unsettledMinutes: 360 }] }))
    expect([found.payoutOre, issues(found)]).toEqual([2_275_817, [['unsettled', 0]]])
  })
})

describe('what is not known is asked for, never guessed', () => {
  test.each([
    ['a fact', { terms: [] }, grounds, 'isPartnerInProgramme'],
    ['where one under 25 lives', { birthDate: day('2004-03-01'), terms: [{ ...terms, livesWithParents: null }] }, grounds, 'livesWithParents'],
    ['when she was born', { birthDate: null }, grounds, 'birthDate'],
    ['how to round', {}, { entered: [], settings: { choices: {}, commenced: {} } }, 'benefitRounding'],
    ['how to count a part of a month', { programmes: [{ from: day('2026-10-20'), to: null }] }, { entered: [], settings: { choices: { benefitRounding: 'nearest_ore' }, commenced: {} } }, 'partMonthDays'],
  ] satisfies [string, Partial<PersonBasis>, Grounds, string][])('%s', (_, over, by, name) => {
    const found = run(someone(over), october, [], by)
    expect([found.lines, found.issues.map(({ kind, missing }) => [kind, missing.map((one) => one.name)])]).toEqual([[], [['cannot_decide', [name]]]])
  })

  test('the basic amount of a year nobody has entered', () => {
    expect(run(someone(), day('2027-05-01')).issues[0]?.missing).toEqual([{ kind: 'value', name: 'basicAmount', on: '2027-05-01' }])
  })
})

describe('earlier months', () => {
  const september = day('2026-09-01')
  const paidSeptember = { forMonth: september, ore: 2_275_817 }

  test('more is paid as a line of its own, and asks nobody', () => {
    const found = run(someone({ paid: [{ forMonth: september, ore: 2_000_000 }] }), october, [september])
    expect([amounts(found), found.issues]).toEqual([[['base', 2_275_817], ['correction', 275_817]], []])
  })

  test('too much is proposed to be taken back; part of it leaves the rest standing', () => {
    const basis = someone({ days: [away('2026-09-07'), away('2026-09-08')], paid: [paidSeptember] })
    const found = run(basis, october, [september])
    expect([amounts(found), issues(found)]).toEqual([[['base', 2_275_817], ['set_off', -151_721]], [['set_off', 151_721]]])
    const part = { runMonth: october, kind: 'set_off' as const, forMonth: october, fingerprint: found.issues[0]?.fingerprint ?? '', decision: 'adjust' as const, ore: 50_000, waived: [] }
    expect(amounts(run({ ...basis, decided: [part] }, october, [september]))).toEqual([['base', 2_275_817], ['set_off', -50_000]])
    const november = run({ ...basis, decided: [part], paid: [{ forMonth: september, ore: 2_225_817 }, { forMonth: october, ore: 2_275_817 }] }, day('2026-11-01'), [september, october])
    expect(amounts(november)).toEqual([['base', 2_275_817], ['set_off', -101_721]])
  })

  test('what was let go is not asked for again, and never becomes money to her', () => {
    const waived = { runMonth: october, kind: 'set_off' as const, forMonth: october, fingerprint: '', decision: 'dismiss' as const, ore: 0, waived: [{ month: september, ore: 151_721 }] }
    const basis = someone({ days: [away('2026-09-07'), away('2026-09-08')], paid: [paidSeptember, { forMonth: october, ore: 2_275_817 }], decided: [waived] })
    expect(amounts(run(basis, day('2026-11-01'), [september, october]))).toEqual([['base', 2_275_817]])
    expect(amounts(run({ ...basis, days: [] }, day('2026-11-01'), [september, october]))).toEqual([['base', 2_275_817]])
  })

  test('half of a payment and a twelfth of G is an individual decision', () => {
    const found = run(someone({ paid: [{ forMonth: september, ore: 2_275_817 + 1_137_909 }] }), october, [september])
    expect(found.issues.map(({ kind, isLarge }) => [kind, isLarge])).toEqual([['set_off', true]])
    const less = run(someone({ paid: [{ forMonth: september, ore: 2_275_817 + 1_137_900 }] }), october, [september])
    expect(less.issues.map(({ isLarge }) => isLarge)).toEqual([false])
  })

  test('a payment is never below zero: the rest stands over', () => {
    const found = run(someone({ paid: [{ forMonth: september, ore: 9_000_000 }] }), october, [september])
    expect([found.payoutOre, found.issues[0]?.particulars.owedBackOre]).toEqual([0, 6_724_183])
  })

  test('a decision on the same facts holds; other facts are looked at anew', () => {
    const basis = someone({ days: [away('2026-09-07')], paid: [paidSeptember] })
    const first = run({ ...basis, paid: [] }, september, [])
    const dismissed = { runMonth: september, kind: 'unauthorised_absence' as const, forMonth: september, fingerprint: first.issues[0]?.fingerprint ?? '', decision: 'dismiss' as const, ore: 0, waived: [] }
    expect(amounts(run({ ...basis, decided: [dismissed] }, october, [september]))).toEqual([['base', 2_275_817]])
    const more = run({ ...basis, days: [...basis.days, away('2026-09-08')], decided: [dismissed] }, october, [september])
    expect(issues(more)).toEqual([['set_off', 151_721]])
  })

  test('an income that goes on unchanged is looked at once', () => {
    const basis = someone({ incomes: [income({})] })
    const accepted = { runMonth: september, kind: 'income' as const, forMonth: september, fingerprint: run(basis, september).issues[0]?.fingerprint ?? '', decision: 'accept' as const, ore: 500_000, waived: [] }
    const found = run({ ...basis, decided: [accepted] })
    expect([amounts(found), found.issues]).toEqual([[['base', 2_275_817], ['income', -500_000]], []])
  })
})

const anyDay = (month: string) => fc.record({ date: fc.integer({ min: 1, max: 28 }), planned: fc.integer({ min: 30, max: 450 }), missing: fc.integer({ min: 0, max: 450 }) })
  .map(({ date, planned, missing }) => away(`${month}-${String(date).padStart(2, '0')}`, Math.min(planned, missing), planned))
const anyBasis = fc.record({
  birth: fc.integer({ min: 0, max: 9000 }), starts: fc.integer({ min: -400, max: 40 }), lasts: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }), couple: fc.boolean(), parents: fc.boolean(),
  days: fc.uniqueArray(anyDay('2026-10'), { maxLength: 12, selector: ({ on }) => on }), before: fc.uniqueArray(anyDay('2026-09'), { maxLength: 12, selector: ({ on }) => on }), incomeOre: fc.option(fc.integer({ min: 0, max: 4_000_000 }), { nil: null }), hours: fc.integer({ min: 0, max: 160 }),
  paidOre: fc.integer({ min: 0, max: 6_000_000 }), id: fc.uuid(),
}).map(({ birth, starts, lasts, couple, parents, days, before, incomeOre, hours, paidOre, id }) => {
  const from = addDays(october, starts)
  return someone({ personId: id, birthDate: addDays(day('1985-01-01'), birth), programmes: [{ from, to: lasts === null ? null : addDays(from, lasts) }], terms: [{ ...terms, livesWithParents: parents, isPartnerInProgramme: couple }],
    days: [...before, ...days], incomes: incomeOre === null ? [] : [income({ monthlyOre: incomeOre }), income({ id: 'b', kind: 'paid_work', monthlyHours: hours, monthlyOre: incomeOre })], paid: [{ forMonth: day('2026-09-01'), ore: paidOre }] })
})
const september = day('2026-09-01')
const total = (lines: readonly { ore: number }[]): number => lines.reduce((all, { ore }) => all + ore, 0)

describe('always', () => {
  test('the lines add up to the payment, which is never below zero, and what is taken off never exceeds the benefit', () => {
    fc.assert(fc.property(anyBasis, (basis) => {
      const found = run(basis, october, [september])
      const own = found.lines.filter(({ forMonth }) => forMonth === october)
      expect(total(found.lines)).toBe(found.payoutOre)
      expect(found.payoutOre).toBeGreaterThanOrEqual(0)
      expect(total(own)).toBeGreaterThanOrEqual(0)
      expect(found.lines.every(({ ore }) => Number.isSafeInteger(ore))).toBe(true)
    }))
  })

  test('the order people and days come in changes nothing, not an øre and not the hash', () => {
    fc.assert(fc.property(fc.uniqueArray(anyBasis, { minLength: 2, maxLength: 8, selector: ({ personId }) => personId }), fc.infiniteStream(fc.nat()), (people, numbers) => {
      const shuffled = people.map((one) => ({ one: { ...one, days: one.days.toReversed(), incomes: one.incomes.toReversed() }, at: numbers.next().value })).toSorted((a, b) => a.at - b.at).map(({ one }) => one)
      const text = (all: readonly PersonBasis[]): string => canonical(computeRun(all, october, [september], grounds).flatMap(({ personId, lines }) => lines.map((line) => ({ personId, ...line }))))
      expect(text(shuffled)).toBe(text(people))
    }))
  })

  test('after as many runs as it takes, all that was paid is what was owed', () => {
    fc.assert(fc.property(anyBasis, (basis) => {
      const owed = total(run({ ...basis, paid: [] }, september, []).lines)
      let paid = [...basis.paid]
      for (let month = october, earlier = [september]; earlier.length < 40; earlier = [...earlier, month], month = addMonths(month, 1)) {
        const still = { ...basis, programmes: [{ from: basis.programmes[0]?.from ?? october, to: null }], incomes: [], paid }
        const found = run(still, month, [september], { ...grounds, entered: [{ name: 'basicAmount', from: day('2027-05-01'), value: 140_000, source: { act: 'FTL', certainty: 'K' } }, { name: 'basicAmount', from: day('2028-05-01'), value: 140_000, source: { act: 'FTL', certainty: 'K' } }, { name: 'basicAmount', from: day('2029-05-01'), value: 140_000, source: { act: 'FTL', certainty: 'K' } }] })
        paid = [...paid, ...found.lines.map(({ forMonth, ore }) => ({ forMonth, ore }))]
      }
      const target = total(run({ ...basis, programmes: [{ from: basis.programmes[0]?.from ?? october, to: null }], incomes: [], paid: [] }, september, []).lines)
      expect(total(paid.filter(({ forMonth }) => forMonth === september))).toBe(target)
      expect(owed).toBeGreaterThanOrEqual(0)
    }), { numRuns: 30 })
  })
})
