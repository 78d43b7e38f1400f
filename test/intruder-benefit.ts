import { randomUUID } from 'node:crypto'
import { hashOf } from '#domains/programme/benefit/prepare.ts'
import { instantOf } from '#shared/date.ts'
import { OCTOBER } from './benefit-run.ts'
import type { Municipality } from './world.ts'
import { NOW } from './world.ts'

type Tx = Parameters<Parameters<Municipality['put']>[0]>[0]

/** Money that comes every month to each of these persons, the first of it noted as paid. */
async function aComingPayment(tx: Tx, personIds: readonly string[], by: string): Promise<void> {
  const payments = personIds.map((personId) => ({ id: randomUUID(), personId, kind: 'other' as const, payer: 'other' as const, payerName: 'Alminnelig', isMonthly: true, firstOn: OCTOBER, addedBy: by, addedAt: instantOf(NOW) }))
  await tx.insertInto('expectedPayment').values(payments).execute()
  await tx.insertInto('paymentReceipt').values(payments.map(({ id, personId }) => ({ id: randomUUID(), personId, paymentId: id, dueOn: OCTOBER, paidOn: OCTOBER, notedBy: by, notedAt: instantOf(NOW) }))).execute()
}

/** An approved run in which a person stands whose address became strictly confidential since, with an exception and a hold of hers. Answers its id. */
export async function aHiddenPayment(municipality: Municipality, persons: { personId: string; otherId: string }, preparedBy: string): Promise<string> {
  const runId = randomUUID()
  const approvedBy = (await municipality.as('benefit_approver')).actor.id
  const ids = [persons.personId, persons.otherId]
  const rows = ids.map((personId) => ({ personId, forMonth: OCTOBER, kind: 'base' as const, ore: 2_275_817 }))
  await municipality.put(async (tx) => {
    await tx.insertInto('benefitRun').values({ id: runId, month: OCTOBER, payOn: OCTOBER, preparedBy, preparedAt: instantOf(NOW), people: 2, totalOre: 4_551_634 }).execute()
    await tx.insertInto('benefitLine').values(rows.map(({ ore, ...row }) => ({ ...row, runId, amountOre: ore, basis: JSON.stringify({ particulars: {}, traces: [] }) }))).execute()
    await tx.insertInto('benefitIssue').values(ids.map((personId) => ({ personId, runId, kind: 'unsettled' as const, forMonth: OCTOBER, facts: JSON.stringify({ particulars: {}, missing: [], owedBack: [], traces: [] }), fingerprint: '', proposedOre: 0, decision: 'accept' as const, decidedOre: 0, why: 'x', decidedBy: preparedBy, decidedAt: instantOf(NOW) }))).execute()
    await tx.insertInto('benefitHold').values(ids.map((personId) => ({ id: randomUUID(), personId, fromOn: OCTOBER, reason: 'being_clarified' as const, heldBy: preparedBy, heldAt: instantOf(NOW) }))).execute()
    await tx.insertInto('benefitRefund').values(ids.map((personId) => ({ id: randomUUID(), personId, forMonth: OCTOBER, amountOre: 10_000, why: 'x', recordedBy: preparedBy, recordedAt: instantOf(NOW) }))).execute()
    await tx.insertInto('benefitTerms').values(ids.map((personId) => ({ id: randomUUID(), personId, fromOn: OCTOBER }))).execute()
    await tx.insertInto('benefitIncome').values(ids.map((personId) => ({ id: randomUUID(), personId, kind: 'paid_work' as const, monthlyOre: 500_000, monthlyHours: 20, fromOn: OCTOBER }))).execute()
    await tx.insertInto('benefitSetting').values({ id: randomUUID(), payDay: 12, monthsAfter: 1 }).execute()
    await tx.insertInto('paidPeriod').values(ids.map((personId) => ({ personId, fromDate: OCTOBER, toDate: OCTOBER, runId }))).execute()
    await aComingPayment(tx, ids, preparedBy)
    await tx.updateTable('benefitRun').set({ approvedBy, approvedAt: instantOf(NOW), fileHash: hashOf(rows) }).where('id', '=', runId).execute()
  })
  return runId
}
