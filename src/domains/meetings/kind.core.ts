import type { MeetingEvent } from '#matching/meetings/event.ts'
import type { DayPage } from './day.schema.ts'

type Kind = DayPage['kind']
type Said = { byGuest: number; byEmployer: number }

/**
 * Whether two may meet, and whose wish counts. A no of either side always stands. At a reversed speed-date the employers sit and the participants choose:
 * one who has chosen meets those she chose, and what employers wish counts for nothing. At the others the wishes of both count.
 */
export function wishIn(kind: Kind, { byGuest, byEmployer }: Said, hasChosen: boolean): Said | undefined {
  if (byGuest < 0 || byEmployer < 0) return undefined
  if (kind !== 'reversed_speed_date') return { byGuest, byEmployer }
  return hasChosen && byGuest === 0 ? undefined : { byGuest, byEmployer: 0 }
}

/** Whether employers wish too: not where the participants choose. */
export const employersWish = ({ kind }: { kind: Kind }): boolean => kind !== 'reversed_speed_date'

type Tables = Pick<MeetingEvent, 'slots' | 'rooms' | 'employers' | 'participants'>
const count = (present: readonly boolean[]): number => present.filter(Boolean).length

/** How many meetings the tables of a day have room for in all. */
export function seatsOf({ slots, rooms, employers }: Tables): number {
  const inRooms = slots.reduce((all, _, s) => all + rooms.reduce((sum, { id, tables }) => {
    const used = employers.reduce((tablesOf, one) => tablesOf + (one.room === id && one.present[s] ? one.tables : 0), 0)
    return sum + Math.min(used, tables ?? Infinity)
  }, 0), 0)
  return Math.min(inRooms, employers.reduce((sum, { tables, present, most }) => sum + Math.min(tables * count(present), most ?? Infinity), 0))
}

/** At a job fair everybody gets round: an equal share of the tables is each one's minimum, before anybody gets more. Elsewhere it is what is agreed with her. */
export function shareOut(kind: Kind, event: Tables): MeetingEvent['participants'] {
  const { participants } = event
  const there = participants.filter(({ present }) => count(present) > 0).length
  if (kind !== 'job_fair' || there === 0) return participants
  const share = Math.floor(seatsOf(event) / there)
  return participants.map((one) => ({ ...one, least: Math.max(one.least, Math.min(share, one.most, count(one.present))) }))
}
