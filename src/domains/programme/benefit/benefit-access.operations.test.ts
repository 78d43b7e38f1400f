import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { OCTOBER, aParticipant, aPayingMunicipality, aPreparedRun, anApprovedRun, anIncome, codesOf } from '#test/benefit-run.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import type { Caller, Municipality } from '#test/world.ts'

const world = useWorld()
const here = async (): Promise<Municipality> => aPayingMunicipality(await aMunicipality(world()))

test('the file for payroll: only what was approved, the same each time, numbers only for those who may see them', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  await place.put((tx) => tx.insertInto('personNumber').values({ personId, kind: 'fnr', number: '01039012345' }).execute())
  const adviser = await place.as('programme_adviser')
  const early = await aPreparedRun(adviser)
  expect(codesOf(await adviser.refusals('programme.getPayrollFile', { runId: early.runId }))).toEqual(['benefit.notApproved'])
  const approver = await place.as('benefit_approver')
  await approver.call('programme.approveBenefitRun', early)
  const file = async (who: Caller) => new TextDecoder().decode((await who.call('programme.getPayrollFile', { runId: early.runId })).bytes)
  const rows = (await file(approver)).split('\r\n')
  expect(rows.slice(0, 2)).toEqual(['type;deltaker;lonnsreferanse;fodselsnummer;linje;gjelder;utbetales;belop', `linje;${personId};4711;;base;2026-10;2026-11-12;22758,17`])
  expect(rows[2]).toMatch(/^kontroll;1;;;[0-9a-f]{64};2026-10;2026-11-12;22758,17$/)
  expect(await file(adviser)).toContain(`;4711;01039012345;base`)
  expect(await approver.auditTrail(personId)).toContain('programme.getPayrollFile')
  await place.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', personId).execute())
  expect(codesOf(await approver.refusals('programme.getPayrollFile', { runId: early.runId }))).toEqual(['benefit.fileDiffers'])
})

test('a hold keeps reductions back and is ended once; its reason is one of three', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  const adviser = await place.as('programme_adviser')
  const { runId } = await aPreparedRun(adviser)
  const id = randomUUID()
  await adviser.call('programme.holdBenefit', { id, personId, fromOn: OCTOBER, reason: 'being_clarified' })
  expect(codesOf(await adviser.refusals('programme.holdBenefit', { id: randomUUID(), personId, fromOn: OCTOBER, reason: 'being_clarified' }))).toEqual(['constraint.benefit_hold_one_open'])
  expect((await adviser.call('programme.getBenefitRun', { runId })).held).toMatchObject([{ personId, since: OCTOBER, reason: 'being_clarified' }])
  expect(codesOf(await adviser.refusals('programme.releaseBenefit', { holdId: id, version: 1, releasedOn: plainDate('2026-09-01') }))).toEqual(['benefit.endsBeforeStart'])
  await adviser.call('programme.releaseBenefit', { holdId: id, version: 1, releasedOn: plainDate('2026-11-01') })
  expect((await adviser.call('programme.getPersonBenefit', { personId })).holds).toMatchObject([{ releasedOn: '2026-11-01' }])
  expect(codesOf(await adviser.refusals('programme.releaseBenefit', { holdId: id, version: 2, releasedOn: plainDate('2026-11-02') }))).toEqual(['benefit.alreadyReleased'])
})

test('terms, income and pay day are saved with their version, and refused when they cannot be', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  const adviser = await place.as('programme_adviser')
  const [terms] = (await adviser.call('programme.getPersonBenefit', { personId })).terms
  expect(codesOf(await adviser.refusals('programme.saveBenefitTerms', { id: randomUUID(), personId, fromOn: plainDate('2026-01-05') }))).toEqual(['constraint.benefit_terms_once'])
  expect(await adviser.call('programme.saveBenefitTerms', { id: terms?.id ?? '', personId, version: 1, fromOn: plainDate('2026-01-06') })).toMatchObject({ version: 2 })
  expect(codesOf(await adviser.refusals('programme.saveBenefitIncome', { ...anIncome(personId), kind: 'sickness_benefit', toOn: plainDate('2026-09-01') }))).toEqual(['benefit.endsBeforeStart', 'benefit.earnedBefore'])
  expect(codesOf(await adviser.refusals('programme.saveBenefitIncome', { ...anIncome(personId), kind: 'paid_work' }))).toEqual(['benefit.hoursOfPaidWork'])
  await expect(adviser.call('programme.saveBenefitTerms', { id: terms?.id ?? '', personId: await aParticipant(place), version: 2, fromOn: plainDate('2026-01-06') })).rejects.toThrow(NotFound)
  expect(codesOf(await adviser.refusals('programme.saveBenefitSetting', { id: randomUUID(), payDay: 20, monthsAfter: 1 }))).toEqual(['constraint.benefit_setting_one'])
  const { setting } = await adviser.call('programme.listBenefitRuns', {})
  expect(await adviser.call('programme.saveBenefitSetting', { id: setting?.id ?? '', version: 1, payDay: 20, monthsAfter: 1 })).toMatchObject({ version: 2 })
})

test('a participant reads her own payslips in her language, and nobody else’s, and nothing before it is approved', async () => {
  const place = await here()
  const [personId, otherId] = [await aParticipant(place), await aParticipant(place, { birthDate: '2004-03-01' })]
  const adviser = await place.as('programme_adviser')
  const run = await aPreparedRun(adviser)
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
  await expect(adviser.call('programme.getPayslip', { runId: run.runId, personId: randomUUID() })).rejects.toThrow(NotFound)
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
  await anApprovedRun(place)
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
