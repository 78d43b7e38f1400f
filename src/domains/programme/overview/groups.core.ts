import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { yearsBetween } from '#shared/date.ts'
import type { Group, WithoutPlan } from './groups.schema.ts'
import { NextStepState } from './groups.schema.ts'

/** What decides whether somebody falls between, and into which group. Null is unknown. */
export type Situation = {
  birthDate: PlainDate | null; gender: string | null; arrivalCategory: string | null; status: string
  /** A programme that runs, or that has ended. */
  programme: 'none' | 'runs' | 'ended'
  isPlaced: boolean
  /** On her way into a programme, in time. */
  isAwaited: boolean
  whereabouts: string | null
  /** A child under 18 is registered. */
  hasMinorChild: boolean
}

const occupied: readonly string[] = ['in_work', 'in_education', 'moved']

/** Whether nobody has a plan for her: no programme that runs, no placement, not in work or education, still here. */
export const isWithoutPlan = ({ programme, isPlaced, isAwaited, status, whereabouts }: Situation): boolean =>
  programme !== 'runs' && !isPlaced && !isAwaited && !occupied.includes(status) && whereabouts !== 'moved'

/** The groups of one without a plan on a day. Children under 16 are not among them; nobody is in no group. */
export function groupsOf(one: Situation, today: PlainDate): Group[] {
  if (!isWithoutPlan(one)) return []
  const age = one.birthDate === null ? undefined : yearsBetween(one.birthDate, today)
  if (age !== undefined && age < 16) return []
  const found: Group[] = [
    ...(age !== undefined && age >= 55 ? ['over_55' as const] : []),
    ...(age !== undefined && age < 18 ? ['aged_16_18' as const] : []),
    ...(one.gender === 'female' && one.arrivalCategory?.startsWith('family') ? ['women_family_reunification' as const] : []),
    // outside the programme by age, and yet they must follow up children at school
    ...(age !== undefined && age >= 55 && one.gender === 'male' && one.hasMinorChild ? ['older_fathers' as const] : []),
    ...(one.programme === 'ended' ? ['written_out' as const] : []),
    ...(one.whereabouts === 'unknown' || one.whereabouts === 'travelling' ? ['whereabouts_unknown' as const] : []),
  ]
  return found.length > 0 ? found : ['others']
}

/** How her next step stands on a day. */
export const nextStepState = (dueOn: PlainDate | null, today: PlainDate): WithoutPlan['state'] =>
  (dueOn === null ? NextStepState.enum.none : dueOn < today ? NextStepState.enum.late : NextStepState.enum.planned)

const rank: Record<WithoutPlan['state'], number> = { none: 0, late: 1, planned: 2 }

/** Those with no next step first, then those whose step is late; within these by name. */
export const byNeed = (a: Pick<WithoutPlan, 'state' | 'name' | 'personId'>, b: Pick<WithoutPlan, 'state' | 'name' | 'personId'>): number =>
  rank[a.state] - rank[b.state] || a.name.localeCompare(b.name, 'nb') || a.personId.localeCompare(b.personId)

/** Whether a next step may be planned for a day. */
export const mayPlanStep = (dueOn: PlainDate, today: PlainDate): Refusal[] => check(dueOn >= today, { code: 'overview.stepInPast', path: 'dueOn' })

/** Whether something may be said to have been so on a day. */
export const notInFuture = (on: PlainDate, today: PlainDate, path: string): Refusal[] => check(on <= today, { code: 'overview.inFuture', path })
