import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { daysBetween } from '#shared/date.ts'
import type { Facts } from '#rules/facts.ts'
import { deadlines } from '#rules/introduction-programme/deadlines.ts'
import { targetGroup } from '#rules/introduction-programme/target-group.ts'
import type { Grounds } from '#rules/rule.ts'
import { decideRule } from '#rules/rule.ts'
import type { Waiting } from './groups.schema.ts'

type Standing = Pick<Waiting, 'standing' | 'missing' | 'deadline' | 'daysLeft' | 'daysWaited'>

/** The day by which decision and start are due (IL § 12), where the rules can tell it. */
function startDeadline(facts: Facts, today: PlainDate, grounds: Grounds): PlainDate | null {
  const { answer } = decideRule(deadlines, facts, today, grounds)
  return answer?.find(({ what }) => what === 'start')?.by ?? null
}

/**
 * How one who is in no programme stands, as if it were decided today; nothing for one who is outside. What the rules
 * cannot tell is unclear, and the facts that are missing are named: she waits no less for it.
 */
export function waitingStanding(facts: Facts, today: PlainDate, grounds: Grounds): Standing | undefined {
  const { answer, openQuestions } = decideRule(targetGroup, { ...facts, decidedOn: today }, today, grounds)
  const standing: Waiting['standing'] | 'outside' = answer?.standing ?? 'unclear'
  if (standing === 'outside') return undefined
  // an offer the municipality may make has no day by which it must be made
  const deadline = standing === 'may_be_offered' ? null : startDeadline(facts, today, grounds)
  return {
    standing, missing: answer === null ? openQuestions.map(({ name }) => name) : [], deadline,
    daysLeft: deadline === null ? null : daysBetween(today, deadline), daysWaited: facts.settledOn === undefined ? null : daysBetween(facts.settledOn, today),
  }
}

/** Whether she is on her way into a programme: she has a right, and the day by which it begins has not passed. She waits, and is not without a plan. */
export const isAwaited = (standing: Standing | undefined): boolean =>
  (standing?.standing === 'right_and_duty' || standing?.standing === 'right') && standing.daysLeft !== null && standing.daysLeft >= 0

/** The one whose deadline is nearest first; without a deadline last, the longest wait first. */
export const byDeadline = (a: Pick<Waiting, 'daysLeft' | 'daysWaited' | 'personId'>, b: Pick<Waiting, 'daysLeft' | 'daysWaited' | 'personId'>): number =>
  (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || (b.daysWaited ?? 0) - (a.daysWaited ?? 0) || a.personId.localeCompare(b.personId)

/** Whether a wait may be noted so. */
export const mayNoteWait = (wait: { since: PlainDate; expectedOn: PlainDate | null }, today: PlainDate): Refusal[] => [
  ...check(wait.since <= today, { code: 'overview.inFuture', path: 'since' }),
  ...check(wait.expectedOn === null || wait.expectedOn >= wait.since, { code: 'overview.expectedBefore', path: 'expectedOn' }),
]
