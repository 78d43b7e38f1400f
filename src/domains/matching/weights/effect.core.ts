import type { PlainDate } from '#shared/date.ts'
import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'
import { matchOne } from '../match.core.ts'
import type { CriterionKind } from '../match.schema.ts'
import { CRITERION_KINDS } from '../match.schema.ts'
import type { Weights, WeightsEffect } from './weights.schema.ts'

/** Points by criterion. */
type ByKind = Map<CriterionKind, number>

/** What each criterion gives one pair. */
export function pointsByKind(person: PersonFacts, place: OpeningFacts, today: PlainDate, weights: Weights): ByKind {
  const sums: ByKind = new Map()
  for (const { kind, points } of matchOne(person, place, today, weights).contributions) if (kind !== 'start') sums.set(kind, (sums.get(kind) ?? 0) + points)
  return sums
}

const MOST_REASONS = 3

/** What speaks most for one place over another: the criteria that give it more, the weightiest first. */
export const reasonsFor = (chosen: ByKind, left: ByKind): { kind: CriterionKind; points: number }[] =>
  CRITERION_KINDS.map((kind) => ({ kind, points: (chosen.get(kind) ?? 0) - (left.get(kind) ?? 0) })).filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points).slice(0, MOST_REASONS)

/** What each criterion gives on average over several pairs, before and after; those that give nothing either way are left out. */
export function gainsOf(before: readonly ByKind[], after: readonly ByKind[]): WeightsEffect['gains'] {
  const mean = (all: readonly ByKind[], kind: CriterionKind): number => (all.length === 0 ? 0 : Math.round(all.reduce((sum, one) => sum + (one.get(kind) ?? 0), 0) / all.length))
  return CRITERION_KINDS.map((kind) => ({ kind, before: mean(before, kind), after: mean(after, kind) })).filter((one) => one.before !== 0 || one.after !== 0)
}
