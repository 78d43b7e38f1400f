import { z } from 'zod'
import { WHOLE, hundredths, nearest } from '../exact.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { contributionAllowance, farmingRateIVa, fullRate, zoneRates } from './rates.ts'

const names = ['contributionZone', 'contributionTrade', 'contributionBase', 'contributionAllowanceUsed'] as const
type Ask = Asking<(typeof names)[number]>

/** The rate, the contribution in øre (half up), and of zone Ia what is left of the allowance afterwards, in øre. */
export const Contribution = z.object({ contributionPercent: z.number(), contributionOre: z.int(), allowanceLeftOre: z.int().nullable() })
type Contribution = z.infer<typeof Contribution>

const decision = ref('CONTRDECISION', undefined, { certainty: 'P', note: 'aktuellesatser.no 2026' })
const ORE = 100n

/** Zone Ia: the reduced rate until the difference to the full one has used up the allowance, the full rate of the rest. */
function withAllowance(ask: Ask, base: number, percent: number): Contribution {
  const { contributionAllowanceUsed: used } = ask.need('contributionAllowanceUsed')
  const full = ask.value(fullRate, ask.on) ?? 0
  const allowance = ask.value(contributionAllowance, ask.on) ?? 0
  const left = BigInt(Math.max(0, allowance - used)) * ORE * WHOLE
  const wouldSave = BigInt(base) * ORE * (hundredths(full) - hundredths(percent))
  const saved = wouldSave < left ? wouldSave : left
  ask.step('step.contribution.allowance', decision, { params: { percent, full, allowance, left: Math.max(0, allowance - used) } })
  const contributionOre = nearest(BigInt(base) * ORE * hundredths(full) - saved, WHOLE)
  return { contributionPercent: percent, contributionOre, allowanceLeftOre: nearest(left - saved, WHOLE) }
}

/** The employer's contribution to national insurance of a sum, by zone, trade and year. The zone of a municipality is a fact: no table is built in. */
export const employerContribution = rule({
  name: 'employer.contribution', version: 1, decidedBy: [], facts: names, answer: Contribution,
  sources: [decision],
  checkedBy: 'Skatteetaten',
  decide(ask): Contribution {
    const { contributionZone: zone, contributionBase: base } = ask.need('contributionZone', 'contributionBase')
    const isFarming = zone === 'IVa' && ask.need('contributionTrade').contributionTrade === 'farming_or_fishing'
    const percent = ask.value(isFarming ? farmingRateIVa : zoneRates[zone], ask.on) ?? 0
    ask.step('step.contribution.rate', decision, { params: { zone, percent } })
    ask.judge('judge.contribution.trades', { ...decision, certainty: 'K' })
    if (zone === 'Ia') return withAllowance(ask, base, percent)
    return { contributionPercent: percent, contributionOre: nearest(BigInt(base) * ORE * hundredths(percent), WHOLE), allowanceLeftOre: null }
  },
})
