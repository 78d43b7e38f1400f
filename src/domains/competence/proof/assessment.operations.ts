import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { assessmentRefusals } from './proof.core.ts'
import { SaveAssessmentInput } from './proof.schema.ts'

/** What was approved counts as tested skills, so that the matching sees it; what is no longer approved is no longer one. */
async function settleSkills(tx: Tx, { id, personId, approved, assessorName, resultOn }: Pick<z.output<typeof SaveAssessmentInput>, 'id' | 'personId' | 'approved' | 'assessorName' | 'resultOn'>): Promise<void> {
  await tx.deleteFrom('skill').where('assessmentId', '=', id).execute()
  const names = [...new Set(approved)]
  if (names.length > 0 && resultOn !== null) await tx.insertInto('skill').values(names.map((name) => ({ id: randomUUID(), personId, name, evidence: 'tested' as const, knownOn: resultOn, seenBy: assessorName, assessmentId: id }))).execute()
}

/** An assessment of real competence: ordered, held, answered; the same id again changes it. */
export const saveAssessment = operation({
  permission: 'competence.write', input: SaveAssessmentInput, output: z.object({ id: Id, version: z.int() }), subjects: ({ personId }) => [personId],
  async run(context, { version, ...input }) {
    const { tx, today } = context
    const { id, personId, ...values } = input
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    refuseIf(assessmentRefusals(values, today))
    if (version === undefined) await tx.insertInto('competenceAssessment').values({ id, personId, ...values }).execute()
    const next = version === undefined ? 1 : await saveVersioned(context, 'competenceAssessment', { id, version, personId }, values)
    await settleSkills(tx, input)
    return { id, version: next }
  },
})
