import { countEachMinute } from '#platform/rate-limit.ts'
import type { LinkPurpose } from './link-door.ts'

/** Made-up and closed links, each of which is noted: beyond this from one address nothing is written. */
const CLOSED_A_MINUTE = 30
/** Links that one party opens now and then. */
const OTHERS_A_MINUTE = 60
const ofMeetingDay: ReadonlySet<LinkPurpose> = new Set<LinkPurpose>(['meet_guests', 'meet_employers', 'meeting_wall'])

/** How many a minute one address may open, by what kind of link it turns out to be. The routes' own limits are those of a meeting day, where many are behind one address. */
export function linkLimits() {
  const [closed, others] = [countEachMinute(CLOSED_A_MINUTE), countEachMinute(OTHERS_A_MINUTE)]
  return {
    /** Before a link that opens nothing is noted. */
    closed,
    opened(purpose: LinkPurpose, address: string, now: Date): void {
      if (!ofMeetingDay.has(purpose)) others(address, now)
    },
  }
}
export type LinkLimits = ReturnType<typeof linkLimits>
