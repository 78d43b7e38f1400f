import type { Demand } from './facts.schema.ts'
import type { Criterion, Evidence, Known, MatchValue } from './match.schema.ts'

/** A criterion with what it adds to the order, and whether what is missing is near enough to be closed. */
export type Compared = { criterion: Criterion; points: number; near: boolean }

/** What each part adds to the order: integers, so that they add up exactly. Never shown to anybody. */
export const POINTS = {
  unknownRequired: -4, missingRequired: -12, metWished: 6,
  evidence: { claimed: -1, documented: 0, tested: 0, observed: 2 } satisfies Record<Evidence, number>,
  /** By how many leading digits of STYRK-08 two occupations share. */
  occupation: [0, 4, 14, 24, 30], recentWork: 4, wish: [0, 4, 18, 30, 40], wishedInWords: 24, laterWish: -3,
} as const

const stronger: readonly Evidence[] = ['observed', 'tested', 'documented', 'claimed']
/** Sorts the strongest evidence first. */
export const byEvidence = (a: { evidence: Evidence }, b: { evidence: Evidence }): number => stronger.indexOf(a.evidence) - stronger.indexOf(b.evidence)

/** Sorts the latest day or year first, the unknown last. */
export const latestFirst = (a: string | number | null, b: string | number | null): number =>
  a === b ? 0 : b === null || (a !== null && a > b) ? -1 : 1

export const known = (value: MatchValue, evidence: Evidence | null = null, on: string | null = null, source: string | null = null): Known => ({ value, evidence, on, source })

type Answer = Pick<Criterion, 'met' | 'known'> & { gap?: Criterion['gap']; /** Further from near than one step. */ far?: boolean; steps?: number; evidence?: Evidence }

/** Makes a criterion of what was asked and what was found, with its points. */
export function compared(asked: Pick<Criterion, 'kind' | 'isRequired' | 'asked'> & Partial<Pick<Demand, 'sentence' | 'statutoryBasis'>>, answer: Answer): Compared {
  const { met, gap, evidence, steps = 1 } = answer
  const { isRequired } = asked
  const points = met === 'yes' ? (isRequired ? 0 : POINTS.metWished) + (evidence ? POINTS.evidence[evidence] : 0)
    : !isRequired ? 0 : met === 'unknown' ? POINTS.unknownRequired : POINTS.missingRequired * steps
  const criterion: Criterion = { kind: asked.kind, isRequired, asked: asked.asked, known: answer.known, met, sentence: asked.sentence ?? null, statutoryBasis: asked.statutoryBasis ?? null, ...(gap && { gap }) }
  return { criterion, points, near: met === 'unknown' || !answer.far }
}
