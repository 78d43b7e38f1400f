import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addMonths, plainDate } from '#shared/date.ts'
import { LATER, OCTOBER, aParticipant, aPayingMunicipality, aPreparedRun, anAbsence, anApprovedRun, anIncome, codesOf } from '#test/benefit-run.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'
import type { Municipality } from '#test/world.ts'

const world = useWorld()
const here = async (): Promise<Municipality> => aPayingMunicipality(await aMunicipality(world()))

describe('four eyes', () => {
  test('who prepared a run, or decided in it, cannot approve it: neither by the product nor by the database', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const both = await place.as('programme_adviser', 'benefit_approver')
    const { runId, version } = await aPreparedRun(both)
    expect(codesOf(await both.refusals('programme.approveBenefitRun', { runId, version }))).toEqual(['benefit.fourEyes'])
    const approve = (by: string) => place.put((tx) => tx.updateTable('benefitRun').set({ approvedBy: by, approvedAt: NOW.toISOString() as never, fileHash: 'x' }).where('id', '=', runId).execute())
    await expect(approve(both.actor.id)).rejects.toMatchObject({ constraint: 'benefit_run_four_eyes' })
    await both.call('programme.saveBenefitIncome', anIncome(personId))
    const other = await place.as('benefit_approver')
    const issues = (await other.call('programme.getBenefitRun', { runId })).issues.map((one) => ({ id: one.id, version: one.version }))
    await expect(approve(other.actor.id)).rejects.toMatchObject({ constraint: 'benefit_run_settled' })
    await other.call('programme.decideBenefitIssue', { runId, issues, decision: 'accept' })
    expect(codesOf(await other.refusals('programme.approveBenefitRun', { runId, version }))).toEqual(['benefit.decidedByYou'])
    await expect(approve(other.actor.id)).rejects.toMatchObject({ constraint: 'benefit_run_four_eyes' })
  })

  test('nothing is approved while something is open, has changed since, or was sent back: every reason at once', async () => {
    const place = await here()
    const [adviser, approver] = [await place.as('programme_adviser'), await place.as('benefit_approver')]
    await aParticipant(place, { withoutTerms: true })
    const { runId, version } = await aPreparedRun(adviser)
    await aParticipant(place)
    const returned = await approver.call('programme.returnBenefitRun', { runId, version, reason: 'Hvor er den nye?' })
    expect(codesOf(await approver.refusals('programme.approveBenefitRun', { runId, version: returned.version }))).toEqual(['benefit.isReturned', 'benefit.openIssues', 'benefit.changedSince'])
    expect((await adviser.call('programme.getBenefitRun', { runId })).returnReason).toBe('Hvor er den nye?')
    await adviser.call('programme.prepareBenefitRun', { id: runId, month: OCTOBER, version: returned.version })
    expect((await adviser.call('programme.getBenefitRun', { runId })).state).toBe('exceptions')
  })
})

