import type { Calibration, Dimension, GroupRow, Outcome, ScoreBin, Share } from './calibration.schema.ts'
import { DIMENSIONS, OUTCOMES } from './calibration.schema.ts'
import { SMALLEST, hiddenGroups } from './small-groups.core.ts'
import { wilson } from './wilson.core.ts'

/** Yes or no; null where nobody knows yet; `none` where the question does not arise: no stay, or a proposal we took back. */
export type Answer = boolean | null | 'none'
/** One proposal without a name: the score it was made with, what came of it, and the groups it counts in. */
export type Proposal = { score: number; weights: number | null; outcomes: Record<Outcome, Answer>; groups: Record<Dimension, string> }

const MOST_BINS = 5

const isKnown = (answer: Answer): boolean => answer === true || answer === false

export function shareOf(answers: readonly Answer[]): Share {
  const known = answers.filter(isKnown)
  const yes = known.filter((one) => one === true).length
  const interval = wilson(yes, known.length)
  return { yes, known: known.length, missing: answers.filter((one) => one === null).length, share: known.length === 0 ? null : yes / known.length, low: interval?.low ?? null, high: interval?.high ?? null }
}

const sharesOf = (rows: readonly Proposal[]): ScoreBin['shares'] => {
  const of = (outcome: Outcome): Share => shareOf(rows.map(({ outcomes }) => outcomes[outcome]))
  return { agreed: of('agreed'), kept: of('kept'), again: of('again'), job: of('job') }
}

/** Proposals by score in at most five parts of about equal size, none of fewer than ten; equal scores are never parted. */
export function inBins<T extends { score: number }>(rows: readonly T[]): T[][] {
  const size = Math.max(SMALLEST, Math.ceil(rows.length / MOST_BINS))
  const bins: T[][] = []
  for (const row of rows.toSorted((a, b) => a.score - b.score)) {
    const last = bins.at(-1)
    if (last && (last.length < size || last.at(-1)?.score === row.score)) last.push(row)
    else bins.push([row])
  }
  // a rest that is too small to stand alone is put to the one below
  const rest = bins.length > 1 && (bins.at(-1)?.length ?? 0) < SMALLEST ? bins.pop() : undefined
  if (rest) bins.at(-1)?.push(...rest)
  return bins
}

const binOf = (rows: readonly Proposal[]): ScoreBin => ({ from: rows[0]?.score ?? 0, to: rows.at(-1)?.score ?? 0, count: rows.length, shares: sharesOf(rows) })

/** What the scores of these would lead one to expect: the mean of the shares of their bins, over those whose outcome is known. */
function expectedOf(rows: readonly Proposal[], bins: readonly ScoreBin[], outcome: Outcome): number | null {
  const shares = rows.filter(({ outcomes }) => isKnown(outcomes[outcome])).flatMap(({ score }) => bins.find(({ from, to }) => score >= from && score <= to)?.shares[outcome].share ?? [])
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

function groupRows(rows: readonly Proposal[], bins: readonly ScoreBin[], dimension: Dimension, outcome: Outcome): GroupRow[] {
  const groups = Map.groupBy(rows, (row) => row.groups[dimension])
  const hidden = hiddenGroups(new Map([...groups].map(([key, own]) => [key, own.filter(({ outcomes }) => isKnown(outcomes[outcome])).length])))
  return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, own]): GroupRow => {
    const share = shareOf(own.map(({ outcomes }) => outcomes[outcome]))
    if (hidden.has(key) || share.known === 0) return { key, result: 'hidden' }
    const expected = expectedOf(own, bins, outcome)
    const differs = expected !== null && share.low !== null && share.high !== null && (expected < share.low || expected > share.high)
    return { key, result: { ...share, expected, differs } }
  })
}

/** Whether scores said anything of what happened: in all, by score, and by group. It counts and changes nothing. */
export function calibrationOf(rows: readonly Proposal[], unscored: number): Calibration {
  // fewer than make one bin are not divided at all
  const bins = rows.length < SMALLEST ? [] : inBins(rows).map(binOf)
  return { scored: rows.length, unscored, weights: new Set(rows.map(({ weights }) => weights)).size, total: sharesOf(rows), bins, smallest: SMALLEST,
    groups: bins.length === 0 ? [] : DIMENSIONS.flatMap((dimension) => OUTCOMES.map((outcome) => ({ dimension, outcome, rows: groupRows(rows, bins, dimension, outcome) }))) }
}
