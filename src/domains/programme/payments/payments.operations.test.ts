import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { aParticipant, aPayingMunicipality, anApprovedRun, codesOf } from '#test/benefit-run.ts'
import { aSettledPerson } from '#test/programme-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const here = async () => aPayingMunicipality(await aMunicipality(world()))
const childBenefit = (personId: string) => ({ id: randomUUID(), personId, kind: 'child_benefit' as const, payer: 'nav' as const, amountOre: 176_600, isMonthly: true, firstOn: plainDate('2026-10-28') })
const startUp = (personId: string, firstOn = '2026-11-02') => ({ personId, ids: [randomUUID(), randomUUID(), randomUUID()], firstOn: plainDate(firstOn), monthlyOre: 1_200_000 })

test('the benefit stands in the calendar as it was approved and as it can be expected, and is copied nowhere', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  const { adviser } = await anApprovedRun(place)
  const { items, months, hasPayDay } = await adviser.call('programme.getPayments', { personId })
  expect([months.length, months[0], hasPayDay]).toEqual([12, '2026-09-01', true])
  expect(items.slice(0, 3).map(({ kind, payOn, amountOre, isAbout, state }) => [kind, payOn, amountOre, isAbout, state])).toEqual([
    ['introduction_benefit', '2026-11-12', 2_275_817, false, 'paid'], ['introduction_benefit', '2026-12-11', 2_275_817, true, 'expected'], ['introduction_benefit', '2027-01-12', 2_275_817, true, 'expected']])
  expect((await world().owner.query('select from expected_payment where municipality_id = $1', [place.id])).rowCount).toBe(0)
  expect(await adviser.auditTrail(personId)).toContain('programme.getPayments')
  await expect(adviser.call('programme.getPayments', { personId: randomUUID() })).rejects.toThrow(NotFound)
})

test('three months of start-up support are planned in one act, and the days without money before the first benefit are found', async () => {
  const place = await here()
  const { personId } = await aSettledPerson(place)
  const adviser = await place.as('programme_adviser')
  await adviser.call('programme.planStartUpSupport', startUp(personId))
  expect(codesOf(await adviser.refusals('programme.planStartUpSupport', startUp(personId)))).toEqual(['payments.startUpPlanned'])
  const alone = await adviser.call('programme.getPayments', { personId })
  expect(alone.items.map(({ startUpMonth, payOn }) => [startUpMonth, payOn])).toEqual([[1, '2026-11-02'], [2, '2026-12-02'], [3, '2026-12-30']]) // 2 January is a Saturday, and the two days before it are off
  expect([alone.warnings, alone.firstBenefit, alone.mayPlanStartUp]).toEqual([[{ kind: 'gap', from: '2027-02-02', to: null, days: null, meanwhile: [] }], null, false])
  await place.put((tx) => tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: TODAY, decidedOn: TODAY, startsOn: plainDate('2027-01-25'), months: 24, finalGoal: 'work', regime: 'new' }).execute())
  const met = await adviser.call('programme.getPayments', { personId })
  expect([met.warnings.map(({ kind, from, to, days }) => [kind, from, to, days]), met.firstBenefit]).toEqual([[['gap', '2027-02-02', '2027-02-11', 10]], { startsOn: '2027-01-25', payOn: '2027-02-12', isPartOfMonth: true }])
})

