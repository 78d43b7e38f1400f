import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addMonths, plainDate } from '#shared/date.ts'
import { OCTOBER, aParticipant, anAbsence, aPayingMunicipality } from '#test/benefit-run.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'
import type { Caller, Municipality } from '#test/world.ts'

const world = useWorld()
const here = async (): Promise<Municipality> => aPayingMunicipality(await aMunicipality(world()))
const codes = (refusals: readonly { code: string }[]): string[] => refusals.map(({ code }) => code)
const later = new Date('2026-12-20T09:00:00Z')

async function prepared(adviser: Caller, month = OCTOBER, options: { isProtected?: boolean; now?: Date } = {}) {
  const { id, version } = await adviser.call('programme.prepareBenefitRun', { id: randomUUID(), month, isProtected: options.isProtected ?? false }, { now: options.now ?? NOW })
  return { runId: id, version }
}

async function approved(place: Municipality, month = OCTOBER, now = NOW) {
  const [adviser, approver] = [await place.as('programme_adviser'), await place.as('benefit_approver')]
  const run = await prepared(adviser, month, { now })
  await approver.call('programme.approveBenefitRun', run, { now })
  return { adviser, approver, ...run }
}

const anIncome = (personId: string) => ({ id: randomUUID(), personId, kind: 'disability_benefit' as const, monthlyOre: 500_000, fromOn: plainDate('2026-10-01') })

describe('a month is prepared', () => {
  test('from what is known, everybody at once, with the sum and who needs no look', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    await aParticipant(place)
    const young = await aParticipant(place, { birthDate: '2004-03-01', name: 'Aziz' })
    const { runId } = await prepared(adviser)
    const run = await adviser.call('programme.getBenefitRun', { runId })
    expect([run.state, run.people, run.totalOre, run.payOn]).toEqual(['ready', 2, 2_275_817 + 1_517_211, '2026-11-12'])
    expect(run.quiet.rows.map(({ personId, payoutOre }) => [personId === young, payoutOre])).toEqual([[true, 1_517_211], [false, 2_275_817]])
    expect((await adviser.call('programme.getBenefitRun', { runId, text: 'aziz' })).quiet.total).toBe(1)
    expect((await adviser.call('programme.listBenefitRuns', {})).rows.map(({ month, totalOre }) => [month, totalOre])).toEqual([['2026-10-01', 3_793_028]])
    expect(await adviser.auditTrail(young)).toContain('programme.prepareBenefitRun')
  })

  test('not without a pay day, not before it has begun, and not past a month', async () => {
    const bare = await aMunicipality(world())
    expect(codes(await (await bare.as('programme_adviser')).refusals('programme.prepareBenefitRun', { id: randomUUID(), month: OCTOBER }))).toEqual(['benefit.noPayDay'])
    const place = await here()
    await aParticipant(place)
    const { adviser } = await approved(place)
    const ask = (month: string) => adviser.refusals('programme.prepareBenefitRun', { id: randomUUID(), month: plainDate(month) })
    expect(codes(await ask('2026-12-01'))).toEqual(['benefit.inFuture', 'benefit.monthSkipped'])
    expect(codes(await ask('2026-10-01'))).toEqual(['benefit.alreadyApproved'])
    expect(codes(await ask('2026-08-01'))).toEqual(['benefit.beforeFirst'])
    expect(codes(await ask('2026-10-02'))).toEqual(['benefit.notAMonth'])
  })

  test('anew with the same result, and a decision stays while the facts are the same', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    const personId = await aParticipant(place)
    await adviser.call('programme.saveBenefitIncome', anIncome(personId))
    const { runId, version } = await prepared(adviser)
    const [issue] = (await adviser.call('programme.getBenefitRun', { runId })).issues
    expect([issue?.kind, issue?.proposedOre, issue?.payoutOre, issue?.because.length]).toEqual(['income', 500_000, 1_775_817, 3])
    await adviser.call('programme.decideBenefitIssue', { runId, issues: [{ id: issue?.id ?? '', version: issue?.version ?? 0 }], decision: 'adjust', ore: 400_000, why: 'Delvis utbetalt' })
    await adviser.call('programme.prepareBenefitRun', { id: runId, month: OCTOBER, version })
    const again = await adviser.call('programme.getBenefitRun', { runId })
    expect([again.totalOre, again.state, again.issues.map(({ decision, decidedOre, id }) => [decision, decidedOre, id === issue?.id])]).toEqual([1_875_817, 'ready', [['adjust', 400_000, true]]])
    expect(codes(await adviser.refusals('programme.prepareBenefitRun', { id: runId, month: OCTOBER, version }))).toEqual(['stale'])
  })

  test('one of whom something is unknown gets no line, and a question', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    const personId = await aParticipant(place, { withoutTerms: true })
    const { runId } = await prepared(adviser)
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
    const ordinary = await prepared(trusted)
    const own = await prepared(trusted, OCTOBER, { isProtected: true })
    expect((await trusted.call('programme.getBenefitRun', { runId: own.runId })).quiet.rows.map(({ personId }) => personId)).toEqual([hidden])
    expect((await adviser.call('programme.listBenefitRuns', {})).rows.map(({ id, people }) => [id, people])).toEqual([[ordinary.runId, 1]])
    await expect(adviser.call('programme.getBenefitRun', { runId: own.runId })).rejects.toThrow()
    await expect(adviser.call('programme.prepareBenefitRun', { id: randomUUID(), month: OCTOBER, isProtected: true })).rejects.toThrow()
  })
})