describe('what was approved', () => {
  test('is changed by nobody any more: not by an operation, not by any role of the database', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const { adviser, approver, runId } = await anApprovedRun(place)
    expect(codesOf(await adviser.refusals('programme.prepareBenefitRun', { id: runId, month: OCTOBER, version: 2 }))).toEqual(['benefit.alreadyApproved'])
    expect(codesOf(await approver.refusals('programme.returnBenefitRun', { runId, version: 2, reason: 'x' }))).toEqual(['benefit.alreadyApproved'])
    const stays = { constraint: 'benefit_paid_stays' }
    await expect(place.put((tx) => tx.deleteFrom('benefitLine').execute())).rejects.toMatchObject(stays)
    await expect(place.put((tx) => tx.insertInto('benefitLine').values({ personId, runId, kind: 'correction', forMonth: OCTOBER, amountOre: 1, basis: '{}' }).execute())).rejects.toMatchObject(stays)
    await expect(place.put((tx) => tx.updateTable('benefitLine').set({ amountOre: 1 }).execute())).rejects.toMatchObject({ code: '42501' })
    await expect(place.put((tx) => tx.updateTable('benefitRun').set({ totalOre: 1 }).execute())).rejects.toMatchObject(stays)
    await expect(place.put((tx) => tx.deleteFrom('benefitRun').execute())).rejects.toMatchObject({ code: '42501' })
    const client = await world().owner.connect()
    try {
      for (const role of ['app_merge', 'app_gate', 'app_search', 'app_participant', 'app_employer', 'app_stats', 'fotfeste_worker']) for (const change of ['update benefit_line set amount_ore = 1', 'delete from benefit_line', 'update benefit_run set total_ore = 1', 'delete from benefit_run']) {
        await client.query(`begin; set local role ${role}; select set_config('app.municipality_id', '${place.id}', true), set_config('app.actor_id', '${personId}', true)`)
        await expect(client.query(change), `${role}: ${change}`).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23514)$/) })
        await client.query('rollback')
      }
    } finally {
      client.release()
    }
  })

  test('follows the person when two turn out to be one', async () => {
    const place = await here()
    const [keep, gone] = [await aParticipant(place, { withoutTerms: true, endedOn: '2026-09-30' }), await aParticipant(place)]
    const { adviser } = await anApprovedRun(place)
    await adviser.call('people.mergePersons', { keepId: keep, goneId: gone, keepVersion: 1, goneVersion: 1, fromGone: [] })
    expect((await adviser.call('programme.getPersonBenefit', { personId: keep })).payments.map(({ payoutOre }) => payoutOre)).toEqual([2_275_817])
  })

  test('absence registered after the month was paid is found in the next run', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const { adviser } = await anApprovedRun(place)
    await anAbsence(place, personId, ['2026-10-05', '2026-10-06'], 'unauthorised', LATER)
    const { runId } = await aPreparedRun(adviser, addMonths(OCTOBER, 1), { now: LATER })
    expect((await adviser.call('programme.getBenefitRun', { runId })).issues).toMatchObject([{ kind: 'set_off', proposedOre: 151_721, particulars: { months: '2026-10-01' } }])
  })

  test('absence without permission that was taken off is not taken off again', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    await anAbsence(place, personId, ['2026-10-05'])
    const [adviser, approver] = [await place.as('programme_adviser'), await place.as('benefit_approver')]
    const run = await aPreparedRun(adviser)
    const issues = (await adviser.call('programme.getBenefitRun', run)).issues.map(({ id, version }) => ({ id, version }))
    await adviser.call('programme.decideBenefitIssue', { runId: run.runId, issues, decision: 'accept' })
    expect(codesOf(await approver.refusals('programme.approveBenefitRun', run))).toEqual(['stale'])
    await approver.call('programme.approveBenefitRun', { ...run, version: run.version + 1 })
    const next = await aPreparedRun(adviser, addMonths(OCTOBER, 1), { now: LATER })
    const page = await adviser.call('programme.getBenefitRun', { runId: next.runId })
    expect([page.totalOre, page.issues]).toEqual([2_275_817, []])
  })

  test('is put right by a line in a later month', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const { adviser } = await anApprovedRun(place)
    await adviser.call('programme.saveBenefitTerms', { id: randomUUID(), personId, fromOn: plainDate('2026-10-01'), isPartnerInProgramme: true, hasChildren: false, livesWithParents: false })
    const { runId } = await aPreparedRun(adviser, addMonths(OCTOBER, 1), { now: LATER })
    const page = await adviser.call('programme.getBenefitRun', { runId })
    expect([page.issues.map(({ kind, proposedOre }) => [kind, proposedOre]), page.totalOre, page.lastMonth]).toEqual([[['set_off', 379_303]], 1_896_514 - 379_303, { people: 1, totalOre: 2_275_817 }])
    expect(page.changes).toMatchObject([{ personId, why: 'changed', beforeOre: 2_275_817, nowOre: 1_517_211 }])
  })
})
