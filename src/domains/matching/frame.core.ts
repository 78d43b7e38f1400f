import { minutesOf, weeklyHours } from '#shared/schedule.ts'
import type { ScheduleSlot } from '#shared/schedule.ts'
import type { Compared } from './compared.core.ts'
import { compared, known } from './compared.core.ts'
import type { Frame, OpeningFacts, PersonFacts } from './facts.schema.ts'

const DAY = 24 * 60

function fitsFrame(slot: ScheduleSlot, frame: Frame): boolean {
  const [from, end] = [minutesOf(slot.from), minutesOf(slot.to)]
  const to = end <= from ? end + DAY : end
  return frame.weekdays.includes(slot.weekday)
    && (frame.earliest === null || from >= minutesOf(frame.earliest))
    && (frame.latest === null || to <= minutesOf(frame.latest))
}

const unmapped = (kind: Compared['criterion']['kind'], asked: Compared['criterion']['asked']): Compared =>
  compared({ kind, isRequired: true, asked }, { met: 'unknown', known: 'unknown', gap: { code: 'mapFrame', params: {} } })

/** The working week against the days and hours she can. Part of it impossible is a thing to agree on; all of it is too far. */
function compareSchedule({ schedule }: OpeningFacts, frame: Frame | null): Compared[] {
  if (schedule.length === 0) return []
  const asked = { kind: 'schedule', isRequired: true, asked: { is: 'slots', slots: schedule } } as const
  if (!frame) return [unmapped(asked.kind, asked.asked)]
  const can = schedule.filter((slot) => fitsFrame(slot, frame)).length
  const mine = known({ is: 'frame', weekdays: frame.weekdays, earliest: frame.earliest, latest: frame.latest })
  if (can === schedule.length) return [compared(asked, { met: 'yes', known: mine })]
  return [compared(asked, { met: 'no', known: mine, far: can === 0, gap: { code: 'agreeSchedule', params: { can, of: schedule.length } } })]
}

/** Hours a week. Fewer can nearly always be agreed for practice; for a full-time vacancy they cannot. */
function compareHours(opening: OpeningFacts, frame: Frame | null): Compared[] {
  const hours = opening.hoursPerWeek ?? weeklyHours(opening.schedule)
  if (hours === 0) return []
  const asked = { kind: 'hours', isRequired: true, asked: { is: 'hours', hours } } as const
  if (!frame || frame.hoursPerWeek === null) return [unmapped(asked.kind, asked.asked)]
  const mine = known({ is: 'hours', hours: frame.hoursPerWeek })
  if (hours <= frame.hoursPerWeek) return [compared(asked, { met: 'yes', known: mine })]
  const far = opening.kind === 'vacancy' && opening.extent === 'full_time'
  return [compared(asked, { met: 'no', known: mine, far, gap: { code: 'fewerHours', params: { can: frame.hoursPerWeek, of: hours } } })]
}

function compareTransport({ reachableBy }: OpeningFacts, frame: Frame | null): Compared[] {
  if (reachableBy.length === 0) return []
  const asked = { kind: 'transport', isRequired: true, asked: { is: 'words', of: 'transport', words: reachableBy } } as const
  if (!frame || frame.transport.length === 0) return [unmapped(asked.kind, asked.asked)]
  const mine = known({ is: 'words', of: 'transport', words: frame.transport })
  if (frame.transport.some((way) => reachableBy.includes(way))) return [compared(asked, { met: 'yes', known: mine })]
  return [compared(asked, { met: 'no', known: mine, gap: { code: 'transport', params: {} } })]
}

/** What the work asks of the body against what she cannot. Only consequences are known here, never why. */
function comparePhysical({ physicalDemands }: OpeningFacts, frame: Frame | null): Compared[] {
  if (physicalDemands.length === 0) return []
  const asked = { kind: 'physical', isRequired: true, asked: { is: 'words', of: 'physical', words: physicalDemands } } as const
  if (!frame) return [unmapped(asked.kind, asked.asked)]
  const clash = physicalDemands.filter((demand) => frame.cannot.includes(demand))
  if (clash.length === 0) return [compared(asked, { met: 'yes', known: known(frame.cannot.length === 0 ? { is: 'none' } : { is: 'words', of: 'physical', words: frame.cannot }) })]
  return [compared(asked, { met: 'no', known: known({ is: 'words', of: 'physical', words: clash }), far: true, steps: clash.length, gap: { code: 'adaptTasks', params: { count: clash.length } } })]
}

/** Everything practical: week, hours, way to work, body. */
export const compareFrame = (opening: OpeningFacts, { frame }: PersonFacts): Compared[] =>
  [...compareSchedule(opening, frame), ...compareHours(opening, frame), ...compareTransport(opening, frame), ...comparePhysical(opening, frame)]