describe('an exception', () => {
  test('is what attendance says of absence without permission; leave without benefit and what nobody settled are told apart', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    const [away, onLeave] = [await aParticipant(place), await aParticipant(place)]
    await anAbsence(place, away, ['2026-10-05', '2026-10-06'])
    await anAbsence(place, onLeave, ['2026-10-05', '2026-10-06'], 'approved')
    const { runId } = await prepared(adviser)
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
    const { runId } = await prepared(adviser)
    const issues = (await adviser.call('programme.getBenefitRun', { runId })).issues
    expect(issues).toMatchObject([{ kind: 'unsettled', particulars: { days: 1, minutes: 360 }, may: ['accept'] }])
    const ids = issues.map(({ id, version }) => ({ id, version }))
    expect(codes(await adviser.refusals('programme.decideBenefitIssue', { runId, issues: ids, decision: 'dismiss', why: 'x' }))).toEqual(['benefit.notThisWay'])
    expect(codes(await adviser.refusals('programme.decideBenefitIssue', { runId, issues: ids, decision: 'accept' }))).toEqual(['benefit.why'])
    expect(await adviser.call('programme.decideBenefitIssue', { runId, issues: ids, decision: 'accept', why: 'Søknaden behandles neste uke' })).toMatchObject({ decided: 1, personIds: [personId] })
  })

  test('is decided one of the ways there are, with a reason', async () => {
    const place = await here()
    const adviser = await place.as('programme_adviser')
    const personId = await aParticipant(place)
    await adviser.call('programme.saveBenefitIncome', anIncome(personId))
    const { runId } = await prepared(adviser)
    const issues = (await adviser.call('programme.getBenefitRun', { runId })).issues.map(({ id, version }) => ({ id, version }))
    expect(codes(await adviser.refusals('programme.decideBenefitIssue', { runId, issues, decision: 'dismiss' }))).toEqual(['benefit.why'])
    expect(codes(await adviser.refusals('programme.decideBenefitIssue', { runId, issues, decision: 'adjust', ore: 600_000, why: 'x' }))).toEqual(['benefit.notAboveProposal'])
    await adviser.call('programme.decideBenefitIssue', { runId, issues, decision: 'accept' })
    expect((await adviser.call('programme.getBenefitRun', { runId })).totalOre).toBe(1_775_817)
    expect(codes(await adviser.refusals('programme.decideBenefitIssue', { runId, issues, decision: 'accept' }))).toEqual(['stale'])
  })

  test('large set-offs need the decision they are', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const { adviser, approver } = await approved(place)
    await place.put((tx) => tx.updateTable('participation').set({ endedOn: plainDate('2026-10-05'), endReason: 'stopped' }).where('personId', '=', personId).execute())
    await place.put((tx) => tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: plainDate('2026-10-25'), decidedOn: plainDate('2026-10-25'), startsOn: plainDate('2026-11-01'), months: 12, finalGoal: 'work', regime: 'new' }).execute())
    const run = await prepared(adviser, addMonths(OCTOBER, 1), { now: later })
    const page = await adviser.call('programme.getBenefitRun', { runId: run.runId })
    const issues = page.issues.map(({ id, version }) => ({ id, version }))
    expect([page.issues.map(({ kind, isLarge, proposedOre }) => [kind, isLarge, proposedOre]), page.totalOre]).toEqual([[['set_off', true, 1_896_514]], 2_275_817 - 1_896_514])
    expect(codes(await adviser.refusals('programme.decideBenefitIssue', { runId: run.runId, issues, decision: 'accept' }))).toEqual(['benefit.needsReference'])
    await adviser.call('programme.decideBenefitIssue', { runId: run.runId, issues, decision: 'adjust', ore: 1_500_000, why: 'I to deler' })
    expect(codes(await approver.refusals('programme.approveBenefitRun', { runId: run.runId, version: run.version }))).toEqual(['benefit.needsDecision', 'benefit.monthNotOver'])
  })
})

