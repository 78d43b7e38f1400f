import type { PlainDate } from '#shared/date.ts'
import { minutesOf } from '#shared/schedule.ts'
import type { ScheduleSlot } from '#shared/schedule.ts'
import type { Compared, Weigh } from './compared.core.ts'
import { compared, known } from './compared.core.ts'
import type { Busy, OpeningFacts, PersonFacts } from './facts.schema.ts'
import { lostOf } from './frame.core.ts'

const DAY = 24 * 60
const WEEK = 7 * DAY

/** From and to in minutes of the week; a night shift ends the next day. */
function stretch({ weekday, from, to }: ScheduleSlot): [number, number] {
  const start = (weekday - 1) * DAY + minutesOf(from)
  return [start, start + ((minutesOf(to) - minutesOf(from) + DAY) % DAY || DAY)]
}

/** Whether two stretches of the week need her at the same time; Sunday night reaches into Monday. */
const overlap = ([from, to]: readonly [number, number], [start, end]: readonly [number, number]): boolean =>
  (from < end && start < to) || (from < end - WEEK && start - WEEK < to) || (from < end + WEEK && start + WEEK < to)

/** The stretches of a list of slots: reading clocks is slow, so they are kept for as long as the list itself. */
const read = new WeakMap<object, readonly [number, number][]>()
function stretchesOf(slots: readonly ScheduleSlot[]): readonly [number, number][] {
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

const GAPS = { care: 'agreeCare', programme: 'agreeProgramme' } as const

/** The hours of the place against what fills her week already. That is always something to agree on, never too far. */
export function compareBusy(kind: 'care' | 'programme', opening: Pick<OpeningFacts, 'schedule' | 'fromDate'>, { week }: Pick<PersonFacts, 'week'>, today: PlainDate, weigh: Weigh): Compared[] {
  const { schedule, fromDate } = opening
  const mine = slotsFrom(week[kind], fromDate !== null && fromDate > today ? fromDate : today)
  if (schedule.length === 0 || mine.length === 0) return []
  const asked = { kind, isRequired: true, asked: { is: 'slots', slots: schedule } } as const
  const [work, taken] = [stretchesOf(schedule), stretchesOf(mine)]
  const hit = work.filter((one) => taken.some((other) => overlap(one, other))).length
  const shown = known({ is: 'slots', slots: [...mine] })
  if (hit === 0) return [compared(asked, { met: 'yes', known: shown }, weigh)]
  return [compared(asked, { met: 'no', known: shown, lost: lostOf(hit, schedule.length), gap: { code: GAPS[kind], params: { hit, of: schedule.length } } }, weigh)]
}
