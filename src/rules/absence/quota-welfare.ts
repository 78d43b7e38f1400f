import type { Source } from '../source.ts'
import { ref } from '../source.ts'
import type { WelfareReason } from './facts.ts'
import type { AskQuota, BareQuota } from './quota-shape.ts'
import { dayUnitOn } from './quota-shape.ts'

const DAYS_A_YEAR = 10

type Reason = { step: string; source: Source; days?: number }
const letter = (one: string): Source => ref('IF', '14', { ledd: 2, letter: one })

/** The examples of IF § 14 second paragraph, and the days some of them are limited to. */
const reasons: Record<WelfareReason, Reason> = {
  kindergarten: { step: 'step.quota.welfareKindergarten', source: letter('a'), days: 3 },
  first_school_day: { step: 'step.quota.welfareSchool', source: letter('b'), days: 1 },
  wedding: { step: 'step.quota.welfareWedding', source: letter('c'), days: 1 },
  death: { step: 'step.quota.welfareDeath', source: letter('d'), days: 3 },
  appointment: { step: 'step.quota.welfareAppointment', source: letter('e') },
  care: { step: 'step.quota.welfareCare', source: letter('f') },
  other: { step: 'step.quota.welfareOther', source: ref('IF', '14', { ledd: 2 }) },
}

/** Welfare leave with benefit: the municipality may grant up to ten working days a calendar year; some reasons have a limit of their own within it. */
export function welfareQuota(ask: AskQuota): BareQuota {
  const { welfareReason } = ask.need('welfareReason')
  const { step, source, days } = reasons[welfareReason]
  const yearUnit = dayUnitOn(ask.on)
  const unit = welfareReason === 'kindergarten' ? 'working_days' : yearUnit
  ask.step('step.quota.welfare', ref('IF', '14', { ledd: 1 }), { params: { amount: DAYS_A_YEAR, unit: yearUnit }, force: 'may' })
  ask.step(step, source, { params: { amount: days ?? DAYS_A_YEAR, unit }, force: 'may' })
  if (welfareReason === 'death') ask.step('step.quota.welfareTravel', ref('IF', '14', { ledd: 3, sentence: 2 }), { force: 'may' })
  ask.judge('judge.quota.importantWelfareReason', ref('IF', '14', { ledd: 1 }), { force: 'may' })
  const per = days === undefined ? 'calendar_year' : 'occasion'
  return { amount: days ?? DAYS_A_YEAR, unit, per, withBenefit: true, needs: ['application'], force: 'may' }
}