describe('four eyes', () => {
  test('who prepared a run, or decided in it, cannot approve it: neither by the product nor by the database', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const both = await place.as('programme_adviser', 'benefit_approver')
    const { runId, version } = await prepared(both)
    expect(codes(await both.refusals('programme.approveBenefitRun', { runId, version }))).toEqual(['benefit.fourEyes'])
    const approve = (by: string) => place.put((tx) => tx.updateTable('benefitRun').set({ approvedBy: by, approvedAt: NOW.toISOString() as never, fileHash: 'x' }).where('id', '=', runId).execute())
    await expect(approve(both.actor.id)).rejects.toMatchObject({ constraint: 'benefit_run_four_eyes' })
    await both.call('programme.saveBenefitIncome', anIncome(personId))
    const other = await place.as('benefit_approver')
    const issues = (await other.call('programme.getBenefitRun', { runId })).issues.map((one) => ({ id: one.id, version: one.version }))
    await expect(approve(other.actor.id)).rejects.toMatchObject({ constraint: 'benefit_run_settled' })
    await other.call('programme.decideBenefitIssue', { runId, issues, decision: 'accept' })
    expect(codes(await other.refusals('programme.approveBenefitRun', { runId, version }))).toEqual(['benefit.decidedByYou'])
    await expect(approve(other.actor.id)).rejects.toMatchObject({ constraint: 'benefit_run_four_eyes' })
  })

  test('nothing is approved while something is open, has changed since, or was sent back: every reason at once', async () => {
    const place = await here()
    const [adviser, approver] = [await place.as('programme_adviser'), await place.as('benefit_approver')]
    await aParticipant(place, { withoutTerms: true })
    const { runId, version } = await prepared(adviser)
    await aParticipant(place)
    const returned = await approver.call('programme.returnBenefitRun', { runId, version, reason: 'Hvor er den nye?' })
    expect(codes(await approver.refusals('programme.approveBenefitRun', { runId, version: returned.version }))).toEqual(['benefit.isReturned', 'benefit.openIssues', 'benefit.changedSince'])
    expect((await adviser.call('programme.getBenefitRun', { runId })).returnReason).toBe('Hvor er den nye?')
    await adviser.call('programme.prepareBenefitRun', { id: runId, month: OCTOBER, version: returned.version })
    expect((await adviser.call('programme.getBenefitRun', { runId })).state).toBe('exceptions')
  })
})

describe('what was approved', () => {
  test('is changed by nobody any more: not by an operation, not by any role of the database', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const { adviser, approver, runId } = await approved(place)
    expect(codes(await adviser.refusals('programme.prepareBenefitRun', { id: runId, month: OCTOBER, version: 2 }))).toEqual(['benefit.alreadyApproved'])
    expect(codes(await approver.refusals('programme.returnBenefitRun', { runId, version: 2, reason: 'x' }))).toEqual(['benefit.alreadyApproved'])
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
    const { adviser } = await approved(place)
    await adviser.call('people.mergePersons', { keepId: keep, goneId: gone, keepVersion: 1, goneVersion: 1, fromGone: [] })
    expect((await adviser.call('programme.getPersonBenefit', { personId: keep })).payments.map(({ payoutOre }) => payoutOre)).toEqual([2_275_817])
  })

  test('absence registered after the month was paid is found in the next run', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const { adviser } = await approved(place)
    await anAbsence(place, personId, ['2026-10-05', '2026-10-06'], 'unauthorised', later)
    const { runId } = await prepared(adviser, addMonths(OCTOBER, 1), { now: later })
    expect((await adviser.call('programme.getBenefitRun', { runId })).issues).toMatchObject([{ kind: 'set_off', proposedOre: 151_721, particulars: { months: '2026-10-01' } }])
  })

  test('absence without permission that was taken off is not taken off again', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    await anAbsence(place, personId, ['2026-10-05'])
    const [adviser, approver] = [await place.as('programme_adviser'), await place.as('benefit_approver')]
    const run = await prepared(adviser)
    const issues = (await adviser.call('programme.getBenefitRun', run)).issues.map(({ id, version }) => ({ id, version }))
    await adviser.call('programme.decideBenefitIssue', { runId: run.runId, issues, decision: 'accept' })
    await approver.call('programme.approveBenefitRun', run)
    const next = await prepared(adviser, addMonths(OCTOBER, 1), { now: later })
    const page = await adviser.call('programme.getBenefitRun', { runId: next.runId })
    expect([page.totalOre, page.issues]).toEqual([2_275_817, []])
  })

  test('is put right by a line in a later month', async () => {
    const place = await here()
    const personId = await aParticipant(place)
    const { adviser } = await approved(place)
    await adviser.call('programme.saveBenefitTerms', { id: randomUUID(), personId, fromOn: plainDate('2026-10-01'), isPartnerInProgramme: true, hasChildren: false, livesWithParents: false })
    const { runId } = await prepared(adviser, addMonths(OCTOBER, 1), { now: later })
    const page = await adviser.call('programme.getBenefitRun', { runId })
    expect([page.issues.map(({ kind, proposedOre }) => [kind, proposedOre]), page.totalOre, page.lastMonth]).toEqual([[['set_off', 379_303]], 1_896_514 - 379_303, { people: 1, totalOre: 2_275_817 }])
    expect(page.changes).toMatchObject([{ personId, why: 'changed', beforeOre: 2_275_817, nowOre: 1_517_211 }])
  })
})

