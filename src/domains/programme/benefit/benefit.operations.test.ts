import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { addMonths, plainDate } from '#shared/date.ts'
import { LATER, OCTOBER, aParticipant, aPayingMunicipality, aPreparedRun, anAbsence, anApprovedRun, anIncome, codesOf } from '#test/benefit-run.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import type { Municipality } from '#test/world.ts'

const world = useWorld()
const here = async (): Promise<Municipality> => aPayingMunicipality(await aMunicipality(world()))

describe('a month is prepared', () => {
  test('from what is known, everybody at once, with the sum and who needs no look', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    await aParticipant(place)
    const young = await aParticipant(place, { birthDate: '2004-03-01', name: 'Aziz' })
    const { runId } = await aPreparedRun(adviser)
    const run = await adviser.call('programme.getBenefitRun', { runId })
    expect([run.state, run.people, run.totalOre, run.payOn]).toEqual(['ready', 2, 2_275_817 + 1_517_211, '2026-11-12'])
    expect(run.quiet.rows.map(({ personId, payoutOre }) => [personId === young, payoutOre])).toEqual([[true, 1_517_211], [false, 2_275_817]])
    expect((await adviser.call('programme.getBenefitRun', { runId, text: 'aziz' })).quiet.total).toBe(1)
    expect((await adviser.call('programme.listBenefitRuns', {})).rows.map(({ month, totalOre }) => [month, totalOre])).toEqual([['2026-10-01', 3_793_028]])
    expect(await adviser.auditTrail(young)).toContain('programme.prepareBenefitRun')
  })

  test('not without a pay day, not before it has begun, and not past a month', async () => {
    const bare = await aMunicipality(world())
    expect(codesOf(await (await bare.as('programme_adviser')).refusals('programme.prepareBenefitRun', { id: randomUUID(), month: OCTOBER }))).toEqual(['benefit.noPayDay'])
    const place = await here()
    await aParticipant(place)
    const { adviser } = await anApprovedRun(place)
    const ask = (month: string) => adviser.refusals('programme.prepareBenefitRun', { id: randomUUID(), month: plainDate(month) })
    expect(codesOf(await ask('2026-12-01'))).toEqual(['benefit.inFuture', 'benefit.monthSkipped'])
    expect(codesOf(await ask('2026-10-01'))).toEqual(['benefit.alreadyApproved'])
    expect(codesOf(await ask('2026-08-01'))).toEqual(['benefit.beforeFirst'])
    expect(codesOf(await ask('2026-10-02'))).toEqual(['benefit.notAMonth'])
  })

  test('anew with the same result, and a decision stays while the facts are the same', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    const personId = await aParticipant(place)
    await adviser.call('programme.saveBenefitIncome', anIncome(personId))
    const { runId, version } = await aPreparedRun(adviser)
    const [issue] = (await adviser.call('programme.getBenefitRun', { runId })).issues
    expect([issue?.kind, issue?.proposedOre, issue?.payoutOre, issue?.because.length]).toEqual(['income', 500_000, 1_775_817, 3])
    await adviser.call('programme.decideBenefitIssue', { runId, issues: [{ id: issue?.id ?? '', version: issue?.version ?? 0 }], decision: 'adjust', ore: 400_000, why: 'Delvis utbetalt' })
    expect(codesOf(await adviser.refusals('programme.prepareBenefitRun', { id: runId, month: OCTOBER, version }))).toEqual(['stale'])
    await adviser.call('programme.prepareBenefitRun', { id: runId, month: OCTOBER, version: version + 1 })
    const again = await adviser.call('programme.getBenefitRun', { runId })
    expect([again.totalOre, again.state, again.issues.map(({ decision, decidedOre, id }) => [decision, decidedOre, id === issue?.id])]).toEqual([1_875_817, 'ready', [['adjust', 400_000, true]]])
  })

  test('one of whom something is unknown gets no line, and a question', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    const personId = await aParticipant(place, { withoutTerms: true })
    const { runId } = await aPreparedRun(adviser)
    const run = await adviser.call('programme.getBenefitRun', { runId })
    expect([run.people, run.issues.map(({ kind, missing, may }) => [kind, missing.length, may])]).toEqual([0, [['cannot_decide', 1, ['dismiss']]]])
    await adviser.call('programme.saveBenefitTerms', { id: randomUUID(), personId, fromOn: plainDate('2026-01-05'), isPartnerInProgramme: false, livesWithParents: false })
    expect((await adviser.call('programme.getBenefitRun', { runId })).totalOre).toBe(2_275_817)
  })

  test('people at strictly confidential addresses have a run of their own, which nobody else finds', async () => {
    const place = await here()
    await aParticipant(place)
    const hidden = await aParticipant(place, { protection: 'strictly_confidential' })
    const [adviser, trusted] = [await place.as('programme_adviser'), await place.as('programme_adviser', 'protected_access')]
    const ordinary = await aPreparedRun(trusted)
    const own = await aPreparedRun(trusted, OCTOBER, { isProtected: true })
    expect((await trusted.call('programme.getBenefitRun', { runId: own.runId })).quiet.rows.map(({ personId }) => personId)).toEqual([hidden])
    expect((await adviser.call('programme.listBenefitRuns', {})).rows.map(({ id, people }) => [id, people])).toEqual([[ordinary.runId, 1]])
    await expect(adviser.call('programme.getBenefitRun', { runId: own.runId })).rejects.toThrow(NotFound)
    await expect(adviser.call('programme.prepareBenefitRun', { id: randomUUID(), month: OCTOBER, isProtected: true })).rejects.toThrow(NotFound)
  })
})

