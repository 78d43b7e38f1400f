/** The best `size` of what is offered, kept in a heap with the worst on top. Whole numbers below 2^53. */
export type BestFew = { size: number; count: number; keys: Float64Array }

export const bestFew = (size: number): BestFew => ({ size, count: 0, keys: new Float64Array(size) })

function replaceWorst({ keys, count }: BestFew, key: number): void {
  let at = 0
  for (let child = 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child++
    if ((keys[child] ?? 0) >= key) break
    keys[at] = keys[child] ?? 0
    at = child
  }
  keys[at] = key
}

/** Keeps what is offered if it is among the best so far. */
export function offer(heap: BestFew, key: number): void {
  const { keys } = heap
  if (heap.count === heap.size) {
    if (key > (keys[0] ?? 0)) replaceWorst(heap, key)
    return
  }
  let at = heap.count++
  for (let above = (at - 1) >> 1; at > 0 && (keys[above] ?? 0) > key; above = (at - 1) >> 1) {
    keys[at] = keys[above] ?? 0
    at = above
  }
  keys[at] = key
}

/** What is kept, the worst first, and room for the next. */
export function emptied(heap: BestFew): Float64Array {
  const kept = heap.keys.slice(0, heap.count).sort()
  heap.count = 0
  return kept
}
