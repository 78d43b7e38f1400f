import { sql } from 'kysely'
import { Instant } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { lockSeats } from '../lock-seats.ts'
import { CheckReleaseInput, ReleaseCheck, ReleaseRowsInput, Released } from './cohort.schema.ts'
import type { Loaded, StoredRow } from './load-plan.ts'
import { loadPlan } from './load-plan.ts'
import type { Scored } from './load-release.ts'
import { loadReleases } from './load-release.ts'
import { mayRelease } from './release.core.ts'

const rowOf = (plan: Loaded, personId: string): StoredRow => found(plan.rows.find((one) => one.personId === personId))

/** Which rows may be released as things are now, and why the others may not: what has changed is named. */
export const checkRelease = operation({
  permission: 'matching.release', reads: true, input: CheckReleaseInput, output: ReleaseCheck,
  subjects: (_, { ready, needYes, stopped }) => [...ready, ...needYes, ...stopped.map(({ personId }) => personId)],
  async run(context, { cohortId: planId, personIds }) {
    const plan = await loadPlan(context, planId)
    const open = plan.rows.filter(({ personId, openingId }) => openingId !== null && !plan.released.has(personId))
    const theirs = new Set(plan.places.flatMap(({ openingId, sharedBy }) => (sharedBy === null ? [] : [openingId])))
    const rows = personIds?.map((id) => rowOf(plan, id)) ?? open.filter(({ openingId }) => !theirs.has(openingId ?? ''))
    const needYes = personIds === undefined ? open.filter(({ openingId }) => theirs.has(openingId ?? '')).map(({ personId }) => personId) : []
    const checked = (await loadReleases(context, plan, rows, new Map())).map(({ row, facts }) => ({ personId: row.personId, reasons: mayRelease(facts), changed: [...facts.changed] }))
    return { needYes, ready: checked.filter(({ reasons }) => reasons.length === 0).map(({ personId }) => personId), stopped: checked.filter(({ reasons }) => reasons.length > 0) }
  },
})

/** Makes proposals of rows and notes on each who released it as which. */
async function saveReleases({ tx, actor, now }: Context, planId: string, rows: readonly { row: StoredRow; presentationId: string; note: string | null; scored: Scored | null }[]): Promise<void> {
  const releasedAt = Instant.parse(now.toISOString())
  await tx.insertInto('presentation').values(rows.map(({ row, presentationId, note, scored }) => ({ id: presentationId, personId: row.personId, openingId: row.openingId ?? '', startedBy: 'staff' as const, note, ...scored }))).execute()
  const made = JSON.stringify(rows.map(({ row, presentationId }) => ({ id: row.id, made: presentationId })))
  await sql`update cohort_row r set released_by = ${actor.id}, released_at = ${releasedAt}, presentation_id = n.made from jsonb_to_recordset(${made}::jsonb) as n(id uuid, made uuid)
    where r.municipality_id = (select app.municipality()) and r.plan_id = ${planId} and r.id = n.id`.execute(tx)
}

/** A named person releases rows: each becomes a proposal, for colleagues only. One that rests on other facts than those of now stops them all. */
export const releaseRows = operation({
  permission: 'matching.release', input: ReleaseRowsInput, output: Released,
  subjects: (_, { personIds }) => personIds,
  async run(context, { cohortId: planId, version, rows: asked }) {
    await lockSeats(context)
    const plan = await loadPlan(context, planId)
    const rows = asked.map(({ personId }) => rowOf(plan, personId))
    const checked = await loadReleases(context, plan, rows, new Map(asked.map(({ personId, note }) => [personId, note])))
    refuseIf(checked.flatMap(({ facts }, at): Refusal[] => mayRelease(facts).map((one) => ({ ...one, path: `rows.${at}${one.path === undefined ? '' : `.${one.path}`}` }))))
    const next = await saveVersioned(context, 'cohortPlan', { id: planId, version }, {})
    await saveReleases(context, planId, asked.map(({ presentationId, note = null }, at) => ({ row: found(rows[at]), presentationId, note, scored: checked[at]?.scored ?? null })))
    return { id: planId, version: next, personIds: asked.map(({ personId }) => personId) }
  },
})
