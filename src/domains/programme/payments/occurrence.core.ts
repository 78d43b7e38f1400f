import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import { onWorkingDay } from '../benefit/month.core.ts'
import type { ExpectedPayment } from './payments.schema.ts'

type Planned = Pick<ExpectedPayment, 'isMonthly' | 'firstOn' | 'lastOn' | 'stoppedOn'>
/** A day of the plan, and the working day the money comes. */
export type Occurrence = { dueOn: PlainDate; payOn: PlainDate; isStopped: boolean }

/** The days a payment was planned for, as far as `until`. Of one day that was stopped the day is kept, so that it is seen; monthly ones end where they were stopped. */
export function occurrencesOf({ isMonthly, firstOn, lastOn, stoppedOn }: Planned, until: PlainDate): Occurrence[] {
  const isStopped = (day: PlainDate): boolean => stoppedOn !== null && day >= stoppedOn
  const at = (dueOn: PlainDate): Occurrence => ({ dueOn, payOn: onWorkingDay(dueOn), isStopped: isStopped(dueOn) })
  if (!isMonthly) return firstOn <= until ? [at(firstOn)] : []
  const found: Occurrence[] = []
  // counted from the first day each time, so that one on the 31st comes back to the 31st after February
  for (let index = 0, day = firstOn; day <= until && (lastOn === null || day <= lastOn) && !isStopped(day); index += 1, day = addMonths(firstOn, index)) found.push(at(day))
  return found
}

/** Whether a payment is planned for exactly this day and was not stopped before it. */
export const isDue = (payment: Planned, dueOn: PlainDate): boolean => occurrencesOf(payment, dueOn).some((one) => one.dueOn === dueOn && !one.isStopped)
