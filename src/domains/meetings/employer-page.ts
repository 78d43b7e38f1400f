import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { guestState, mayAnswer, mayTell, mayWish } from './day.core.ts'
import { employersWish } from './kind.core.ts'
import { dayInfo, loadDay } from './load-day.ts'
import type { DayInfo, EmployerPage } from './portal.schema.ts'

const NO_ROUND = { from: '00:00', to: '00:00' }

/** The employer a mailed link is for, as it may read of itself. */
export const ownEmployer = async ({ tx, actor }: Context) => found(await tx.selectFrom('meetingEmployer').where('id', '=', found(actor.meeting?.employerId))
  .select(['id', 'version', 'dayId', 'name', 'offers', 'contactName', 'contactPhone', 'tables', 'roomId', 'fromTime as from', 'toTime as to', 'reply', 'notes', 'cameAt', 'leftAt']).executeTakeFirst())

/** Ids of the persons behind some numbers, for the log of each of them alone. */
export async function personsShown({ tx }: Context, guestIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ shown: string[] }>`select app.shown_at_meeting(${[...guestIds]}::uuid[]) as shown`.execute(tx)
  return rows[0]?.shown ?? []
}

const guestsOf = async ({ tx }: Context, dayId: string, employerId: string) => tx.selectFrom('meetingGuest as g')
  .leftJoin('meetingWish as w', (join) => join.onRef('w.guestId', '=', 'g.id').on('w.meetingEmployerId', '=', employerId))
  .select(['g.id', 'g.number', 'g.shownName as name', 'g.introduction', 'g.reply', 'g.cameAt', 'g.noShowAt', 'g.lateUntil', 'g.leftAt', 'w.byEmployer']).where('g.dayId', '=', dayId).orderBy('g.number').execute()
type Guest = Awaited<ReturnType<typeof guestsOf>>[number]

const seen = ({ id, number, name, introduction }: Guest) => ({ id, number, name, introduction })

async function meetingsOf({ tx }: Context, employerId: string, guests: readonly Guest[], { rounds }: DayInfo): Promise<EmployerPage['meetings']> {
  const rows = await tx.selectFrom('meetingSlot as s')
    .leftJoin('meetingOutcome as o', (join) => join.onRef('o.guestId', '=', 's.guestId').onRef('o.meetingEmployerId', '=', 's.meetingEmployerId'))
    .select(['s.id', 's.guestId', 's.round', 's.tableNumber as table', 's.state', 's.movedAt', 's.unnotedAtClose as isUnnoted', 's.interpreterId', 'o.score', 'o.note', 'o.employerAgain as again', 'o.offer'])
    .where('s.meetingEmployerId', '=', employerId).where('s.state', '<>', 'moved').orderBy('s.round').orderBy('s.tableNumber').execute()
  return rows.flatMap(({ guestId, movedAt, interpreterId, score, note, again, offer, ...row }) => {
    const guest = guests.find(({ id }) => id === guestId)
    return guest ? [{ ...row, ...(rounds[row.round] ?? NO_ROUND), guest: seen(guest), guestState: guestState(guest), isMoved: movedAt !== null, withInterpreter: interpreterId !== null, outcome: { score, note, again, offer } }] : []
  })
}

/** An employer's page: its own answer, whom it may wish to meet, its list on the day. What guests wish is not read. */
export async function loadEmployerPage(context: Context): Promise<EmployerPage> {
  const { dayId, cameAt, leftAt, ...employer } = await ownEmployer(context)
  const day = await loadDay(context, dayId)
  const info = await dayInfo(context, day)
  const guests = await guestsOf(context, dayId, employer.id)
  const meetings = await meetingsOf(context, employer.id, guests, info)
  const wishes = employersWish(day) && mayWish(day, employer.reply, context.today)
  const offered = wishes ? guests.filter(({ reply }) => reply !== 'no' && reply !== 'not_asked') : []
  const named = [...offered, ...meetings.map(({ guest }) => guest)].filter(({ name, introduction }) => name !== null || introduction !== null).map(({ id }) => id)
  return { personIds: await personsShown(context, named), day: info, employer: { ...employer, isHere: cameAt !== null && leftAt === null, isGone: leftAt !== null }, guests: offered.map((one) => ({ ...seen(one), wish: one.byEmployer ?? 0 })), meetings,
    mayAnswer: mayAnswer(day, context.today), mayWish: wishes, mayScore: mayTell(day, context.today) }
}
