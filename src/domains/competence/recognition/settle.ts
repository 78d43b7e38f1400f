import type { Tx } from '#platform/db.ts'
import { recognitionOf } from './recognition.core.ts'
import { Step } from './recognition.schema.ts'

/** Writes what the cases of one education come to together on the education, in the transaction of what changed them: there is one truth. */
export async function settleRecognition(tx: Tx, educationId: string): Promise<void> {
  const steps = await tx.selectFrom('recognitionCase as c').leftJoin('recognitionStep as s', (join) => join.onRef('s.municipalityId', '=', 'c.municipalityId').onRef('s.caseId', '=', 'c.id'))
    .select(['c.id as caseId', 's.id', 's.kind', 's.onDay', 's.dueOn', 's.result', 's.missing']).where('c.educationId', '=', educationId).execute()
  const cases = [...Map.groupBy(steps, ({ caseId }) => caseId).values()].map((own) => own.flatMap((one) => (one.id === null ? [] : [Step.parse(one)])))
  const recognition = recognitionOf(cases)
  await tx.updateTable('education').set({ recognition, ...((recognition === 'recognised' || recognition === 'partly') && { evidence: 'documented' as const }) }).where('id', '=', educationId).execute()
}
