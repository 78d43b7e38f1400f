import type { PlainDate } from '#shared/date.ts'
import { daysBetween } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'

type PeriodFacts = { paymentFrom?: PlainDate | undefined; paymentTo?: PlainDate | undefined; unauthorisedDays?: number | undefined; unauthorisedHours?: number | undefined; paidWorkHours?: number | undefined }

/** What cannot be in a payment period: more days, or more hours of absence or work, than it has. */
export function impossiblePeriod({ paymentFrom, paymentTo, unauthorisedDays = 0, unauthorisedHours = 0, paidWorkHours = 0 }: PeriodFacts): Refusal[] {
  if (paymentFrom === undefined || paymentTo === undefined || paymentTo < paymentFrom) return []
  const days = daysBetween(paymentFrom, paymentTo) + 1
  return [
    ...check(unauthorisedDays <= days, { code: 'facts.moreDaysThanPeriod', path: 'unauthorisedDays', params: { given: unauthorisedDays, days } }),
    ...check(unauthorisedDays * 24 + unauthorisedHours <= Math.max(days, unauthorisedDays) * 24, { code: 'facts.moreHoursThanPeriod', path: 'unauthorisedHours', params: { given: unauthorisedHours, days } }),
    ...check(paidWorkHours <= days * 24, { code: 'facts.moreHoursThanPeriod', path: 'paidWorkHours', params: { given: paidWorkHours, days } }),
  ]
}
