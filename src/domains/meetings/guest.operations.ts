import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { personIdsOf } from './guest-persons.ts'
import { mayAnswer, mayTell, mayWish } from './day.core.ts'
import { loadGuestPage, ownGuest } from './guest-page.ts'
import { loadDay } from './load-day.ts'
import { AboutPersons, GuestAgainInput, GuestAnswerInput, GuestPage, GuestWishInput, MyAgainInput, MyAnswerInput, MyDayInput, MyDays, MyWishInput } from './portal.schema.ts'

const subjects = (_: unknown, { personIds }: { personIds: string[] }): string[] => personIds
/** The guest a mailed link is for. */
const byLink = ({ actor }: Context): string => found(actor.meeting?.guestId)
/** The guest a signed-in participant is at a day: asked, or there is none. */
const herself = async ({ tx, actor }: Context, dayId: string): Promise<string> => found(await tx.selectFrom('meetingGuestPerson as p').innerJoin('meetingGuest as g', 'g.id', 'p.guestId')
  .select('g.id').where('p.dayId', '=', dayId).where('p.personId', '=', found(actor.personId)).where('g.reply', '<>', 'not_asked').executeTakeFirst()).id

const about = async (context: Context, guestId: string) => ({ personIds: await personIdsOf(context, guestId) })

/** The name employers are to see: of ours her given name; neither name nor words where her address is protected. */
async function nameShown({ tx, actor }: Context, isOurs: boolean, { showName, name, introduction }: z.output<typeof GuestAnswerInput>): Promise<string | null> {
  if (!isOurs) return showName ? name : null
  const person = found(await tx.selectFrom('person').select(['givenName', 'addressProtection']).where('id', '=', found(actor.personId)).executeTakeFirst())
  refuseIf(check(person.addressProtection === 'none' || (!showName && introduction === ''), { code: 'meetings.nameIsProtected', path: showName ? 'showName' : 'introduction' }))
  return showName ? person.givenName : null
}

async function answer(context: Context, guestId: string, channel: 'link' | 'own_pages', input: z.output<typeof GuestAnswerInput>) {
  const guest = await ownGuest(context, guestId)
  const day = await loadDay(context, guest.dayId)
  refuseIf([...check(mayAnswer(day, context.today), { code: 'meetings.answerTooLate' }), ...check(input.from === null || input.to === null || input.from < input.to, { code: 'meetings.leavesBefore', path: 'to' })])
  await saveVersioned(context, 'meetingGuest', guest, { reply: input.reply, replyChannel: channel, repliedAt: instantOf(context.now), shownName: await nameShown(context, guest.isOurs, input),
    introduction: input.introduction === '' ? null : input.introduction, language: input.language, fromTime: input.from, toTime: input.to })
  return about(context, guestId)
}

async function wish(context: Context, guestId: string, { wishes }: z.output<typeof GuestWishInput>) {
  const guest = await ownGuest(context, guestId)
  refuseIf(check(mayWish(await loadDay(context, guest.dayId), guest.reply, context.today), { code: 'meetings.wishTooLate' }))
  const there = new Set((await context.tx.selectFrom('meetingEmployer').select('id').where('dayId', '=', guest.dayId).execute()).map(({ id }) => id))
  refuseIf(wishes.flatMap(({ employerId }, index) => check(there.has(employerId), { code: 'meetings.notOfDay', path: `wishes.${index}.employerId` })))
  const rows = [...new Map(wishes.map((one) => [one.employerId, { id: randomUUID(), dayId: guest.dayId, guestId, meetingEmployerId: one.employerId, byGuest: one.wish }])).values()]
  await context.tx.insertInto('meetingWish').values(rows).onConflict((conflict) => conflict.columns(['municipalityId', 'guestId', 'meetingEmployerId']).doUpdateSet({ byGuest: (eb) => eb.ref('excluded.byGuest') })).execute()
  return about(context, guestId)
}

/** She shows neither name nor words any more: at any time, also while the day is live (GDPR article 7(3)). */
async function hide(context: Context, guestId: string) {
  await saveVersioned(context, 'meetingGuest', await ownGuest(context, guestId), { shownName: null, introduction: null })
  return about(context, guestId)
}

