import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import type { Permission } from '#shared/permission.ts'
import type { Tx } from '#platform/db.ts'
import { byUrgency, dueState, followUpActions } from './follow-up.core.ts'
import type { DueContact, FollowUp } from './follow-up.schema.ts'

type Stored = Omit<z.input<typeof DueContact>, 'state' | 'actions'>

/** Contacts with whose they are, narrowed by `where` over `f` (follow_up), `g` (agreement), `p` (person). */
export async function loadFollowUps(tx: Tx, where: RawBuilder<unknown>, now: { today: PlainDate; held: readonly Permission[] }): Promise<DueContact[]> {
  const { rows } = await sql<Stored>`select f.id, f.version, f.agreement_id, f.kind, f.due_on, f.done_on, d.name as done_by_name, f.talked_with, f.mood, f.note, f.raised_by,
      f.next_step, f.next_step_due, f.next_step_done_on, f.person_id, p.given_name || ' ' || p.family_name as person_name, e.name as employer_name, r.name as responsible_name, c.phone as employer_phone
    from follow_up f join agreement g on g.municipality_id = f.municipality_id and g.id = f.agreement_id
      join person p on p.municipality_id = f.municipality_id and p.id = f.person_id join employer e on e.municipality_id = f.municipality_id and e.id = g.employer_id
      left join account d on d.municipality_id = f.municipality_id and d.id = f.done_by left join account r on r.municipality_id = f.municipality_id and r.id = g.responsible_id
      left join employer_contact c on c.municipality_id = f.municipality_id and c.id = g.supervisor_contact_id
    where ${where} limit 500`.execute(tx)
  // reason for the cast: days come branded from the schema, plain from SQL
  return (rows as unknown as Omit<DueContact, 'state' | 'actions'>[]).map((row) => withState(row, now)).toSorted(byUrgency)
}

const withState = <T extends Omit<FollowUp, 'state' | 'actions'>>(row: T, { today, held }: { today: PlainDate; held: readonly Permission[] }): T & Pick<FollowUp, 'state' | 'actions'> =>
  ({ ...row, state: dueState(row, today), actions: followUpActions(row, held) })
