import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** Those who fall between: grown-ups and youths without any plan or activity (QUA-17). One may be in several. */
export const GROUPS = ['over_55', 'aged_16_18', 'women_family_reunification', 'older_fathers', 'written_out', 'whereabouts_unknown', 'others'] as const
export const Group = z.enum(GROUPS)
export type Group = z.infer<typeof Group>

export const WhereaboutsState = z.enum(['present', 'travelling', 'moved', 'returned', 'unknown'])
export const NextStepState = z.enum(['none', 'late', 'planned'])

export const WithoutPlan = z.object({
  personId: Id, name: z.string(), birthDate: PlainDate.nullable(), settledOn: PlainDate.nullable(), adviserName: z.string().nullable(), isMine: z.boolean(), groups: z.array(Group),
  whereabouts: z.object({ state: WhereaboutsState, confirmedOn: PlainDate, version: z.int() }).nullable(),
  nextStep: z.object({ id: Id, version: z.int(), step: z.string(), dueOn: PlainDate, ownerName: z.string().nullable() }).nullable(), state: NextStepState,
})
export type WithoutPlan = z.infer<typeof WithoutPlan>

export const PlanNextStepInput = z.object({ id: Id, personId: Id, step: z.string().trim().min(1).max(500), dueOn: PlainDate, ownerId: Id })
export const ConfirmWhereaboutsInput = z.object({ id: Id, personId: Id, version: z.int().optional(), state: WhereaboutsState, confirmedOn: PlainDate, note: z.string().trim().max(500).nullable() })

export const WAIT_REASONS = ['kindergarten', 'dwelling', 'capacity', 'course_date', 'health_clarification', 'parental_leave', 'registration', 'own_wish', 'other'] as const
export const WaitReason = z.enum(WAIT_REASONS)
export type WaitReason = z.infer<typeof WaitReason>
export const NoteWaitInput = z.object({ id: Id, personId: Id, version: z.int().optional(), reason: WaitReason, since: PlainDate, expectedOn: PlainDate.nullable(), note: z.string().trim().max(500).nullable() })

/** How the right of one who waits stands: by the rules, or not to be told before a fact is known. */
export const WaitStanding = z.enum(['right_and_duty', 'right', 'may_be_offered', 'unclear'])
export const Waiting = z.object({
  personId: Id, name: z.string(), settledOn: PlainDate.nullable(), adviserName: z.string().nullable(), isMine: z.boolean(), standing: WaitStanding, missing: z.array(z.string()),
  deadline: PlainDate.nullable(), daysLeft: z.int().nullable(), daysWaited: z.int().nullable(),
  wait: z.object({ id: Id, version: z.int(), reason: WaitReason, since: PlainDate, expectedOn: PlainDate.nullable(), note: z.string().nullable() }).nullable(),
})
export type Waiting = z.infer<typeof Waiting>
