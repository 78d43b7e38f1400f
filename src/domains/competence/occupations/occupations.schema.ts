import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { EscoUri } from '#shared/occupation.ts'

const Code = z.string().regex(/^\d{4}$/)
const Words = z.string().trim().min(1).max(200)

/** An occupation that was found: of the standard, or by a finer name of ESCO. `also` is the other name it was found by. */
export const Occupation = z.object({ code: z.string(), name: z.string(), level: z.int(), groupName: z.string().nullable(),
  esco: z.object({ uri: EscoUri, name: z.string(), also: z.string().nullable() }).nullable() })

export const RELATIONS = ['exact', 'close', 'broad', 'narrow'] as const
export const Relation = z.enum(RELATIONS)

/** What a file tells of one ESCO occupation: its names, or the groups of STYRK-08 it belongs to. Null is not told. */
export const EscoRow = z.object({ uri: EscoUri, name: Words, otherNames: z.array(z.string()), matches: z.array(z.object({ code: Code, relation: Relation })).nullable() })
export type EscoRow = z.infer<typeof EscoRow>

/** One line of a list of related occupations: an occupation and the family it belongs to. Without a source the name of the file is its source. */
export const FamilyRow = z.object({ code: Code, name: Words, source: z.string().trim().max(200), sourceOn: PlainDate.nullable() })
export type FamilyRow = z.infer<typeof FamilyRow>

const Part = z.object({ source: z.string(), on: PlainDate.nullable(), count: z.int() })
/** A family the municipality has made itself. */
export const OwnFamily = z.object({ id: Id, version: z.int(), name: z.string(), source: z.string(), on: PlainDate.nullable(), codes: z.array(Code) })
export type OwnFamily = z.infer<typeof OwnFamily>
export const OccupationSources = z.object({
  /** Unit groups of STYRK-08 that are known here. */
  standard: z.int(),
  esco: z.array(Part.extend({ /** How many belong to a group that is known here. */ matched: z.int(), names: z.int() })),
  families: z.array(Part.extend({ occupations: z.int() })),
  own: z.array(OwnFamily), actions: z.array(z.enum(['import'])),
})

/** A family needs two occupations to say anything. `source` is why they are related, or who says so. */
export const SaveFamilyInput = z.object({ id: Id, version: z.int().optional(), name: Words, source: Words, codes: z.array(Code).min(2).max(60) })
export const RemoveSourceInput = z.object({ what: z.enum(['esco', 'families']), source: z.string().max(300), on: PlainDate.nullable() })

/** What is near an occupation, in the steps of the matching (4 very near, 3 related, 2 the same field), and by what: `digits` in common of STYRK-08, one ESCO occupation in both, or a family. */
export const NearRow = z.object({ code: z.string(), name: z.string(), step: z.int(), by: z.enum(['digits', 'shared', 'family']), reason: z.string().nullable(), source: z.string().nullable(), on: PlainDate.nullable() })
export type NearRow = z.infer<typeof NearRow>
export const NearOccupations = z.object({ rows: z.array(NearRow), /** Finer occupations of ESCO in the group. */ esco: z.array(z.object({ uri: EscoUri, name: z.string() })) })
