import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** Steps towards the end, in the order they fall due. */
export const EXIT_STEPS = ['talk', 'path', 'school_application', 'nav_meeting', 'nav_application', 'norwegian', 'gap', 'hand_over', 'certificate'] as const
export const ExitStepKind = z.enum(EXIT_STEPS)
export type ExitStepKind = z.infer<typeof ExitStepKind>

/** Why a programme ended. Our own list: the national register's codes are not public (see docs/national-register.md). */
export const END_REASONS = ['goal_reached', 'work', 'education', 'length_expired', 'stopped', 'withdrew', 'moved', 'left_norway', 'died', 'other'] as const
export const EndReason = z.enum(END_REASONS)
export type EndReason = z.infer<typeof EndReason>

/** What she does: at the end of the programme, and later. */
export const ACTIVITIES = ['work_full_time', 'work_part_time', 'upper_secondary', 'higher_education', 'adult_primary', 'nav_measure', 'qualification_programme',
  'norwegian_only', 'parental_leave', 'ill', 'job_seeking', 'none', 'unknown'] as const
export const Activity = z.enum(ACTIVITIES)
export type Activity = z.infer<typeof Activity>

const Text = z.string().trim().max(4000)

/** How Norwegian goes on beside the job (PLA-16). */
export const NorwegianAfter = z.object({ form: z.enum(['evening', 'weekend', 'digital', 'at_work', 'daytime']), provider: Text.min(1).max(200), hoursPerWeek: z.number().min(0).max(40), from: PlainDate, agreedWithEmployer: z.boolean() })
/** The days between the last benefit and the first wage or study support, and who covers them (PLA-22). */
export const Gap = z.object({ lastBenefitOn: PlainDate, firstMoneyOn: PlainDate, from: z.enum(['wage', 'study_support', 'nav', 'other']), coveredBy: Text.min(1).max(500) })
export type NorwegianAfter = z.infer<typeof NorwegianAfter>
export type Gap = z.infer<typeof Gap>

/** Settles one step: done on a day, or not needed and why. */
export const SettleStepInput = z.object({
  id: Id, participationId: Id, version: z.int().optional(), kind: ExitStepKind, doneOn: PlainDate.nullable(), notNeeded: z.boolean(), note: Text.nullable(),
  norwegian: NorwegianAfter.nullable(), gap: Gap.nullable(),
})
export type SettleStepInput = z.infer<typeof SettleStepInput>

/** How a step stands on a day. */
export const StepState = z.enum(['done', 'not_needed', 'late', 'soon', 'later'])
export const ExitStep = z.object({
  kind: ExitStepKind, dueOn: PlainDate, state: StepState, id: Id.nullable(), version: z.int().nullable(), doneOn: PlainDate.nullable(), note: z.string().nullable(),
  norwegian: NorwegianAfter.nullable(), gap: Gap.nullable(),
})
export type ExitStep = z.infer<typeof ExitStep>

export const EndProgrammeInput = z.object({
  participationId: Id, version: z.int(), endedOn: PlainDate, reason: EndReason, activity: Activity,
  /** What happens next, and who sees to it: nobody is written out without (QUA-20). */
  nextStep: z.object({ id: Id, step: Text.min(1).max(500), dueOn: PlainDate, ownerId: Id }).nullable(),
})
export type EndProgrammeInput = z.infer<typeof EndProgrammeInput>

/** The times after the end at which it is asked how she does: months. One year first; the last after five years, as the national statistics do. */
export const LATER_MONTHS = [12, 24, 36, 48, 60] as const
export const NoteLaterInput = z.object({
  id: Id, participationId: Id, askedOn: PlainDate, activity: Activity, hoursPerWeek: z.number().min(0).max(60).nullable(), isRelevant: z.boolean().nullable(), livesElsewhere: z.boolean(),
  source: z.enum(['person', 'employer', 'nav', 'school', 'other']),
})
export type NoteLaterInput = z.infer<typeof NoteLaterInput>
export const LaterStatus = NoteLaterInput.omit({ participationId: true })
export type LaterStatus = z.infer<typeof LaterStatus>

export const ExitAction = z.enum(['settle', 'end', 'writeHandOver', 'noteLater', 'certificate'])
/** The road out of one programme. */
export const Exit = z.object({
  personId: Id, participationId: Id, version: z.int(), startsOn: PlainDate, lastDay: PlainDate.nullable(), endedOn: PlainDate.nullable(), endReason: EndReason.nullable(), endActivity: Activity.nullable(),
  finalGoal: z.string(), steps: z.array(ExitStep), later: z.array(LaterStatus),
  /** The days on which it is next to be asked how she does. */
  laterDue: z.array(PlainDate), daysWithoutMoney: z.int().nullable(),
  /** Rights to Norwegian that are left, where they can be told. */
  actions: z.array(ExitAction),
})
export type Exit = z.infer<typeof Exit>
