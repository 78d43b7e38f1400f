import type { OperationName, Output } from '#web/api.ts'

export type PlanPage = Output<'programme.getPlan'>
export type Plan = NonNullable<PlanPage['plan']>

/** Reads whose answers a change of the plan makes old. */
export const showsPlan: readonly OperationName[] = ['programme.getPlan', 'programme.comparePlan', 'programme.previewGoal', 'programme.getRights']

const parts = ['final_goal', 'norwegian_goal', 'long_term_goals', 'training_extent', 'length', 'elements', 'appeal', 'reasons'] as const
/** The part of a plan by the rule's name for it. */
export const partKey = (part: string): `part.${(typeof parts)[number]}` | undefined => { const found = parts.find((one) => one === part); return found && `part.${found}` }
