import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Report } from './absence.schema.ts'

/** Reports that wait to be given their kind, narrowed by `where` over `r` (absence_report) and `p` (person). The oldest first. */
export async function loadReports(tx: Tx, where: RawBuilder<unknown>): Promise<Report[]> {
  const { rows } = await sql<Report>`select r.id, r.version, r.person_id, p.given_name || ' ' || p.family_name as person_name, r.from_date, r.to_date, r.words, r.channel, r.told_at,
      coalesce(c.name || coalesce(', ' || e.name, ''), case when r.channel = 'participant' then null else a.name end) as told_by
    from absence_report r join person p on p.municipality_id = r.municipality_id and p.id = r.person_id left join account a on a.municipality_id = r.municipality_id and a.id = r.account_id
      left join employer_contact c on c.municipality_id = r.municipality_id and c.id = r.contact_id left join employer e on e.municipality_id = c.municipality_id and e.id = c.employer_id
    where r.absence_id is null and r.dismissed_on is null and ${where} order by r.from_date, r.told_at limit 200`.execute(tx)
  return rows
}
