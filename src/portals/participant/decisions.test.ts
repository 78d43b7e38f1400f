import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { DECISION_KINDS } from '#domains/programme/decision/decision.schema.ts'
import { hasTypst } from '#platform/typst.ts'
import { serverLocales } from '#platform/texts.ts'
import { useParticipantPortal } from '#test/participant-browser.ts'
import { GROUNDS, aParticipant } from '#test/programme-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { decisionTexts } from './decision-texts.ts'

const world = useWorld()
const portal = useParticipantPortal(world)

async function aReader() {
  const place = await aMunicipality(world())
  const adviser = await place.as('programme_adviser')
  const mine = await aParticipant(place, adviser)
  const { actor } = await place.participant(mine.personId)
  return { place, adviser, ...mine, ...portal.browser(await portal.signIn(place.id, actor.id)) }
}

test('she finds each decision with what it means, why, until when and how she may complain, and its paper', async () => {
  const { get, decisionId, adviser } = await aReader()
  const list = (await get('/mine/decisions')).body
  expect(list).toContain('Du kan klage i 3 uker fra den dagen du får vite om vedtaket.')
  await adviser.call('programme.noteTold', { id: decisionId, version: 1, toldOn: TODAY, toldHow: 'letter' })
  const { body } = await get(`/mine/decisions/${decisionId}`)
  for (const words of ['Du får introduksjonsprogram i 24 måneder', 'Du kan delta i introduksjonsprogrammet.', 'Du kan klage til og med 11. desember 2026.', 'Klagen skal være skriftlig.', GROUNDS, `/mine/decisions/${decisionId}/paper.pdf`]) expect(body).toContain(words)
  const ukrainian = (await get(`/mine/decisions/${decisionId}`, undefined, 'uk')).body
  expect(ukrainian).toContain(`<p class="portal-text as-written" lang="nb" dir="auto">${GROUNDS}`)
  expect(ukrainian).toContain('Це написано норвезькою.')
})

test('she follows her complaint until it is decided, and is led to the new decision', async () => {
  const { get, decisionId, adviser, personId } = await aReader()
  const [complaintId, newId] = [randomUUID(), randomUUID()]
  await adviser.call('programme.noteTold', { id: decisionId, version: 1, toldOn: TODAY, toldHow: 'letter' })
  await adviser.call('programme.receiveComplaint', { id: complaintId, decisionId, receivedOn: TODAY, receivedHow: 'letter', complainant: 'participant', body: 'Jeg vil ha et annet mål.' })
  expect((await get(`/mine/decisions/${decisionId}`)).body).toContain('Kommunen fikk klagen 20. november 2026. Kommunen ser på klagen.')
  await adviser.call('programme.decide', { id: newId, personId, kind: 'plan_change', decidedOn: TODAY, grounds: GROUNDS, locale: 'nb', replaces: { decisionId, why: 'complaint' } })
  await adviser.call('programme.decideComplaint', { id: complaintId, version: 1, outcome: 'reversed', outcomeOn: TODAY, grounds: 'Hun har rett.', newDecisionId: newId })
  const { body } = await get(`/mine/decisions/${decisionId}`)
  expect(body).toContain('Kommunen har endret vedtaket.')
  expect(body).toContain(`href="/mine/decisions/${newId}"`)
  expect(body).not.toContain('Hun har rett.') // what colleagues wrote about the complaint she gets from them
})

test.skipIf(!hasTypst())('she takes the paper of her own decision, and finds nobody else’s', async () => {
  const { get, place, adviser, decisionId } = await aReader()
  const paper = await get(`/mine/decisions/${decisionId}/paper.pdf`, undefined, 'ar')
  expect([paper.statusCode, paper.headers['content-type'], paper.body.startsWith('%PDF-')]).toEqual([200, 'application/pdf', true])
  const other = await aParticipant(place, adviser)
  for (const url of [`/mine/decisions/${other.decisionId}`, `/mine/decisions/${other.decisionId}/paper.pdf`, '/mine/decisions/x']) expect((await get(url)).statusCode, url).toBe(404)
})

describe.each(serverLocales)('in %s', (locale) => {
  test('every kind of decision is explained', () => {
    const t = decisionTexts(locale)
    expect(new Set(DECISION_KINDS.map((kind) => t(`means.${kind}`))).size).toBe(DECISION_KINDS.length)
  })
})
