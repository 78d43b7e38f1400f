import { sql } from 'kysely'
import { z } from 'zod'
import { instantOf } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { assumedStraight } from './travel.core.ts'
import { RemoveTravelInput, SaveStraightLineInput, TravelPage } from './travel.schema.ts'

const subjects = (): string[] => []
type Page = z.input<typeof TravelPage>
type Counts = { table: number; straight: number; unknown: number; people: number; places: number }

/** How much is known of the ways between where people live and where places are. Protected addresses are left out, whoever asks. */
async function countPairs({ tx }: Context): Promise<Pick<Page, 'pairs' | 'without'>> {
  const { rows: [found] } = await sql<Counts>`with
      homes as (select p.id, a.postcode from person p left join person_address a on a.municipality_id = p.municipality_id and a.person_id = p.id and a.postcode ~ '^[0-9]{4}$' where p.status in ('settled', 'in_programme') and p.address_protection = 'none'),
      places as (select o.id, coalesce(o.postcode, e.postcode) as postcode from opening o left join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id where o.withdrawn_at is null),
      pairs as (select h.postcode as home, p.postcode as place from (select distinct postcode from homes where postcode is not null) h cross join (select distinct postcode from places where postcode is not null) p),
      known as (select exists (select from travel_time t where t.from_postcode = home and t.to_postcode = place) as in_table,
        (select count(*) from postcode_spot s where s.postcode in (home, place)) = case when home = place then 1 else 2 end as has_spots from pairs)
    select count(*) filter (where in_table)::int as "table", count(*) filter (where not in_table and has_spots)::int as straight, count(*) filter (where not in_table and not has_spots)::int as unknown,
      (select count(*)::int from homes where postcode is null) as people, (select count(*)::int from places where postcode is null) as places from known`.execute(tx)
  const { people, places, ...pairs } = found ?? { table: 0, straight: 0, unknown: 0, people: 0, places: 0 }
  return { pairs, without: { people, places } }
}

async function loadSetting({ tx }: Context): Promise<Pick<Page, 'straight' | 'set'>> {
  const row = await tx.selectFrom('travelSetting as s').innerJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 's.municipalityId').onRef('a.id', '=', 's.changedBy'))
    .select(['s.version', 's.factor', 's.walkSpeed', 's.bicycleSpeed', 's.publicSpeed', 's.carSpeed', 's.leastMinutes', 's.source', 's.changedAt', 'a.name']).executeTakeFirst()
  if (row) { const { version, name, changedAt, ...straight } = row; return { straight, set: { version, by: name, at: changedAt } } }
  const { factor, speed, least, source } = assumedStraight
  return { straight: { factor, walkSpeed: speed.walk, bicycleSpeed: speed.bicycle, publicSpeed: speed.public, carSpeed: speed.car, leastMinutes: least, source }, set: null }
}

/** What is known of travel times, from where and how old, and for how many ways it is nothing. */
export const getTravel = operation({
  permission: 'opportunities.read', reads: true, input: z.object({}), output: TravelPage, subjects,
  async run(context) {
    const { tx, actor } = context
    const count = sql<number>`count(*)::int`.as('count')
    const times = await tx.selectFrom('travelTime').select(['source', 'measuredOn', count]).groupBy(['source', 'measuredOn']).orderBy('measuredOn', 'desc').orderBy('source').execute()
    const spots = await tx.selectFrom('postcodeSpot').select(['source', 'measuredOn', count]).groupBy(['source', 'measuredOn']).orderBy('measuredOn', 'desc').orderBy('source').execute()
    const may = (permission: 'opportunities.import' | 'matching.weights'): boolean => actor.permissions.includes(permission)
    return { times, spots, ...await countPairs(context), ...await loadSetting(context), actions: [...(may('opportunities.import') ? ['import' as const] : []), ...(may('matching.weights') ? ['change' as const] : [])] }
  },
})

/** Says how a straight line becomes minutes here, and from where the municipality has it. */
export const saveStraightLine = operation({
  permission: 'matching.weights', input: SaveStraightLineInput, output: z.object({ version: z.int() }), subjects,
  async run(context, { version, ...values }) {
    const { tx, actor, now } = context
    const next = { ...values, changedBy: actor.id, changedAt: instantOf(now) }
    const row = await tx.selectFrom('travelSetting').select('id').executeTakeFirst()
    if (row) return { version: await saveVersioned(context, 'travelSetting', { id: row.id, version: version ?? 0 }, next) }
    await tx.insertInto('travelSetting').values(next).execute()
    return { version: 1 }
  },
})

/** Takes out what came from one source on one day. */
export const removeTravel = operation({
  permission: 'opportunities.import', input: RemoveTravelInput, output: z.object({ removed: z.int() }), subjects,
  async run({ tx }, { what, source, measuredOn }) {
    const { numDeletedRows } = await tx.deleteFrom(what === 'times' ? 'travelTime' : 'postcodeSpot').where('source', '=', source).where('measuredOn', '=', measuredOn).executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw new NotFound()
    return { removed: Number(numDeletedRows) }
  },
})
