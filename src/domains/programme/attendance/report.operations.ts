import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { DismissReportInput, NoteReportInput } from './absence.schema.ts'
import { mayReport } from './report.core.ts'

/** Writes down that somebody was reported away: by a call from a workplace, or told to the teacher. What is said is read by her adviser alone. */
export const noteAbsenceReport = operation({
  permission: 'placements.followUp', input: NoteReportInput, output: z.object({ id: Id }), subjects: ({ personId }) => [personId],
  async run({ tx, now, today, actor }, { id, personId, agreementId, ...told }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const agreement = agreementId === null ? undefined : found(await tx.selectFrom('agreement').select('personId').where('id', '=', agreementId).executeTakeFirst())
    refuseIf([...mayReport(told, today), ...check(agreement === undefined || agreement.personId === personId, { code: 'absence.otherPlacement', path: 'agreementId' })])
    await tx.insertInto('absenceReport').values({ id, personId, agreementId, ...told, words: told.words || null, accountId: actor.id, toldAt: instantOf(now) }).execute()
    return { id }
  },
})

/** Lays a report aside: she came after all, it was known, or it was a mistake. */
export const dismissReport = operation({
  permission: 'programme.absence', input: DismissReportInput, output: z.object({ id: Id, version: z.int(), personId: Id }), subjects: (_, { personId }) => [personId],
  async run(context, { id, version, reason }) {
    const report = found(await context.tx.selectFrom('absenceReport').select(['personId', 'absenceId', 'dismissedOn']).where('id', '=', id).executeTakeFirst())
    refuseIf([...check(report.absenceId === null, { code: 'absence.reportCoded' }), ...check(report.dismissedOn === null, { code: 'absence.reportDismissed' })])
    return { id, personId: report.personId, version: await saveVersioned(context, 'absenceReport', { id, version }, { dismissedOn: context.today, dismissedReason: reason }) }
  },
})
