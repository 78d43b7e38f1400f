import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Permission } from '#shared/permission.ts'
import type { AnswerInput, CodeOutcomeInput, EvaluationPage } from './evaluation.schema.ts'

/** The evaluation opens this many days before the last day, so that what comes next can still be arranged. */
const OPENS_BEFORE_END = 14

export type Placement = { fromDate: PlainDate | null; toDate: PlainDate | null; endedOn: PlainDate | null; endReason: string | null; submittedAt: string | null; cancelledAt: string | null }

/** The first day on which the parties are asked; null when there is nothing to evaluate: cancelled, never begun, or without an end. */
export function opensOn({ fromDate, toDate, endedOn, endReason, submittedAt, cancelledAt }: Placement): PlainDate | null {
  const last = endedOn ?? toDate
  if (cancelledAt !== null || submittedAt === null || endReason === 'never_started' || last === null) return null
  const opens = addDays(last, -OPENS_BEFORE_END)
  return endedOn !== null ? endedOn : fromDate !== null && opens < fromDate ? fromDate : opens
}

export function isOpen(placement: Placement, today: PlainDate): boolean {
  const opens = opensOn(placement)
  return opens !== null && opens <= today
}

/** Whether one party's answers may be kept: the time has come, and not twice. */
export const mayAnswer = (party: 'participant' | 'employer', answered: readonly string[], placement: Placement, today: PlainDate): Refusal[] => [
  ...check(isOpen(placement, today), { code: 'evaluation.notYet' }),
  ...check(!answered.includes(party), { code: 'evaluation.answered', path: 'party' }),
]

/** A "no" to hiring says why, so that the next placement can do something about it. */
export const answersAreWhole = (input: AnswerInput): Refusal[] => input.party === 'participant' ? []
  : check(input.answers.isHired !== 'no' || input.answers.notHiredReason !== null, { code: 'evaluation.whyNotHired', path: 'answers.notHiredReason' })

/** Whether an outcome holds together (PLA-09): hired says where to what extent, not hired says why, and not before it began. */
export const mayCode = (input: CodeOutcomeInput, placement: Placement, today: PlainDate): Refusal[] => [
  ...check(placement.cancelledAt === null && placement.submittedAt !== null, { code: 'evaluation.noPlacement' }),
  ...check(input.outcomeOn <= today, { code: 'evaluation.inFuture', path: 'outcomeOn' }),
  ...check(placement.fromDate === null || input.outcomeOn >= placement.fromDate, { code: 'evaluation.beforeStart', path: 'outcomeOn' }),
  ...check((input.outcome === 'hired') === (input.hired !== null), { code: 'evaluation.hiredDetail', path: 'hired' }),
  ...check((input.outcome === 'not_hired') === (input.notHiredReason !== null), { code: 'evaluation.notHiredReason.required', path: 'notHiredReason' }),
  ...check(input.outcome !== 'never_started' || placement.endReason === 'never_started', { code: 'evaluation.didStart', path: 'outcome' }),
]

/** What may be done now. */
export function evaluationActions(placement: Placement, answered: readonly string[], today: PlainDate, held: readonly Permission[]): EvaluationPage['actions'] {
  if (!held.includes('placements.followUp') || placement.cancelledAt !== null || placement.submittedAt === null) return []
  const open = isOpen(placement, today)
  return [
    ...(open && answered.length < 2 ? (['ask'] as const) : []),
    ...(open && !answered.includes('employer') ? (['noteEmployer'] as const) : []),
    ...(open && !answered.includes('participant') ? (['noteParticipant'] as const) : []),
    ...(open || placement.endReason === 'never_started' ? (['codeOutcome'] as const) : []),
  ]
}
