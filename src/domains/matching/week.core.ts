import type { PlainDate } from '#shared/date.ts'
import { minutesOf } from '#shared/schedule.ts'
import type { ScheduleSlot } from '#shared/schedule.ts'
import type { Compared, Weigh } from './compared.core.ts'
import { compared, known } from './compared.core.ts'
import type { Busy, OpeningFacts, PersonFacts } from './facts.schema.ts'
import { lostOf } from './frame.core.ts'
import type { Known } from './match.schema.ts'

export const DAY = 24 * 60
export const WEEK = 7 * DAY
/** From and to in minutes of the week. */
export type Stretch = readonly [number, number]

/** From and to in minutes of the week; a night shift ends the next day. */
export function stretch({ weekday, from, to }: ScheduleSlot): Stretch {
  const start = (weekday - 1) * DAY + minutesOf(from)
  return [start, start + ((minutesOf(to) - minutesOf(from) + DAY) % DAY || DAY)]
}

/** Whether two stretches of the week need her at the same time; Sunday night reaches into Monday. */
const overlap = ([from, to]: Stretch, [start, end]: Stretch): boolean =>
  (from < end && start < to) || (from < end - WEEK && start - WEEK < to) || (from < end + WEEK && start + WEEK < to)

/** The stretches of a list of slots: reading clocks is slow, so they are kept for as long as the list itself. */
const read = new WeakMap<object, readonly Stretch[]>()
function stretchesOf(slots: readonly ScheduleSlot[]): readonly Stretch[] {
  const before = read.get(slots)
  if (before) return before
  const now = slots.map(stretch)
  read.set(slots, now)
  return now
}

/** What still fills her week on the day the place begins; kept for each list and day, since many places begin on the same. */
const filled = new WeakMap<object, Map<string, readonly ScheduleSlot[]>>()
function slotsFrom(busy: readonly Busy[], begins: PlainDate): readonly ScheduleSlot[] {
  const days = filled.get(busy) ?? new Map<string, readonly ScheduleSlot[]>()
  filled.set(busy, days)
  const now = days.get(begins) ?? busy.filter(({ until }) => until === null || until >= begins).flatMap(({ slots }) => slots)
  days.set(begins, now)
  return now
}

/** The hours of a place, and when they begin. */
export type Hours = Pick<OpeningFacts, 'schedule' | 'fromDate'>

const mineFrom = ({ fromDate }: Hours, busy: readonly Busy[], today: PlainDate): readonly ScheduleSlot[] => slotsFrom(busy, fromDate !== null && fromDate > today ? fromDate : today)

/** The children's times as they are when the place begins. */
export const careFor = (opening: Hours, { care }: PersonFacts['week'], today: PlainDate): readonly Stretch[] => stretchesOf(mineFrom(opening, care, today))

/** How many shifts of the place need her when something else does; `isFree` where nothing else fills her week then. */
function hitsOf(opening: Hours, busy: readonly Busy[], today: PlainDate): { hit: number; of: number; isFree: boolean } {
  const { schedule } = opening
  const mine = mineFrom(opening, busy, today)
  const taken = stretchesOf(mine)
  return { hit: taken.length === 0 ? 0 : stretchesOf(schedule).filter((one) => taken.some((other) => overlap(one, other))).length, of: schedule.length, isFree: mine.length === 0 }
}

/** What hits the hours of the place: how many of its shifts, never when her own hours are. Those are for whoever makes her week with her. */
const clash = (hit: number, of: number): Known => known({ is: 'clash', hit, of })

/**
 * The hours of the place against the children's times. A parent is not asked for more than others: a clash takes a little and is
 * something to agree on, and it shuts nobody out of what fits (likestillings- og diskrimineringsloven §§ 6, 8). No clash, no word.
 */
export function compareCare(opening: Hours, { week }: Pick<PersonFacts, 'week'>, today: PlainDate, weigh: Weigh): Compared[] {
  const { hit, of } = hitsOf(opening, week.care, today)
  if (hit === 0) return []
  return [compared({ kind: 'care', isRequired: false, asked: { is: 'slots', slots: opening.schedule } }, { met: 'no', known: clash(hit, of), lost: lostOf(hit, of), gap: { code: 'agreeCare', params: { hit, of } } }, weigh, { takes: true })]
}

/** The hours of the place against those of the programme. That is always something to agree on, never too far. */
export function compareProgramme(opening: Hours, { week }: Pick<PersonFacts, 'week'>, today: PlainDate, weigh: Weigh): Compared[] {
  const { hit, of, isFree } = hitsOf(opening, week.programme, today)
  if (of === 0 || isFree) return []
  const asked = { kind: 'programme', isRequired: true, asked: { is: 'slots', slots: opening.schedule } } as const
  if (hit === 0) return [compared(asked, { met: 'yes', known: clash(hit, of) }, weigh)]
  return [compared(asked, { met: 'no', known: clash(hit, of), lost: lostOf(hit, of), gap: { code: 'agreeProgramme', params: { hit, of } } }, weigh)]
}
