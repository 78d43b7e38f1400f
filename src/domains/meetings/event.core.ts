import type { Interest, Meeting, MeetingEvent, MeetingPlan } from '#matching/meetings/event.ts'
import { interestOf } from '#matching/meetings/event.ts'
import { minutesOf } from '#shared/schedule.ts'
import { presentIn } from './day.core.ts'
import type { DayPage } from './day.schema.ts'
import { shareOut, wishIn } from './kind.core.ts'
import type { DayEmployer, DayGuest, Slot } from './meeting.schema.ts'

type Facts = Pick<DayPage, 'kind' | 'rounds' | 'rooms' | 'employers' | 'guests' | 'interpreters' | 'wishes' | 'slots'>
/** Where an employer sits that has no room: one place with any number of tables. */
export const NO_ROOM = 'no-room'

const isActive = ({ state }: Pick<Slot, 'state'>): boolean => state === 'planned' || state === 'held'
/** Meetings that stand: planned or held. */
export const activeSlots = (slots: readonly Slot[]): Slot[] => slots.filter(isActive)

/** Who is planned for: those who said yes, or everybody who has not said no; on the day nobody who does not come. */
export const comes = ({ reply }: Pick<DayGuest | DayEmployer, 'reply'>, who: 'yes' | 'all'): boolean => reply === 'yes' || (who === 'all' && reply !== 'no')

/** As a slot number and a table from 0. A plan without an interpreter for somebody who wants one keeps none. */
const asFixed = ({ guestId, employerId, round, table, interpreterId }: Slot) => ({ participant: guestId, employer: employerId, slot: round, table: table - 1, ...(interpreterId !== null && { interpreter: interpreterId }) })

/** The wishes as the planner wants them: pairs of which neither has said no, as the kind of day has it. */
function wishesOf({ kind, wishes }: Facts, guests: readonly DayGuest[], employers: readonly DayEmployer[]): MeetingEvent['wishes'] {
  const said = new Map(wishes.map((one) => [`${one.guestId} ${one.employerId}`, one]))
  const chose = new Set(wishes.filter(({ byGuest }) => byGuest > 0).map(({ guestId }) => guestId))
  return guests.flatMap((guest) => employers.flatMap((employer) => {
    const wish = wishIn(kind, said.get(`${guest.id} ${employer.id}`) ?? { byGuest: 0, byEmployer: 0 }, chose.has(guest.id))
    return wish ? [{ participant: guest.id, employer: employer.id, byParticipant: interest(wish.byGuest), byEmployer: interest(wish.byEmployer) }] : []
  }))
}
const LEVELS = [0, 1, 2, 3] as const
const interest = (wish: number): Interest => LEVELS[wish] ?? 0

/** A day as the planner sees it. `keep`: which standing meetings are not to be touched; who has one is there in its round. */
export function eventOf(day: Facts, who: 'yes' | 'all', keep: (slot: Slot) => boolean): MeetingEvent {
  const kept = activeSlots(day.slots).filter(keep)
  const stands = (of: (slot: Slot) => boolean) => (there: boolean, round: number): boolean => there || kept.some((slot) => slot.round === round && of(slot))
  const present = (one: Parameters<typeof presentIn>[0], of: (slot: Slot) => boolean): boolean[] => presentIn(one, day.rounds).map(stands(of))
  const guests = day.guests.filter((one) => comes(one, who) || kept.some(({ guestId }) => guestId === one.id))
  const employers = day.employers.filter((one) => comes(one, who) || kept.some(({ employerId }) => employerId === one.id))
  const away = day.rounds.map(() => false)
  const event: MeetingEvent = {
    slots: day.rounds.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })),
    employers: employers.map((one) => ({ id: one.id, tables: one.tables, room: one.roomId ?? NO_ROOM, present: present(one, ({ employerId }) => employerId === one.id), ...(one.most !== null && { most: one.most }) })),
    participants: guests.map((one) => ({ id: one.id, present: one.state === 'no_show' ? away.map(stands(({ guestId }) => guestId === one.id)) : present(one, ({ guestId }) => guestId === one.id), most: one.most, least: one.least, ...(one.language !== null && { language: one.language }) })),
    interpreters: day.interpreters.map((one) => ({ id: one.id, languages: one.languages, present: present(one, ({ interpreterId }) => interpreterId === one.id) })),
    rooms: [...day.rooms.map(({ id, x, y, tables }) => ({ id, at: [x, y] satisfies [number, number], ...(tables !== null && { tables }) })), { id: NO_ROOM, at: [0, 0] }],
    wishes: wishesOf(day, guests, employers), fixed: kept.map(asFixed),
  }
  return { ...event, participants: shareOut(day.kind, event) }
}

/** The standing meetings as the planner's own. */
export const meetingsOf = (slots: readonly Slot[]): Meeting[] => activeSlots(slots).map((slot) => ({ ...asFixed(slot), room: slot.roomId ?? NO_ROOM }))

/** Who has fewer meetings than is agreed with her: the plan may have tried for more, to share the tables out. */
export function lacksOf({ meetings, without }: Pick<MeetingPlan, 'meetings' | 'without'>, guests: readonly Pick<DayGuest, 'id' | 'least'>[]): DayLack[] {
  return without.flatMap(({ participant, why }) => {
    const lacks = (guests.find(({ id }) => id === participant)?.least ?? 0) - meetings.filter((one) => one.participant === participant).length
    return lacks > 0 ? [{ guestId: participant, lacks, why }] : []
  })
}
type DayLack = NonNullable<DayPage['plan']>['lacks'][number]

/** What meetings are worth by the wishes of both sides. */
export function worthOf(wishes: MeetingEvent['wishes'], meetings: readonly Pick<Meeting, 'participant' | 'employer'>[]): number {
  const worth = new Map(wishes.map((wish) => [`${wish.participant} ${wish.employer}`, interestOf(wish)]))
  return meetings.reduce((sum, { participant, employer }) => sum + (worth.get(`${participant} ${employer}`) ?? 0), 0)
}

/** What the standing meetings are worth now, also after changes by hand. */
export const worthNow = (day: Facts): number => worthOf(eventOf(day, 'all', () => false).wishes, meetingsOf(day.slots))
