import type { Tx } from '#platform/db.ts'
import type { GuidancePage } from './guidance.schema.ts'

const columns = ['id', 'version', 'doneWith as receiver', 'receiverEmail', 'receiverAddress', 'referredOn as orderedOn', 'plannedOn', 'doneOn', 'deviation'] as const

/** The step of the path that is her career guidance, as a referral. */
export const loadGuidance = async (tx: Tx, personId: string): Promise<GuidancePage['step']> =>
  await tx.selectFrom('qualificationStep').select(columns).where('personId', '=', personId).where('kind', '=', 'career_guidance').executeTakeFirst() ?? null

/** To whom somebody was last referred: most municipalities have one career centre. */
export async function loadUsualReceiver(tx: Tx): Promise<GuidancePage['usual']> {
  const row = await tx.selectFrom('qualificationStep').select(['doneWith as receiver', 'receiverEmail', 'receiverAddress']).where('kind', '=', 'career_guidance').where('doneWith', 'is not', null)
    .orderBy('referredOn', (order) => order.desc().nullsLast()).orderBy('id').limit(1).executeTakeFirst()
  return row?.receiver ? { ...row, receiver: row.receiver } : null
}