test('the file for payroll: only what was approved, the same each time, numbers only for those who may see them', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  await place.put((tx) => tx.insertInto('personNumber').values({ personId, kind: 'fnr', number: '01039012345' }).execute())
  const adviser = await place.as('programme_adviser')
  const early = await prepared(adviser)
  expect(codes(await adviser.refusals('programme.getPayrollFile', { runId: early.runId }))).toEqual(['benefit.notApproved'])
  const approver = await place.as('benefit_approver')
  await approver.call('programme.approveBenefitRun', early)
  const file = async (who: Caller) => new TextDecoder().decode((await who.call('programme.getPayrollFile', { runId: early.runId })).bytes)
  const rows = (await file(approver)).split('\r\n')
  expect(rows.slice(0, 2)).toEqual(['type;deltaker;lonnsreferanse;fodselsnummer;linje;gjelder;utbetales;belop', `linje;${personId};4711;;base;2026-10;2026-11-12;22758,17`])
  expect(rows[2]).toMatch(/^kontroll;1;;;[0-9a-f]{64};2026-10;2026-11-12;22758,17$/)
  expect(await file(adviser)).toContain(`;4711;01039012345;base`)
  expect(await approver.auditTrail(personId)).toContain('programme.getPayrollFile')
  await place.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', personId).execute())
  expect(codes(await approver.refusals('programme.getPayrollFile', { runId: early.runId }))).toEqual(['benefit.fileDiffers'])
})

test('a hold keeps reductions back and is ended once; its reason is one of three', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  const adviser = await place.as('programme_adviser')
  const { runId } = await prepared(adviser)
  const id = randomUUID()
  await adviser.call('programme.holdBenefit', { id, personId, fromOn: OCTOBER, reason: 'being_clarified' })
  expect(codes(await adviser.refusals('programme.holdBenefit', { id: randomUUID(), personId, fromOn: OCTOBER, reason: 'being_clarified' }))).toEqual(['constraint.benefit_hold_one_open'])
  expect((await adviser.call('programme.getBenefitRun', { runId })).held).toMatchObject([{ personId, since: OCTOBER, reason: 'being_clarified' }])
  expect(codes(await adviser.refusals('programme.releaseBenefit', { holdId: id, version: 1, releasedOn: plainDate('2026-09-01') }))).toEqual(['benefit.endsBeforeStart'])
  await adviser.call('programme.releaseBenefit', { holdId: id, version: 1, releasedOn: plainDate('2026-11-01') })
  expect((await adviser.call('programme.getPersonBenefit', { personId })).holds).toMatchObject([{ releasedOn: '2026-11-01' }])
  expect(codes(await adviser.refusals('programme.releaseBenefit', { holdId: id, version: 2, releasedOn: plainDate('2026-11-02') }))).toEqual(['benefit.alreadyReleased'])
})

