import { addMonths } from '#shared/date.ts'
import { ref } from '../source.ts'
import type { AskQuota, BareQuota } from './quota-shape.ts'

/** Time to breastfeed (IF § 13): as much as she needs, and benefit for up to an hour of it a day until the child is one year old. */
export function breastfeedingQuota(ask: AskQuota): BareQuota {
  const { childBirthDate } = ask.need('childBirthDate')
  ask.step('step.quota.breastfeeding', ref('IF', '13', { sentence: 1 }), { force: 'shall' })
  if (ask.on >= addMonths(childBirthDate, 12)) {
    ask.step('step.quota.breastfeedingAfterFirstYear', ref('IF', '13', { sentence: 2 }))
    return { amount: null, unit: 'as_needed', per: 'none', withBenefit: false, needs: [], force: 'shall' }
  }
  ask.step('step.quota.breastfeedingWithBenefit', ref('IF', '13', { sentence: 2 }), { params: { amount: 1 }, force: 'shall' })
  return { amount: 1, unit: 'hours_a_day', per: 'first_year_of_child', withBenefit: true, needs: [], force: 'shall' }
}
