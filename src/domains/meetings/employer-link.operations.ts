import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { mayAnswer, mayTell, mayWish } from './day.core.ts'
import { loadEmployerPage, ownEmployer, personsShown } from './employer-page.ts'
import { employersWish } from './kind.core.ts'
import { loadDay } from './load-day.ts'
import type { DeviceWrite } from './portal.schema.ts'
import { AboutPersons, EmployerAnswerInput, EmployerPage, EmployerWishInput, SyncInput, Synced } from './portal.schema.ts'

const permission = 'link.meeting' as const
const subjects = (_: unknown, { personIds }: { personIds: string[] }): string[] => personIds
/** A device whose clock is further ahead than this is wrong. */
const MOST_AHEAD_MS = 86_400_000

export const getEmployerLink = operation({ permission, reads: true, notedHourly: true, input: z.object({}), output: EmployerPage, subjects, run: (context) => loadEmployerPage(context) })

/** The employer's answer: whether it comes, when, with how many tables, what it looks for. */
export const answerEmployerLink = operation({
  permission, input: EmployerAnswerInput, output: AboutPersons, subjects,
  async run(context, { from, to, note, ...input }) {
    const employer = await ownEmployer(context)
    const day = await loadDay(context, employer.dayId)
    refuseIf([...check(mayAnswer(day, context.today), { code: 'meetings.answerTooLate' }), ...check(from === null || to === null || from < to, { code: 'meetings.leavesBefore', path: 'to' })])
    await saveVersioned(context, 'meetingEmployer', { id: employer.id, version: employer.version }, { ...input, fromTime: from, toTime: to, replyNote: note, replyChannel: 'link', repliedAt: instantOf(context.now) })
    return { personIds: [] }
  },
})

/** Whom the employer would like to meet, by number. */
export const wishEmployerLink = operation({
  permission, input: EmployerWishInput, output: AboutPersons, subjects,
  async run(context, { wishes }) {
    const { id: meetingEmployerId, dayId, reply } = await ownEmployer(context)
    const day = await loadDay(context, dayId)
    refuseIf([...check(employersWish(day), { code: 'meetings.onlyGuestsChoose' }), ...check(mayWish(day, reply, context.today), { code: 'meetings.wishTooLate' })])
    const there = new Set((await context.tx.selectFrom('meetingGuest').select('id').where('dayId', '=', dayId).where('reply', 'not in', ['no', 'not_asked']).execute()).map(({ id }) => id))
    refuseIf(wishes.flatMap(({ guestId }, index) => check(there.has(guestId), { code: 'meetings.notOfDay', path: `wishes.${index}.guestId` })))
    const rows = [...new Map(wishes.map((one) => [one.guestId, { id: randomUUID(), dayId, guestId: one.guestId, meetingEmployerId, byEmployer: one.wish }])).values()]
    await context.tx.insertInto('meetingWish').values(rows).onConflict((conflict) => conflict.columns(['municipalityId', 'guestId', 'meetingEmployerId']).doUpdateSet({ byEmployer: (eb) => eb.ref('excluded.byEmployer') })).execute()
    return { personIds: [] }
  },
})

/** Why a write of a device can never be taken; nothing where it can. */
const refusalOf = (write: DeviceWrite, met: ReadonlySet<string>, now: Date): string | undefined => {
  if (!met.has(write.guestId)) return 'meetings.notMet'
  return Date.parse(write.at) > now.getTime() + MOST_AHEAD_MS ? 'meetings.clockWrong' : undefined
}

/** Each field by itself: of two writes the later by the device's clock stands, so that nothing is lost and nothing counts twice. */
async function take({ tx }: Context, dayId: string, employerId: string, { at, guestId, score, note, again, offer }: DeviceWrite): Promise<void> {
  const when = (value: unknown): string | null => (value === undefined ? null : at)
  await sql`insert into meeting_outcome as o (id, day_id, guest_id, meeting_employer_id, score, score_at, note, note_at, employer_again, employer_again_at, offer, offer_at)
    values (${randomUUID()}, ${dayId}, ${guestId}, ${employerId}, ${score ?? null}::int, ${when(score)}::timestamptz, ${note ?? null}::text, ${when(note)}::timestamptz, ${again ?? null}::boolean, ${when(again)}::timestamptz, ${offer ?? null}::text, ${when(offer)}::timestamptz)
    on conflict (municipality_id, guest_id, meeting_employer_id) do update set version = o.version + 1,
      score = case when excluded.score_at > coalesce(o.score_at, '-infinity') then excluded.score else o.score end, score_at = greatest(o.score_at, excluded.score_at),
      note = case when excluded.note_at > coalesce(o.note_at, '-infinity') then excluded.note else o.note end, note_at = greatest(o.note_at, excluded.note_at),
      employer_again = case when excluded.employer_again_at > coalesce(o.employer_again_at, '-infinity') then excluded.employer_again else o.employer_again end, employer_again_at = greatest(o.employer_again_at, excluded.employer_again_at),
      offer = case when excluded.offer_at > coalesce(o.offer_at, '-infinity') then excluded.offer else o.offer end, offer_at = greatest(o.offer_at, excluded.offer_at)
    where excluded.score_at > coalesce(o.score_at, '-infinity') or excluded.note_at > coalesce(o.note_at, '-infinity') or excluded.employer_again_at > coalesce(o.employer_again_at, '-infinity') or excluded.offer_at > coalesce(o.offer_at, '-infinity')`.execute(tx)
}

/** An employer that says so, or says how a meeting went, is here: noted once, at the latest now, never taken back from here, and never against a colleague who has noted that it left or did not come. */
async function noteHere({ tx, now }: Context, id: string, times: readonly string[]): Promise<void> {
  const [first] = [...times].toSorted()
  if (first === undefined) return
  const at = new Date(Math.min(Date.parse(first), now.getTime()))
  await tx.updateTable('meetingEmployer').set((eb) => ({ cameAt: instantOf(at), version: eb('version', '+', 1) })).where('id', '=', id).where('cameAt', 'is', null).where('leftAt', 'is', null).execute()
}

/** Takes what an employer's device has kept, also long after: each write may come twice and in any order. */
export const syncEmployerLink = operation({
  permission, input: SyncInput, output: Synced, subjects,
  async run(context, { writes, hereAt }) {
    const { id: employerId, dayId } = await ownEmployer(context)
    refuseIf(check(mayTell(await loadDay(context, dayId), context.today), { code: 'meetings.notTheTime' }))
    const met = new Set((await context.tx.selectFrom('meetingSlot').select('guestId').where('meetingEmployerId', '=', employerId).execute()).map(({ guestId }) => guestId))
    const judged = writes.map((write) => ({ write, code: refusalOf(write, met, context.now) }))
    const taken = judged.filter(({ code }) => code === undefined).map(({ write }) => write)
    for (const write of taken) await take(context, dayId, employerId, write)
    await noteHere(context, employerId, [...taken.map(({ at }) => at), ...(hereAt === undefined ? [] : [hereAt])])
    return { personIds: await personsShown(context, taken.map(({ guestId }) => guestId)), taken: taken.map(({ id }) => id), refused: judged.flatMap(({ write, code }) => (code === undefined ? [] : [{ id: write.id, code }])) }
  },
})
