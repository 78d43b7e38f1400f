import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import type { Permission } from '#shared/permission.ts'
import type { IssueKind } from './basis.core.ts'
import { DEDUCTIONS } from './basis.core.ts'
import type { DecideIssueInput, RunState } from './benefit.schema.ts'
import { lastDayOf } from './month.core.ts'

export type RunFacts = { id: string; month: PlainDate; preparedBy: string; returnedAt: string | null; approvedAt: string | null }
export type IssueFacts = { kind: IssueKind; proposedOre: number; isLarge: boolean; decision: string | null; decidedOre: number | null; reference: string | null; decidedBy: string | null }

/** How far a run has come, by what has been done to it. */
export function stateOf({ returnedAt, approvedAt }: Pick<RunFacts, 'returnedAt' | 'approvedAt'>, openIssues: number): RunState {
  if (approvedAt !== null) return 'approved'
  if (returnedAt !== null) return 'returned'
  return openIssues > 0 ? 'exceptions' : 'ready'
}

/** Which months were approved, and which are on the way, by their first days. */
export type Known = { approved: readonly PlainDate[]; unfinished: readonly PlainDate[] }

/** Whether a month may be prepared now: begun, and with every month before it since the first approved, so that what was paid is known. */
export function mayPrepare(month: PlainDate, { approved, unfinished }: Known, today: PlainDate): Refusal[] {
  const last = approved.toSorted().at(-1)
  const waiting = unfinished.filter((one) => one < month).toSorted()[0]
  return [
    ...check(month <= today, { code: 'benefit.inFuture', path: 'month' }),
    ...check(!approved.includes(month), { code: 'benefit.alreadyApproved', path: 'month' }),
    ...check(last === undefined || month >= last, { code: 'benefit.beforeFirst', path: 'month' }),
    ...check(waiting === undefined, { code: 'benefit.earlierWaits', path: 'month', params: { month: waiting ?? '' } }),
    ...check(last === undefined || month <= addMonths(last, 1), { code: 'benefit.monthSkipped', path: 'month', params: { month: last === undefined ? '' : addMonths(last, 1) } }),
  ]
}

const needsReference = ({ kind, isLarge, decision, reference, decidedOre }: IssueFacts): boolean =>
  kind === 'set_off' && isLarge && decision !== null && decision !== 'dismiss' && (decidedOre ?? 0) > 0 && !reference

/** Everything that stands in the way of approving a run, by whoever asks. `isSame` is whether computing it anew gives what is written. */
export function mayApprove(run: RunFacts, issues: readonly IssueFacts[], { accountId, today, isSame, refundedBy = [] }: { accountId: string; today: PlainDate; isSame: boolean; /** Who wrote down what is paid back in it. */ refundedBy?: readonly string[] }): Refusal[] {
  const open = issues.filter(({ decision }) => decision === null).length
  const unwritten = issues.filter(needsReference).length
  return [
    ...check(run.approvedAt === null, { code: 'benefit.alreadyApproved' }),
    ...check(run.returnedAt === null, { code: 'benefit.isReturned' }),
    ...check(run.preparedBy !== accountId, { code: 'benefit.fourEyes' }),
    ...check(!issues.some(({ decidedBy }) => decidedBy === accountId), { code: 'benefit.decidedByYou' }),
    ...check(!refundedBy.includes(accountId), { code: 'benefit.refundedByYou' }),
    ...check(open === 0, { code: 'benefit.openIssues', params: { count: open } }),
    ...check(unwritten === 0, { code: 'benefit.needsDecision', params: { count: unwritten } }),
    ...check(today > lastDayOf(run.month), { code: 'benefit.monthNotOver' }),
    ...check(isSame, { code: 'benefit.changedSince' }),
  ]
}

const isDeduction = (kind: IssueKind): boolean => DEDUCTIONS.some((one) => one === kind)

/** How an exception may be decided: what cannot be reckoned can only be left out, what is not settled only be paid. */
export function decisionsFor(kind: IssueKind): DecideIssueInput['decision'][] {
  if (kind === 'cannot_decide') return ['dismiss']
  return kind === 'unsettled' ? ['accept'] : ['accept', 'adjust', 'dismiss']
}

/** Why an exception may not be decided this way. */
export function mayDecide({ kind, proposedOre, isLarge }: Pick<IssueFacts, 'kind' | 'proposedOre' | 'isLarge'>, { decision, ore, why, reference }: DecideIssueInput): Refusal[] {
  return [
    ...check(decisionsFor(kind).includes(decision), { code: 'benefit.notThisWay', path: 'decision' }),
    ...check(decision === 'accept' && (isDeduction(kind) || kind === 'set_off') || Boolean(why), { code: 'benefit.why', path: 'why' }),
    ...check(decision !== 'adjust' || (ore !== null && ore <= proposedOre), { code: 'benefit.notAboveProposal', path: 'ore' }),
    ...check(!(kind === 'set_off' && isLarge && decision === 'accept') || Boolean(reference), { code: 'benefit.needsReference', path: 'reference' }),
  ]
}

/** What is taken off when an exception is decided so, in øre. */
export const decidedOre = ({ proposedOre }: Pick<IssueFacts, 'proposedOre'>, { decision, ore }: Pick<DecideIssueInput, 'decision' | 'ore'>): number =>
  (decision === 'dismiss' ? 0 : decision === 'accept' ? proposedOre : ore ?? 0)

type Action = 'prepare' | 'decide' | 'approve' | 'return' | 'file'

/** What is offered to whoever looks at a run. Who can approve it is not offered to prepare or decide: then she could not any more. */
export function actionsOn(run: RunFacts, held: readonly Permission[], accountId: string): Action[] {
  if (run.approvedAt !== null) return ['file']
  if (held.includes('programme.approveBenefit') && run.preparedBy !== accountId) return run.returnedAt === null ? ['approve', 'return'] : ['approve']
  return held.includes('programme.economy') ? ['prepare', 'decide'] : []
}