test('money is entered, changed with its version, and stopped; what has come stays', async () => {
  const place = await here()
  const personId = await aParticipant(place)
  const adviser = await place.as('programme_adviser')
  const money = childBenefit(personId)
  await adviser.call('programme.saveExpectedPayment', money)
  expect(codesOf(await adviser.refusals('programme.saveExpectedPayment', { ...money, id: randomUUID(), isMonthly: false, lastOn: plainDate('2026-10-01') }))).toEqual(['payments.onlyMonthlyEnds', 'payments.endsBeforeStart'])
  expect(await adviser.call('programme.saveExpectedPayment', { ...money, version: 1, amountOre: 180_000 })).toMatchObject({ version: 2 })
  expect(codesOf(await adviser.refusals('programme.saveExpectedPayment', { ...money, version: 1 }))).toEqual(['stale'])
  await expect(adviser.call('programme.saveExpectedPayment', { ...money, version: 2, personId: await aParticipant(place) })).rejects.toThrow(NotFound)
  const receiptId = randomUUID()
  await adviser.call('programme.notePaymentPaid', { id: receiptId, paymentId: money.id, dueOn: plainDate('2026-10-28'), paidOn: plainDate('2026-10-28') })
  expect(codesOf(await adviser.refusals('programme.notePaymentPaid', { id: randomUUID(), paymentId: money.id, dueOn: plainDate('2026-10-28'), paidOn: TODAY }))).toEqual(['constraint.payment_receipt_once'])
  expect(codesOf(await adviser.refusals('programme.notePaymentPaid', { id: randomUUID(), paymentId: money.id, dueOn: plainDate('2026-11-28'), paidOn: plainDate('2026-11-27') }))).toEqual(['payments.inFuture'])
  expect(codesOf(await adviser.refusals('programme.saveExpectedPayment', { ...money, version: 2, firstOn: plainDate('2026-10-27') }))).toEqual(['payments.hasCome'])
  expect(codesOf(await adviser.refusals('programme.stopExpectedPayment', { paymentId: money.id, version: 2, stoppedOn: plainDate('2026-10-28') }))).toEqual(['payments.stoppedBeforePaid'])
  await adviser.call('programme.stopExpectedPayment', { paymentId: money.id, version: 2, stoppedOn: TODAY })
  const items = (await adviser.call('programme.getPayments', { personId })).items.filter(({ kind }) => kind === 'child_benefit')
  expect(items.map(({ dueOn, state, notedBy, receiptId: noted }) => [dueOn, state, notedBy !== null, noted])).toEqual([['2026-10-28', 'paid', true, receiptId]])
  await adviser.call('programme.withdrawPaymentNote', { receiptId })
  expect(codesOf(await adviser.refusals('programme.withdrawPaymentNote', { receiptId }))).toEqual(['payments.notNoted'])
})

test('a participant sees her own money in her language and nobody else’s, by the database too; what was stopped is not shown', async () => {
  const place = await here()
  const [personId, otherId] = [await aParticipant(place), await aParticipant(place)]
  const adviser = await place.as('programme_adviser')
  const stopped = { ...childBenefit(personId), id: randomUUID(), kind: 'housing_support' as const, payer: 'husbanken' as const, firstOn: plainDate('2026-11-20') }
  for (const one of [childBenefit(personId), childBenefit(otherId), stopped]) await adviser.call('programme.saveExpectedPayment', one)
  await adviser.call('programme.stopExpectedPayment', { paymentId: stopped.id, version: 1, stoppedOn: plainDate('2026-11-20') })
  const she = await place.participant(personId)
  const mine = await she.call('programme.getMyPayments', { locale: 'en' })
  expect(mine.next.map(({ kind, payer, payOn, amount }) => [kind, payer, payOn, amount?.replaceAll('\u00a0', ' ')])).toEqual([['child_benefit', 'nav', '2026-11-27', 'NOK 1,766.00']])
  expect(mine.months.flatMap(({ items }) => items).filter(({ kind }) => kind === 'housing_support')).toEqual([])
  expect((await she.call('programme.getMyPayments', { locale: 'ar' })).months.flatMap(({ items }) => items).some(({ kind, isAbout }) => kind === 'introduction_benefit' && isAbout)).toBe(true)
  const seen = await world().db.portal.connect()
  try {
    await seen.query(`begin; select set_config('app.municipality_id', '${place.id}', true), set_config('app.actor_id', '${she.actor.id}', true), set_config('app.person_id', '${personId}', true), set_config('role', 'app_participant', true)`)
    expect((await seen.query('select distinct person_id from expected_payment')).rows).toEqual([{ person_id: personId }])
    await expect(seen.query(`insert into payment_receipt (id, person_id, payment_id, due_on, paid_on, noted_at) values ('${randomUUID()}', '${personId}', '${stopped.id}', '2026-11-20', '2026-11-20', now())`)).rejects.toMatchObject({ code: '42501' })
  } finally {
    await seen.query('rollback')
    seen.release()
  }
  await expect(she.call('programme.getPayments', { personId })).rejects.toThrow('lacks programme.economy')
})

test('when two persons were one, what each was to get is hers who stays', async () => {
  const place = await here()
  const [keepId, goneId] = [(await aSettledPerson(place)).personId, (await aSettledPerson(place)).personId]
  const adviser = await place.as('programme_adviser')
  for (const personId of [keepId, goneId]) {
    await adviser.call('programme.planStartUpSupport', startUp(personId))
    const money = childBenefit(personId)
    await adviser.call('programme.saveExpectedPayment', money)
    await adviser.call('programme.notePaymentPaid', { id: randomUUID(), paymentId: money.id, dueOn: money.firstOn, paidOn: money.firstOn })
  }
  await adviser.call('people.mergePersons', { keepId, goneId, keepVersion: 1, goneVersion: 1, fromGone: [] })
  const { payments, items } = await adviser.call('programme.getPayments', { personId: keepId })
  expect([payments.length, items.filter(({ state }) => state === 'paid').length]).toEqual([8, 2])
})
