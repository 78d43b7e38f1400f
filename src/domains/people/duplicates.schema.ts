import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { PersonStatus } from './person.schema.ts'

const Alike = z.object({ id: Id, givenName: z.string(), familyName: z.string(), birthDate: PlainDate.nullable(), country: z.string().nullable(), status: PersonStatus, adviserName: z.string().nullable() })
export const DuplicateList = z.object({ rows: z.array(z.object({ left: Alike, right: Alike })), total: z.int(), pageSize: z.int() })

/** What can be chosen from either of two persons when they become one. Protection is not: the stronger one always holds. */
export const MERGE_FIELDS = [
  'givenName', 'familyName', 'birthDate', 'gender', 'country', 'phone', 'email', 'firstLanguage', 'otherLanguages', 'interpreterLanguage', 'contactLocale',
  'arrivalCategory', 'settledOn', 'permitUntil', 'status', 'adviserId', 'note', 'address', 'practicalFrame',
] as const
export const MergeField = z.enum(MERGE_FIELDS)
export type MergeField = z.infer<typeof MergeField>

/** The one who stays keeps her own but for the fields in `fromGone`. */
export const MergePersonsInput = z.object({ keepId: Id, keepVersion: z.int(), goneId: Id, goneVersion: z.int(), fromGone: z.array(MergeField) })

export const MOVED = ['numbers', 'family', 'competence', 'presentations', 'agreements', 'followUps', 'programmes', 'accounts'] as const
/** What a merge will do, before it is done: what moves, and what must be put right first. */
export const MergePreview = z.object({
  moves: z.array(z.object({ what: z.enum(MOVED), count: z.int() })),
  hasFrames: z.boolean(),
  blocked: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })),
})
