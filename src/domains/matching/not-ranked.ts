import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { NotRanked } from './match.schema.ts'

/**
 * Legal forms of public employers: their advertised posts are filled by the qualification principle, never ranked by us (statsansatteloven § 3 (V); for
 * municipalities unwritten, and Hovedtariffavtalen kap. 1 § 2 (P): docs/glossary.md). Which forms are public is our own reading of the register's list.
 */
const PUBLIC = ['KOMM', 'KF', 'FYLK', 'FKF', 'IKS', 'ORGL', 'STAT'] as const

/** All units of the municipality as `unit`, read once: the planner would else look for an opening's own unit, and for the one above it, anew for each opening. */
export const units: RawBuilder<unknown> = sql`unit as materialized (select id, kind, name, place, postcode, org_number, org_form, parent_id, parent_org_number, seats_at_once from employer where municipality_id = (select app.municipality()))`
/** The unit above unit `e` of opening `o`, as `owner` or `named`: by id, or by the number the register gives. Only of vacancies: nobody is employed in a practice place. */
export const joinOwner: RawBuilder<unknown> = sql`left join unit owner on o.kind = 'vacancy' and owner.id = e.parent_id
      left join unit named on o.kind = 'vacancy' and e.parent_id is null and named.org_number = e.parent_org_number`

const ownerForm = sql`coalesce(owner.org_form, named.org_form)`
/** Why nobody is ranked for opening `o`: a post at a public employer, or at one of whom it is not known. A sub-unit is what the unit above it is. */
export const notRankedFor: RawBuilder<NotRanked | null> = sql`case when o.kind <> 'vacancy' then null
      when e.org_form = any (${[...PUBLIC]}) or ${ownerForm} = any (${[...PUBLIC]}) then 'publicPost'
      when case when e.kind = 'underenhet' then ${ownerForm} else e.org_form end is null then 'employerUnknown' end`
