import { draws, drawnOrder } from '#matching/engine/draw.ts'
import { seatByChain } from './chains.ts'
import { chosenPairs, possibleSlots, type Choice } from './choice.ts'
import type { MeetingEvent, MeetingPlan } from './event.ts'
import { bandOf, numbered, type Numbered } from './numbered.ts'
import { aimOf, solveSlot } from './one-slot.ts'
import { planOf, valueOf } from './plan-of.ts'
import { shortenWaits } from './short-walks.ts'
import { seatFree, standingOf } from './seating.ts'
import type { Standing } from './standing.ts'
import { seatBySwap, useFewTables } from './two-slots.ts'

/** How many meetings may make way one after another for one more, and how many ways are tried, for one and in all. */
const CHAIN = { depth: 4, steps: 1500 }
const ALL_STEPS = 200_000
const ROUNDS = 12

/** Gives the chosen pairs a slot, the ones with least choice first; answers those that found none. */
function seatChosen(standing: Standing, choice: Choice, possible: Int32Array, seed: number): number[] {
  const { event: { helpers, personOf } } = standing
  const drawnAt = drawnOrder(standing.event.pairs, draws(seed))
  const freedom = (x: number): number => possible[x]! - (helpers[personOf[x]!] ? standing.event.slots : 0)
  const inOrder = choice.pairs().toSorted((x, y) => freedom(x) - freedom(y) || drawnAt[x]! - drawnAt[y]!)
  return inOrder.filter((x) => !seatFirst(standing, x) && !seatBySwap(standing, x))
}

function seatFirst(standing: Standing, x: number): boolean {
  for (let s = 0; s < standing.event.slots; s++) if (seatFree(standing, x, s)) return true
  return false
}

/** What a pair adds, or would add, for its participant. */
function worthIn({ event, personCount, slotOf }: Standing): (x: number) => number {
  return (x) => event.worth[x]! + bandOf(event, event.personOf[x]!, personCount[event.personOf[x]!]! + (slotOf[x] === -1 ? 1 : 0))
}

/** Pairs that do not meet and whose participant has room for more, the most worth first. */
export function waiting(standing: Standing): number[] {
  const { event: { pairs, worth, personOf, most }, slotOf, personCount } = standing
  const worthOf = worthIn(standing)
  return Array.from({ length: pairs }, (_, x) => x).filter((x) => slotOf[x] === -1 && worth[x]! > 0 && personCount[personOf[x]!]! < most[personOf[x]!]!).toSorted((x, y) => worthOf(y) - worthOf(x))
}

/** Seats who can be seated without moving anybody. */
export function fill(standing: Standing, from: number): void {
  for (const x of waiting(standing)) for (let s = from; s < standing.event.slots && standing.slotOf[x] === -1; s++) seatFree(standing, x, s)
}

/** Pairs without a slot get one by chains, and each slot is solved anew, until nothing is gained or the bound is reached. */
function improve(standing: Standing, without: readonly number[], aim: number, seed: number): void {
  const pool = { left: ALL_STEPS }
  for (const x of without) if (!seatBySwap(standing, x)) seatByChain(standing, x, { ...CHAIN, pool, from: 0, dropBelow: 0, worthOf: worthIn(standing) })
  for (let round = 0, idle = 0; round < ROUNDS && idle < 2 && aimOf(standing) < aim; round++) {
    const before = aimOf(standing)
    for (let s = 0; s < standing.event.slots; s++) solveSlot(standing, s, seed + round)
    for (const x of waiting(standing)) {
      const worthOf = worthIn(standing)
      if (standing.slotOf[x] === -1 && !seatFirst(standing, x) && !seatBySwap(standing, x)) seatByChain(standing, x, { ...CHAIN, pool, from: 0, dropBelow: worthOf(x), worthOf })
    }
    idle = aimOf(standing) > before ? 0 : idle + 1
  }
}

/** What the minima of a choice aim at, as `aimOf` counts them. */
function minimaOf({ event, personCount }: Standing, pairs: readonly number[]): number {
  const count = personCount.slice()
  for (const x of pairs) count[event.personOf[x]!]!++
  let sum = 0
  count.forEach((own, p) => { for (let nth = 1; nth <= own; nth++) sum += bandOf(event, p, nth) })
  return sum
}

/** The best without clock times; where the plan gives fewer their minimum, the best when minima do not count, which is never less. */
export function boundOf(event: Numbered, standing: Standing, choice: Choice, seed: number): number {
  const empty = standingOf(event)
  if (minimaOf(empty, choice.ideal) === aimOf(standing) - valueOf(standing)) return choice.bound()
  return chosenPairs(empty, possibleSlots(empty), false, seed).bound()
}

/**
 * The best plan of a day `whatIsWrong` finds nothing in. Nobody and no table is ever taken twice at once. Where all are there all day, and
 * neither rooms nor interpreters are short, no plan is better; else `upperBound` says how much better one could be. The seed decides between equals.
 */
export function planMeetings(event: MeetingEvent, seed: number): MeetingPlan {
  const numbers = numbered(event)
  const standing = standingOf(numbers)
  const possible = possibleSlots(standing)
  const choice = chosenPairs(standing, possible, true, seed)
  const aim = minimaOf(standing, choice.ideal) + choice.bound()
  const without = seatChosen(standing, choice, possible, seed)
  if (without.length > 0) improve(standing, without, aim, seed)
  shortenWaits(standing)
  useFewTables(standing)
  fill(standing, 0)
  return planOf(event, standing, boundOf(numbers, standing, choice, seed))
}
