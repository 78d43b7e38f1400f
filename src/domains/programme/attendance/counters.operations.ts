import { sql } from 'kysely'
import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import { localeFor } from '#domains/rules/rules.schema.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, found } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import { loadRuleFacts } from '../week/load-rule-facts.ts'
import { Pause } from './absence.schema.ts'
import { Counters } from './counter.schema.ts'
import { leaveCounters, selfCertificationCounter, unauthorisedCounter } from './leave-counters.ts'
import { counts, loadAbsences } from './load-absences.ts'
import { selfCertifiedOf } from './self-certification.ts'
import type { TrainingHours } from './time-counters.ts'
import { addedCounter, extensionCounter, frozenCounter, norwegianCounters, programmeCounter } from './time-counters.ts'

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
    const facts = found((await loadRuleFacts(tx, [personId])).get(personId))
    const { startedOn } = facts
    if (startedOn === undefined) throw new NotFound()
    const counting = { facts: { ...facts, startedOn }, grounds: await loadGrounds(tx), today, locale: localeFor(undefined, actor.locale) }
    const absences = (await loadAbsences(tx, [personId], startedOn, addMonths(today, 12))).filter(counts)
    const pauses = z.array(Pause).parse(await tx.selectFrom('pause').select(['id', 'version', 'personId', 'fromDate', 'toDate', 'reason', 'addsToLength']).where('personId', '=', personId).orderBy('fromDate').execute())
    const training = await trainingHours(tx, personId, startedOn, today)
    const [frozen, added] = [frozenCounter(counting, pauses), addedCounter(counting, absences)]
    return { personId, counters: [
      programmeCounter(counting, { frozenDays: frozen.used ?? 0, pauses, added: added.used }), extensionCounter(counting), added, frozen,
      ...norwegianCounters(counting, training, training[0]?.first ?? null), ...leaveCounters(counting, absences),
      selfCertificationCounter(counting, await selfCertifiedOf(tx, personId)), unauthorisedCounter(counting, absences)] }
  },
})