test('terms, income and pay day are saved with their version, and refused when they cannot be', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  const adviser = await place.as('programme_adviser')
  const [terms] = (await adviser.call('programme.getPersonBenefit', { personId })).terms
  expect(codes(await adviser.refusals('programme.saveBenefitTerms', { id: randomUUID(), personId, fromOn: plainDate('2026-01-05') }))).toEqual(['constraint.benefit_terms_once'])
  expect(await adviser.call('programme.saveBenefitTerms', { id: terms?.id ?? '', personId, version: 1, fromOn: plainDate('2026-01-06') })).toMatchObject({ version: 2 })
  expect(codes(await adviser.refusals('programme.saveBenefitIncome', { ...anIncome(personId), kind: 'sickness_benefit', toOn: plainDate('2026-09-01') }))).toEqual(['benefit.endsBeforeStart', 'benefit.earnedBefore'])
  expect(codes(await adviser.refusals('programme.saveBenefitIncome', { ...anIncome(personId), kind: 'paid_work' }))).toEqual(['benefit.hoursOfPaidWork'])
  await expect(adviser.call('programme.saveBenefitTerms', { id: terms?.id ?? '', personId: await aParticipant(place), version: 2, fromOn: plainDate('2026-01-06') })).rejects.toThrow()
  expect(codes(await adviser.refusals('programme.saveBenefitSetting', { id: randomUUID(), payDay: 20, monthsAfter: 1 }))).toEqual(['constraint.benefit_setting_one'])
  const { setting } = await adviser.call('programme.listBenefitRuns', {})
  expect(await adviser.call('programme.saveBenefitSetting', { id: setting?.id ?? '', version: 1, payDay: 20, monthsAfter: 1 })).toMatchObject({ version: 2 })
})

test('a participant reads her own payslips in her language, and nobody else’s, and nothing before it is approved', async () => {
  const place = await here()
  const [personId, otherId] = [await aParticipant(place), await aParticipant(place, { birthDate: '2004-03-01' })]
  const adviser = await place.as('programme_adviser')
  const run = await prepared(adviser)
  const she = await place.participant(personId)
  expect(await she.call('programme.getMyBenefit', { locale: 'nb' })).toMatchObject({ nextPayOn: '2026-12-11', payslips: [], expected: null })
  await (await place.as('benefit_approver')).call('programme.approveBenefitRun', run)
  for (const [locale, amount] of [['nb', /22.758,17.kr/], ['nn', /22.758,17.kr/], ['en', /NOK.22,758\.17/], ['uk', /22.758,17.крон/], ['ar', /22,758\.17/]] as const) {
    const mine = await she.call('programme.getMyBenefit', { locale })
    expect(mine.payslips).toHaveLength(1)
    expect(mine.payslips[0]?.payslip.payout).toMatch(amount)
    expect(mine.payslips[0]?.payslip.lines[0]?.paragraph).toContain('20')
  }
  const slip = await adviser.call('programme.getPayslip', { runId: run.runId, personId: otherId, locale: 'nb' })
  expect(slip.lines[0]?.why).toBe('Du har deltatt hele måneden. Du er under 25 år og får 2/3 av full stønad.')
  await expect(adviser.call('programme.getPayslip', { runId: run.runId, personId: randomUUID() })).rejects.toThrow()
  const seen = await world().db.portal.connect()
  try {
    await seen.query(`begin; select set_config('app.municipality_id', '${place.id}', true), set_config('app.actor_id', '${she.actor.id}', true), set_config('app.person_id', '${personId}', true), set_config('role', 'app_participant', true)`)
    expect((await seen.query('select distinct person_id from benefit_line')).rows).toEqual([{ person_id: personId }])
    for (const table of ['benefit_terms', 'benefit_income', 'benefit_hold']) expect((await seen.query(`select from ${table} where person_id <> $1`, [personId])).rowCount).toBe(0)
    await expect(seen.query('select from benefit_issue')).rejects.toMatchObject({ code: '42501' })
  } finally {
    await seen.query('rollback')
    seen.release()
  }
})

test('teachers, job brokers, settlement workers, managers and health workers get nothing of it, by operation or by SQL', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  await approved(place)
  for (const role of ['teacher', 'job_broker', 'settlement_worker', 'manager', 'health', 'nav_adviser', 'administrator'] as const) {
    const who = await place.as(role)
    await expect(who.call('programme.listBenefitRuns', {}), role).rejects.toThrow('lacks programme.economy')
    await expect(who.call('programme.getPersonBenefit', { personId }), role).rejects.toThrow('lacks programme.economy')
    const client = await world().db.staff.connect()
    try {
      await client.query(`begin; select set_config('app.municipality_id', '${place.id}', true), set_config('app.actor_id', '${who.actor.id}', true), set_config('app.grounds', 'absence,case,health,national_number,protected_address', true), set_config('role', 'app_staff', true)`)
      for (const table of ['benefit_setting', 'benefit_terms', 'benefit_income', 'benefit_run', 'benefit_line', 'benefit_issue', 'benefit_hold']) expect((await client.query(`select from ${table}`)).rowCount, `${role} ${table}`).toBe(0)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
})
