import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'

/** The day the reform of LOV-2025-06-20-35 came into force. */
export const REFORM = plainDate('2026-01-01')

/**
 * The day of the decision on the programme (IL § 12): what the act calls for in § 8, and the day the law that governs the
 * decision is taken from. Where there is no decision yet, the question is put as if it were taken on the day asked about,
 * and the trace says so.
 */
export function decisionDay(ask: Asking<'decidedOn'>): PlainDate {
  const decidedOn = ask.known('decidedOn')
  if (decidedOn === undefined) ask.step('step.programme.asIfDecidedOn', ref('IL', '12', { ledd: 2 }), { params: { on: ask.on } })
  return decidedOn ?? ask.on
}
