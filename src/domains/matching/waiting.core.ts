import type { PlainDate } from '#shared/date.ts'
import { daysBetween } from '#shared/date.ts'
import type { Compared, Weigh } from './compared.core.ts'
import { earned, known } from './compared.core.ts'
import type { PersonFacts } from './facts.schema.ts'

const DAYS_A_MONTH = 30
/** So many steps are a full share: a year of waiting, or a no from four employers. */
const FULL = 12
const STEPS_A_NO = 3

/** Whole months without a placement. */
export const monthsWaited = (since: PlainDate | null, today: PlainDate): number => (since === null ? 0 : Math.max(0, Math.floor(daysBetween(since, today) / DAYS_A_MONTH)))

/** A little for each month without a placement and each time an employer said no, so that nobody is passed over for ever. */
export function compareWaiting({ waiting: { since, passedOver } }: Pick<PersonFacts, 'waiting'>, today: PlainDate, weigh: Weigh): Compared[] {
  const months = monthsWaited(since, today)
  if (months === 0 && passedOver === 0) return []
  const steps = Math.min(FULL, months + STEPS_A_NO * passedOver)
  return [earned({ kind: 'waiting', asked: { is: 'none' } }, { met: 'yes', known: known({ is: 'waited', months, passedOver }, null, since) }, weigh, Math.floor(steps * 100 / FULL))]
}
