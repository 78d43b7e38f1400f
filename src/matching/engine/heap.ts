import type { Network } from './network.ts'

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
export function pop({ heapKey, heapNode }: Network, size: number): void {
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
