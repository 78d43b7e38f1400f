import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

const Asked = z.object({ level: z.string(), sentences: z.array(z.string()) }).nullable()
const Known = z.object({ level: z.string(), on: PlainDate.nullable(), source: z.string().nullable() }).nullable()

/** One language skill at one workplace: what is needed to begin and to be hired, where she was when she began and where she is. */
export const SkillProgress = z.object({ skill: z.string(), toBegin: Asked, toBeHired: Asked, atStart: Known, now: Known, /** Null where nobody has said, or her level is not known. */ mayBegin: z.boolean().nullable(), mayBeHired: z.boolean().nullable() })
export type SkillProgress = z.infer<typeof SkillProgress>
export const LanguageProgress = z.object({ personId: Id, openingId: Id.nullable(), rows: z.array(SkillProgress) })
export type LanguageProgress = z.infer<typeof LanguageProgress>
