import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** The paragraphs of integreringsforskriften that say what the national register holds about a participant. */
export const SECTIONS = ['46', '47', '52', '53', '54'] as const
export const Section = z.enum(SECTIONS)
export type Section = z.infer<typeof Section>

/** What the register will want, by our own names: its transfer format is not public. */
export const FIELDS = [
  'name', 'gender', 'birth_date', 'number', 'address', 'contact', 'citizenship', 'household', 'permit', 'permit_granted_on', 'settled_on',
  'mother_tongue', 'interpreter_language', 'education', 'languages', 'work_experience', 'wishes', 'career_guidance',
  'offered_on', 'decided_on', 'started_on', 'final_goal', 'mapping', 'elements', 'life_skills', 'parental_guidance', 'absence', 'appeals', 'ended_on', 'end_reason', 'end_activity',
  'norwegian_goal', 'norwegian_hours', 'social_studies_hours',
  'norwegian_tests',
] as const
export const FieldName = z.enum(FIELDS)
export type FieldName = z.infer<typeof FieldName>

/** One field of one person. `dueBy` is the last day to report it: two months after what it tells of (IF § 58). */
export const RegisterField = z.object({ section: Section, name: FieldName, value: z.string().nullable(), dueBy: PlainDate.nullable() })
export type RegisterField = z.infer<typeof RegisterField>

export const RegisterState = z.enum(['complete', 'missing', 'late'])
export const RegisterRow = z.object({
  personId: Id, name: z.string(), adviserName: z.string().nullable(), filled: z.int(), wanted: z.int(), missing: z.array(FieldName), nextDue: PlainDate.nullable(), state: RegisterState,
})
export type RegisterRow = z.infer<typeof RegisterRow>

/** What is missing over all, and for how many: where one round of work gives most. */
export const RegisterSummary = z.object({ people: z.int(), complete: z.int(), late: z.int(), byField: z.array(z.object({ name: FieldName, section: Section, missing: z.int() })) })
export type RegisterSummary = z.infer<typeof RegisterSummary>

/** The neutral export (docs/national-register.md). */
export const RegisterExport = z.object({
  form: z.literal('fotfeste-national-register'), formVersion: z.literal(1), municipality: z.string(), madeOn: PlainDate,
  people: z.array(z.object({ personId: Id, sections: z.record(z.string(), z.record(z.string(), z.string().nullable())), missing: z.array(FieldName) })),
})
export type RegisterExport = z.infer<typeof RegisterExport>
