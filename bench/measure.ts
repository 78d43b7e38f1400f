/** What a bar says: a figure against its bar. `met` is absent where there is no bar, only a figure to compare with. */
export type Line = { what: string; measured: string; bar: string; met?: boolean; note?: string }

export type Times = { p50: number; p95: number; most: number; perSecond: number; count: number }

/** The value below which `share` of the sorted values lie. */
export const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN

export function timesOf(milliseconds: readonly number[], elapsed: number): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), most: sorted.at(-1) ?? NaN, perSecond: milliseconds.length / elapsed * 1000, count: milliseconds.length }
}

type Load = { seconds: number; warmUpSeconds?: number }

/** Keeps every worker busy for so many seconds, after a warm-up that does not count; times in milliseconds. */
export async function underLoad(workers: readonly ((turn: number) => Promise<unknown>)[], { seconds, warmUpSeconds = 3 }: Load): Promise<Times> {
  const measured: number[] = []
  const started = performance.now()
  const counting = started + warmUpSeconds * 1000
  const end = counting + seconds * 1000
  await Promise.all(workers.map(async (work, index) => {
    for (let turn = index; performance.now() < end; turn += workers.length) {
      const from = performance.now()
      await work(turn)
      const now = performance.now()
      if (from >= counting && now <= end) measured.push(now - from)
    }
  }))
  return timesOf(measured, seconds * 1000)
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
