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
export function collide(a: ScheduleSlot, b: ScheduleSlot): boolean {
  const [[from, to], [start, end]] = [stretch(a), stretch(b)]
  return [-WEEK, 0, WEEK].some((shift) => from < end + shift && start + shift < to)
}

/** What still fills her week on the day the place begins. */
const slotsFrom = (busy: readonly Busy[], begins: PlainDate): ScheduleSlot[] => busy.filter(({ until }) => until === null || until >= begins).flatMap(({ slots }) => slots)

const GAPS = { care: 'agreeCare', programme: 'agreeProgramme' } as const

/** The hours of the place against what fills her week already. That is always something to agree on, never too far. */
export function compareBusy(kind: 'care' | 'programme', opening: Pick<OpeningFacts, 'schedule' | 'fromDate'>, { week }: Pick<PersonFacts, 'week'>, today: PlainDate, weigh: Weigh): Compared[] {
  const { schedule, fromDate } = opening
  const mine = slotsFrom(week[kind], fromDate !== null && fromDate > today ? fromDate : today)
  if (schedule.length === 0 || mine.length === 0) return []
  const asked = { kind, isRequired: true, asked: { is: 'slots', slots: schedule } } as const
  const hit = schedule.filter((slot) => mine.some((other) => collide(slot, other))).length
  const shown = known({ is: 'slots', slots: mine })
  if (hit === 0) return [compared(asked, { met: 'yes', known: shown }, weigh)]
  return [compared(asked, { met: 'no', known: shown, lost: lostOf(hit, schedule.length), gap: { code: GAPS[kind], params: { hit, of: schedule.length } } }, weigh)]
}
