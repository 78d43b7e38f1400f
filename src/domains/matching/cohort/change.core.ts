import type { Decision } from '#shared/decision.ts'
import { accept, refuse } from '#shared/decision.ts'
import type { Change, Shift, Without } from './cohort.schema.ts'
import type { Cohort, Decided } from './problem.core.ts'
import { pairKey } from './problem.core.ts'

/** A decision as it is kept. */
export type Ruling = { personId: string; kind: 'pin' | 'forbid' | 'hold'; openingId: string | null }
/** Who and what a plan is about, by number, and who has been released, or put forward at a neighbour's, and is no more to be changed. */
export type Numbered = { people: readonly string[]; openings: readonly string[]; cohort: Cohort; match: Int32Array; released: ReadonlySet<string> }

/** The decisions after one more. A pin or a hold takes the place of another; a forbid takes away the pin it denies. */
export function withChange(rulings: readonly Ruling[], change: Change): Ruling[] {
  const { personId } = change
  const others = rulings.filter((one) => one.personId !== personId)
  const hers = rulings.filter((one) => one.personId === personId)
  switch (change.do) {
    case 'clear': return others
    case 'hold': return [...others, ...hers.filter(({ kind }) => kind === 'forbid'), { personId, kind: 'hold', openingId: null }]
    case 'pin': return [...others, ...hers.filter(({ kind, openingId }) => kind === 'forbid' && openingId !== change.openingId), { personId, kind: 'pin', openingId: change.openingId }]
    case 'forbid': return [...others, ...hers.filter(({ openingId }) => openingId !== change.openingId), { personId, kind: 'forbid', openingId: change.openingId }]
  }
}

/** Whether a change may be made: of somebody in the plan who is not released, to a place that is in it and where she can be. */
export function mayChange({ people, openings, cohort, released }: Numbered, change: Change): Decision<true> {
  const i = people.indexOf(change.personId)
  if (i < 0) return refuse({ code: 'matching.notInPlan' })
  if (released.has(change.personId)) return refuse({ code: 'matching.rowReleased' })
  if (!('openingId' in change)) return accept(true)
  const j = openings.indexOf(change.openingId)
  if (j < 0) return refuse({ code: 'matching.placeNotInPlan' })
  return (cohort.pairs[i]?.[j] ?? 0) === 0 ? refuse({ code: 'matching.pairImpossible' }) : accept(true)
}

/** Decisions by number. Whoever is released stays where she is, whatever was decided before. */
export function decidedOf({ people, openings, cohort, match, released }: Numbered, rulings: readonly Ruling[]): Decided {
  const numberOf = new Map(people.map((id, i) => [id, i]))
  const placeOf = new Map(openings.map((id, j) => [id, j]))
  const [fixed, forbidden] = [new Map<number, number>(), new Set<number>()]
  for (const { personId, kind, openingId } of rulings) {
    const i = numberOf.get(personId)
    const j = openingId === null ? -1 : placeOf.get(openingId)
    if (i === undefined || j === undefined) continue
    if (kind === 'forbid') forbidden.add(pairKey(cohort, i, j))
    else fixed.set(i, j)
  }
  for (const id of released) {
    const i = numberOf.get(id)
    if (i !== undefined) fixed.set(i, match[i] ?? -1)
  }
  return { fixed, forbidden }
}

/** Who is somewhere else afterwards. */
export const shiftsBetween = ({ people, openings }: Pick<Numbered, 'people' | 'openings'>, before: Int32Array, after: Int32Array): Shift[] =>
  people.flatMap((personId, i) => (before[i] === after[i] ? [] : [{ personId, from: openings[before[i] ?? -1] ?? null, to: openings[after[i] ?? -1] ?? null }]))

/** Why somebody is without a place. */
export function whyWithout({ cohort }: Pick<Numbered, 'cohort'>, { fixed, forbidden }: Decided, i: number): Without {
  const row = cohort.pairs[i] ?? new Int32Array()
  if (fixed.get(i) === -1) return 'held'
  if (row.every((score) => score === 0)) return 'nothing'
  if (row.every((score) => score <= 0)) return 'noGround'
  return row.every((score, j) => score <= 0 || forbidden.has(pairKey(cohort, i, j))) ? 'forbidden' : 'full'
}
