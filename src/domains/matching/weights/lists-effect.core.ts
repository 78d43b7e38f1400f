import type { PlainDate } from '#shared/date.ts'
import { batchOf, scoresOf } from '../batch/score-batch.core.ts'
import type { Standing } from '../lists/list.core.ts'
import { byStanding } from '../lists/list.core.ts'
import { bestOf } from '../lists/prices.core.ts'
import type { Market } from '../market/market.core.ts'
import { instanceOf, mostPlaced } from '../market/market.core.ts'
import { hasGround, isPossible, matchUnlessBlocked, tieBreak } from '../match.core.ts'
import type { Weights } from './weights.schema.ts'

/** What holds whatever the weights are: the verdict of each pair, and whether anything of hers leads there (PLA-03). */
type Pair = { verdict: Standing['verdict']; ground: boolean }
/** By one set of weights: the order of each person's list as places' numbers, and the place each gets when all are counted (-1: none). */
type Side = { lists: number[][]; placed: Int32Array }
export type ListsEffect = { now: Side; next: Side }

const pairsOf = ({ people, places }: Market, today: PlainDate, weights: Weights): Pair[][] =>
  people.map((person) => places.map(({ facts }) => { const match = matchUnlessBlocked(person, facts, today, weights); return isPossible(match) ? { verdict: match.verdict, ground: hasGround(match) } : { verdict: 'not', ground: false } }))

function sideOf(market: Market, pairs: readonly Pair[][], today: PlainDate, weights: Weights): Side {
  const batch = batchOf(market.people, market.places.map(({ facts }) => facts), today, weights)
  const scores = market.people.map((person) => scoresOf(batch, person))
  const [personAt, placeAt] = [new Map(market.people.map((one, i) => [one, i])), new Map(market.places.map(({ facts }, j) => [facts, j]))]
  /** The market with the pairs that may be: all that are possible for prices, those with a ground for a plan. */
  const posed = (isGrounded: boolean) => instanceOf(market, (person, opening) => {
    const [i, j] = [personAt.get(person) ?? 0, placeAt.get(opening) ?? 0]
    const pair = pairs[i]?.[j]
    return { worth: isGrounded && !pair?.ground ? 0 : scores[i]?.[j] ?? 0, fits: pair?.verdict === 'fits' }
  })
  const { prices } = bestOf(posed(false))
  const lists = market.people.map(({ id }, i) => market.places.flatMap(({ facts }, j): (Standing & { j: number })[] => {
    const score = scores[i]?.[j] ?? 0
    return score === 0 ? [] : [{ j, openingId: facts.id, verdict: pairs[i]?.[j]?.verdict ?? 'not', remains: score - (prices[j] ?? 0), tie: tieBreak(id, facts.id) }]
  }).toSorted(byStanding).map(({ j }) => j))
  return { lists, placed: bestOf(mostPlaced(posed(true)).instance).match }
}

/**
 * What other weights would do: every list in the order it would be shown in, with what seats would cost then; and the place of each in a plan over all.
 * The plan knows seats, and what nothing of hers leads to; not the limits of supervisors, nor what colleagues have decided by hand.
 */
export function listsEffect(market: Market, today: PlainDate, now: Weights, next: Weights): ListsEffect {
  const pairs = pairsOf(market, today, now)
  return { now: sideOf(market, pairs, today, now), next: sideOf(market, pairs, today, next) }
}
