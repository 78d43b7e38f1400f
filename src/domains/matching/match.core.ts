import type { PlainDate } from '#shared/date.ts'
import { daysBetween, PlainDate as Day } from '#shared/date.ts'
import { compareAll } from './compare-all.core.ts'
import type { Compared } from './compared.core.ts'
import type { OpeningFacts, PersonFacts } from './facts.schema.ts'
import type { Contribution, Criterion, CriterionKind, Match, Reckoning, Verdict } from './match.schema.ts'
import { CRITERION_KINDS } from './match.schema.ts'
import { startOf } from './weights/weights.core.ts'
import type { Weights } from './weights/weights.schema.ts'

/** A match with its place in the order: `score` is the exact sum of `contributions`, from 1 to 10,000. */
export type RankedMatch = Match & { personId: string; openingId: string; score: number; contributions: Omit<Contribution, 'ageDays'>[] }

const verdictOf = (required: readonly Compared[]): Verdict => {
  if (required.every(({ criterion }) => criterion.met === 'yes')) return 'fits'
  return required.every(({ near }) => near) ? 'nearly' : 'not'
}

const rankOf = (kind: CriterionKind): number => CRITERION_KINDS.indexOf(kind)
const askedOf = ({ asked }: Criterion): string => JSON.stringify(asked)
const byKind = (a: Criterion, b: Criterion): number => rankOf(a.kind) - rankOf(b.kind) || (askedOf(a) < askedOf(b) ? -1 : 1)

/** The match as it is shown: in a fixed order whatever order the rows came in, without the numbers. */
export const shown = ({ verdict, blockedBy, required, wished }: RankedMatch): Match =>
  ({ verdict, blockedBy, required: required.toSorted(byKind), wished: wished.toSorted(byKind) })

/** A pair that is not possible: no more is known of it than the kind of the first requirement that is too far. */
export type Blocked = { personId: string; openingId: string; blockedBy: CriterionKind }
export const isPossible = (one: RankedMatch | Blocked): one is RankedMatch => one.blockedBy === null

/** The kind of the first requirement that is too far. */
function firstFar(all: readonly Compared[]): CriterionKind | null {
  let first: CriterionKind | null = null
  for (const { criterion: { kind, isRequired }, near } of all) if (isRequired && !near && (first === null || rankOf(kind) < rankOf(first))) first = kind
  return first
}

function matchOf(person: PersonFacts, opening: OpeningFacts, all: readonly Compared[], start: number): RankedMatch {
  const required = all.filter(({ criterion }) => criterion.isRequired)
  return {
    personId: person.id, openingId: opening.id, verdict: verdictOf(required), blockedBy: firstFar(required),
    required: required.map(({ criterion }) => criterion),
    wished: all.filter(({ criterion }) => !criterion.isRequired).map(({ criterion }) => criterion),
    score: all.reduce((sum, { points }) => sum + points, start),
    contributions: [{ kind: 'start', points: start, of: start, criterion: null },
      ...all.map(({ criterion, points, of }) => ({ kind: criterion.kind, points, of, criterion }))],
  }
}

/** Compares one person with one opening: every criterion asked for, what is known, what would close a gap, and what each part counts. */
export const matchOne = (person: PersonFacts, opening: OpeningFacts, today: PlainDate, weights: Weights): RankedMatch =>
  matchOf(person, opening, [...compareAll(person, opening, today, weights)].flat(), startOf(weights))

/** `matchOne` where it is possible; where it is not, what is too far, and nothing is compared after it. */
export function matchUnlessBlocked(person: PersonFacts, opening: OpeningFacts, today: PlainDate, weights: Weights): RankedMatch | Blocked {
  const all: Compared[] = []
  for (const some of compareAll(person, opening, today, weights)) {
    const blockedBy = firstFar(some)
    if (blockedBy) return { personId: person.id, openingId: opening.id, blockedBy }
    all.push(...some)
  }
  return matchOf(person, opening, all, startOf(weights))
}

/** How old a fact is, where its day is known. */
function ageOf(criterion: Criterion | null, today: PlainDate): number | null {
  const on = criterion === null || criterion.known === 'unknown' ? undefined : Day.safeParse(criterion.known.on).data
  return on === undefined ? null : Math.max(0, daysBetween(on, today))
}

/** How a score came about: the start first, then its parts as the criteria are shown, each with the age of what it rests on. */
export const reckoningOf = ({ score, contributions }: RankedMatch, today: PlainDate, weightsNumber: number): Reckoning => ({
  score, weightsNumber, contributions: contributions.map((one) => ({ ...one, ageDays: ageOf(one.criterion, today) }))
    .toSorted((a, b) => (a.criterion === null ? -1 : b.criterion === null ? 1 : byKind(a.criterion, b.criterion))),
})

/** A number from two ids (FNV-1a, 32 bits). Ids are random, so equals stand in an order that says nothing about anybody. */
export function tieBreak(personId: string, openingId: string): number {
  let hash = 0x811c9dc5
  const text = `${personId}:${openingId}`
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

const VERDICTS: readonly Verdict[] = ['fits', 'nearly', 'not']

/** Best first: by verdict, then score, then `tieBreak`. The same for the same facts, whatever order they came in. */
export function inRank(matches: readonly RankedMatch[]): RankedMatch[] {
  const keyed = matches.map((match) => ({ match, verdict: VERDICTS.indexOf(match.verdict), tie: tieBreak(match.personId, match.openingId) }))
  return keyed.toSorted((a, b) => a.verdict - b.verdict || b.match.score - a.match.score || a.tie - b.tie || (a.match.openingId + a.match.personId < b.match.openingId + b.match.personId ? -1 : 1))
    .map(({ match }) => match)
}

/** How many are not possible, by the first reason, the largest group first. */
export function groupBlocked(matches: readonly Pick<Match, 'blockedBy'>[]): { blockedBy: CriterionKind; count: number }[] {
  const counts = new Map<CriterionKind, number>()
  for (const { blockedBy } of matches) if (blockedBy) counts.set(blockedBy, (counts.get(blockedBy) ?? 0) + 1)
  return [...counts].map(([blockedBy, count]) => ({ blockedBy, count })).toSorted((a, b) => b.count - a.count || rankOf(a.blockedBy) - rankOf(b.blockedBy))
}

/** Whether anything of hers leads to this opening: work she has done, a wish, a skill (PLA-03: no random placement). */
export const hasGround = ({ required, wished }: Match): boolean =>
  [...required, ...wished].some(({ kind, met }) => met === 'yes' && (kind === 'occupation' || kind === 'wish' || kind === 'skill' || kind === 'experience' || kind === 'certificate' || kind === 'goal'))
