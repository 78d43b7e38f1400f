import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { NotRanked } from './match.schema.ts'

/** Legal forms of public employers: their advertised posts are filled by the qualification principle, never ranked by us. */
const PUBLIC = ['KOMM', 'KF', 'FYLK', 'FKF', 'IKS', 'ORGL', 'STAT'] as const

/** All units of the municipality, read once: the planner would else look for the unit above anew for each opening. */
const units = sql`(select id, org_number, org_form from employer where municipality_id = (select app.municipality()) offset 0)`
/** The unit above employer `e` of opening `o`, as `owner` or `named`: by id, or by the number the register gives. Only of vacancies: nobody is employed in a practice place. */
export const joinOwner: RawBuilder<unknown> = sql`left join ${units} owner on o.kind = 'vacancy' and owner.id = e.parent_id
      left join ${units} named on o.kind = 'vacancy' and e.parent_id is null and named.org_number = e.parent_org_number`

const ownerForm = sql`coalesce(owner.org_form, named.org_form)`
/** Why nobody is ranked for opening `o`: a post at a public employer, or at one of whom it is not known. A sub-unit is what the unit above it is. */
export const notRankedFor: RawBuilder<NotRanked | null> = sql`case when o.kind <> 'vacancy' then null
      when e.org_form = any (${[...PUBLIC]}) or ${ownerForm} = any (${[...PUBLIC]}) then 'publicPost'
      when case when e.kind = 'underenhet' then ${ownerForm} else e.org_form end is null then 'employerUnknown' end`
