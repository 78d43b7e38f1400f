import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { clockInNorway } from '#shared/date.ts'
import { guestState } from './day.core.ts'
import type { DayPage } from './day.schema.ts'
import { Lack } from './day.schema.ts'
import type { WholeDay } from './load-day.ts'
import { loadRooms, loadWholeDay } from './load-day.ts'
import type { DayEmployer, DayGuest } from './meeting.schema.ts'
import { dayActions } from './state.core.ts'

/** The employers of a day with what they bring. */
export async function loadEmployers({ tx }: Context, dayId: string): Promise<DayEmployer[]> {
  const rows = await tx.selectFrom('meetingEmployer').where('dayId', '=', dayId).orderBy('name').orderBy('id')
    .select(['id', 'version', 'employerId', 'name', 'offers', 'contactName', 'contactEmail', 'contactPhone', 'tables', 'roomId', 'most', 'fromTime as from', 'toTime as to', 'lateUntil', 'leftAt', 'reply', 'repliedAt', 'replyNote', 'notes', 'cameAt', 'notedAfterwards as isNotedAfterwards']).execute()
  const openings = await tx.selectFrom('meetingOpening as m').innerJoin('opening as o', 'o.id', 'm.openingId').select(['m.meetingEmployerId', 'o.id', 'o.title'])
    .where('m.meetingEmployerId', '=', sql<string>`any(${rows.map(({ id }) => id)})`).orderBy('o.title').execute()
  return rows.map((row) => ({ ...row, openings: openings.filter(({ meetingEmployerId }) => meetingEmployerId === row.id).map(({ id, title }) => ({ id, title })) }))
}

/** The guests of a day: of ours with her name where the reader may see her, else a number. */
export async function loadGuests({ tx }: Context, dayId: string): Promise<DayGuest[]> {
  const rows = await tx.selectFrom('meetingGuest as g').leftJoin('meetingGuestPerson as x', 'x.guestId', 'g.id').leftJoin('person as p', 'p.id', 'x.personId')
    .select(['g.id', 'g.version', 'g.number', 'g.isOurs', 'x.personId', 'p.givenName', 'p.familyName', 'p.email', 'g.shownName', 'g.introduction', 'g.comesFrom', 'g.language', 'g.locale', 'g.fromTime as from', 'g.toTime as to',
      'g.lateUntil', 'g.leftAt', 'g.least', 'g.most', 'g.reply', 'g.repliedAt', 'g.cameAt', 'g.noShowAt', 'g.notedAfterwards as isNotedAfterwards'])
    .where('g.dayId', '=', dayId).orderBy('g.number').execute()
  return rows.map(({ givenName, familyName, email, cameAt, noShowAt, ...row }) =>
    ({ ...row, personName: givenName === null ? null : `${givenName} ${familyName ?? ''}`, hasMail: email !== null, state: guestState({ cameAt, noShowAt, lateUntil: row.lateUntil, leftAt: row.leftAt }) }))
}

export const loadInterpreters = async ({ tx }: Context, dayId: string): Promise<DayPage['interpreters']> => tx.selectFrom('meetingInterpreter')
  .select(['id', 'version', 'name', 'supplierId', 'bookingId', 'languages', 'fromTime as from', 'toTime as to', 'lateUntil', 'leftAt']).where('dayId', '=', dayId).orderBy('name').execute()

export const loadWishes = async ({ tx }: Context, dayId: string): Promise<DayPage['wishes']> => tx.selectFrom('meetingWish')
  .select(['guestId', 'meetingEmployerId as employerId', 'byGuest', 'byEmployer']).where('dayId', '=', dayId).orderBy('guestId').orderBy('meetingEmployerId').execute()

export const loadSlots = async ({ tx }: Context, dayId: string): Promise<DayPage['slots']> => (await tx.selectFrom('meetingSlot')
  .select(['id', 'guestId', 'meetingEmployerId as employerId', 'round', 'tableNumber as table', 'roomId', 'interpreterId', 'fixed', 'state', 'movedAt', 'unnotedAtClose as isUnnoted']).where('dayId', '=', dayId).orderBy('round').orderBy('meetingEmployerId').orderBy('tableNumber').execute())
  .map(({ movedAt, ...row }) => ({ ...row, isMoved: movedAt !== null }))

export const loadOutcomes = async ({ tx }: Context, dayId: string): Promise<DayPage['outcomes']> => tx.selectFrom('meetingOutcome')
  .select(['id', 'version', 'guestId', 'meetingEmployerId as employerId', 'score', 'note', 'employerAgain', 'guestAgain', 'offer', 'cameOfIt', 'secondOn', 'agreementId', 'presentationId']).where('dayId', '=', dayId).execute()

/** How many are to be asked, not asked yet or for another date: by letter, by hand where they have no case and so no address here, and by a colleague who may see them. */
async function loadToAsk({ tx }: Context, dayId: string): Promise<DayPage['toAsk']> {
  const { rows } = await sql<DayPage['toAsk']>`with due as (select g.is_ours, x.id is not null as is_seen from meeting_guest g left join meeting_guest_person x on x.municipality_id = g.municipality_id and x.guest_id = g.id
      where g.day_id = ${dayId} and (g.reply = 'not_asked' or (g.ask_anew and g.reply in ('invited', 'later'))))
    select (select count(*)::int from due where is_seen) as guests, (select count(*)::int from due where not is_ours) as by_hand, (select count(*)::int from due where is_ours and not is_seen) as hidden,
      (select count(*)::int from meeting_employer e where e.day_id = ${dayId} and (e.reply = 'not_asked' or (e.ask_anew and e.reply in ('invited', 'later')))) as employers`.execute(tx)
  return rows[0] ?? { guests: 0, employers: 0, byHand: 0, hidden: 0 }
}

const planOf = ({ planValue, planBound, planSeed, plannedAt, planIdle, planWalk, planLacks }: WholeDay): DayPage['plan'] =>
  planValue === null || planBound === null || plannedAt === null ? null
    : { value: planValue, bound: planBound, seed: planSeed ?? 0, at: plannedAt, idle: planIdle ?? 0, walk: planWalk ?? 0, lacks: z.array(Lack).catch([]).parse(planLacks) }

/** Everything of a day, for those who make and run it. */
export async function loadPage(context: Context, dayId: string): Promise<DayPage> {
  const day = await loadWholeDay(context, dayId)
  const [employers, guests] = [await loadEmployers(context, dayId), await loadGuests(context, dayId)]
  const { id, version, kind, title, onDate, place, address, rounds, office, runFor, openTo, whoMayCome, replyBy, state } = day
  return { id, version, kind, title, onDate, place, address, rounds, office, runFor, openTo, whoMayCome, replyBy, state, plan: planOf(day),
    actions: context.actor.permissions.includes('meetings.write') ? dayActions(day, { employers: employers.length, guests: guests.length }, context.today) : [],
    rooms: await loadRooms(context, dayId), employers, guests, interpreters: await loadInterpreters(context, dayId), wishes: await loadWishes(context, dayId), slots: await loadSlots(context, dayId), outcomes: await loadOutcomes(context, dayId),
    toAsk: await loadToAsk(context, dayId), clock: clockInNorway(context.now), isToday: context.today === onDate, personIds: guests.flatMap(({ personId }) => personId ?? []) }
}
