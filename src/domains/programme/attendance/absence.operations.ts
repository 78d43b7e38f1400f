import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import type { Other, Situation } from './absence.core.ts'
import { maySaveAbsence } from './absence.core.ts'
import type { SaveAbsenceInput as Asked } from './absence.schema.ts'
import { SaveAbsenceInput, WithdrawAbsenceInput } from './absence.schema.ts'
import { doctorsNoteFrom } from './self-certification.ts'

const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** What an absence is held against. Locks the person, so that of two that overlap the second one sees the first. */
async function situationOf(context: Context, asked: Asked): Promise<Situation> {
  const { tx, today } = context
  const { id, personId, correctsId, fromDate, toDate, certification } = asked
  found(await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst())
  const programmes = await tx.selectFrom('participation').select(['startsOn as first', 'endedOn as last']).where('personId', '=', personId).execute()
  const { rows: others } = await sql<Other>`select a.from_date, a.to_date, a.minutes_each_day from absence a where a.person_id = ${personId} and a.id <> ${id} and a.id is distinct from ${correctsId}::uuid and a.decision <> 'withdrawn'
    and a.from_date <= ${toDate} and a.to_date >= ${fromDate} and not exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id) order by a.from_date`.execute(tx)
  const { rows: [planned] } = await sql<{ most: number | null }>`select max(minutes)::int as most from (select sum(planned) as minutes
    from app.programme_days(array[${personId}]::uuid[], ${fromDate}, least(${toDate}::date, ${fromDate}::date + 400), ${daysOffBetween(fromDate, toDate)}::date[]) group by on_day) days`.execute(tx)
  return { programmes, others, plannedMost: planned?.most ?? null, today, doctorsNoteFrom: certification === 'self' ? await doctorsNoteFrom(context, asked) : null }
}

/** A correction takes the place of one absence of the same person that nothing has corrected yet. */
async function correctionRefusals({ tx }: Context, { correctsId, personId, version }: Asked) {
  if (correctsId === null) return []
  const corrected = found(await tx.selectFrom('absence').select('personId').where('id', '=', correctsId).executeTakeFirst())
  return [...check(corrected.personId === personId, { code: 'absence.otherPerson' }), ...check(version === undefined, { code: 'absence.correctionIsNew' })]
}

async function codeReport(context: Context, { reportId, id, personId }: Asked): Promise<void> {
  if (reportId === null) return
  const report = found(await context.tx.selectFrom('absenceReport').select(['personId', 'version', 'absenceId', 'dismissedOn']).where('id', '=', reportId).executeTakeFirst())
  refuseIf([...check(report.personId === personId, { code: 'absence.otherPerson' }), ...check(report.absenceId === null && report.dismissedOn === null, { code: 'absence.reportCoded' })])
  await saveVersioned(context, 'absenceReport', { id: reportId, version: report.version }, { absenceId: id })
}

/** Notes an absence with its kind, papers and decision; codes the report it was told by. What is paid on is corrected by a row of its own (`correctsId`). */
export const saveAbsence = operation({
  permission: 'programme.absence', input: SaveAbsenceInput, output: Saved, subjects,
  async run(context, asked) {
    const { id, version, personId, correctsId, reportId: _, ...content } = asked
    const { tx, actor, today } = context
    const situation = content.toDate < content.fromDate ? { programmes: [], others: [], plannedMost: null, today, doctorsNoteFrom: null } : await situationOf(context, asked)
    refuseIf([...maySaveAbsence(content, situation), ...await correctionRefusals(context, asked)])
    const decided = content.decision === 'pending' ? { decidedBy: null, decidedOn: null } : { decidedBy: actor.id, decidedOn: today }
    const values = { ...content, ...decided }
    if (version === undefined) await tx.insertInto('absence').values({ id, personId, correctsId, ...values }).execute()
    else {
      const stored = found(await tx.selectFrom('absence').select('personId').where('id', '=', id).executeTakeFirst())
      refuseIf(check(stored.personId === personId, { code: 'absence.otherPerson' }))
    }
    const next = version === undefined ? 1 : await saveVersioned(context, 'absence', { id, version }, values)
    await codeReport(context, asked)
    return { id, personId, version: next }
  },
})

/** Takes an absence back: it was noted by mistake. Where it is paid on, a withdrawn row corrects it. */
export const withdrawAbsence = operation({
  permission: 'programme.absence', input: WithdrawAbsenceInput, output: Saved, subjects,
  async run(context, { id, version, correctionId, note }) {
    const { tx, actor, today } = context
    const stored = found(await tx.selectFrom('absence').selectAll().where('id', '=', id).executeTakeFirst())
    const { rows: [paid] } = await sql<{ is: boolean }>`select app.is_paid(${stored.personId}, ${stored.fromDate}, ${stored.toDate}) as is`.execute(tx)
    const values = { decision: 'withdrawn' as const, withBenefit: null, decidedBy: actor.id, decidedOn: today, decisionNote: note }
    if (!paid?.is) return { id, personId: stored.personId, version: await saveVersioned(context, 'absence', { id, version }, values) }
    const { personId, fromDate, toDate, kind, welfareReason, childBirthDate, minutesEachDay, isAbroad, certification, documentedOn } = stored
    await tx.insertInto('absence').values({ id: correctionId, personId, fromDate, toDate, kind, welfareReason, childBirthDate, minutesEachDay, isAbroad, certification, documentedOn, ...values, correctsId: id }).execute()
    return { id: correctionId, personId, version: 1 }
  },
})
