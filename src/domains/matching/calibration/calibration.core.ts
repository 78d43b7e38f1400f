import { sureOfAll, wilson } from '#matching/engine/wilson.ts'
import type { Calibration, Dimension, GroupRow, Outcome, ScoreBin, Share } from './calibration.schema.ts'
import { DIMENSIONS, OUTCOMES } from './calibration.schema.ts'
import { SMALLEST, hiddenGroups } from './small-groups.core.ts'

/** Yes or no; null where nobody knows yet; `none` where the question does not arise: no stay, or a proposal we took back. */
export type Answer = boolean | null | 'none'
/** One proposal without a name: the score it was made with, what came of it, and the groups it counts in. */
export type Proposal = { score: number; weights: number | null; outcomes: Record<Outcome, Answer>; groups: Record<Dimension, string> }

const MOST_BINS = 5

const isKnown = (answer: Answer): boolean => answer === true || answer === false

/** How many are known, and nothing of what they said. */
const counted = (answers: readonly Answer[]): Share => ({ yes: null, known: answers.filter(isKnown).length, missing: answers.filter((one) => one === null).length, share: null, low: null, high: null })

/** What is known of these, when there are enough of them to say it without telling of somebody. */
export function shareOf(answers: readonly Answer[]): Share {
  const told = counted(answers)
  const yes = answers.filter((one) => one === true).length
  return told.known < SMALLEST ? told : { ...told, yes, ...wilson(yes, told.known) }
}

const answersOf = (rows: readonly Proposal[], outcome: Outcome): Answer[] => rows.map(({ outcomes }) => outcomes[outcome])
const forEach = (of: (outcome: Outcome) => Share): ScoreBin['shares'] => ({ agreed: of('agreed'), kept: of('kept'), again: of('again'), job: of('job') })

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

/** The parts by score, each with what came of it; what is too few is hidden, and with it what it could be found from. */
function binsOf(parts: readonly Proposal[][]): ScoreBin[] {
  const hidden = new Map(OUTCOMES.map((outcome) => [outcome, hiddenGroups(new Map(parts.map((rows, at) => [`${at}`, answersOf(rows, outcome).filter(isKnown).length])))]))
  return parts.map((rows, at) => ({ from: rows[0]?.score ?? 0, to: rows.at(-1)?.score ?? 0, count: rows.length,
    shares: forEach((outcome) => (hidden.get(outcome)?.has(`${at}`) ? counted : shareOf)(answersOf(rows, outcome))) }))
}

/** What the scores of these would lead one to expect: the mean of the shares of their bins, over those whose outcome is known. Nothing where one of those shares is hidden. */
function expectedOf(rows: readonly Proposal[], bins: readonly ScoreBin[], outcome: Outcome): number | null {
  const shares = rows.filter(({ outcomes }) => isKnown(outcomes[outcome])).map(({ score }): number | null => bins.find(({ from, to }) => score >= from && score <= to)?.shares[outcome].share ?? null)
  const sum = shares.reduce<number | null>((all, share) => (all === null || share === null ? null : all + share), 0)
  return sum === null ? null : sum / shares.length
}

function groupRows(rows: readonly Proposal[], bins: readonly ScoreBin[], dimension: Dimension, outcome: Outcome): GroupRow[] {
  const groups = Map.groupBy(rows, (row) => row.groups[dimension])
  const hidden = hiddenGroups(new Map([...groups].map(([key, own]) => [key, answersOf(own, outcome).filter(isKnown).length])))
  return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, own]): GroupRow => {
    const share = shareOf(answersOf(own, outcome))
    if (hidden.has(key) || share.share === null) return { key, result: 'hidden' }
    return { key, result: { ...share, expected: expectedOf(own, bins, outcome), differs: false } }
  })
}

type Groups = Calibration['groups']
/** Marks what lies further from what was expected than chance makes likely, when so many are looked at: each interval is widened by Bonferroni for all that are shown. */
function marked(groups: Groups): Groups {
  const shown = groups.flatMap(({ rows }) => rows).filter(({ result }) => result !== 'hidden').length
  const z = sureOfAll(shown)
  return groups.map(({ rows, ...of }) => ({ ...of, rows: rows.map(({ key, result }) => {
    if (result === 'hidden' || result.expected === null || result.yes === null) return { key, result }
    const interval = wilson(result.yes, result.known, z)
    return { key, result: { ...result, differs: interval !== null && (result.expected < interval.low || result.expected > interval.high) } }
  }) }))
}

/** Whether scores said anything of what happened: in all, by score, and by group. It counts and changes nothing. */
export function calibrationOf(rows: readonly Proposal[], unscored: number): Calibration {
  // fewer than make one bin are not divided at all
  const bins = rows.length < SMALLEST ? [] : binsOf(inBins(rows))
  return { scored: rows.length, unscored, weights: new Set(rows.map(({ weights }) => weights)).size, total: forEach((outcome) => shareOf(answersOf(rows, outcome))), bins, smallest: SMALLEST,
    groups: bins.length === 0 ? [] : marked(DIMENSIONS.flatMap((dimension) => OUTCOMES.map((outcome) => ({ dimension, outcome, rows: groupRows(rows, bins, dimension, outcome) })))) }
}
