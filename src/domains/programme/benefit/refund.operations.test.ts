import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { addMonths, plainDate } from '#shared/date.ts'
import { LATER, OCTOBER, aParticipant, aPayingMunicipality, aPreparedRun, anApprovedRun, codesOf } from '#test/benefit-run.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const here = async () => aPayingMunicipality(await aMunicipality(world()))
const SEPTEMBER = plainDate('2026-09-01')
const aRefund = (personId: string) => ({ id: randomUUID(), personId, forMonth: SEPTEMBER, amountOre: 50_000, why: 'Trukket to ganger for samme dag', reference: '26/77' })

test('money back is a line of its own in the run, is approved by somebody else, and is paid once', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  const both = await place.as('programme_adviser', 'benefit_approver')
  const adviser = await place.as('programme_adviser')
  const { runId } = await aPreparedRun(adviser)
  const refund = aRefund(personId)
  await both.call('programme.addBenefitRefund', refund)
  const run = await adviser.call('programme.getBenefitRun', { runId })
  expect([run.totalOre, run.quiet.rows[0]?.lines.map(({ kind, amountOre }) => [kind, amountOre])]).toEqual([2_275_817 + 50_000, [['base', 2_275_817], ['refund', 50_000]]])
  expect(codesOf(await both.refusals('programme.approveBenefitRun', { runId, version: run.version }))).toEqual(['benefit.refundedByYou'])
  await expect(place.put((tx) => tx.updateTable('benefitRun').set({ approvedBy: both.actor.id, approvedAt: NOW.toISOString() as never, fileHash: 'x' }).where('id', '=', runId).execute())).rejects.toMatchObject({ constraint: 'benefit_run_four_eyes' })
  await (await place.as('benefit_approver')).call('programme.approveBenefitRun', { runId, version: run.version })
  expect((await adviser.call('programme.getPersonBenefit', { personId })).refunds).toMatchObject([{ id: refund.id, isPaid: true, why: refund.why }])
  expect(codesOf(await adviser.refusals('programme.withdrawBenefitRefund', { refundId: refund.id }))).toEqual(['constraint.benefit_paid_stays'])
  const next = await aPreparedRun(adviser, addMonths(OCTOBER, 1), { now: LATER })
  expect((await adviser.call('programme.getBenefitRun', { runId: next.runId })).totalOre).toBe(2_275_817) // neither paid again nor taken back
  expect((await (await place.participant(personId)).call('programme.getMyBenefit', { locale: 'nb' })).payslips[0]?.payslip.lines.map(({ text }) => text)).toEqual(['Stønad for oktober 2026', 'Penger tilbake til deg: september 2026'])
})

test('what was written down by mistake is taken away while it is not paid, and the run is computed anew', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  const { adviser } = await anApprovedRun(place)
  const next = await aPreparedRun(adviser, addMonths(OCTOBER, 1), { now: LATER })
  const refund = aRefund(personId)
  await adviser.call('programme.addBenefitRefund', refund, { now: LATER })
  expect((await adviser.call('programme.getBenefitRun', { runId: next.runId })).totalOre).toBe(2_325_817)
  await adviser.call('programme.withdrawBenefitRefund', { refundId: refund.id }, { now: LATER })
  expect((await adviser.call('programme.getBenefitRun', { runId: next.runId })).totalOre).toBe(2_275_817)
  await expect(adviser.call('programme.withdrawBenefitRefund', { refundId: refund.id })).rejects.toThrow(NotFound)
  expect(codesOf(await adviser.refusals('programme.addBenefitRefund', { ...aRefund(personId), forMonth: plainDate('2026-09-02') }))).toEqual(['benefit.notAMonth'])
  expect(await adviser.auditTrail(personId)).toEqual(expect.arrayContaining(['programme.addBenefitRefund', 'programme.withdrawBenefitRefund']))
})
