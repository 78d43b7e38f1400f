/**
 * The rules of Nav's WorkOp meeting plan for speed interviews, restated from its description (navikt/rekrutteringstreff-backend,
 * docs/9-planer/workop): a list for each employer in which the position is the time. Employers with fewest people are laid out first; each person gets the free
 * position nearest to where she stands, among those she is not taken in elsewhere. Run twice, in the order of the list and with the most wanted first;
 * the one with fewest conflicts is kept, the first when they are equal. What is left is mended by hand.
 */
export type Lists = { employer: string; people: string[] }[]

const nearest = (free: readonly number[], at: number): number => free.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b)[0] ?? at

function laidOut(lists: Lists, orderOf: (people: readonly string[]) => string[]): Map<string, number[]> {
  const taken = new Map<string, number[]>()
  for (const { people } of lists.toSorted((one, other) => one.people.length - other.people.length)) {
    const free = new Set(people.keys())
    for (const person of orderOf(people)) {
      const busy = taken.get(person) ?? []
      const without = [...free].filter((at) => !busy.includes(at))
      const at = nearest(without.length > 0 ? without : [...free], people.indexOf(person))
      free.delete(at)
      taken.set(person, [...busy, at])
    }
  }
  return taken
}

const conflictsIn = (taken: Map<string, number[]>): number => [...taken.values()].reduce((sum, times) => sum + times.length - new Set(times).size, 0)

/** How many double bookings Nav's rules leave. */
export function conflicts(lists: Lists): number {
  const wanted = new Map<string, number>()
  for (const person of lists.flatMap(({ people }) => people)) wanted.set(person, (wanted.get(person) ?? 0) + 1)
  const byWanted = (people: readonly string[]): string[] => people.toSorted((a, b) => (wanted.get(b) ?? 0) - (wanted.get(a) ?? 0))
  return Math.min(conflictsIn(laidOut(lists, (people) => [...people])), conflictsIn(laidOut(lists, byWanted)))
}
