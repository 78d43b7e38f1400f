import type { Refusal } from '#shared/decision.ts'
import type { Decisions, Reason } from '#matching/engine/decisions.ts'
import { HEAVIEST, type Instance } from '#matching/engine/instance.ts'
import type { Goal } from './cohort.schema.ts'
import type { Cohort, Decided } from './problem.core.ts'
import { mayBeAt, roomOf, wayUp } from './problem.core.ts'

/** By how much a score is lifted so that of equal sums the one with most people placed is best: where the numbers do not fit, not at all. */
function liftFor({ pairs }: Cohort, goal: Goal): number {
  const lift = pairs.length + 1
  const heaviest = pairs.reduce((most, row) => row.reduce((one, score) => Math.max(one, Math.abs(score)), most), 0)
  return goal === 'most_placed' || goal === 'worst_off_first' || heaviest * lift + 1 > HEAVIEST ? 0 : lift
}

/** The question for the engine, with no edge that may not be. */
export function instanceOf(cohort: Cohort, decided: Decided, goal: Goal): Instance {
  const lift = liftFor(cohort, goal)
  const size = cohort.pairs.reduce((sum, row) => sum + row.length, 0)
  const [rowStart, place, weight] = [new Int32Array(cohort.pairs.length + 1), new Int32Array(size), new Int32Array(size)]
  let next = 0
  cohort.pairs.forEach((row, i) => {
    row.forEach((score, j) => {
      if (score === 0 || !mayBeAt(cohort, decided, i, j)) return
      place[next] = j
      weight[next++] = lift === 0 ? Math.abs(score) : Math.abs(score) * lift + 1
    })
    rowStart[i + 1] = next
  })
  const parent = [...cohort.limitOf, ...cohort.limits.map(({ above }) => above)].map((at) => (at === null ? -1 : cohort.seats.length + at))
  return { people: cohort.pairs.length, places: cohort.seats.length, rowStart, place: place.slice(0, next), weight: weight.slice(0, next), capacity: roomOf(cohort), parent: Int32Array.from(parent), mustPlaceAll: false }
}

/** The decisions as the engine takes them. Of equally good plans it gives the one that moves fewest away from `before`. */
export function decisionsOf({ fixed }: Decided, goal: Goal, before: Int32Array | null): Decisions {
  const pairs = [...before ?? []].flatMap((j, i) => (j < 0 ? [] : [[i, j] as const]))
  return { pins: [...fixed].filter(([, j]) => j >= 0), forbids: [], keep: pairs.length > 0 ? { pairs, unlessGain: 0 } : null, mostPlacedFirst: goal === 'most_placed' }
}

/** What is left to those nobody has decided on: no edge of anybody's who is fixed by hand or released, and the room beside them. Such neither wish nor give way. */
export function restOf(instance: Instance, cohort: Cohort, { fixed }: Decided): Instance {
  const [weight, capacity] = [instance.weight.slice(), instance.capacity.slice()]
  for (const [i, j] of fixed) {
    weight.fill(0, instance.rowStart[i], instance.rowStart[i + 1])
    if (j >= 0) for (const node of wayUp(cohort, j)) capacity[node] = Math.max(0, (capacity[node] ?? 0) - 1)
  }
  return { ...instance, weight, capacity }
}

/** Why decisions cannot stand together, for the one who made them; `nameOf` says what a node is. */
export function refusalOf(reason: Reason, nameOf: (node: number) => string): Refusal {
  switch (reason.code) {
    case 'tooManyPins': return { code: 'matching.tooManyFixed', params: { name: nameOf(reason.node), seats: reason.seats, fixed: reason.people.length } }
    case 'pinImpossible':
    case 'pinForbidden': return { code: 'matching.pairImpossible' }
    case 'tooLarge': return { code: 'matching.planTooLarge' }
    case 'fault':
    case 'unknownPair':
    case 'pinnedTwice':
    case 'gainNotWhole': return { code: 'matching.planUnsound', params: { what: reason.code } }
  }
}
