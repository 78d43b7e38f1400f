import { plainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isReducedCapacity } from './facts.ts'
import { Measure, isUnder, measureNames, measureOf } from './measure.ts'

const [YEAR, HALF_YEAR, CAP_IN_G] = [12, 6, 5]

/** Midlertidig lønnstilskudd (TF ch. 9). */
export const temporaryWageSubsidy = rule({
  name: 'nav.temporaryWageSubsidy', version: 1, decidedBy: [], facts: [...measureNames, 'assistanceGroup', 'hasTroubleGettingWork', 'risksLosingJob'], answer: Measure,
  sources: [ref('TF', '9-3', { ledd: 1 }), ref('TF', '9-3', { ledd: 2 }), ref('TF', '9-3', { ledd: 3 }), ref('TF', '9-4', { ledd: 2 }), ref('TF', '9-5', { ledd: 3 }), ref('TF', '9-7')],
  checkedBy: 'Nav',
  decide(ask) {
    const { assistanceGroup, hasTroubleGettingWork, risksLosingJob } = ask.need('assistanceGroup', 'hasTroubleGettingWork', 'risksLosingJob')
    const isReduced = isReducedCapacity(assistanceGroup)
    const [longestMonths, first, months] = isReduced ? [2 * YEAR, 60, YEAR] : [YEAR, 40, HALF_YEAR]
    ask.step('step.nav.temporary.who', ref('TF', '9-3', { ledd: 1 }), { force: 'may' })
    ask.step('step.nav.length', ref('TF', '9-4', { ledd: 2 }), { params: { months: longestMonths }, force: 'may' })
    ask.step('step.nav.percents', ref('TF', '9-5', { ledd: 3 }), { params: { first, months, after: first - 10 } })
    ask.judge('judge.nav.temporaryPost', ref('TF', '9-7'), { force: 'may' })
    return measureOf(ask, [[assistanceGroup !== 'good_possibilities', 'group'], [hasTroubleGettingWork || (isReduced && risksLosingJob), 'need']],
      { longestMonths, isEmployed: true, support: 'percent', percents: [{ percent: first, months }, { percent: first - 10, months: null }] })
  },
})

/** Varig lønnstilskudd (TF ch. 10). The percents are the highest: how much is judged by her capacity for work. */
export const permanentWageSubsidy = rule({
  name: 'nav.permanentWageSubsidy', version: 1, decidedBy: [], facts: [...measureNames, 'hasLastingReducedCapacity', 'otherMeasuresTried'], answer: Measure,
  sources: [ref('TF', '10-3', { ledd: 1 }), ref('TF', '10-4', { ledd: 1 }), ref('TF', '10-4', { ledd: 3 }), ref('TF', '10-5', { ledd: 2 }), ref('TF', '10-7', { ledd: 1 }), ref('TF', '10-7', { ledd: 2 }), ref('TF', '10-7', { ledd: 3 })],
  checkedBy: 'Nav',
  decide(ask) {
    const { hasLastingReducedCapacity, otherMeasuresTried } = ask.need('hasLastingReducedCapacity', 'otherMeasuresTried')
    ask.step('step.nav.permanent.who', ref('TF', '10-3', { ledd: 1 }))
    ask.step('step.nav.permanent.others', ref('TF', '10-4', { ledd: 3 }), { force: 'shall' })
    ask.step('step.nav.permanent.percents', ref('TF', '10-7', { ledd: 2 }), { params: { first: 75, after: 67, basics: CAP_IN_G } })
    ask.step('step.nav.review', ref('TF', '10-7', { ledd: 3 }), { params: { months: HALF_YEAR }, force: 'shall' })
    ask.step('step.nav.consultWherePossible', ref('TF', '10-5', { ledd: 2 }))
    ask.judge('judge.nav.permanent.size', ref('TF', '10-7', { ledd: 1 }), { force: 'shall' })
    return measureOf(ask, [[hasLastingReducedCapacity, 'group'], [otherMeasuresTried, 'other_measures']],
      { isEmployed: true, consultation: 'where_possible', reviewEveryMonths: HALF_YEAR, support: 'percent', percents: [{ percent: 75, months: YEAR }, { percent: 67, months: null }], capInG: CAP_IN_G })
  },
})

const TRIAL = 'FOR-2026-02-04-163'
const [TRIAL_FROM, TRIAL_UNTIL, YOUNG, FOLLOW_UP] = [plainDate('2026-08-01'), plainDate('2032-12-31'), 30, 3]

/** Fireårig lønnstilskudd for unge: a trial at chosen offices, from August 2026 until the end of 2032. */
export const fourYearSubsidy = rule({
  name: 'nav.fourYearSubsidy', version: 1, decidedBy: [], facts: [...measureNames, 'assistanceGroup', 'hasTroubleGettingWork', 'officeTakesPart'], answer: Measure,
  sources: [ref(TRIAL, '2'), ref(TRIAL, '4', { ledd: 1 }), ref(TRIAL, '5'), ref(TRIAL, '7', { ledd: 1 }), ref(TRIAL, '7', { ledd: 2 }), ref(TRIAL, '8'), ref(TRIAL, '9', { ledd: 2 }), ref(TRIAL, '10'), ref(TRIAL, '12', { ledd: 1 }), ref(TRIAL, '13')],
  checkedBy: 'Nav',
  decide(ask) {
    const { assistanceGroup, hasTroubleGettingWork, officeTakesPart } = ask.need('assistanceGroup', 'hasTroubleGettingWork', 'officeTakesPart')
    ask.step('step.nav.fourYear.trial', ref(TRIAL, '12', { ledd: 1 }), { params: { from: TRIAL_FROM, until: TRIAL_UNTIL } })
    ask.step('step.nav.fourYear.who', ref(TRIAL, '4', { ledd: 1 }), { params: { age: YOUNG }, force: 'may' })
    ask.step('step.nav.fourYear.percents', ref(TRIAL, '7', { ledd: 1 }), { params: { basics: CAP_IN_G } })
    ask.step('step.nav.length', ref(TRIAL, '8'), { params: { months: 4 * YEAR }, force: 'may' })
    ask.step('step.nav.fourYear.followUp', ref(TRIAL, '9', { ledd: 2 }), { params: { months: FOLLOW_UP }, force: 'shall' })
    ask.step('step.nav.consultWherePossible', ref(TRIAL, '5'), { force: 'shall' })
    ask.judge('judge.nav.fourYear.post', ref(TRIAL, '10', { ledd: 2 }), { force: 'may' })
    return measureOf(ask, [
      [ask.on >= TRIAL_FROM && ask.on <= TRIAL_UNTIL, 'not_in_force'], [isUnder(ask, YOUNG), 'age'], [isReducedCapacity(assistanceGroup), 'group'], [hasTroubleGettingWork, 'need'], [officeTakesPart, 'office'],
    ], {
      longestMonths: 4 * YEAR, isEmployed: true, consultation: 'where_possible', reviewEveryMonths: FOLLOW_UP, support: 'percent', capInG: CAP_IN_G,
      percents: [70, 60, 50, 35].map((percent) => ({ percent, months: YEAR })),
    })
  },
})