/** Of two writes the later by her device stands, so that the same again changes nothing. */
async function again(context: Context, guestId: string, input: z.output<typeof GuestAgainInput>) {
  const guest = await ownGuest(context, guestId)
  refuseIf(check(mayTell(await loadDay(context, guest.dayId), context.today), { code: 'meetings.notTheTime' }))
  found(await context.tx.selectFrom('meetingSlot').select('id').where('guestId', '=', guestId).where('meetingEmployerId', '=', input.employerId).executeTakeFirst())
  await sql`insert into meeting_outcome as o (id, day_id, guest_id, meeting_employer_id, guest_again, guest_again_at) values (${randomUUID()}, ${guest.dayId}, ${guestId}, ${input.employerId}, ${input.again}, ${input.at})
    on conflict (municipality_id, guest_id, meeting_employer_id) do update set guest_again = excluded.guest_again, guest_again_at = excluded.guest_again_at, version = o.version + 1
    where excluded.guest_again_at > coalesce(o.guest_again_at, '-infinity')`.execute(context.tx)
  return about(context, guestId)
}

export const getGuestLink = operation({ permission: 'link.meeting', reads: true, notedHourly: true, input: z.object({}), output: GuestPage, subjects, run: (context) => loadGuestPage(context, byLink(context)) })
export const answerGuestLink = operation({ permission: 'link.meeting', input: GuestAnswerInput, output: AboutPersons, subjects, run: (context, input) => answer(context, byLink(context), 'link', input) })
export const wishGuestLink = operation({ permission: 'link.meeting', input: GuestWishInput, output: AboutPersons, subjects, run: (context, input) => wish(context, byLink(context), input) })
export const hideGuestLink = operation({ permission: 'link.meeting', input: z.object({}), output: AboutPersons, subjects, run: (context) => hide(context, byLink(context)) })
export const againGuestLink = operation({ permission: 'link.meeting', input: GuestAgainInput, output: AboutPersons, subjects, run: (context, input) => again(context, byLink(context), input) })

export const getMine = operation({ permission: 'own.meetings', reads: true, notedHourly: true, input: MyDayInput, output: GuestPage, subjects, run: async (context, { dayId }) => loadGuestPage(context, await herself(context, dayId)) })
export const answerMine = operation({ permission: 'own.meetings', input: MyAnswerInput, output: AboutPersons, subjects, run: async (context, input) => answer(context, await herself(context, input.dayId), 'own_pages', input) })
export const wishMine = operation({ permission: 'own.meetings', input: MyWishInput, output: AboutPersons, subjects, run: async (context, input) => wish(context, await herself(context, input.dayId), input) })
export const hideMine = operation({ permission: 'own.meetings', input: MyDayInput, output: AboutPersons, subjects, run: async (context, { dayId }) => hide(context, await herself(context, dayId)) })
export const againMine = operation({ permission: 'own.meetings', input: MyAgainInput, output: AboutPersons, subjects, run: async (context, input) => again(context, await herself(context, input.dayId), input) })

/** The days she is invited to, the next first; those long past are not shown. */
export const listMine = operation({
  permission: 'own.meetings', reads: true, input: z.object({}), output: MyDays, subjects: (_, { personId }) => [personId],
  async run({ tx, actor, today }) {
    const { rows } = await sql<z.output<typeof MyDays>['days'][number] & { rounds: string[] }>`select d.id, d.title, d.kind, d.on_date, d.rounds, d.place, d.reply_by, d.state, g.reply, g.number,
        (select count(*)::int from meeting_slot s where s.guest_id = g.id and s.state in ('planned', 'held')) as meetings
      from meeting_guest_person p join meeting_guest g on g.municipality_id = p.municipality_id and g.id = p.guest_id join meeting_day d on d.municipality_id = p.municipality_id and d.id = p.day_id
      where g.reply <> 'not_asked' and d.on_date >= ${today}::date - 14 order by d.on_date, d.id`.execute(tx)
    return { personId: found(actor.personId), days: rows.map(({ rounds, ...row }) => ({ ...row, from: rounds[0]?.slice(0, 5) ?? '', to: rounds.at(-1)?.slice(6) ?? '' })) }
  },
})
