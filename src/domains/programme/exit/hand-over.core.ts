import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Permission } from '#shared/permission.ts'
import type { HandOver } from './hand-over.schema.ts'

export type Stage = { sentAt: string | null; confirmedAt: string | null }

/** Where a hand-over stands: derived from what has happened. */
export const handOverState = ({ sentAt, confirmedAt }: Stage): HandOver['state'] => (confirmedAt !== null ? 'confirmed' : sentAt !== null ? 'sent' : 'draft')

/** A note that was sent is not rewritten: what the receiver read stands. */
export const mayWrite = (now: Stage | undefined): Refusal[] => check(now === undefined || now.sentAt === null, { code: 'handOver.isSent' })

/** Whether it may be sent: once, and shown to the person first, or said why not in the comment (TRN-02). */
export const maySend = (input: { shownToPersonOn: PlainDate | null; personComment: string | null }, now: Stage, today: PlainDate): Refusal[] => [
  ...check(now.sentAt === null, { code: 'handOver.isSent' }),
  ...check(input.shownToPersonOn !== null || Boolean(input.personComment), { code: 'handOver.showFirst', path: 'shownToPersonOn' }),
  ...check(input.shownToPersonOn === null || input.shownToPersonOn <= today, { code: 'handOver.shownInFuture', path: 'shownToPersonOn' }),
]

/** Whether a case number may be noted: after it was sent, once. */
export const mayConfirm = (now: Stage): Refusal[] => [
  ...check(now.sentAt !== null, { code: 'handOver.notSent' }),
  ...check(now.confirmedAt === null, { code: 'handOver.isConfirmed' }),
]

/** What may be done with a hand-over by somebody with these permissions. */
export function handOverActions(now: Stage, held: readonly Permission[]): HandOver['actions'] {
  const writes = held.includes('programme.handOver')
  const state = handOverState(now)
  return [
    ...(writes && state === 'draft' ? (['change', 'send'] as const) : []),
    ...(state === 'sent' && (writes || held.includes('programme.receive')) ? (['confirm'] as const) : []),
    ...(state !== 'draft' || writes ? (['print'] as const) : []),
  ]
}
