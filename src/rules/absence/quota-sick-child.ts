import { ref } from '../source.ts'
import type { AskQuota, BareQuota } from './quota-shape.ts'
import { dayUnitOn } from './quota-shape.ts'

const MANY_CHILDREN = 2

/**
 * Days with benefit when a child or the one who minds it is ill (IF § 7): 10 in the last 12 months, 15 with more than two
 * children, twice as many for one alone in the care; with a chronically ill child 20, alone 40.
 */
export function sickChildQuota(ask: AskQuota): BareQuota {
  const { isSingleCarer, hasChronicallyIllChild } = ask.need('isSingleCarer', 'hasChronicallyIllChild')
  const unit = dayUnitOn(ask.on)
  const quota = (amount: number): BareQuota => ({ amount, unit, per: 'last_12_months', withBenefit: true, needs: ['self_certification_or_doctors_note'], force: 'shall' })
  if (hasChronicallyIllChild) {
    const amount = isSingleCarer ? 40 : 20
    ask.step(isSingleCarer ? 'step.quota.chronicAlone' : 'step.quota.chronic', ref('IF', '7', { ledd: 2, sentence: isSingleCarer ? 2 : 1 }), { params: { amount, unit }, force: 'shall' })
    ask.judge('judge.quota.markedlyHigherRisk', ref('IF', '7', { ledd: 2, sentence: 1 }))
    return quota(amount)
  }
  const { numberOfChildren } = ask.need('numberOfChildren')
  const isMany = numberOfChildren > MANY_CHILDREN
  const amount = (isMany ? 15 : 10) * (isSingleCarer ? 2 : 1)
  ask.step(isMany ? 'step.quota.sickChildMany' : 'step.quota.sickChild', ref('IF', '7', { ledd: 1, sentence: isMany ? 2 : 1 }), { params: { amount: isMany ? 15 : 10, unit }, force: 'shall' })
  if (isSingleCarer) ask.step('step.quota.sickChildAlone', ref('IF', '7', { ledd: 1, sentence: 3 }), { params: { amount, unit }, force: 'shall' })
  return quota(amount)
}
