import { sql } from 'kysely'
import { z } from 'zod'
import { localeFor } from '#domains/rules/rules.schema.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { NotFound } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import { Counters } from './counter.schema.ts'
import { leaveCounters, selfCertificationCounter, unauthorisedCounter } from './leave-counters.ts'
import { countProgramme, loadCounting } from './load-counting.ts'
import { selfCertifiedOf } from './self-certification.ts'
import type { TrainingHours } from './time-counters.ts'
import { extensionCounter, norwegianCounters } from './time-counters.ts'

/** Hours of Norwegian she has been at, by class, and the first day she was. */
async function trainingHours(tx: Tx, personId: string, first: PlainDate, today: PlainDate): Promise<TrainingHours[]> {
  const { rows } = await sql<TrainingHours>`select a.id, coalesce(a.title, '') as title, sum(d.present + d.presumed)::int as minutes, min(d.on_day) as first, max(d.on_day) as last
    from app.programme_days(array[${personId}]::uuid[], ${first}, ${today}, ${daysOffBetween(first, today)}::date[]) d join activity a on a.id = d.activity_id
    where a.kind = 'norwegian' and d.present + d.presumed > 0 group by a.id, a.title order by min(d.on_day)`.execute(tx)
  return rows
}

/** Everything that is counted for one participant, each by itself, with the rows each sum is made of (QUA-11). */
export const getCounters = operation({
  permission: 'programme.absence', reads: true, input: z.object({ personId: Id }), output: Counters, subjects: ({ personId }) => [personId],
  async run({ tx, today, actor }, { personId }) {
    const counted = await loadCounting(tx, personId, today, localeFor(undefined, actor.locale))
    if (counted === undefined) throw new NotFound()
    const { counting, absences } = counted
    const training = await trainingHours(tx, personId, counting.facts.startedOn, today)
    const { programme, added, frozen } = countProgramme(counted)
    return { personId, counters: [
      programme, extensionCounter(counting), added, frozen,
      ...norwegianCounters(counting, training, training[0]?.first ?? null), ...leaveCounters(counting, absences),
      selfCertificationCounter(counting, await selfCertifiedOf(tx, personId)), unauthorisedCounter(counting, absences)] }
  },
})
