import { z } from 'zod'
import { FinalGoal } from '#rules/person-facts.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** What is done before the plan and with it, in the order of the act where the municipality has not chosen another. */
export const STEP_KINDS = ['qualification_interview', 'competence_mapping', 'career_guidance', 'plan_meeting', 'contract_meeting'] as const
export const StepKind = z.enum(STEP_KINDS)
export type StepKind = z.infer<typeof StepKind>

const Text = z.string().trim().max(4000).nullable().default(null)

export const SaveStepInput = z.object({
  id: Id, personId: Id, version: z.int().optional(), kind: StepKind, plannedOn: PlainDate.nullable().default(null), referredOn: PlainDate.nullable().default(null), doneOn: PlainDate.nullable().default(null),
  doneWith: z.string().trim().max(200).nullable().default(null), result: Text,
  /** Why the order, or the recommendation, was departed from (QUA-03). */
  deviation: Text,
})
export type SaveStepInput = z.output<typeof SaveStepInput>

/** One step of the path: done, waiting, or not needed since it is there already. */
export const Step = z.object({
  kind: StepKind, id: Id.nullable(), version: z.int().nullable(), plannedOn: PlainDate.nullable(), referredOn: PlainDate.nullable(), doneOn: PlainDate.nullable(), doneWith: z.string().nullable(), result: z.string().nullable(), deviation: z.string().nullable(),
  state: z.enum(['done', 'late', 'planned', 'next', 'waiting']),
})
export type Step = z.infer<typeof Step>

/** What the career guidance recommends: it belongs to that step of the path (QUA-03). */
export const Recommended = z.object({ finalGoal: FinalGoal.nullable(), occupationCode: z.string().nullable(), occupationName: z.string().nullable(), proposals: z.string().nullable(), doneOn: PlainDate.nullable(), registeredOn: PlainDate, registeredBy: z.string().nullable() })
export type Recommended = z.infer<typeof Recommended>
export const RecommendedPart = z.enum(['finalGoal', 'occupation'])
export type RecommendedPart = z.infer<typeof RecommendedPart>

/** The order a municipality works in, and the Norwegian its papers are written in. */
export const PlanSettings = z.object({ qualificationSteps: z.array(StepKind).min(1).max(STEP_KINDS.length).catch([...STEP_KINDS]).default([...STEP_KINDS]), writtenForm: z.enum(['nb', 'nn']).catch('nb').default('nb') })
export const SavePlanSettingsInput = z.object({ version: z.int(), qualificationSteps: z.array(StepKind).min(1).max(STEP_KINDS.length), writtenForm: z.enum(['nb', 'nn']) })
