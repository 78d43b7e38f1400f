import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

const Verdict = z.enum(['fits', 'nearly', 'not'])
/** One line of a list as it was shown: the opening, the print of its facts, its free seats, the verdict, and by what it stood there. */
export const KeptLine = z.tuple([Id, z.string(), z.int(), Verdict, z.number()])
export type KeptLine = z.infer<typeof KeptLine>

/** What changed in her own facts, in a form words can be made of. */
export const FactChange = z.discriminatedUnion('is', [
  z.object({ is: z.literal('level'), language: z.string(), skill: z.string(), from: z.string().nullable(), to: z.string() }),
  z.object({ is: z.literal('paper'), name: z.string(), isGone: z.boolean() }),
  z.object({ is: z.literal('skill'), name: z.string(), isGone: z.boolean() }),
  z.object({ is: z.literal('work') }), z.object({ is: z.literal('wish') }),
  z.object({ is: z.literal('frame'), what: z.enum(['time', 'hours', 'travel', 'body', 'all']) }),
])
export type FactChange = z.infer<typeof FactChange>

/** Why an opening stands elsewhere than it did. */
export const MoveReason = z.discriminatedUnion('is', [
  z.object({ is: z.literal('person'), change: FactChange }), z.object({ is: z.literal('opening') }), z.object({ is: z.literal('seats'), from: z.int(), to: z.int() }),
  z.object({ is: z.literal('weights') }), z.object({ is: z.literal('day') }), z.object({ is: z.literal('others') }),
])
export type MoveReason = z.infer<typeof MoveReason>

const Named = z.object({ openingId: Id, title: z.string() })
/** What is otherwise than the last time the list was shown on an earlier day. The longest lists are cut, and the counts are whole. */
export const ListChanges = z.object({
  since: PlainDate, facts: z.array(FactChange), weights: z.boolean(),
  added: z.array(Named.extend({ because: MoveReason.nullable() })), gone: z.array(Named.extend({ isOpen: z.boolean() })), moved: z.array(Named.extend({ isUp: z.boolean(), because: MoveReason })),
  counts: z.object({ added: z.int(), gone: z.int(), moved: z.int() }),
})
export type ListChanges = z.infer<typeof ListChanges>

/** How the list stands: what changed since last time, and whether it has yet to be kept as it is shown now. */
export const ListState = z.object({ changes: ListChanges.nullable(), isKept: z.boolean() })
/** How many others a place suits. `few`: below five. */
export const Others = z.object({ count: z.int().nullable(), isSought: z.boolean() })
export type Others = z.infer<typeof Others>

export const KeepListInput = z.object({ personId: Id })
