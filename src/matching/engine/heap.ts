import type { Network } from './network.ts'

/** What lies open in a search: how many entries the heap has, how near the end is, and which nodes are settled. */
export type Open = { size: number; limit: number; settled: number[] }

/** Settles the nearest open node and returns it; -1 when none lies nearer than the end. */
export function settleNext(network: Network, open: Open): number {
  const { done, stamp, heapNode, heapKey } = network
  while (open.size > 0 && heapKey[0]! < open.limit) {
    const v = heapNode[0]!
    pop(network, --open.size)
    if (done[v] === stamp) continue
    done[v] = stamp
    open.settled.push(v)
    return v
  }
  return -1
}

/** Adds a node at a distance to the heap of `size`; the new size is `size + 1`. */
export function push(network: Network, size: number, key: number, node: number): void {
  if (size >= network.heapNode.length) grow(network)
  const { heapKey, heapNode } = network
  let at = size
  while (at > 0) {
    const up = (at - 1) >> 1
    if (heapKey[up]! <= key) break
    heapKey[at] = heapKey[up]!
    heapNode[at] = heapNode[up]!
    at = up
  }
  heapKey[at] = key
  heapNode[at] = node
}

/** Takes the nearest away, which stood first; `size` is what is left. */
function pop({ heapKey, heapNode }: Network, size: number): void {
  const key = heapKey[size]!
  const node = heapNode[size]!
  let at = 0
  for (let down = 1; down < size; down = 2 * at + 1) {
    if (down + 1 < size && heapKey[down + 1]! < heapKey[down]!) down++
    if (heapKey[down]! >= key) break
    heapKey[at] = heapKey[down]!
    heapNode[at] = heapNode[down]!
    at = down
  }
  heapKey[at] = key
  heapNode[at] = node
}

function grow(network: Network): void {
  const { heapKey, heapNode } = network
  const key = heapKey instanceof Int32Array ? new Int32Array(heapKey.length * 2) : new Float64Array(heapKey.length * 2)
  const node = new Int32Array(heapNode.length * 2)
  key.set(heapKey)
  node.set(heapNode)
  Object.assign(network, { heapKey: key, heapNode: node })
}
