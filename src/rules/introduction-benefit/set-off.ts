import { z } from 'zod'
import { kroner, Ore } from '#shared/money.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { basicAmountOn } from './amounts.ts'

/** Whether a set-off is an enkeltvedtak, and the two limits it must reach, whole øre (rounded up: a part of an øre is not reached by less). */
const SetOff = z.object({ isDecision: z.boolean(), halfOfPayment: Ore, twelfthOfBasicAmount: Ore })

/** A set-off is an enkeltvedtak when it is half of one payment or more and at least 1/12 of G (IL § 46 second paragraph letter g): both. */
export const benefitSetOff = rule({
  name: 'benefit.setOff', version: 1, decidedBy: [], facts: ['setOffOre', 'paymentOre'], answer: SetOff,
  sources: [ref('IL', '46', { ledd: 2, letter: 'g' })], checkedBy: 'statsforvalteren',
  decide(ask) {
    const { setOffOre, paymentOre } = ask.need('setOffOre', 'paymentOre')
    const halfOfPayment = Ore.parse(Math.ceil(paymentOre / 2))
    const twelfthOfBasicAmount = Ore.parse(Math.ceil(kroner(basicAmountOn(ask)) / 12))
    const isDecision = setOffOre >= halfOfPayment && setOffOre >= twelfthOfBasicAmount
    ask.step('step.setOff.limits', ref('IL', '46', { ledd: 2, letter: 'g' }), { params: { percent: 50 } })
    ask.step(isDecision ? 'step.setOff.isDecision' : 'step.setOff.isNot', ref('IL', '46', { ledd: 2, letter: 'g' }))
    return { isDecision, halfOfPayment, twelfthOfBasicAmount }
  },
})
