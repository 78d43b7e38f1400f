import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

const Actor = z.object({ id: Id, kind: z.enum(['staff', 'participant', 'employer', 'system']), name: z.string().nullable() })

export const AuditEntry = z.object({
  id: Id, at: z.string(), actor: Actor, operation: z.string(), outcome: z.enum(['done', 'refused', 'forbidden']),
  /** Some of the people it concerned, by name, and how many there were. */
  people: z.array(z.object({ id: Id, name: z.string() })), peopleCount: z.int(),
  /** Which fields of which tables were changed; never their values. */
  changed: z.array(z.object({ table: z.string(), fields: z.array(z.string()) })),
})
export type AuditEntry = z.infer<typeof AuditEntry>

const Page = { /** The last id of the page before. */ before: Id.optional() }
export const ReadAuditInput = z.object({
  personId: Id.optional(), accountId: Id.optional(), operation: z.string().max(100).optional(), from: PlainDate.optional(), to: PlainDate.optional(), ...Page })
export type ReadAuditInput = z.infer<typeof ReadAuditInput>
export const ReadAuditOfPersonInput = z.object({ personId: Id, ...Page })

/** `next` is what to ask `before` for the next page. */
export const AuditPage = z.object({ rows: z.array(AuditEntry), next: Id.nullable() })

/** What the participant herself sees: who, in what capacity, did what, on which day, how many times. */
export const MyAudit = z.object({ rows: z.array(z.object({
  onDay: PlainDate, lastAt: z.string(), actorKind: z.string(), actorName: z.string().nullable(), actorRoles: z.array(z.string()), operation: z.string(), times: z.int() })) })

export const DoorEvents = z.object({ rows: z.array(z.object({ id: Id, at: z.string(), kind: z.string(), detail: z.record(z.string(), z.string()).nullable() })) })
