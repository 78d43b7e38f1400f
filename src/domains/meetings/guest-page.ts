import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { guestState, mayAnswer, mayTell, mayWish } from './day.core.ts'
import { personIdsOf } from './guest-persons.ts'
import type { LoadedDay } from './load-day.ts'
import { dayInfo, loadDay } from './load-day.ts'
import type { DayInfo, GuestPage } from './portal.schema.ts'

const NO_ROUND = { from: '00:00', to: '00:00' }

/** A guest as she herself may read of it. */
export const ownGuest = async ({ tx }: Context, guestId: string) => found(await tx.selectFrom('meetingGuest').where('id', '=', guestId)
  .select(['id', 'version', 'dayId', 'number', 'isOurs', 'shownName', 'introduction', 'language', 'fromTime as from', 'toTime as to', 'reply', 'cameAt', 'noShowAt', 'lateUntil', 'leftAt']).executeTakeFirst())

/** Whether she may show her name and words: not where her address is protected. */
const mayShow = async ({ tx }: Context, [personId]: readonly string[]): Promise<boolean> =>
  personId === undefined || (await tx.selectFrom('person').select('addressProtection').where('id', '=', personId).executeTakeFirst())?.addressProtection === 'none'

async function meetingsOf({ tx }: Context, guestId: string, { rooms, rounds }: DayInfo): Promise<GuestPage['meetings']> {
  const rows = await tx.selectFrom('meetingSlot as s').innerJoin('meetingEmployer as e', 'e.id', 's.meetingEmployerId').leftJoin('meetingInterpreter as i', 'i.id', 's.interpreterId')
    .leftJoin('meetingOutcome as o', (join) => join.onRef('o.guestId', '=', 's.guestId').onRef('o.meetingEmployerId', '=', 's.meetingEmployerId'))
    .select(['s.id', 's.meetingEmployerId as employerId', 'e.name as employerName', 's.round', 's.tableNumber as table', 's.roomId', 's.state', 's.movedAt', 's.unnotedAtClose as isUnnoted', 'i.name as interpreterName', 'o.guestAgain as again'])
    .where('s.guestId', '=', guestId).where('s.state', '<>', 'moved').orderBy('s.round').execute()
  return rows.map(({ roomId, movedAt, ...row }) => ({ ...row, ...(rounds[row.round] ?? NO_ROUND), room: rooms.find(({ id }) => id === roomId) ?? null, isMoved: movedAt !== null }))
}

async function employersOf({ tx }: Context, guestId: string, dayId: string): Promise<GuestPage['employers']> {
  const rows = await tx.selectFrom('meetingEmployer as e').leftJoin('meetingWish as w', (join) => join.onRef('w.meetingEmployerId', '=', 'e.id').on('w.guestId', '=', guestId))
    .select(['e.id', 'e.name', 'e.offers', 'e.roomId', 'w.byGuest']).where('e.dayId', '=', dayId).where('e.reply', '<>', 'no').orderBy('e.name').execute()
  return rows.map(({ byGuest, ...row }) => ({ ...row, wish: byGuest ?? 0 }))
}

/** A guest's page: the day, her answer, her wishes, her schedule. What employers wish is not read. */
export async function loadGuestPage(context: Context, guestId: string): Promise<GuestPage> {
  const { isOurs: _, dayId, cameAt, noShowAt, lateUntil, leftAt, ...guest } = await ownGuest(context, guestId)
  const day = await loadDay(context, dayId)
  const info = await dayInfo(context, day)
  const personIds = await personIdsOf(context, guestId)
  return { personIds, day: info, guest: { ...guest, mayShow: await mayShow(context, personIds), state: guestState({ cameAt, noShowAt, lateUntil, leftAt }) },
    employers: await employersOf(context, guestId, dayId), meetings: await meetingsOf(context, guestId, info), ...may(day, guest.reply, context) }
}

const may = (day: LoadedDay, reply: GuestPage['guest']['reply'], { today }: Context) =>
  ({ mayAnswer: mayAnswer(day, today), mayWish: mayWish(day, reply, today), mayMeetAgain: mayTell(day, today) })
