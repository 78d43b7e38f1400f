import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hasTypst } from '#platform/typst.ts'
import { serverLocales } from '#platform/texts.ts'
import { addMonths, plainDate } from '#shared/date.ts'
import { OCTOBER, aParticipant, aPayingMunicipality, anApprovedRun } from '#test/benefit-run.ts'
import { useParticipantPortal } from '#test/participant-browser.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const portal = useParticipantPortal(world)

async function aVisitor() {
  const place = await aPayingMunicipality(await aMunicipality(world()))
  const personId = await aParticipant(place)
  const { adviser, runId } = await anApprovedRun(place)
  const { actor } = await place.participant(personId)
  const money = { id: randomUUID(), personId, kind: 'child_benefit' as const, payer: 'nav' as const, amountOre: 176_600, isMonthly: true, firstOn: plainDate('2026-11-28') }
  await adviser.call('programme.saveExpectedPayment', money)
  return { place, adviser, runId, money, ...portal.browser(await portal.signIn(place.id, actor.id)) }
}

test('she reads what comes next, from whom, when and how much, then month by month, and whom to ask', async () => {
  const { get, adviser, money } = await aVisitor()
  const { body } = await get('/mine/payments')
  expect(body).toMatch(/Om 7 dager.*fredag 27\. november.*Barnetrygd.*1.766,00.kr.*Fra Nav/s) // the 28th is a Saturday
  expect(body).toMatch(/torsdag 12\. november.*22.758,17.kr.*Pengene er betalt/s)
  expect(body).toMatch(/Omtrent .?22.758.kr/)
  expect(body).toContain('Penger fra Nav: Nav, på nav.no')
  expect(body).not.toContain('husbanken.no')
  await adviser.call('programme.stopExpectedPayment', { paymentId: money.id, version: 1, stoppedOn: plainDate('2026-11-28') })
  expect((await get('/mine/payments')).body).not.toContain('Barnetrygd')
})

test('one entry of her menu holds both pages of her money', async () => {
  const { get } = await aVisitor()
  for (const url of ['/mine/payments', '/mine/benefit']) {
    const { body } = await get(url)
    expect(body).toMatch(/href="\/mine\/payments" aria-current="page">.*<span>Pengene mine/)
    expect(body).toContain(`href="${url}" aria-current="page"`)
  }
})

test.skipIf(!hasTypst())('she takes her payslip as PDF, and nobody else’s', async () => {
  const { get, runId, place } = await aVisitor()
  expect((await get('/mine/benefit')).body).toContain(`/mine/benefit/${runId}/paper.pdf`)
  const paper = await get(`/mine/benefit/${runId}/paper.pdf`)
  expect([paper.statusCode, paper.headers['content-type'], paper.headers['cache-control'], paper.body.startsWith('%PDF-')]).toEqual([200, 'application/pdf', 'no-store', true])
  const newcomer = await aParticipant(place, { startsOn: addMonths(OCTOBER, 2) })
  const other = await portal.signIn(place.id, (await place.participant(newcomer)).actor.id)
  expect((await get(`/mine/benefit/${runId}/paper.pdf`, other)).statusCode).toBe(404)
  expect((await get('/mine/benefit/x/paper.pdf')).statusCode).toBe(404)
})

describe.each(serverLocales)('in %s', (locale) => {
  test('there is a text for every kind of money, and one who has none is told whom to ask', async () => {
    const { get, adviser, money } = await aVisitor()
    const kinds = ['start_sum', 'municipal_support', 'social_assistance', 'cash_for_care', 'housing_support', 'parental_benefit', 'other_nav', 'wages', 'other'] as const
    for (const kind of kinds) await adviser.call('programme.saveExpectedPayment', { ...money, id: randomUUID(), kind, payer: kind === 'housing_support' ? 'husbanken' : kind === 'wages' ? 'employer' : 'other', payerName: null })
    await adviser.call('programme.planStartUpSupport', { personId: money.personId, ids: [randomUUID(), randomUUID(), randomUUID()], firstOn: plainDate('2026-12-01') })
    const { statusCode, body } = await get('/mine/payments', undefined, locale)
    expect([statusCode, body.includes('undefined'), (body.match(/my-slot__time/g) ?? []).length > 20]).toEqual([200, false, true])
    const place = await aMunicipality(world())
    const nobody = await portal.signIn(place.id, (await place.participant(await aParticipant(place, { endedOn: '2026-02-01' }))).actor.id)
    expect((await get('/mine/payments', nobody, locale)).statusCode).toBe(200)
  })
})
