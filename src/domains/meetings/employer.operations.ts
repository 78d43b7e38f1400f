import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { EmployerChoices, OfDay, RemoveInput, Removed, Saved } from './day.schema.ts'
import { SaveEmployerInput } from './meeting.schema.ts'
import { openDay, presenceRefusals } from './place.operations.ts'

const nobody = (): string[] => []

/** Employers of the register that have something to offer now, or whom a colleague is the contact of, and are not at the day. */
export const listEmployerChoices = operation({
  permission: 'meetings.read', reads: true, input: OfDay, output: EmployerChoices, subjects: nobody,
  async run({ tx, today }, { dayId }) {
    const { rows } = await sql<z.output<typeof EmployerChoices>['employers'][number]>`select e.id, e.name, e.place, c.name as contact_name, c.email as contact_email, c.phone as contact_phone,
        coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title) order by o.title) from opening o where o.employer_id = e.id and o.withdrawn_at is null and (o.to_date is null or o.to_date >= ${today}) and (o.apply_until is null or o.apply_until >= ${today})), '[]') as openings
      from employer e left join lateral (select k.name, k.email, k.phone from employer_contact k where k.employer_id = e.id and k.is_active order by k.email is null, k.is_supervisor, k.name limit 1) c on true
      where e.kind = 'underenhet' and e.status = 'active' and not exists (select from meeting_employer m where m.day_id = ${dayId} and m.employer_id = e.id)
        and (e.contact_account_id is not null or exists (select from opening o where o.employer_id = e.id and o.withdrawn_at is null))
      order by e.name, e.id limit 500`.execute(tx)
    return { employers: rows }
  },
})

async function keepOpenings({ tx }: Context, meetingEmployerId: string, openingIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('meetingOpening').where('meetingEmployerId', '=', meetingEmployerId).execute()
  if (openingIds.length > 0) await tx.insertInto('meetingOpening').values([...new Set(openingIds)].map((openingId) => ({ id: randomUUID(), meetingEmployerId, openingId }))).execute()
}

/** Adds an employer to a day, or changes what is known of it there. */
export const saveEmployer = operation({
  permission: 'meetings.write', input: SaveEmployerInput, output: Saved, subjects: nobody,
  async run(context, { id, dayId, version, from, to, openingIds, ...input }) {
    const { tx } = context
    await openDay(context, dayId)
    const openings = openingIds.length === 0 ? [] : await tx.selectFrom('opening').select(['id', 'employerId']).where('id', 'in', openingIds).execute()
    refuseIf([...presenceRefusals({ from, to }), ...check(openings.length === new Set(openingIds).size && openings.every(({ employerId }) => employerId === input.employerId), { code: 'meetings.openingOfAnother', path: 'openingIds' })])
    const values = { ...input, fromTime: from, toTime: to }
    const next = version === undefined ? 1 : await saveVersioned(context, 'meetingEmployer', { id, version }, values)
    if (version === undefined) await tx.insertInto('meetingEmployer').values({ id, dayId, ...values }).execute()
    await keepOpenings(context, id, openingIds)
    return { id, version: next }
  },
})

/** Takes an employer from a day, with its wishes and meetings; its mailed link opens nothing more. */
export const removeEmployer = operation({
  permission: 'meetings.write', input: RemoveInput, output: Removed, subjects: nobody,
  async run(context, { dayId, id }) {
    const { tx } = context
    await openDay(context, dayId)
    refuseIf(check((await tx.selectFrom('personalLink').select('id').where('meetingEmployerId', '=', id).execute()).length === 0, { code: 'meetings.isInvited' }))
    for (const table of ['meetingSlot', 'meetingWish', 'meetingOpening'] as const) await tx.deleteFrom(table).where('meetingEmployerId', '=', id).execute()
    found((await tx.deleteFrom('meetingEmployer').where('id', '=', id).where('dayId', '=', dayId).returning('id').execute())[0])
    return { id }
  },
})
