import { plainDate } from '#shared/date.ts'
import { choice } from '../choice.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { Measure, measureNames, measureOf } from './measure.ts'
import { inclusionCeiling, vtaOMonthly } from './rates.ts'

/** Inkluderingstilskudd (TF ch. 11): documented extra costs of adapting a workplace, up to a ceiling. */
export const inclusionGrant = rule({
  name: 'nav.inclusionGrant', version: 1, decidedBy: [], facts: [...measureNames, 'isInOtherMeasure', 'needsAdaptedWorkplace'], answer: Measure,
  sources: [ref('TF', '11-2', { ledd: 1 }), ref('TF', '11-2', { ledd: 2 }), ref('TF', '11-3', { ledd: 1 }), ref('TF', '11-3', { ledd: 3 }), ref('TF', '11-4'), ref('TF', '11-5')],
  checkedBy: 'Nav',
  decide(ask) {
    const { isInOtherMeasure, needsAdaptedWorkplace } = ask.need('isInOtherMeasure', 'needsAdaptedWorkplace')
    const kroner = ask.value(inclusionCeiling, ask.on)
    ask.step('step.nav.inclusion.who', ref('TF', '11-2', { ledd: isInOtherMeasure ? 1 : 2 }), { force: 'may' })
    ask.step('step.nav.inclusion.costs', ref('TF', '11-4'), { params: { kroner: kroner ?? 0 } })
    ask.judge('judge.nav.inclusion.extra', ref('TF', '11-3', { ledd: 1 }))
    return measureOf(ask, [[isInOtherMeasure || needsAdaptedWorkplace, 'need']], { isEmployed: null, support: 'costs', kroner })
  },
})

/** A new chapter 14 A holds from September 2026; its words were not in the text that was read. */
export const vtaOConditions = choice({
  name: 'vtaOConditions', options: ['as_before', 'ask_nav'], ask: 'Nav',
  source: ref('TF', '14A-3', { certainty: 'U', note: 'Kapittel 14A gjelder fra 1. september 2026 (FOR-2025-12-18-2918); ordlyden er ikke lest' }),
})
const NEW_CHAPTER = plainDate('2026-09-01')

const names = [...measureNames, 'expectsDisabilityBenefit', 'needsAdaptedWorkplace', 'otherMeasuresTried'] as const

/** Whether the old conditions can be answered from: until the new chapter, and after it where the municipality has said so. */
function offerOf(ask: Asking<(typeof names)[number]>): 'may' | 'ask_nav' {
  if (ask.on < NEW_CHAPTER) return 'may'
  const chosen = ask.choice(vtaOConditions)
  ask.step('step.nav.vtaO.newChapter', vtaOConditions.source, { params: { day: NEW_CHAPTER } })
  return chosen === 'as_before' ? 'may' : 'ask_nav'
}

/** Varig tilrettelagt arbeid with an ordinary employer (TF ch. 14): fixed support a month, without limit of time. */
export const vtaO = rule({
  name: 'nav.vtaO', version: 1, decidedBy: [], facts: names, answer: Measure,
  sources: [ref('TF', '14-2'), ref('TF', '14-3'), ref('TF', '14-4'), ref('TF', '14-7', { ledd: 1 }), ref('TF', '14-8', { ledd: 1 }), vtaOConditions.source],
  checkedBy: 'Nav',
  decide(ask) {
    const { expectsDisabilityBenefit, needsAdaptedWorkplace, otherMeasuresTried } = ask.need('expectsDisabilityBenefit', 'needsAdaptedWorkplace', 'otherMeasuresTried')
    const kroner = ask.value(vtaOMonthly, ask.on)
    const offer = offerOf(ask)
    ask.step('step.nav.vtaO.who', ref('TF', '14-3'))
    ask.step('step.nav.vtaO.noLimit', ref('TF', '14-4'))
    ask.step('step.nav.vtaO.monthly', ref('TF', '14-8', { ledd: 1 }), { params: { kroner: kroner ?? 0 } })
    const conditions = [[expectsDisabilityBenefit, 'group'], [needsAdaptedWorkplace, 'need'], [otherMeasuresTried, 'other_measures']] as const
    return measureOf(ask, offer === 'ask_nav' ? [] : conditions, { offer, isEmployed: true, support: 'monthly', kroner })
  },
})
