import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { DayAction } from './day.schema.ts'
import type { DayState } from './meeting.schema.ts'

const possible: Record<DayAction, readonly DayState[]> = {
  change: ['draft', 'invited', 'planned'], invite: ['draft', 'invited', 'planned'], plan: ['draft', 'invited', 'planned'], start: ['planned'], close: ['live'], note: ['closed'], thank: ['closed'],
}

/** What may be done with a day now. It is run on the day itself: not before, so that nobody is marked absent by mistake. */
export const dayActions = ({ state, onDate }: { state: DayState; onDate: PlainDate }, { employers, guests }: { employers: number; guests: number }, today: PlainDate): DayAction[] =>
  DayAction.options.filter((action) => possible[action].includes(state)
    && (action !== 'start' || onDate <= today) && (action !== 'invite' || onDate >= today) && (action !== 'plan' || (employers > 0 && guests > 0)))

/** Refuses what the state of a day does not allow. */
export const stateRefusals = (state: DayState, action: DayAction): Refusal[] => check(possible[action].includes(state), { code: 'meetings.notInThisState', params: { state } })
