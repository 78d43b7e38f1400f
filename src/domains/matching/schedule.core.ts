import type { PlainDate } from '#shared/date.ts'
import { minutesOf } from '#shared/schedule.ts'
import type { ScheduleSlot } from '#shared/schedule.ts'
import type { Compared, Weigh } from './compared.core.ts'
import { compared, known } from './compared.core.ts'
import type { Frame, PersonFacts } from './facts.schema.ts'
import { lostOf, unmapped } from './frame.core.ts'
import type { Hours, Stretch } from './week.core.ts'
import { DAY, WEEK, careFor, stretch } from './week.core.ts'

/** What is left of stretches when one is taken out of them. */
const without = (parts: readonly Stretch[], [start, end]: Stretch): Stretch[] =>
  parts.flatMap(([from, to]): Stretch[] => [[from, Math.min(to, start)], [Math.max(from, end), to]]).filter(([from, to]) => from < to)

const minutes = (parts: readonly Stretch[]): number => parts.reduce((sum, [from, to]) => sum + to - from, 0)

/** What of a shift her frame leaves out. A shift belongs to the day it begins on. */
function beyond(slot: ScheduleSlot, { weekdays, earliest, latest }: Frame): Stretch[] {
  if (!weekdays.includes(slot.weekday)) return [stretch(slot)]
  const day = (slot.weekday - 1) * DAY
  return without([stretch(slot)], [earliest === null ? day : day + minutesOf(earliest), latest === null ? Infinity : day + minutesOf(latest)])
}

/** What of it the children's times do not fill: those are a criterion of their own, which decides no verdict. Sunday night reaches into Monday. */
const beyondCare = (parts: readonly Stretch[], care: readonly Stretch[]): Stretch[] =>
  care.flatMap(([from, to]): Stretch[] => [[from, to], [from - WEEK, to - WEEK], [from + WEEK, to + WEEK]]).reduce<Stretch[]>(without, [...parts])

/** The gap as hours and minutes a week, and how many shifts it is in. */
const agree = (parts: readonly (readonly Stretch[])[]): NonNullable<Compared['criterion']['gap']> => {
  const all = minutes(parts.flat())
  return { code: 'agreeSchedule', params: { hit: parts.filter(({ length }) => length > 0).length, of: parts.length, hours: Math.floor(all / 60), minutes: all % 60 } }
}

/**
 * The working week against the days and hours she can. What is beyond them is something to agree on with the employer, told in minutes; too far only where no
 * minute of the week is within. What the children's times fill already is theirs to answer for (`compareCare`): written in her frame too, it takes nothing more and decides nothing.
 */
export function compareSchedule(opening: Hours, { frame, week }: Pick<PersonFacts, 'frame' | 'week'>, today: PlainDate, weigh: Weigh): Compared[] {
  const { schedule } = opening
  if (schedule.length === 0) return []
  const asked = { kind: 'schedule', isRequired: true, asked: { is: 'slots', slots: schedule } } as const
  if (!frame) return [unmapped(asked.kind, asked.asked, weigh)]
  const mine = known({ is: 'frame', weekdays: frame.weekdays, earliest: frame.earliest, latest: frame.latest })
  const outside = schedule.map((slot) => beyond(slot, frame))
  if (outside.every(({ length }) => length === 0)) return [compared(asked, { met: 'yes', known: mine }, weigh)]
  const care = careFor(opening, week, today)
  const open = outside.map((parts) => beyondCare(parts, care))
  const [lost, of] = [minutes(open.flat()), minutes(schedule.map(stretch))]
  if (lost === 0) return [compared({ ...asked, isRequired: false }, { met: 'no', known: mine, lost, gap: agree(outside) }, weigh, { takes: true })]
  return [compared(asked, { met: 'no', known: mine, lost: lostOf(lost, of), far: lost === of, gap: agree(open) }, weigh)]
}
