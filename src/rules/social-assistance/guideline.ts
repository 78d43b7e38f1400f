import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { socialRates } from './rates.ts'

const names = ['householdKind', 'childrenUnder6', 'children6To10', 'children11To17'] as const
type Ask = Asking<(typeof names)[number]>

/** Whole kroner a month: what the state's guideline rates come to. They guide; they do not bind. */
export const SocialGuideline = z.object({ adultsPerMonth: z.int(), childrenPerMonth: z.int(), guidelinePerMonth: z.int(), childBenefitCounts: z.boolean() })

const CHILD_BENEFIT_LEFT_OUT = plainDate('2022-09-01')
const guiding = ref('STL', '18', { ledd: 4 })

/** Kroner for the children of one age group, noted as a step of its own. */
function childrenPart(ask: Ask, group: 'childrenUnder6' | 'children6To10' | 'children11To17', text: string): number {
  const count = ask.need(group)[group]
  if (count === 0) return 0
  const rate = ask.value(socialRates[group], ask.on) ?? 0
  ask.step(text, guiding, { params: { count, rate, sum: count * rate } })
  return count * rate
}

/** The state's guideline rates of social assistance for a household (Rundskriv to sosialtjenesteloven § 18), whole kroner a month. */
export const socialGuideline = rule({
  name: 'social.guideline', version: 1, decidedBy: [], facts: names, answer: SocialGuideline,
  sources: [ref('STL', '18', { ledd: 3 }), guiding],
  checkedBy: 'statsforvalteren',
  decide(ask) {
    const { householdKind } = ask.need(...names)
    const adultsPerMonth = ask.value(socialRates[householdKind], ask.on) ?? 0
    ask.step('step.social.adults', guiding, { params: { kind: householdKind, rate: adultsPerMonth } })
    const childrenPerMonth = childrenPart(ask, 'childrenUnder6', 'step.social.childrenUnder6') + childrenPart(ask, 'children6To10', 'step.social.children6To10') + childrenPart(ask, 'children11To17', 'step.social.children11To17')
    const childBenefitCounts = ask.on < CHILD_BENEFIT_LEFT_OUT
    if (!childBenefitCounts) ask.step('step.social.childBenefit', ref('STL', '18', { ledd: 3 }), { force: 'shall' })
    ask.judge('judge.social.discretion', guiding, { force: 'may' })
    ask.judge('judge.social.onTop', ref('STL', '18', { ledd: 1, certainty: 'P', note: 'Rundskrivene til satsene' }))
    return { adultsPerMonth, childrenPerMonth, guidelinePerMonth: adultsPerMonth + childrenPerMonth, childBenefitCounts }
  },
})
