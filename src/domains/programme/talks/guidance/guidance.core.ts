import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { OrderGuidanceInput, RecordGuidanceInput } from './guidance.schema.ts'

/** Whether guidance may be ordered: by today, and the talk not before it was ordered. */
export const mayOrder = ({ orderedOn, plannedOn }: Pick<OrderGuidanceInput, 'orderedOn' | 'plannedOn'>, today: PlainDate): Refusal[] => [
  ...check(orderedOn <= today, { code: 'guidance.orderedInFuture', path: 'orderedOn' }),
  ...check(plannedOn === null || plannedOn >= orderedOn, { code: 'guidance.talkBeforeOrder', path: 'plannedOn' }),
]

/** Whether a result says anything: a goal, an occupation, or proposals in words. */
export const saysSomething = ({ recommendedGoal, occupationCode, proposals }: RecordGuidanceInput): Refusal[] =>
  check(recommendedGoal !== null || occupationCode !== null || (proposals !== null && proposals !== ''), { code: 'guidance.empty', path: 'proposals' })
