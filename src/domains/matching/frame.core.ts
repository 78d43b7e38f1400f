import { minutesOf, weeklyHours } from '#shared/schedule.ts'
import type { ScheduleSlot } from '#shared/schedule.ts'
import type { Compared, Weigh } from './compared.core.ts'
import { compared, known } from './compared.core.ts'
import type { Frame, OpeningFacts } from './facts.schema.ts'

const DAY = 24 * 60

function fitsFrame(slot: ScheduleSlot, frame: Frame): boolean {
  if (!frame.weekdays.includes(slot.weekday)) return false
  const [from, end] = [minutesOf(slot.from), minutesOf(slot.to)]
  const to = end <= from ? end + DAY : end
  return (frame.earliest === null || from >= minutesOf(frame.earliest))
    && (frame.latest === null || to <= minutesOf(frame.latest))
}

const unmapped = (kind: Compared['criterion']['kind'], asked: Compared['criterion']['asked'], weigh: Weigh): Compared =>
  compared({ kind, isRequired: true, asked }, { met: 'unknown', known: 'unknown', gap: { code: 'mapFrame', params: {} } }, weigh)

/** So many of so many, in whole per cent, rounded up: what is lost is never nothing. */
export const lostOf = (lost: number, of: number): number => Math.min(100, Math.ceil(lost / of * 100))

/** The working week against the days and hours she can. Part of it impossible is a thing to agree on; all of it is too far. */
export function compareSchedule({ schedule }: Pick<OpeningFacts, 'schedule'>, frame: Frame | null, weigh: Weigh): Compared[] {
  if (schedule.length === 0) return []
  const asked = { kind: 'schedule', isRequired: true, asked: { is: 'slots', slots: schedule } } as const
  if (!frame) return [unmapped(asked.kind, asked.asked, weigh)]
  const can = schedule.filter((slot) => fitsFrame(slot, frame)).length
  const mine = known({ is: 'frame', weekdays: frame.weekdays, earliest: frame.earliest, latest: frame.latest })
  if (can === schedule.length) return [compared(asked, { met: 'yes', known: mine }, weigh)]
  return [compared(asked, { met: 'no', known: mine, lost: lostOf(schedule.length - can, schedule.length), far: can === 0, gap: { code: 'agreeSchedule', params: { can, of: schedule.length } } }, weigh)]
}

/** Hours a week. Fewer can nearly always be agreed for practice; for a full-time vacancy they cannot. */
export function compareHours(opening: Pick<OpeningFacts, 'schedule' | 'hoursPerWeek' | 'kind' | 'extent'>, frame: Frame | null, weigh: Weigh): Compared[] {
  const hours = opening.hoursPerWeek ?? weeklyHours(opening.schedule)
  if (hours === 0) return []
  const asked = { kind: 'hours', isRequired: true, asked: { is: 'hours', hours } } as const
  if (!frame || frame.hoursPerWeek === null) return [unmapped(asked.kind, asked.asked, weigh)]
  const mine = known({ is: 'hours', hours: frame.hoursPerWeek })
  if (hours <= frame.hoursPerWeek) return [compared(asked, { met: 'yes', known: mine }, weigh)]
  const far = opening.kind === 'vacancy' && opening.extent === 'full_time'
  return [compared(asked, { met: 'no', known: mine, lost: lostOf(hours - frame.hoursPerWeek, hours), far, gap: { code: 'fewerHours', params: { can: frame.hoursPerWeek, of: hours } } }, weigh)]
}

export function compareTransport({ reachableBy }: Pick<OpeningFacts, 'reachableBy'>, frame: Frame | null, weigh: Weigh): Compared[] {
  if (reachableBy.length === 0) return []
  const asked = { kind: 'transport', isRequired: true, asked: { is: 'words', of: 'transport', words: reachableBy } } as const
  if (!frame || frame.transport.length === 0) return [unmapped(asked.kind, asked.asked, weigh)]
  const mine = known({ is: 'words', of: 'transport', words: frame.transport })
  if (frame.transport.some((way) => reachableBy.includes(way))) return [compared(asked, { met: 'yes', known: mine }, weigh)]
  return [compared(asked, { met: 'no', known: mine, gap: { code: 'transport', params: {} } }, weigh)]
}

/** What the work asks of the body against what she cannot. Only consequences are known here, never why. */
export function comparePhysical({ physicalDemands }: Pick<OpeningFacts, 'physicalDemands'>, frame: Frame | null, weigh: Weigh): Compared[] {
  if (physicalDemands.length === 0) return []
  const asked = { kind: 'physical', isRequired: true, asked: { is: 'words', of: 'physical', words: physicalDemands } } as const
  if (!frame) return [unmapped(asked.kind, asked.asked, weigh)]
  const clash = physicalDemands.filter((demand) => frame.cannot.includes(demand))
  if (clash.length === 0) return [compared(asked, { met: 'yes', known: known(frame.cannot.length === 0 ? { is: 'none' } : { is: 'words', of: 'physical', words: frame.cannot }) }, weigh)]
  return [compared(asked, { met: 'no', known: known({ is: 'words', of: 'physical', words: clash }), far: true, gap: { code: 'adaptTasks', params: { count: clash.length } } }, weigh)]
}
