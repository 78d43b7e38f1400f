/** A seeded source of chance: the same seed gives the same municipality, on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number
  pick: <T>(values: readonly T[]) => T
  /** One of the values, by weight. */
  weighted: <T>(values: readonly (readonly [T, number])[]) => T
  chance: (probability: number) => boolean
  /** `count` different values, in random order; all of them when there are fewer. */
  some: <T>(values: readonly T[], count: number) => T[]
  uuid: () => string
}

/** mulberry32 (T. Ettinger): 32 bits of state, ample for inventing people. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(values: readonly T[]): T => {
    const value = values[int(0, values.length - 1)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  const weighted = <T>(values: readonly (readonly [T, number])[]): T => {
    let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of values) if ((left -= weight) < 0) return value
    return pick(values)[0]
  }
  const some = <T>(values: readonly T[], count: number): T[] =>
    values.map((value) => ({ value, key: next() })).sort((a, b) => a.key - b.key).slice(0, count).map(({ value }) => value)
  const hex = (digits: number): string => Array.from({ length: digits }, () => int(0, 15).toString(16)).join('')
  const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
  return { next, int, pick, weighted, chance: (probability) => next() < probability, some, uuid }
}
