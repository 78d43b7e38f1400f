/** Numbers are drawn among at least so many, so that one does not tell how many come. */
const LEAST = 99
const SPREAD = 3

/** A number from an id (FNV-1a, 32 bits). Ids are random, so the number says nothing about anybody. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (const sign of id) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0
  return hash
}

/** A participant number for each id, none that is taken: drawn from the ids, never an order. */
export function drawNumbers(ids: readonly string[], taken: readonly number[]): number[] {
  const used = new Set(taken)
  const most = Math.max(LEAST, SPREAD * (taken.length + ids.length))
  return ids.map((id) => {
    let number = 1 + (hashOf(id) % most)
    while (used.has(number)) number = 1 + (number % most)
    used.add(number)
    return number
  })
}
