import { z } from 'zod'

/** What came of a proposal, one question at a time, in the order they can be answered. */
export const OUTCOMES = ['agreed', 'kept', 'again', 'job'] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

export const DIMENSIONS = ['gender', 'age', 'country'] as const
export const Dimension = z.enum(DIMENSIONS)
export type Dimension = z.infer<typeof Dimension>

/**
 * How many of those whose answer is known said yes, with the Wilson interval of 95 %. Fewer than ten known, or a number that would give such a one away,
 * says only how many: `yes`, `share` and the interval are null.
 */
export const Share = z.object({ yes: z.int().nullable(), known: z.int(), missing: z.int(), share: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() })
export type Share = z.infer<typeof Share>

const Shares = z.object({ agreed: Share, kept: Share, again: Share, job: Share })
export const ScoreBin = z.object({ from: z.int(), to: z.int(), count: z.int(), shares: Shares })
export type ScoreBin = z.infer<typeof ScoreBin>

/** One group in one outcome: what came of it, beside what the scores of its members would lead one to expect. */
export const GroupShare = Share.extend({ /** Nothing where it would rest on a share that is hidden. */ expected: z.number().nullable(), /** What was expected lies outside the interval, widened so that all groups together miss by chance in one of twenty at most. */ differs: z.boolean() })
/** A group of one dimension; `hidden` where there are too few, or where it would give another away. */
export const GroupRow = z.object({ key: z.string(), result: z.union([z.literal('hidden'), GroupShare]) })
export type GroupRow = z.infer<typeof GroupRow>

export const Calibration = z.object({
  /** Proposals with a score, and those from before it was kept. */
  scored: z.int(), unscored: z.int(), /** Sets of weights the scores were made with. */ weights: z.int(),
  total: Shares, bins: z.array(ScoreBin), groups: z.array(z.object({ dimension: Dimension, outcome: Outcome, rows: z.array(GroupRow) })),
  /** The smallest group that is shown. */
  smallest: z.int(),
})
export type Calibration = z.infer<typeof Calibration>
