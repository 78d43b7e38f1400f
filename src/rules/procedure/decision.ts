import { z } from 'zod'
import { benefitSetOff } from '../introduction-benefit/set-off.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'
import type { DecisionKind } from './facts.ts'

/** The facts that say what kind of decision it is; a set-off also by its size. */
export const decisionFacts = ['decisionKind', 'setOffOre', 'paymentOre'] as const
type Ask = Asking<(typeof decisionFacts)[number]>

/** Whether a decision is an enkeltvedtak, and whether it can be appealed. `isDecision` is null where a person must judge. */
const IsDecision = z.object({ isDecision: z.boolean().nullable(), mayBeAppealed: z.boolean().nullable() })
type Kind = Exclude<DecisionKind, 'set_off' | 'deduction' | 'other' | 'settlement_municipality'>

const listed = (letter: string): Source => ref('IL', '46', { ledd: 2, letter })

/** Where a kind stands: its letter of IL § 46, or IF § 69. */
const places: Record<Kind, { source: Source; isDecision: boolean }> = {
  programme: { source: listed('a'), isDecision: true },
  benefit: { source: listed('a'), isDecision: true },
  training: { source: listed('a'), isDecision: true },
  exemption: { source: listed('b'), isDecision: true },
  plan: { source: listed('c'), isDecision: true },
  plan_material_change: { source: listed('c'), isDecision: true },
  plan_minor_change: { source: listed('c'), isDecision: false },
  stop: { source: listed('d'), isDecision: true },
  absence: { source: listed('e'), isDecision: true },
  leave: { source: listed('e'), isDecision: true },
  self_certification_lost: { source: ref('IF', '69', { ledd: 1, sentence: 1 }), isDecision: true },
  extension: { source: listed('f'), isDecision: true },
  repayment: { source: listed('h'), isDecision: true },
  refund: { source: listed('i'), isDecision: true },
  holiday: { source: ref('IF', '69', { ledd: 1, sentence: 2 }), isDecision: false },
}

/** A set-off by its size. Whether a reduction for absence is one of the letter's deductions, the act does not say. */
function bySize(ask: Ask, kind: DecisionKind): boolean {
  if (kind === 'deduction') ask.open('open.decision.deduction')
  return ask.rule(benefitSetOff).isDecision
}

/** Which of the municipality's decisions are enkeltvedtak (IL § 46, IF § 69); holiday is not, and the municipality of settlement cannot be appealed. */
export const procedureDecision = rule({
  name: 'procedure.decision', version: 1, decidedBy: [], facts: decisionFacts, answer: IsDecision,
  sources: [ref('IL', '46', { ledd: 2 }), ref('IL', '46', { ledd: 4 }), ref('IL', '47', { ledd: 1 }), ref('IF', '69', { ledd: 1 })], checkedBy: 'statsforvalteren',
  decide(ask) {
    const { decisionKind: kind } = ask.need('decisionKind')
    if (kind === 'settlement_municipality') {
      ask.step('step.decision.settlement', ref('IL', '46', { ledd: 4 }))
      return { isDecision: true, mayBeAppealed: false }
    }
    if (kind === 'other') {
      ask.judge('judge.decision.other', ref('FVL', '2', { ledd: 1, letter: 'b', certainty: 'K' }))
      return { isDecision: null, mayBeAppealed: null }
    }
    const isDecision = kind === 'set_off' || kind === 'deduction' ? bySize(ask, kind) : places[kind].isDecision
    const source = kind === 'set_off' || kind === 'deduction' ? listed('g') : places[kind].source
    ask.step(isDecision ? 'step.decision.is' : kind === 'holiday' ? 'step.decision.holiday' : 'step.decision.isNot', source)
    return { isDecision, mayBeAppealed: isDecision }
  },
})
