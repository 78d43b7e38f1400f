import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Credit } from './road.schema.ts'

/** Whether an element may be noted as done or exempt: not from a day to come, and only what was done elsewhere may be a part. */
export const mayCredit = ({ kind, amount, onDate }: Pick<Credit, 'kind' | 'amount' | 'onDate'>, today: PlainDate): Refusal[] => [
  ...check(onDate <= today, { code: 'courses.inFuture', path: 'onDate' }),
  ...check(kind === 'done_elsewhere' || amount === null, { code: 'courses.onlyWhole', path: 'amount' }),
]