describe('an exception', () => {
  test('is what attendance says of absence without permission; leave without benefit and what nobody settled are told apart', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    const [away, onLeave] = [await aParticipant(place), await aParticipant(place)]
    await anAbsence(place, away, ['2026-10-05', '2026-10-06'])
    await anAbsence(place, onLeave, ['2026-10-05', '2026-10-06'], 'approved')
    const { runId } = await aPreparedRun(adviser)
    const { issues, quiet } = await adviser.call('programme.getBenefitRun', { runId })
    expect(issues.filter(({ personId }) => personId === away)).toMatchObject([{ kind: 'unauthorised_absence', proposedOre: 151_721, particulars: { days: 2, on: '2026-10-05,2026-10-06' } }])
    expect(quiet.rows).toMatchObject([{ personId: onLeave, payoutOre: 2_199_956 }]) // 29/30
    await adviser.call('programme.holdBenefit', { id: randomUUID(), personId: away, fromOn: OCTOBER, reason: 'waiting_for_document' })
    const held = await adviser.call('programme.getBenefitRun', { runId })
    expect([held.issues.filter(({ personId }) => personId === away), held.quiet.rows.find(({ personId }) => personId === away)?.payoutOre]).toEqual([[], 2_275_817])
  })

  test('nobody pays for attendance that is not settled without saying so', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    const personId = await aParticipant(place)
    await anAbsence(place, personId, ['2026-10-05'])
    await place.put((tx) => tx.updateTable('absence').set({ decision: 'pending', decidedBy: null, decidedOn: null }).where('personId', '=', personId).execute())
    const { runId } = await aPreparedRun(adviser)
    const issues = (await adviser.call('programme.getBenefitRun', { runId })).issues
    expect(issues).toMatchObject([{ kind: 'unsettled', particulars: { days: 1, minutes: 360 }, may: ['accept'] }])
    const ids = issues.map(({ id, version }) => ({ id, version }))
    expect(codesOf(await adviser.refusals('programme.decideBenefitIssue', { runId, issues: ids, decision: 'dismiss', why: 'x' }))).toEqual(['benefit.notThisWay'])
    expect(codesOf(await adviser.refusals('programme.decideBenefitIssue', { runId, issues: ids, decision: 'accept' }))).toEqual(['benefit.why'])
    expect(await adviser.call('programme.decideBenefitIssue', { runId, issues: ids, decision: 'accept', why: 'Søknaden behandles neste uke' })).toMatchObject({ decided: 1, personIds: [personId] })
  })

  test('is decided one of the ways there are, with a reason', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    const personId = await aParticipant(place)
    await adviser.call('programme.saveBenefitIncome', anIncome(personId))
    const { runId } = await aPreparedRun(adviser)
    const issues = (await adviser.call('programme.getBenefitRun', { runId })).issues.map(({ id, version }) => ({ id, version }))
    expect(codesOf(await adviser.refusals('programme.decideBenefitIssue', { runId, issues, decision: 'dismiss' }))).toEqual(['benefit.why'])
    expect(codesOf(await adviser.refusals('programme.decideBenefitIssue', { runId, issues, decision: 'adjust', ore: 600_000, why: 'x' }))).toEqual(['benefit.notAboveProposal'])
    await adviser.call('programme.decideBenefitIssue', { runId, issues, decision: 'accept' })
    expect((await adviser.call('programme.getBenefitRun', { runId })).totalOre).toBe(1_775_817)
    expect(codesOf(await adviser.refusals('programme.decideBenefitIssue', { runId, issues, decision: 'accept' }))).toEqual(['stale'])
  })

  test('large set-offs need the decision they are', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const { adviser, approver } = await anApprovedRun(place)
    await place.put((tx) => tx.updateTable('participation').set({ endedOn: plainDate('2026-10-05'), endReason: 'stopped' }).where('personId', '=', personId).execute())
    await place.put((tx) => tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: plainDate('2026-10-25'), decidedOn: plainDate('2026-10-25'), startsOn: plainDate('2026-11-01'), months: 12, finalGoal: 'work', regime: 'new' }).execute())
    const run = await aPreparedRun(adviser, addMonths(OCTOBER, 1), { now: LATER })
    const page = await adviser.call('programme.getBenefitRun', { runId: run.runId })
    const issues = page.issues.map(({ id, version }) => ({ id, version }))
    expect([page.issues.map(({ kind, isLarge, proposedOre }) => [kind, isLarge, proposedOre]), page.totalOre]).toEqual([[['set_off', true, 1_896_514]], 2_275_817 - 1_896_514])
    expect(codesOf(await adviser.refusals('programme.decideBenefitIssue', { runId: run.runId, issues, decision: 'accept' }))).toEqual(['benefit.needsReference'])
    await adviser.call('programme.decideBenefitIssue', { runId: run.runId, issues, decision: 'adjust', ore: 1_500_000, why: 'I to deler' })
    expect(codesOf(await approver.refusals('programme.approveBenefitRun', { runId: run.runId, version: run.version }))).toEqual(['benefit.needsDecision', 'benefit.monthNotOver'])
  })
})
