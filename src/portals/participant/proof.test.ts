import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { serverLocales } from '#platform/texts.ts'
import { plainDate } from '#shared/date.ts'
import { useParticipantPortal } from '#test/participant-browser.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const portal = useParticipantPortal(world)

async function aVisitor() {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const [personId, educationId, caseId, skillId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await here.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk', adviserId: adviser.actor.id }).execute()
    await tx.insertInto('education').values({ id: educationId, personId, level: 6, field: 'Sykepleie' }).execute()
    await tx.insertInto('skill').values([{ id: skillId, personId, name: 'Stell <av> eldre', evidence: 'observed', knownOn: plainDate('2026-10-01'), seenBy: 'Kari Moen' }, { id: randomUUID(), personId, name: 'Synger', evidence: 'claimed' }]).execute()
  })
  await adviser.call('competence.openRecognition', { id: caseId, personId, educationId, authorityId: randomUUID(), scheme: 'profession', authorityName: 'Helsedirektoratet', profession: 'Sykepleier', responsibleId: adviser.actor.id,
    documents: [{ id: randomUUID(), name: 'Vitnemål', gatheredBy: 'person', translation: 'needed', translationPayer: 'municipality' }] })
  const { actor } = await here.participant(personId)
  return { here, adviser, caseId, skillId, personId, ...portal.browser(await portal.signIn(here.id, actor.id)) }
}

test('she reads where her case is and what she must do', async () => {
  const { get, adviser, caseId } = await aVisitor()
  const before = (await get('/mine/recognition')).body
  expect(before).toMatch(/Vi samler papirene[\s\S]*Finn og ta med: <bdi lang="nb">Vitnemål[\s\S]*Må oversettes:[\s\S]*kommunen betaler/)
  await adviser.call('competence.addRecognitionStep', { id: randomUUID(), caseId, kind: 'sent', onDay: plainDate('2026-11-01') })
  expect((await get('/mine/recognition')).body).toMatch(/Venter på svar[\s\S]*Du har ventet 19 dager[\s\S]*Vi vet ikke hvor lang tid det tar[\s\S]*Du trenger ikke gjøre noe nå/)
})

test('she chooses what to show, makes one sheet however often she sends it, reads it as PDF, and withdraws it', async () => {
  const { get, post, skillId } = await aVisitor()
  const page = (await get('/mine/proof')).body
  expect(page).toMatch(new RegExp(`name="item.skill:${skillId}" checked`))
  expect(page).toContain('Stell &lt;av&gt; eldre')
  expect(page.match(/ checked/g)).toHaveLength(1)
  expect((await post('/mine/proof', { action: 'issue', id: randomUUID() })).statusCode).toBe(422)
  const id = randomUUID()
  for (const _ of [1, 2]) expect((await post('/mine/proof', { action: 'issue', id, [`item.skill:${skillId}`]: 'on' })).headers.location).toBe('/mine/proof?done=notice.made')
  const made = (await get('/mine/proof?done=notice.made')).body
  expect(made.match(new RegExp(`/mine/proof/${id}/nb`, 'g'))).toHaveLength(1)
  const file = await get(`/mine/proof/${id}/nb`)
  expect([file.statusCode, file.headers['content-type'], file.body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  expect((await get(`/mine/proof/${id}/xx`)).statusCode).toBe(404)
  expect((await post('/mine/proof', { action: 'withdraw', id })).headers.location).toBe('/mine/proof?done=notice.withdrawn')
  expect((await get('/mine/proof')).body).toContain('Trukket tilbake')
})

test('she answers in her own words to what was seen; without words it is sent back, and from elsewhere refused', async () => {
  const { post, adviser, personId, skillId } = await aVisitor()
  const answer = { action: 'answer', kind: 'skill', id: skillId }
  expect((await post('/mine/proof', { ...answer, answer: ' ' })).statusCode).toBe(422)
  expect((await post('/mine/proof', { ...answer, answer: 'نعم' })).statusCode).toBe(303)
  expect((await adviser.call('competence.getCompetence', { personId })).skills.find(({ id }) => id === skillId)?.personAnswer).toBe('نعم')
  expect((await post('/mine/proof', { ...answer, answer: 'x' }, { origin: 'https://evil.example' })).statusCode).toBe(422)
})

test.each(serverLocales)('both pages are written in %s', async (locale) => {
  const { get } = await aVisitor()
  for (const url of ['/mine/recognition', '/mine/proof']) {
    const { statusCode, body } = await get(url, undefined, locale)
    expect([statusCode, body.includes(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`)]).toEqual([200, true])
  }
})
