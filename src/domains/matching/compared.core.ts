import type { Demand } from './facts.schema.ts'
import type { Criterion, Evidence, Known, MatchValue } from './match.schema.ts'
import type { Weights } from './weights/weights.schema.ts'

/** A criterion with its part of the score, what that is out of, and whether what is missing is near enough to be closed. */
export type Compared = { criterion: Criterion; points: number; of: number; near: boolean }

/** What a criterion is out of, and how much is lost by evidence, age and not knowing. */
export type Weigh = { of: number; shares: Weights['shares'] }

const stronger: readonly Evidence[] = ['observed', 'tested', 'documented', 'claimed']
/** Sorts the strongest evidence first. */
export const byEvidence = (a: { evidence: Evidence }, b: { evidence: Evidence }): number => stronger.indexOf(a.evidence) - stronger.indexOf(b.evidence)

/** Sorts the latest day or year first, the unknown last. */
export const latestFirst = (a: string | number | null, b: string | number | null): number =>
  a === b ? 0 : b === null || (a !== null && a > b) ? -1 : 1

export const known = (value: MatchValue, evidence: Evidence | null = null, on: string | null = null, source: string | null = null): Known => ({ value, evidence, on, source })

/** `percent` of `of`, a whole number, never more than it. */
export const part = (of: number, percent: number): number => Math.floor(of * percent / 100)

/** How much of a thing that is met is lost for how it is known. */
export const lostByEvidence = ({ shares }: Weigh, evidence: Evidence | undefined, isStale = false): number =>
  (evidence === 'claimed' ? shares.claimed : evidence === 'documented' ? shares.documented : 0) + (isStale ? shares.stale : 0)

type Asked = Pick<Criterion, 'kind' | 'isRequired' | 'asked'> & Partial<Pick<Demand, 'sentence' | 'statutoryBasis'>>
type Answer = Pick<Criterion, 'met' | 'known' | 'nearBy'> & { gap?: Criterion['gap']; /** Further from near than one step. */ far?: boolean }

const criterionOf = (asked: Asked, { met, known: mine, gap, nearBy }: Answer): Criterion =>
  ({ kind: asked.kind, isRequired: asked.isRequired, asked: asked.asked, known: mine, met, sentence: asked.sentence ?? null, statutoryBasis: asked.statutoryBasis ?? null, ...(gap && { gap }), ...(nearBy && { nearBy }) })

/**
 * What was asked against what was found. What is required takes from the score by how much of it is lost, in per cent:
 * `lost` where it is met (by evidence) or not (all of it unless said), the share of the unknown where it is not known.
 * What the employer only wishes adds what is not lost, and nothing where it is not met.
 */
export function compared(asked: Asked, answer: Answer & { lost?: number }, weigh: Weigh, { takes = asked.isRequired }: { takes?: boolean } = {}): Compared {
  const { met, lost } = answer
  const gone = part(weigh.of, met === 'unknown' ? weigh.shares.unknown : lost ?? (met === 'yes' ? 0 : 100))
  const points = takes ? 0 - gone : met === 'yes' ? weigh.of - gone : 0
  return { criterion: criterionOf(asked, answer), points, of: weigh.of, near: met === 'unknown' || !answer.far }
}

/** What adds to the score by how much of it there is, in per cent. Nothing of the kind is ever required. */
export const earned = (asked: Omit<Asked, 'isRequired'>, answer: Answer, { of }: Pick<Weigh, 'of'>, percent: number): Compared =>
  ({ criterion: criterionOf({ ...asked, isRequired: false }, answer), points: part(of, percent), of, near: true })
