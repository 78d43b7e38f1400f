import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { enforce, found, refuseIf } from '#platform/problem.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { ClassDay, ClassDayInput, CorrectAttendanceInput, RegisterClassInput } from './attendance.schema.ts'
import { loadClassDay } from './class-day.ts'
import type { Registration } from './register.core.ts'
import { decideRegistration, stateOf } from './register.core.ts'

/** A class on one day: everybody who takes part, what is registered, and who is known to be away (not why). */
export const getClassDay = operation({
  permission: 'programme.teach', reads: true, input: ClassDayInput, output: ClassDay, subjects: (_, { lines }) => lines.map(({ personId }) => personId),
  run: (context, { activityId, day }) => loadClassDay(context, activityId, day),
})

type Thing = { activityId: string; day: string; plannedMinutes: number; reason: string | null }

/** Every new, changed and corrected row in one statement. */
async function keep({ tx, now, actor }: Context, { activityId, day, plannedMinutes, reason }: Thing, { write, correct }: Registration): Promise<void> {
  const rows = [...write.map((line) => ({ ...line, correctsId: null, why: null })), ...correct.map((line) => ({ ...line, why: reason }))]
  if (rows.length === 0) return
  const how = actor.permissions.includes('programme.absence') && correct.length > 0 ? 'adviser' : 'class'
  const column = <T>(of: (row: (typeof rows)[number]) => T): T[] => rows.map(of)
  await sql`insert into attendance (id, person_id, activity_id, on_day, planned_minutes, present_minutes, state, how, registered_at, corrects_id, correction_reason)
    select n.id, n.person_id, ${activityId}, ${day}, ${plannedMinutes}, n.minutes, n.state, ${how}, ${instantOf(now)}, n.corrects_id, n.why
    from unnest(${column(() => randomUUID())}::uuid[], ${column(({ personId }) => personId)}::uuid[], ${column(({ minutes }) => minutes)}::int[], ${column(({ state }) => state)}::text[], ${column(({ correctsId }) => correctsId)}::uuid[], ${column(({ why }) => why)}::text[])
      n(id, person_id, minutes, state, corrects_id, why)
    on conflict on constraint attendance_once do update set present_minutes = excluded.present_minutes, planned_minutes = excluded.planned_minutes, state = excluded.state, how = excluded.how,
      registered_by = excluded.registered_by, registered_at = excluded.registered_at, version = attendance.version + 1`.execute(tx)
}

/** Registers a class's whole day in one. Within the window what stands is written over; after it, and where it is paid on, a correction is added. */
export const registerClass = operation({
  permission: 'programme.teach', input: RegisterClassInput, output: z.object({ changed: z.int(), version: z.int() }), subjects: ({ lines }) => lines.map(({ personId }) => personId),
  async run(context, { activityId, day, ...asked }) {
    // the second of two at once waits, and then sees what the first one wrote
    await sql`select pg_advisory_xact_lock(hashtext(${activityId}), hashtext(${day}))`.execute(context.tx)
    const { stored, ...at } = await loadClassDay(context, activityId, day)
    const registration = enforce(decideRegistration(asked, { ...at, stored }))
    await keep(context, { activityId, day, plannedMinutes: at.plannedMinutes, reason: asked.reason }, registration)
    const changed = registration.write.length + registration.correct.length
    return { changed, version: at.version + changed }
  },
})

/** Corrects one registration with a reason; what stood stays in the history. */
export const correctAttendance = operation({
  permission: 'programme.absence', input: CorrectAttendanceInput, output: z.object({ id: Id, personId: Id }), subjects: (_, { personId }) => [personId],
  async run({ tx, now }, { id, attendanceId, presentMinutes, reason }) {
    const stood = found(await tx.selectFrom('attendance').selectAll().where('id', '=', attendanceId).executeTakeFirst())
    const later = await tx.selectFrom('attendance').select('id').where('correctsId', '=', attendanceId).executeTakeFirst()
    refuseIf([...check(later === undefined, { code: 'attendance.correctedAlready' }),
      ...check(presentMinutes <= stood.plannedMinutes, { code: 'attendance.moreThanPlanned', path: 'presentMinutes', params: { planned: stood.plannedMinutes } })])
    const { personId, activityId, agreementId, onDay, plannedMinutes } = stood
    await tx.insertInto('attendance').values({ id, personId, activityId, agreementId, onDay, plannedMinutes, presentMinutes, state: stateOf(presentMinutes, plannedMinutes), how: 'adviser', registeredAt: instantOf(now), correctsId: attendanceId, correctionReason: reason }).execute()
    return { id, personId }
  },
})
