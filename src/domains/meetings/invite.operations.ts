import { sql } from 'kysely'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { personIdsOf } from './guest-persons.ts'
import { InviteInput, Invited, MadeLink, MakeLinkInput, RecordReplyInput } from './day.schema.ts'
import { AboutPersons } from './portal.schema.ts'
import { loadDay } from './load-day.ts'
import { mailAbout, makePath } from './meeting-mail.ts'
import { openDay } from './place.operations.ts'
import type { Context } from '#platform/operation.ts'
import type { WholeDay } from './load-day.ts'

const permission = 'meetings.write' as const
const subjects = (_: unknown, { personIds }: { personIds: string[] }): string[] => personIds
type Sent = { mailed: number; byHand: { number: number | null; name: string }[]; personIds: string[] }

/** One letter a day, but another where the date was moved since. */
const onceFor = ({ today }: Context, { version }: WholeDay, { askAnew }: { askAnew: boolean }): string => (askAnew ? `${today}:${version}` : today)

/** Who asked for help still does when the date is moved: she is told of it, and is to be called. */
const asked = sql<'later' | 'invited'>`case when reply = 'later' and ask_anew then 'later' else 'invited' end`

/** Guests by their ids, or all who were not asked, or for another date, with where a letter reaches them. */
const guestsToAsk = ({ tx }: Context, dayId: string, ids: string[] | undefined) => tx.selectFrom('meetingGuest as g').innerJoin('meetingGuestPerson as x', 'x.guestId', 'g.id').innerJoin('person as p', 'p.id', 'x.personId')
  .select(['g.id', 'g.number', 'g.locale', 'g.askAnew', 'p.email', 'x.personId', 'p.givenName', 'p.familyName']).where('g.dayId', '=', dayId)
  .where((eb) => eb.or([eb('g.reply', 'in', ids === undefined ? ['not_asked'] : ['not_asked', 'invited', 'later']), eb.and([eb('g.askAnew', '=', true), eb('g.reply', 'in', ['invited', 'later'])])]))
  .$if(ids !== undefined, (query) => query.where('g.id', '=', (eb) => eb.fn.any(eb.val(ids ?? [])))).execute()

async function inviteGuests(context: Context, day: WholeDay, ids: string[] | undefined): Promise<Sent> {
  const { tx, now } = context
  const rows = await guestsToAsk(context, day.id, ids)
  for (const { id, number, locale, email, personId, askAnew } of rows) if (email !== null) await mailAbout(tx, now, day, { template: askAnew ? 'meeting_moved' : 'meeting_invite', once: onceFor(context, day, { askAnew }), whom: { guestId: id, personId }, to: { email, locale }, number })
  if (rows.length > 0) await tx.updateTable('meetingGuest').set((eb) => ({ reply: asked, askAnew: false, version: eb('version', '+', 1) })).where('id', 'in', rows.map(({ id }) => id)).execute()
  return { mailed: rows.filter(({ email }) => email !== null).length, byHand: rows.filter(({ email }) => email === null).map(({ number, givenName, familyName }) => ({ number, name: `${givenName} ${familyName}` })), personIds: rows.map(({ personId }) => personId) }
}

/** Guests without a case have no address here: they are told of another date by hand, and their links show it. */
async function listOthers({ tx }: Context, dayId: string, ids: string[] | undefined): Promise<Sent> {
  const rows = await tx.updateTable('meetingGuest').set((eb) => ({ reply: asked, askAnew: false, version: eb('version', '+', 1) })).where('dayId', '=', dayId).where('isOurs', '=', false)
    .where((eb) => eb.or([eb('reply', '=', 'not_asked'), eb.and([eb('askAnew', '=', true), eb('reply', 'in', ['invited', 'later'])])]))
    .$if(ids !== undefined, (query) => query.where('id', '=', (eb) => eb.fn.any(eb.val(ids ?? [])))).returning(['number', 'shownName', 'comesFrom']).execute()
  return { mailed: 0, byHand: rows.toSorted((a, b) => a.number - b.number).map(({ number, shownName, comesFrom }) => ({ number, name: [shownName, comesFrom].filter(Boolean).join(', ') })), personIds: [] }
}

