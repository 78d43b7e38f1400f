import type { PlainDate } from '#shared/date.ts'
import { momentInNorway } from '#shared/date.ts'

export type StopState = 'past' | 'now' | 'next' | 'later'
type Stretch = { from: string; to: string }
export type Placed<S> = { stop: S; state: StopState; from: string; to: string }

/** What is over, what is now, what comes next (all that begin then), and what is later, in the order of the clock; instants as ISO text. */
export function statesOf<S extends Stretch>(stops: readonly S[], day: PlainDate, now: Date): Placed<S>[] {
  const timed = stops.map((stop) => ({ stop, from: momentInNorway(day, stop.from).toISOString(), to: momentInNorway(day, stop.to).toISOString() })).toSorted((a, b) => a.from.localeCompare(b.from))
  const at = now.toISOString()
  const next = timed.find(({ from }) => from > at)?.from
  return timed.map((one) => ({ ...one, state: one.to <= at ? 'past' : one.from <= at ? 'now' : one.from === next ? 'next' : 'later' }))
}
