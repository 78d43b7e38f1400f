import { weeklyHours } from '#shared/schedule.ts'
import type { Compared, Weigh } from './compared.core.ts'
import { compared, known } from './compared.core.ts'
import type { Frame, OpeningFacts } from './facts.schema.ts'

/** A part of the frame nobody has asked her about. */
export const unmapped = (kind: Compared['criterion']['kind'], asked: Compared['criterion']['asked'], weigh: Weigh): Compared =>
  compared({ kind, isRequired: true, asked }, { met: 'unknown', known: 'unknown', gap: { code: 'mapFrame', params: {} } }, weigh)

/** So many of so many, in whole per cent, rounded up: what is lost is never nothing. */
export const lostOf = (lost: number, of: number): number => Math.min(100, Math.ceil(lost / of * 100))

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