async function inviteEmployers(context: Context, day: WholeDay, ids: string[] | undefined): Promise<Sent> {
  const { tx, now } = context
  const rows = await tx.selectFrom('meetingEmployer').select(['id', 'name', 'contactEmail', 'askAnew']).where('dayId', '=', day.id)
    .where((eb) => eb.or([eb('reply', 'in', ids === undefined ? ['not_asked'] : ['not_asked', 'invited', 'later']), eb.and([eb('askAnew', '=', true), eb('reply', 'in', ['invited', 'later'])])]))
    .$if(ids !== undefined, (query) => query.where('id', '=', (eb) => eb.fn.any(eb.val(ids ?? [])))).execute()
  for (const { id, contactEmail: email, askAnew } of rows) if (email !== null) await mailAbout(tx, now, day, { template: askAnew ? 'meeting_moved_employer' : 'meeting_invite_employer', once: onceFor(context, day, { askAnew }), whom: { employerId: id }, to: { email, locale: 'nb' } })
  if (rows.length > 0) await tx.updateTable('meetingEmployer').set((eb) => ({ reply: asked, askAnew: false, version: eb('version', '+', 1) })).where('id', 'in', rows.map(({ id }) => id)).execute()
  return { mailed: rows.filter(({ contactEmail }) => contactEmail !== null).length, byHand: rows.filter(({ contactEmail }) => contactEmail === null).map(({ name }) => ({ number: null, name })), personIds: [] }
}

/** Invites guests in their languages and employers, each by a link of their own; answers whom no letter reaches. */
export const sendInvitations = operation({
  permission, input: InviteInput, output: Invited, subjects,
  async run(context, { dayId, version, guestIds, employerIds }) {
    const day = await openDay(context, dayId)
    refuseIf(check(day.onDate >= context.today, { code: 'meetings.dayIsPast' }))
    const all = guestIds === undefined && employerIds === undefined
    const [toGuests, toEmployers] = all ? [undefined, undefined] : [guestIds ?? [], employerIds ?? []]
    const sent = [await inviteGuests(context, day, toGuests), await listOthers(context, dayId, toGuests), await inviteEmployers(context, day, toEmployers)]
    const next = await saveVersioned(context, 'meetingDay', { id: dayId, version }, { state: day.state === 'draft' ? 'invited' : day.state })
    return { version: next, mailed: sent.reduce((sum, { mailed }) => sum + mailed, 0), byHand: sent.flatMap(({ byHand }) => byHand), personIds: sent.flatMap(({ personIds }) => personIds) }
  },
})

/** Notes an answer that came by telephone, mail or mouth. */
export const recordReply = operation({
  permission, input: RecordReplyInput, output: AboutPersons, subjects,
  async run(context, { dayId, who, id, reply, channel }) {
    await openDay(context, dayId)
    const table = who === 'guest' ? 'meetingGuest' : 'meetingEmployer'
    const { version } = found(await context.tx.selectFrom(table).select('version').where('id', '=', id).where('dayId', '=', dayId).executeTakeFirst())
    await saveVersioned(context, table, { id, version }, { reply, replyChannel: channel, repliedAt: instantOf(context.now) })
    return { personIds: who === 'guest' ? await personIdsOf(context, id) : [] }
  },
})

/** A link to give by hand: to show as a picture, or to open on a device at the table or the wall. Shown once. */
export const makeLink = operation({
  permission, input: MakeLinkInput, output: MadeLink, subjects,
  async run(context, { dayId, guestId, employerId }) {
    const { tx, now } = context
    const day = await loadDay(context, dayId)
    const by = { email: '', locale: 'nb' }
    if (employerId !== undefined) {
      found(await tx.selectFrom('meetingEmployer').select('id').where('id', '=', employerId).where('dayId', '=', dayId).executeTakeFirst())
      return { path: await makePath(tx, now, day, { employerId }, by), personIds: [] }
    }
    if (guestId === undefined) return { path: await makePath(tx, now, day, { wall: true }, by), personIds: [] }
    const { locale, isOurs } = found(await tx.selectFrom('meetingGuest').select(['locale', 'isOurs']).where('id', '=', guestId).where('dayId', '=', dayId).executeTakeFirst())
    const [personId = null] = await personIdsOf(context, guestId)
    // a link opens her own page: only for whoever may see her
    found(isOurs && personId === null ? undefined : guestId)
    return { path: await makePath(tx, now, day, { guestId, personId }, { ...by, locale }), personIds: personId === null ? [] : [personId] }
  },
})
