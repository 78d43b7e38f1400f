import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { trialActions } from './proof.core.ts'
import { TrialTask } from './proof.schema.ts'
import type { Trial } from './proof.schema.ts'

type Row = Omit<Trial, 'tasks' | 'actions' | 'askedOn'>
type TaskRow = TrialTask & { trialId: string }

/** Trials as colleagues see them, newest first, each with its tasks in their order and when the workplace was asked. */
export async function loadTrials(tx: Tx, where: RawBuilder<unknown>, may: { change: boolean; note: boolean }): Promise<Trial[]> {
  const { rows } = await sql<Row>`select w.id, w.version, w.name, e.name as employer_name, w.agreement_id, w.starts_on, w.closed_on, r.name as responsible_name
    from work_trial w join employer e on e.municipality_id = w.municipality_id and e.id = w.employer_id left join account r on r.municipality_id = w.municipality_id and r.id = w.responsible_id
    where ${where} order by w.starts_on desc, w.id`.execute(tx)
  if (rows.length === 0) return []
  const tasks = Map.groupBy((await sql<TaskRow>`select id, trial_id, task, seen, seen_by, seen_role, seen_on, link_id is not null as by_link, person_answer from trial_task where trial_id = any(${rows.map(({ id }) => id)}) order by position`.execute(tx)).rows, ({ trialId }) => trialId)
  const asked = Map.groupBy((await sql<{ agreementId: string; day: PlainDate }>`select agreement_id, created_at::date as day from personal_link where purpose = 'see_tasks' and agreement_id = any(${rows.flatMap(({ agreementId }) => agreementId ?? [])}) order by created_at`.execute(tx)).rows, ({ agreementId }) => agreementId)
  return rows.map((row) => {
    const own = (tasks.get(row.id) ?? []).map((one) => TrialTask.parse(one))
    return { ...row, tasks: own, askedOn: (asked.get(row.agreementId ?? '') ?? []).map(({ day }) => day), actions: trialActions({ ...row, tasks: own }, may) }
  })
}
