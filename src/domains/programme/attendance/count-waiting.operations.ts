import { sql } from 'kysely'
import { z } from 'zod'
import { operation } from '#platform/operation.ts'

/** How much absence waits for one's own decision: for the page of the day, which names nobody. */
export const countWaitingAbsence = operation({
  permission: 'programme.absence', reads: true, input: z.object({}), output: z.object({ reports: z.int(), undecided: z.int() }), subjects: () => [],
  async run({ tx, actor }) {
    const { rows: [counted] } = await sql<{ reports: number; undecided: number }>`select
      (select count(*)::int from absence_report r join person p on p.municipality_id = r.municipality_id and p.id = r.person_id where r.absence_id is null and r.dismissed_on is null and p.adviser_id = ${actor.id}) as reports,
      (select count(*)::int from absence a join person p on p.municipality_id = a.municipality_id and p.id = a.person_id where a.decision = 'pending' and p.adviser_id = ${actor.id}
        and not exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id)) as undecided`.execute(tx)
    return counted ?? { reports: 0, undecided: 0 }
  },
})
