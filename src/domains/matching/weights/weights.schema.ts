import { z } from 'zod'

/** What takes from the score when it is lacking, and what adds to it. Nothing else can be given a weight. */
export const TAKING = ['norwegian', 'language', 'driving_licence', 'certificate', 'skill', 'experience', 'physical', 'schedule', 'hours', 'care', 'programme', 'transport', 'commute', 'supervision'] as const
export const ADDING = ['occupation', 'recency', 'wish', 'goal', 'employer_wish', 'waiting'] as const
export const WEIGHT_KEYS = [...TAKING, ...ADDING] as const
export const WeightKey = z.enum(WEIGHT_KEYS)
export type WeightKey = z.infer<typeof WeightKey>

/** Per cent of a criterion's weight that is lost though it is met (claimed, documented, stale), or where it is not known. */
export const SHARE_KEYS = ['documented', 'claimed', 'stale', 'unknown'] as const
export const ShareKey = z.enum(SHARE_KEYS)
export type ShareKey = z.infer<typeof ShareKey>

/** The weights of a municipality: points at most for each criterion, and shares in per cent. Whole numbers, so that a score adds up exactly. */
export const Weights = z.strictObject({ points: z.record(WeightKey, z.int()), shares: z.record(ShareKey, z.int()) })
export type Weights = z.infer<typeof Weights>
