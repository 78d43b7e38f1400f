import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isReducedCapacity } from './facts.ts'
import { Measure, measureNames, measureOf } from './measure.ts'

const [MONTHS, EXTENSION, REVIEW] = [12, 6, 3]

/** Arbeidstrening (TF ch. 3): work at an ordinary employer's without being employed. */
export const workTraining = rule({
  name: 'nav.workTraining', version: 1, decidedBy: [], facts: [...measureNames, 'assistanceGroup', 'hasLittleWorkExperience'], answer: Measure,
  sources: [ref('TF', '3-3'), ref('TF', '3-5', { ledd: 1 }), ref('TF', '3-5', { ledd: 2 }), ref('TF', '3-6'), ref('TF', '3-7')],
  checkedBy: 'Nav',
  decide(ask) {
    const { assistanceGroup, hasLittleWorkExperience } = ask.need('assistanceGroup', 'hasLittleWorkExperience')
    const isReduced = isReducedCapacity(assistanceGroup)
    ask.step('step.nav.workTraining.who', ref('TF', '3-3'), { force: 'may' })
    ask.step(isReduced ? 'step.nav.lengthAndExtension' : 'step.nav.length', ref('TF', '3-5', { ledd: 2 }), { params: { months: MONTHS, extension: EXTENSION }, force: 'may' })
    ask.step('step.nav.review', ref('TF', '3-5', { ledd: 1, sentence: 2 }), { params: { months: REVIEW }, force: 'shall' })
    ask.step('step.nav.consultShall', ref('TF', '3-6'), { force: 'shall' })
    ask.step('step.nav.notEmployed', ref('TF', '3-7'), { force: 'shall' })
    return measureOf(ask, [[isReduced || hasLittleWorkExperience, 'need']], { longestMonths: MONTHS, longestExtensionMonths: isReduced ? EXTENSION : 0, reviewEveryMonths: REVIEW, consultation: 'shall' })
  },
})
