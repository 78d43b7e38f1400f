import type { Batch } from '#domains/matching/batch/score-batch.core.ts'
import { eachPossible } from '#domains/matching/batch/score-batch.core.ts'
import { bestFew, emptied, offer } from './best-few.ts'

/** 32 bits of an id and a seed (FNV-1a): equals stand in an order that says nothing about anybody. */
function mix(id: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return hash | 0
}

/** A key holds a score, 19 bits that decide between equals, and a place among at most 2^20: whole numbers below 2^53. */
const [TIE_BITS, PLACE_BITS] = [19, 20]
const [PLACE_RANGE, SCORE_UNIT] = [2 ** PLACE_BITS, 2 ** (TIE_BITS + PLACE_BITS)]
const tie = (a: number, b: number): number => Math.imul((a ^ b) ^ ((a ^ b) >>> 15), 0x2c1b3c6d) >>> (32 - TIE_BITS)

/** For each person: the best few places, best first, as rows; and how many pairs were possible. */
export type Candidates = { start: Int32Array; place: Int32Array; score: Int32Array; possible: number }

export function candidatesOf(batch: Batch, placeIds: readonly string[], most: number, seed: number): Candidates {
  const { order, people: { length: to } } = batch
  if (order.length > PLACE_RANGE) throw new RangeError(`At most ${PLACE_RANGE} places`)
  const mixed = Int32Array.from(order, (at) => mix(placeIds[at] ?? '', seed))
  const [start, place, score] = [new Int32Array(to + 1), new Int32Array(to * most), new Int32Array(to * most)]
  const heap = bestFew(most)
  let [possible, next] = [0, 0]
  for (let i = 0; i < to; i++) {
    const person = batch.people[i]
    if (person === undefined) continue
    const self = mix(person.id, seed)
    let floor = 0
    possible += eachPossible(batch, person, (at, sum) => {
      if (sum < floor) return
      offer(heap, sum * SCORE_UNIT + tie(self, mixed[at] ?? 0) * PLACE_RANGE + at)
      if (heap.count === most) floor = Math.floor((heap.keys[0] ?? 0) / SCORE_UNIT)
    })
    const kept = emptied(heap)
    for (let at = kept.length - 1; at >= 0; at--) { const key = kept[at] ?? 0; place[next] = order[key % PLACE_RANGE] ?? 0; score[next++] = Math.floor(key / SCORE_UNIT) }
    start[i + 1] = next
  }
  return { start, place: place.slice(0, next), score: score.slice(0, next), possible }
}
