import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, plainDate } from '#shared/date.ts'
import { decideRule } from '../rule.ts'
import { fourYearLadder, permanentLadder, summerLadder, temporaryLadder } from '../wage-subsidy/ladder.ts'
import { AssistanceGroup } from './facts.ts'
import { summerJob } from './summer-job.ts'
import { fourYearSubsidy, permanentWageSubsidy, temporaryWageSubsidy } from './wage-subsidies.ts'

const from = plainDate('2026-09-01')
const group = fc.constantFrom(...AssistanceGroup.options)
const facts = fc.record({
  birthDate: fc.integer({ min: 1955, max: 2015 }).map((year) => plainDate(`${year}-09-01`)), assistanceGroup: group, hasTroubleGettingWork: fc.boolean(), risksLosingJob: fc.boolean(),
  hasLastingReducedCapacity: fc.boolean(), otherMeasuresTried: fc.boolean(), officeTakesPart: fc.boolean(), employerHasLayOffs: fc.boolean(),
})
const until = addMonths(from, 47)
const percents = (answer: { percents: { percent: number }[] } | null) => answer?.percents.map(({ percent }) => percent)
const rungs = (ladder: readonly { percent: number }[]) => ladder.map(({ percent }) => percent)

test('the percents a measure tells of are those its subsidy is computed with', () => {
  fc.assert(fc.property(facts, (given) => {
    const { assistanceGroup } = given
    expect(percents(decideRule(temporaryWageSubsidy, given, from).answer)).toEqual(rungs(temporaryLadder({ kind: 'temporary', from, until }, assistanceGroup)))
    expect(percents(decideRule(permanentWageSubsidy, given, from).answer)).toEqual(rungs(permanentLadder({ kind: 'permanent', from, until }, 75)))
    expect(percents(decideRule(fourYearSubsidy, given, from).answer)).toEqual(rungs(fourYearLadder({ kind: 'four_year', from, until })))
    const summer = { ...given, measureFrom: plainDate('2026-06-01'), measureUntil: plainDate('2026-06-20') }
    expect(percents(decideRule(summerJob, summer, from).answer)).toEqual(rungs(summerLadder({ kind: 'summer_job', from, until }, assistanceGroup)))
  }))
})

test('a measure is offered just when every condition is met', () => {
  fc.assert(fc.property(facts, (given) => {
    for (const { answer } of [decideRule(temporaryWageSubsidy, given, from), decideRule(permanentWageSubsidy, given, from), decideRule(fourYearSubsidy, given, from)]) {
      expect(answer?.offer).toBe(answer?.unmet.length === 0 ? 'may' : 'no')
    }
  }))
})
