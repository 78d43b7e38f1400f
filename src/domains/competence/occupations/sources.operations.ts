import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound } from '#platform/problem.ts'
import type { Kinship } from '#shared/occupation-distance.ts'
import { nearTo } from './near.core.ts'
import { NearOccupations, OccupationSources, RemoveSourceInput, type OwnFamily } from './occupations.schema.ts'

const subjects = (): string[] => []
type Sources = z.input<typeof OccupationSources>

const loadEsco = async ({ tx }: Context): Promise<Sources['esco']> => (await sql<Sources['esco'][number]>`select e.source, e.source_on as "on", count(*)::int as count,
    count(*) filter (where exists (select from esco_match m join occupation o on o.municipality_id = m.municipality_id and o.code = m.occupation_code where m.municipality_id = e.municipality_id and m.esco_uri = e.uri))::int as matched,
    coalesce(sum(1 + case when e.other_names = '' then 0 else cardinality(string_to_array(e.other_names, E'\n')) end), 0)::int as names
  from esco_occupation e where e.municipality_id = (select app.municipality()) group by 1, 2 order by 2 desc nulls last, 1`.execute(tx)).rows

const loadFamilies = async ({ tx }: Context): Promise<Sources['families']> => (await sql<Sources['families'][number]>`select f.source, f.source_on as "on", count(distinct f.id)::int as count, count(distinct m.occupation_code)::int as occupations
  from occupation_family f left join occupation_family_member m on m.municipality_id = f.municipality_id and m.family_id = f.id
  where f.municipality_id = (select app.municipality()) and not f.is_own group by 1, 2 order by 2 desc nulls last, 1`.execute(tx)).rows

const loadOwn = async ({ tx }: Context): Promise<OwnFamily[]> => (await sql<OwnFamily>`select f.id, f.version, f.name, f.source, f.source_on as "on", coalesce(array_agg(m.occupation_code order by m.occupation_code) filter (where m.id is not null), '{}') as codes
  from occupation_family f left join occupation_family_member m on m.municipality_id = f.municipality_id and m.family_id = f.id
  where f.municipality_id = (select app.municipality()) and f.is_own group by f.municipality_id, f.id order by f.name, f.id`.execute(tx)).rows

/** From where it is known which occupations there are, and which are near one another. */
export const getOccupationSources = operation({
  permission: 'occupations.read', reads: true, input: z.object({}), output: OccupationSources, subjects,
  async run(context) {
    const standard = await context.tx.selectFrom('occupation').select(sql<number>`count(*)::int`.as('count')).where('level', '=', 4).executeTakeFirstOrThrow()
    return { standard: standard.count, esco: await loadEsco(context), families: await loadFamilies(context), own: await loadOwn(context), actions: context.actor.permissions.includes('occupations.import') ? ['import' as const] : [] }
  },
})

/** Which occupations are near one, the nearest first, each with what makes it so: what the matching counts by. */
export const nearOccupations = operation({
  permission: 'occupations.read', reads: true, input: z.object({ code: z.string().regex(/^\d{4}$/) }), output: NearOccupations, subjects,
  async run({ tx }, { code }) {
    const occupations = await tx.selectFrom('occupation').select(['code', 'name']).where('level', '=', 4).execute()
    const { rows } = await sql<{ other: string; kin: Kinship }>`select other, jsonb_build_object('by', by, 'name', name, 'source', source, 'on', source_on) as kin from app.related_occupations(array[${code}])`.execute(tx)
    const esco = await tx.selectFrom('escoMatch as m').innerJoin('escoOccupation as e', (join) => join.onRef('e.municipalityId', '=', 'm.municipalityId').onRef('e.uri', '=', 'm.escoUri'))
      .select(['e.uri', 'e.name']).where('m.occupationCode', '=', code).orderBy('e.name').execute()
    return { rows: nearTo(code, occupations, Object.fromEntries(rows.map(({ other, kin }) => [other, kin]))), esco }
  },
})

/** Takes out what came from one source on one day. What was noted of people and places stays as it is. */
export const removeOccupationSource = operation({
  permission: 'occupations.import', input: RemoveSourceInput, output: z.object({ removed: z.int() }), subjects,
  async run({ tx }, { what, source, on }) {
    const query = what === 'esco' ? tx.deleteFrom('escoOccupation') : tx.deleteFrom('occupationFamily').where('isOwn', '=', false)
    const { numDeletedRows } = await query.where('source', '=', source).where('sourceOn', 'is not distinct from', on).executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw new NotFound()
    return { removed: Number(numDeletedRows) }
  },
})
