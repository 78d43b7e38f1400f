import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { minutesOf } from '#shared/schedule.ts'

/** The door opens this long before the first stretch of the day. */
const OPENS_BEFORE = 30
/** So long after the beginning one is not late yet: the bus. */
const GRACE = 10

/** One thing's stretches of one day, in order. */
export type Stretch = { from: string; minutes: number }

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** From when one may check in. */
export const opensAt = ([first]: readonly Stretch[]): string => clock(Math.max(0, minutesOf(first?.from ?? '00:00') - OPENS_BEFORE))

/** Whether the door is open at a time of day: from half an hour before the first stretch to the end of the last. */
export function isOpen(stretches: readonly Stretch[], now: string): boolean {
  const last = stretches.at(-1)
  return last !== undefined && minutesOf(now) >= minutesOf(opensAt(stretches)) && minutesOf(now) < minutesOf(last.from) + last.minutes
}

/** Minutes of the day she will have been there when she comes now: all of them within the grace, else without what has passed. */
export function minutesFrom(stretches: readonly Stretch[], now: string): number {
  const planned = stretches.reduce((sum, { minutes }) => sum + minutes, 0)
  const missed = stretches.reduce((sum, { from, minutes }) => sum + Math.min(minutes, Math.max(0, minutesOf(now) - minutesOf(from))), 0)
  return missed <= GRACE ? planned : planned - missed
}

/** Whether she may check in now. */
export const mayCheckIn = (stretches: readonly Stretch[], now: string, registered: boolean): Refusal[] => [
  ...check(stretches.length > 0, { code: 'attendance.nothingToday' }),
  ...check(stretches.length === 0 || isOpen(stretches, now), { code: 'attendance.notOpen', params: stretches.length === 0 ? {} : { from: opensAt(stretches) } }),
  ...check(!registered, { code: 'attendance.registeredAlready' }),
]
