import { z } from 'zod'
import { Id } from '#shared/id.ts'

export const MailTemplate = z.enum(['approve_agreement', 'evaluate', 'agreement_ready', 'approval_withdrawn', 'follow_up_due', 'follow_up_note_missing', 'party_approved', 'party_wants_talk',
  'rule_value_missing', 'sign_plan', 'see_tasks', 'hand_over_waits', 'interpreter_order', 'interpreter_change', 'interpreter_cancel',
  'meeting_invite', 'meeting_invite_employer', 'meeting_moved', 'meeting_moved_employer', 'meeting_reminder', 'meeting_reminder_employer', 'meeting_thanks', 'meeting_thanks_employer', 'standing_wish_rang'])
export type MailTemplate = z.infer<typeof MailTemplate>

export const Jobs = z.object({
  jobs: z.array(z.object({
    id: z.int(), task: z.string(), runAt: z.string(), attempts: z.int(), maxAttempts: z.int(), lastError: z.string().nullable(), isRunning: z.boolean(),
    actions: z.array(z.enum(['retry'])) })),
  /** Mail that will not be tried again by itself. */
  messages: z.array(z.object({ id: Id, template: z.string(), createdAt: z.string(), failedAt: z.string(), failure: z.string().nullable(), actions: z.array(z.enum(['retry'])) })),
})

/** One of the two. */
export const RetryInput = z.union([z.object({ jobId: z.int().positive() }), z.object({ messageId: Id })])
