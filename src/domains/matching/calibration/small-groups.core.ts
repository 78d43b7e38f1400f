/** Groups of fewer than this are not shown: a share of few tells of somebody. */
export const SMALLEST = 10

/**
 * Which groups of one division are hidden: those that are too small, and then the smallest of the others until what is hidden is
 * large enough together, so that it cannot be found by subtracting what is shown from the whole. Empty groups tell nothing and are shown.
 */
export function hiddenGroups(counts: ReadonlyMap<string, number>): Set<string> {
  const inOrder = [...counts].filter(([, count]) => count > 0).toSorted(([one, a], [other, b]) => a - b || (one < other ? -1 : 1))
  const hidden = new Set(inOrder.filter(([, count]) => count < SMALLEST).map(([key]) => key))
  let together = inOrder.reduce((sum, [key, count]) => sum + (hidden.has(key) ? count : 0), 0)
  for (const [key, count] of inOrder) {
    if (hidden.size === 0 || (hidden.size > 1 && together >= SMALLEST)) break
    if (!hidden.has(key)) { hidden.add(key); together += count }
  }
  return hidden
}
