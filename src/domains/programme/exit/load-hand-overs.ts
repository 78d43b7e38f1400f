import type { Permission } from '#shared/permission.ts'
import type { Tx } from '#platform/db.ts'
import { handOverActions, handOverState } from './hand-over.core.ts'
import { HandOver, HandOverContent } from './hand-over.schema.ts'

const rows = (tx: Tx) => tx.selectFrom('handOver')
  .leftJoin('account as receiverAccount', (join) => join.onRef('receiverAccount.municipalityId', '=', 'handOver.municipalityId').onRef('receiverAccount.id', '=', 'handOver.receiverAccountId'))
  .leftJoin('account as writer', (join) => join.onRef('writer.municipalityId', '=', 'handOver.municipalityId').onRef('writer.id', '=', 'handOver.writtenBy'))
  .selectAll('handOver').select(['receiverAccount.name as receiverName', 'writer.name as writtenByName'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
const shown = (row: Row, held: readonly Permission[]): HandOver =>
  HandOver.parse({ ...row, content: HandOverContent.parse(row.content), state: handOverState(row), actions: handOverActions(row, held) })

/** Her hand-overs, newest first. */
export const loadHandOversOf = async (tx: Tx, personId: string, held: readonly Permission[]): Promise<HandOver[]> =>
  (await rows(tx).where('handOver.personId', '=', personId).orderBy('handOver.writtenOn', 'desc').orderBy('handOver.id').execute()).map((row) => shown(row, held))

/** What was sent to one colleague: what waits for a case number first, then the newest. */
export const loadReceived = async (tx: Tx, accountId: string, held: readonly Permission[]): Promise<HandOver[]> =>
  (await rows(tx).where('handOver.receiverAccountId', '=', accountId).where('handOver.sentAt', 'is not', null)
    .orderBy('handOver.confirmedAt', (order) => order.desc().nullsFirst()).orderBy('handOver.sentAt', 'desc').execute()).map((row) => shown(row, held))

/** One hand-over, or nothing where it is not hers to see. */
export async function findHandOver(tx: Tx, id: string, held: readonly Permission[]): Promise<HandOver | undefined> {
  const row = await rows(tx).where('handOver.id', '=', id).executeTakeFirst()
  return row && shown(row, held)
}
