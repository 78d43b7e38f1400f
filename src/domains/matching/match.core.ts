import type { PlainDate } from '#shared/date.ts'
import type { Compared } from './compared.core.ts'
import type { Demand, OpeningFacts, PersonFacts } from './facts.schema.ts'
import { compareFrame } from './frame.core.ts'
import { compareLanguage } from './language.core.ts'
import type { Criterion, CriterionKind, Match, Verdict } from './match.schema.ts'
import { compareOccupation, compareWish } from './occupation.core.ts'
import { compareExperience, comparePaper, compareSkill } from './papers.core.ts'

/** A match with its place in the order. `score` is the exact sum of `contributions` and leaves the server never. */
export type RankedMatch = Match & { personId: string; openingId: string; score: number; contributions: { kind: CriterionKind; points: number }[] }

function compareDemand(demand: Demand, opening: OpeningFacts, person: PersonFacts, today: PlainDate): Compared {
  switch (demand.kind) {
    case 'norwegian':
    case 'language': return compareLanguage(demand, person, today)
    case 'driving_licence':
    case 'certificate': return comparePaper(demand, person, today)
    case 'skill': return compareSkill(demand, person)
    case 'experience': return compareExperience(demand, person, opening)
  }
}

const verdictOf = (required: readonly Compared[]): Verdict => {
  if (required.every(({ criterion }) => criterion.met === 'yes')) return 'fits'
  return required.every(({ near }) => near) ? 'nearly' : 'not'
}

const KINDS = ['norwegian', 'language', 'certificate', 'driving_licence', 'skill', 'experience', 'physical', 'schedule', 'hours', 'transport', 'occupation', 'wish'] as const satisfies readonly CriterionKind[]
const rankOf = (kind: CriterionKind): number => KINDS.indexOf(kind)

/** In one order whatever order the rows came in: by kind, then by what was asked. */
const inOrder = (criteria: readonly Criterion[]): Criterion[] =>
  criteria.toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind) || (JSON.stringify(a.asked) < JSON.stringify(b.asked) ? -1 : 1))

/** The match as it is shown: in a fixed order, without the numbers. */
export const shown = ({ verdict, blockedBy, required, wished }: RankedMatch): Match =>
  ({ verdict, blockedBy, required: inOrder(required), wished: inOrder(wished) })

/** Compares one person with one opening: every criterion asked for, what is known, and what would close a gap. */
export function matchOne(person: PersonFacts, opening: OpeningFacts, today: PlainDate): RankedMatch {
  const all = [
    ...opening.demands.map((demand) => compareDemand(demand, opening, person, today)),
    ...compareFrame(opening, person), ...compareOccupation(opening, person, today), compareWish(opening, person),
  ]
  const required = all.filter(({ criterion }) => criterion.isRequired)
  const far = required.filter(({ near }) => !near).map(({ criterion }) => criterion.kind).toSorted((a, b) => rankOf(a) - rankOf(b))
  return {
    personId: person.id, openingId: opening.id, verdict: verdictOf(required), blockedBy: far[0] ?? null,
    required: required.map(({ criterion }) => criterion),
    wished: all.filter(({ criterion }) => !criterion.isRequired).map(({ criterion }) => criterion),
    score: all.reduce((sum, { points }) => sum + points, 0),
    contributions: all.map(({ criterion, points }) => ({ kind: criterion.kind, points })),
  }
}

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
export function groupBlocked(matches: readonly RankedMatch[]): { blockedBy: CriterionKind; count: number }[] {
  const counts = new Map<CriterionKind, number>()
  for (const { blockedBy } of matches) if (blockedBy) counts.set(blockedBy, (counts.get(blockedBy) ?? 0) + 1)
  return [...counts].map(([blockedBy, count]) => ({ blockedBy, count })).toSorted((a, b) => b.count - a.count || rankOf(a.blockedBy) - rankOf(b.blockedBy))
}

/** Whether anything of hers leads to this opening: work she has done, a wish, a skill (PLA-03: no random placement). */
export const hasGround = ({ required, wished }: Match): boolean =>
  [...required, ...wished].some(({ kind, met }) => met === 'yes' && (kind === 'occupation' || kind === 'wish' || kind === 'skill' || kind === 'experience' || kind === 'certificate'))
