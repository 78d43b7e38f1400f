import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, weekday } from '#shared/date.ts'
import type { Permission } from '#shared/permission.ts'
import type { DueState, FollowUp, NoteContactInput } from './follow-up.schema.ts'

type Timed = Pick<FollowUp, 'dueOn' | 'doneOn'>

/** How a contact stands on a day: `soon` is within the next seven days. */
export function dueState({ dueOn, doneOn }: Timed, today: PlainDate): DueState {
  if (doneOn !== null || dueOn === null) return 'done'
  if (dueOn < today) return 'late'
  if (dueOn === today) return 'today'
  return dueOn <= addDays(today, 7) ? 'soon' : 'later'
}

/** What may be done with one contact now. A concern is answered; everything else is noted, moved or dropped. */
export function followUpActions(one: Pick<FollowUp, 'kind' | 'dueOn' | 'doneOn' | 'nextStep' | 'nextStepDoneOn'>, held: readonly Permission[]): FollowUp['actions'] {
  if (!held.includes('placements.followUp')) return []
  const isOpen = one.doneOn === null
  if (one.kind === 'concern') return isOpen ? ['answer'] : []
  return [...(isOpen ? (['note', 'move', 'drop'] as const) : []), ...(!isOpen && one.nextStep !== null && one.nextStepDoneOn === null ? (['finishNextStep'] as const) : [])]
}

/** The period of the placement a contact belongs to. */
export type Placement = { fromDate: PlainDate | null; toDate: PlainDate | null; cancelledAt: string | null }

/** Whether a contact may be planned on a day: not in the past, not on an agreement that is cancelled, on a working day. */
export const mayPlan = (dueOn: PlainDate, placement: Placement, today: PlainDate): Refusal[] => [
  ...check(placement.cancelledAt === null, { code: 'followUp.cancelled' }),
  ...check(dueOn >= today, { code: 'followUp.inPast', path: 'dueOn' }),
  ...check(weekday(dueOn) <= 5, { code: 'followUp.weekend', path: 'dueOn' }),
]

/** Whether a contact may be noted: it has taken place, somebody was reached or it is said why not, and a next step has a day. */
export const mayNote = (noted: Pick<NoteContactInput, 'doneOn' | 'talkedWith' | 'note' | 'mood' | 'nextStep' | 'nextStepDue'>, today: PlainDate): Refusal[] => [
  ...check(noted.doneOn <= today, { code: 'followUp.inFuture', path: 'doneOn' }),
  ...check(noted.talkedWith.length > 0 || Boolean(noted.note), { code: 'followUp.nobodyReached', path: 'note' }),
  ...check(noted.mood !== 'bad' || Boolean(noted.note), { code: 'followUp.badNeedsNote', path: 'note' }),
  ...check(!noted.nextStep || noted.nextStepDue !== null, { code: 'followUp.stepNeedsDay', path: 'nextStepDue' }),
  ...check(noted.nextStepDue === null || noted.nextStepDue >= noted.doneOn, { code: 'followUp.stepBefore', path: 'nextStepDue' }),
]

const rank: Record<DueState, number> = { late: 0, today: 1, soon: 2, later: 3, done: 4 }

/** Late first, then by day; within a day a concern before a visit. Stable: the id decides the rest. */
export const byUrgency = (a: Pick<FollowUp, 'state' | 'dueOn' | 'kind' | 'id'>, b: Pick<FollowUp, 'state' | 'dueOn' | 'kind' | 'id'>): number =>
  rank[a.state] - rank[b.state] || (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || Number(b.kind === 'concern') - Number(a.kind === 'concern') || a.id.localeCompare(b.id)
