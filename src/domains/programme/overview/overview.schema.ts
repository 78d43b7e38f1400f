import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Group, WaitReason } from './groups.schema.ts'

/** A deadline that is near or past, of nobody named: what, by when, whose adviser. */
export const AtRisk = z.object({ what: z.enum(['start', 'end', 'next_step']), by: PlainDate, daysLeft: z.int(), adviserName: z.string().nullable() })
export type AtRisk = z.infer<typeof AtRisk>

export const Caseload = z.object({ adviserName: z.string().nullable(), waiting: z.int(), inProgramme: z.int(), after: z.int(), share: z.number() })
export type Caseload = z.infer<typeof Caseload>

/** The programme from above: figures and deadlines, and no person. */
export const Overview = z.object({
  norm: z.int(), people: z.int(), waiting: z.int(), inProgramme: z.int(), endingSoon: z.int(), withoutPlan: z.int(),
  waitReasons: z.array(z.object({ reason: WaitReason.nullable(), count: z.int(), longest: z.int() })),
  groups: z.array(z.object({ group: Group, count: z.int(), withoutStep: z.int() })),
  caseload: z.array(Caseload), atRisk: z.array(AtRisk), overdueStarts: z.int(), unclear: z.int(),
})
export type Overview = z.infer<typeof Overview>
