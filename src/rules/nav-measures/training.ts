import type { Facts } from '../facts.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isReducedCapacity } from './facts.ts'
import { Measure, measureNames, measureOf } from './measure.ts'
import { trainingMonths } from './rates.ts'

const names = [...measureNames, 'assistanceGroup', 'trainingKind', 'trainingIsCombined', 'hasWeakQualifications', 'hasComplexNeeds'] as const
type Ask = Asking<(typeof names)[number]>
type Kind = NonNullable<Facts['trainingKind']>

const [AGE, AGE_HIGHER, AGE_EXCEPTION] = [19, 22, 16]
const [COMBINED_MORE, EXTENSION] = [12, 12]

/** The age that counts is the one she turns in the year. */
function isOfAge(ask: Ask, kind: Kind): boolean {
  const turns = Number(ask.on.slice(0, 4)) - Number(ask.need('birthDate').birthDate.slice(0, 4))
  const least = kind === 'higher' ? AGE_HIGHER : AGE
  ask.step('step.nav.training.age', ref('TF', '7-3', { ledd: kind === 'higher' ? 4 : 2 }), { params: { turns, least } })
  if (turns >= least || kind !== 'vocational' || turns < AGE_EXCEPTION) return turns >= least
  if (!ask.need('hasComplexNeeds').hasComplexNeeds) return false
  ask.step('step.nav.training.exception', ref('TF', '7-3', { ledd: 3 }), { params: { least: AGE_EXCEPTION }, force: 'may' })
  return true
}

/** Months, and what can be added for special reasons. */
function lengthOf(ask: Ask, kind: Kind): { longestMonths: number; longestExtensionMonths: number } {
  const months = ask.value(trainingMonths, ask.on) ?? 0
  const canCombine = kind === 'vocational' || kind === 'higher'
  const isCombined = canCombine && ask.need('trainingIsCombined').trainingIsCombined
  const longestMonths = months + (isCombined ? COMBINED_MORE : 0)
  const longestExtensionMonths = canCombine || kind === 'higher_vocational' ? EXTENSION : 0
  ask.step('step.nav.length', ref('TF', '7-4', { ledd: isCombined ? 2 : 1 }), { params: { months: longestMonths }, force: 'may' })
  if (longestExtensionMonths > 0) ask.step('step.nav.training.extension', ref('TF', '7-4', { ledd: 3 }), { params: { months: EXTENSION }, force: 'may' })
  return { longestMonths, longestExtensionMonths }
}

/** Opplæring (TF ch. 7), as it reads since 1 July 2025: courses, Norwegian, upper secondary, vocational and higher education. */
export const training = rule({
  name: 'nav.training', version: 1, decidedBy: [], facts: names, answer: Measure,
  sources: [ref('TF', '7-2'), ref('TF', '7-3', { ledd: 2 }), ref('TF', '7-3', { ledd: 3 }), ref('TF', '7-3', { ledd: 4 }), ref('TF', '7-4'), ref('TF', '7-5', { ledd: 1 }), ref('TF', '7-6', { ledd: 2 })],
  checkedBy: 'Nav',
  decide(ask) {
    const { trainingKind: kind } = ask.need('trainingKind')
    const length = lengthOf(ask, kind)
    const hasNeed = kind === 'higher' ? isReducedCapacity(ask.need('assistanceGroup').assistanceGroup) : ask.need('hasWeakQualifications').hasWeakQualifications
    ask.step(kind === 'higher' ? 'step.nav.training.higher' : 'step.nav.training.who', ref('TF', '7-3', { ledd: kind === 'higher' ? 4 : 2 }), { force: 'may' })
    ask.step('step.nav.training.costs', ref('TF', '7-5', { ledd: 1 }))
    if (kind !== 'higher') ask.judge('judge.nav.training.ordinaryOffer', ref('TF', '7-6', { ledd: 2 }), { force: 'shall' })
    return measureOf(ask, [[isOfAge(ask, kind), 'age'], [hasNeed, kind === 'higher' ? 'group' : 'need']], { ...length, support: 'costs' })
  },
})
