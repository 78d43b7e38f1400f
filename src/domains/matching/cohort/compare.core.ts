type Placed = { personId: string; openingId: string | null }
export type Comparing = { moved: { personId: string; from: string | null; to: string | null }[]; same: number; onlyInFirst: number; onlyInSecond: number }

/** Who of two plans is where else in the second, how many are where they were, and how many are in one alone. */
export function moveBetween(first: readonly Placed[], second: readonly Placed[]): Comparing {
  const after = new Map(second.map(({ personId, openingId }) => [personId, openingId]))
  const both = first.flatMap(({ personId, openingId: from }) => {
    const to = after.get(personId)
    return to === undefined ? [] : [{ personId, from, to }]
  })
  const moved = both.filter(({ from, to }) => from !== to)
  return { moved, same: both.length - moved.length, onlyInFirst: first.length - both.length, onlyInSecond: second.length - both.length }
}
