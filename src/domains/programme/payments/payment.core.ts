import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { isDue } from './occurrence.core.ts'
import type { ExpectedPayment } from './payments.schema.ts'

/** Whether a plan of start-up support may be made: one at a time. */
export const mayPlanStartUp = (payments: readonly Pick<ExpectedPayment, 'kind' | 'stoppedOn'>[]): Refusal[] =>
  check(!payments.some(({ kind, stoppedOn }) => kind === 'start_up_support' && stoppedOn === null), { code: 'payments.startUpPlanned' })

/** Whether a payment may be changed: not one that was stopped, and not its days once something of it has come. */
export const mayChange = (now: Pick<ExpectedPayment, 'stoppedOn' | 'firstOn' | 'isMonthly' | 'kind'>, to: Pick<ExpectedPayment, 'firstOn' | 'isMonthly'>, hasReceipts: boolean): Refusal[] => [
  ...check(now.kind !== 'start_up_support', { code: 'payments.startUpIsPlanned' }),
  ...check(now.stoppedOn === null, { code: 'payments.isStopped' }),
  ...check(!hasReceipts || (now.firstOn === to.firstOn && now.isMonthly === to.isMonthly), { code: 'payments.hasCome', path: 'firstOn' }),
]

/** Whether a payment may be stopped from a day: once, and not before something that has come. */
export const mayStop = ({ stoppedOn: before }: Pick<ExpectedPayment, 'stoppedOn'>, stoppedOn: PlainDate, paidDays: readonly PlainDate[]): Refusal[] => [
  ...check(before === null, { code: 'payments.isStopped' }),
  ...check(paidDays.every((day) => day < stoppedOn), { code: 'payments.stoppedBeforePaid', path: 'stoppedOn' }),
]

/** Whether it may be noted that a payment came: of a day it was planned for, and not ahead of time. */
export const mayNotePaid = (payment: Pick<ExpectedPayment, 'isMonthly' | 'firstOn' | 'lastOn' | 'stoppedOn'>, { dueOn, paidOn }: { dueOn: PlainDate; paidOn: PlainDate }, today: PlainDate): Refusal[] => [
  ...check(isDue(payment, dueOn), { code: 'payments.notDue', path: 'dueOn' }),
  ...check(paidOn <= today, { code: 'payments.inFuture', path: 'paidOn' }),
]
