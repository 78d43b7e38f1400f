import type { ExactAmount } from '#shared/money.ts'
import type { Asking } from '../rule.ts'
import type { Share } from './amounts.ts'
import { benefitOf } from './amounts.ts'
import { deductionBase } from './choices.ts'

/** The benefit whose days and hours a reduction is counted in: her own, or the whole one, when hers is a part of it. */
export function baseOf(ask: Pick<Asking<never>, 'choice' | 'step'>, g: number, share: Share): Record<'month' | 'day' | 'hour', ExactAmount> {
  if (share.numerator === share.denominator) return benefitOf(g, share)
  const isWhole = ask.choice(deductionBase) === 'full_benefit'
  ask.step(isWhole ? 'step.deduction.wholeBase' : 'step.deduction.ownBase', deductionBase.source)
  return benefitOf(g, isWhole ? { numerator: 1, denominator: 1 } : share)
}
