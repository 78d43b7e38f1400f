import type { Tx } from '#platform/db.ts'
import type { ExpectedPayment, Receipt } from './payments.schema.ts'

/** What was entered for one person, the newest first; names of colleagues for those who see them. */
export const loadPayments = (tx: Tx, personId: string): Promise<ExpectedPayment[]> => tx.selectFrom('expectedPayment as p')
  .leftJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 'p.municipalityId').onRef('a.id', '=', 'p.addedBy'))
  .leftJoin('account as s', (join) => join.onRef('s.municipalityId', '=', 'p.municipalityId').onRef('s.id', '=', 'p.stoppedBy'))
  .select(['p.id', 'p.version', 'p.kind', 'p.payer', 'p.payerName', 'p.amountOre', 'p.isMonthly', 'p.firstOn', 'p.lastOn', 'p.startUpMonth', 'p.stoppedOn', 'a.name as addedBy', 's.name as stoppedBy'])
  .where('p.personId', '=', personId).orderBy('p.firstOn', 'desc').orderBy('p.startUpMonth', 'desc').orderBy('p.id').execute()

export const loadReceipts = (tx: Tx, personId: string): Promise<Receipt[]> => tx.selectFrom('paymentReceipt as r')
  .leftJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 'r.municipalityId').onRef('a.id', '=', 'r.notedBy'))
  .select(['r.id', 'r.paymentId', 'r.dueOn', 'r.paidOn', 'r.amountOre', 'a.name as notedBy']).where('r.personId', '=', personId).execute()
