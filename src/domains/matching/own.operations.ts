import { sql } from 'kysely'
import { z } from 'zod'
import { Instant } from '#shared/date.ts'
import { ScheduleSlot } from '#shared/schedule.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { enforce, found } from '#platform/problem.ts'
import * as core from './presentation.core.ts'
import { courseOf } from './presentation-rows.ts'
import type { OpenPlace } from './presentation.schema.ts'
import { Applied, ApplyInput, ListOpenPlacesInput, MyApplications, OpenPlaces } from './presentation.schema.ts'

const PAGE_SIZE = 25

/** The person who is signed in; a colleague has none and gets nothing here. */
const ownId = ({ actor }: Context): string => found(actor.personId)

const Slots = z.array(ScheduleSlot).catch([])

type Row = Omit<OpenPlace, 'schedule' | 'demands'> & { schedule: unknown; total: number }

/** Places opened to participants that are open today and have a free seat. Without scores, contacts or notes. */
async function loadPlaces({ tx, today, now }: Context, personId: string, { openingId, page }: z.output<typeof ListOpenPlacesInput>): Promise<Row[]> {
  const { rows } = await sql<Row>`select o.id, o.title, coalesce(e.name, o.employer_name) as employer_name, coalesce(o.place, e.place) as place, o.tasks, o.from_date, o.to_date,
      o.hours_per_week, o.schedule, o.transport_note, o.apply_until, p.id is not null as has_applied, count(*) over ()::int as total
    from opening o left join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id
      left join presentation p on p.municipality_id = o.municipality_id and p.opening_id = o.id and p.person_id = ${personId}
      left join app.taken_seats(${today}) t on t.opening_id = o.id
    where o.is_open_to_participants and o.withdrawn_at is null and (o.expires_at is null or o.expires_at > ${now.toISOString()}::timestamptz)
      and (o.apply_until is null or o.apply_until >= ${today}) and (o.to_date is null or o.to_date >= ${today}) and o.seats > coalesce(t.taken, 0)
      and ${openingId === undefined ? sql`true` : sql`o.id = ${openingId}`}
    order by o.from_date nulls first, o.title, o.id limit ${PAGE_SIZE} offset ${page * PAGE_SIZE}`.execute(tx)
  return rows
}

export const listOpenPlaces = operation({
  permission: 'own.read', reads: true, input: ListOpenPlacesInput, output: OpenPlaces, subjects: () => [],
  async run(context, asked) {
    const rows = await loadPlaces(context, ownId(context), asked)
    const demands = await context.tx.selectFrom('openingDemand').select(['openingId', 'kind', 'isRequired', 'skill', 'level', 'name', 'sentence'])
      .where('openingId', '=', sql<string>`any(${rows.map(({ id }) => id)})`).orderBy('isRequired', 'desc').orderBy('kind').orderBy('id').execute()
    return { total: rows[0]?.total ?? 0, pageSize: PAGE_SIZE,
      rows: rows.map((row) => ({ ...row, schedule: Slots.parse(row.schedule), demands: demands.filter(({ openingId }) => openingId === row.id) })) }
  },
})

export const apply = operation({
  permission: 'own.apply', input: ApplyInput, output: Applied, subjects: (_, { personId }) => [personId],
  async run(context, { id, openingId, text, consentText }) {
    const personId = ownId(context)
    const [place] = await loadPlaces(context, personId, { openingId, page: 0 })
    enforce(core.mayApply(place))
    await context.tx.insertInto('presentation').values({ id, personId, openingId, startedBy: 'participant', application: text, appliedAt: Instant.parse(context.now.toISOString()),
      consentHow: 'own_application', consentOn: context.today, consentText }).execute()
    return { id, personId }
  },
})

export const listMyApplications = operation({
  permission: 'own.read', reads: true, input: z.object({}), output: MyApplications, subjects: () => [],
  async run(context) {
    const personId = ownId(context)
    const rows = await context.tx.selectFrom('presentation as p').leftJoin('opening as o', (join) => join.onRef('o.municipalityId', '=', 'p.municipalityId').onRef('o.id', '=', 'p.openingId'))
      .leftJoin('employer as e', (join) => join.onRef('e.municipalityId', '=', 'o.municipalityId').onRef('e.id', '=', 'o.employerId'))
      .select(['p.id', 'p.openingId', 'p.startedBy', 'p.askedOn', 'p.consentOn', 'p.consentHow', 'p.consentText', 'p.decidedAt', 'p.metOn', 'p.outcome', 'p.appliedAt', 'p.application', 'o.title', 'e.name', 'o.employerName'])
      .where('p.personId', '=', personId).orderBy('p.appliedAt', 'desc').orderBy('p.id').execute()
    return { rows: rows.map(({ title, name, employerName, ...row }) => ({ ...row, title: title ?? '', employerName: name ?? employerName, state: core.stateOf(courseOf(row)) })) }
  },
})
