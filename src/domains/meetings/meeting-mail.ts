import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { queueMessage } from '#domains/notifications/index.ts'
import type { MailTemplate } from '#domains/notifications/message.schema.ts'
import type { Tx } from '#platform/db.ts'
import { addDays, instantOf, momentInNorway } from '#shared/date.ts'
import { DAYS_AFTER } from './day.core.ts'
import type { LoadedDay } from './load-day.ts'

/** Whom a link or a letter is for: an employer, a guest, or neither for the wall. */
export type For = { employerId: string } | { guestId: string; personId: string | null } | { wall: true }

const purposeOf = (whom: For) => ('employerId' in whom ? 'meet_guests' as const : 'guestId' in whom ? 'meet_employers' as const : 'meeting_wall' as const)

/** Makes a personal link to a day and answers its path. Only the hash is kept; it is open until a fortnight after the day. */
export async function makePath(tx: Tx, now: Date, day: Pick<LoadedDay, 'id' | 'onDate'>, whom: For, { email, locale }: { email: string; locale: string }): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const about = 'employerId' in whom ? { meetingEmployerId: whom.employerId } : 'guestId' in whom ? { meetingGuestId: whom.guestId, personId: whom.personId } : {}
  await tx.insertInto('personalLink').values({ id: randomUUID(), tokenHash: createHash('sha256').update(token).digest(), purpose: purposeOf(whom), party: 'guestId' in whom ? 'participant' : 'employer', meetingDayId: day.id, ...about,
    email, locale, createdAt: instantOf(now), expiresAt: instantOf(momentInNorway(addDays(day.onDate, DAYS_AFTER + 1), '00:00')) }).execute()
  return `/l/${token}`
}

type Letter = { template: MailTemplate; once: string; whom: Exclude<For, { wall: true }>; to: { email: string; locale: string }; number?: number }

/** Mails a letter about a day, with a link of the recipient's own. The same letter is written once: `once` names the event. */
export async function mailAbout(tx: Tx, now: Date, day: Pick<LoadedDay, 'id' | 'onDate' | 'title' | 'place' | 'rounds'>, { template, once, whom, to, number }: Letter): Promise<void> {
  const key = `${template}:${'employerId' in whom ? whom.employerId : whom.guestId}:${once}`
  if (await tx.selectFrom('message').select('id').where('key', '=', key).executeTakeFirst()) return
  const { name: municipality } = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  await queueMessage(tx, { key, to: to.email, locale: to.locale, template, ...('guestId' in whom && whom.personId !== null && { personId: whom.personId }),
    params: { municipality, title: day.title, day: day.onDate, place: day.place, from: day.rounds[0]?.from ?? '', to: day.rounds.at(-1)?.to ?? '', ...(number !== undefined && { number }), link: await makePath(tx, now, day, whom, to) } })
}
