import { z } from 'zod'
import { Id } from '#shared/id.ts'

/** What those with a place have, in points: the sum, the lowest, and the one in the middle. */
export const Spread = z.object({ placed: z.int(), score: z.int(), lowest: z.int(), middle: z.int() })
export type Spread = z.infer<typeof Spread>
/** `version`: the plan as it was when it was asked of. */
export const WorstOffPriceInput = z.object({ cohortId: Id, version: z.int().optional() })
/** The plan beside the one for most placed and best sum with the same decisions, and how many have more and less in it. Names nobody. */
export const WorstOffPrice = z.object({ own: Spread, plain: Spread, more: z.int(), less: z.int() })
export type WorstOffPrice = z.infer<typeof WorstOffPrice>
