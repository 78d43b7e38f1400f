import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Belongs } from '../template/template.schema.ts'

/** One thing that is known, in words: when it was found out, and how it is known. */
export const KnownLine = z.object({ text: z.string(), on: PlainDate.nullable(), how: z.string().nullable() })
export type KnownLine = z.infer<typeof KnownLine>

/** Whether something must be asked: nothing is known, it is old, nobody knows from when it is, it is known, or it is not the reader's to know. */
export const Need = z.enum(['missing', 'old', 'undated', 'known', 'hidden'])
export type Need = z.infer<typeof Need>

/** What is known to the points that belong in one place. `confirmedOn`: when she last said in a talk that it is so. */
export const KnownPoint = z.object({ belongs: Belongs, need: Need, lines: z.array(KnownLine), newestOn: PlainDate.nullable(), confirmedOn: PlainDate.nullable() })
export type KnownPoint = z.infer<typeof KnownPoint>
