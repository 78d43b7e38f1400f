import { minutesOf } from '#shared/schedule.ts'
import type { WeekSlot } from '../week.schema.ts'

/** Where a stretch stands beside the ones at the same time: its lane, of how many. */
export type Lane = { lane: number; lanes: number }

const endOf = ({ from, minutes }: WeekSlot): number => minutesOf(from) + minutes

/** Stretches of one day in lanes, so that those at the same time stand beside one another. */
export function lanesOf(slots: readonly WeekSlot[]): Map<string, Lane> {
  const placed = new Map<string, Lane>()
  let group: WeekSlot[] = []
  let groupEnd = 0
  const close = (): void => {
    const ends: number[] = []
    const lanes = group.map((slot) => {
      const free = ends.findIndex((end) => end <= minutesOf(slot.from))
      const lane = free < 0 ? ends.length : free
      ends[lane] = endOf(slot)
      return { key: slot.key, lane }
    })
    for (const { key, lane } of lanes) placed.set(key, { lane, lanes: ends.length })
    group = []
  }
  for (const slot of slots.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from) || a.key.localeCompare(b.key))) {
    if (group.length > 0 && minutesOf(slot.from) >= groupEnd) close()
    groupEnd = Math.max(group.length === 0 ? 0 : groupEnd, endOf(slot))
    group.push(slot)
  }
  close()
  return placed
}

/** The whole hours a week is drawn between: what there is, and never less than a school day. */
export const hoursShown = (slots: readonly WeekSlot[]): { first: number; last: number } => ({
  first: Math.min(8, ...slots.map(({ from }) => Math.floor(minutesOf(from) / 60))), last: Math.max(16, ...slots.map((slot) => Math.min(24, Math.ceil(endOf(slot) / 60)))),
})
