import { z } from 'zod'
import { Id } from '#shared/id.ts'

/** How people are divided; never by more than one at once, so that no small crossing is told of. */
export const DIVISIONS = ['gender', 'age'] as const
export const DivisionName = z.enum(DIVISIONS)
export type DivisionName = z.infer<typeof DivisionName>

/** A share with its interval of 95 %, as the engine's report of groups gives it. */
const Share = z.object({ share: z.number(), low: z.number(), high: z.number() })
export const GroupFigures = z.object({ people: z.int(), placed: z.int(), placedShare: Share.nullable(), ownBestShare: Share.nullable() })
export type GroupFigures = z.infer<typeof GroupFigures>
/** A group; `hidden` where there are too few in it, or where it would give another away. */
export const PlanGroupRow = z.object({ key: z.string(), result: z.union([z.literal('hidden'), GroupFigures]) })
export type PlanGroupRow = z.infer<typeof PlanGroupRow>

/** `version`: the plan as it was when it was asked of. */
export const PlanGroupsInput = z.object({ cohortId: Id, version: z.int().optional() })
export const PlanGroups = z.object({ /** The smallest group that is shown. */ smallest: z.int(), divisions: z.array(z.object({ division: DivisionName, rows: z.array(PlanGroupRow) })) })
export type PlanGroups = z.infer<typeof PlanGroups>

/** What a group has of its own best without and with floors, and how many in it get less and more. */
const GroupPays = z.object({ hasFloor: z.boolean(), before: z.number().nullable(), after: z.number().nullable(), lose: z.int(), lost: z.int(), gain: z.int(), gained: z.int() })
export const PayRow = z.object({ key: z.string(), result: z.union([z.literal('hidden'), GroupPays]) })
export type PayRow = z.infer<typeof PayRow>
const Sum = z.object({ placed: z.int(), score: z.int() })
/** What floors cost, beside the best sum without them. `gap`: how much better any that keeps them could be at most, as a share, proved. */
export const Price = z.object({ without: Sum, with: Sum, loss: z.number(), gap: z.number(), rows: z.array(PayRow) })
export type Price = z.infer<typeof Price>
export const FloorPriceInput = PlanGroupsInput.extend({ division: DivisionName })
export const FloorPrice = z.object({ floor: z.number(), smallest: z.int(), plan: Sum, /** `impossible` is proved; `notFound` is not. */ outcome: z.enum(['kept', 'impossible', 'notFound']), price: Price.nullable() })
export type FloorPrice = z.infer<typeof FloorPrice>
