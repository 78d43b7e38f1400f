import { z } from 'zod'
import { ExplainedAnswer } from '#domains/rules/rules.schema.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { AbsenceKind } from './absence.schema.ts'

export const CounterUnit = z.enum(['days', 'working_days', 'months', 'hours', 'times', 'years', 'hours_a_day', 'as_needed'])
export const CounterName = z.enum(['programme', 'extension', 'added', 'frozen', 'norwegian_months', 'norwegian_hours', 'self_certification', 'unauthorised', 'leave'])

/** One of the rows a sum is made of: `what` is a kind or a title, `amount` in the counter's unit. */
export const CounterRow = z.object({ id: z.string(), what: z.string(), isTitle: z.boolean(), from: PlainDate.nullable(), to: PlainDate.nullable(), amount: z.number() })
export type CounterRow = z.infer<typeof CounterRow>

/**
 * One thing that is counted, by itself: what is used, of how much, with every row the sum is made of and the rule's answer behind the limit.
 * `used` is null where it cannot be counted; then the answer says what is missing.
 */
export const Counter = z.object({
  name: CounterName, kind: AbsenceKind.nullable(), unit: CounterUnit, used: z.number().nullable(), limit: z.number().nullable(), left: z.number().nullable(),
  from: PlainDate.nullable(), to: PlainDate.nullable(), rows: z.array(CounterRow), answer: ExplainedAnswer.nullable(),
})
export type Counter = z.infer<typeof Counter>

export const Counters = z.object({ personId: Id, counters: z.array(Counter) })
