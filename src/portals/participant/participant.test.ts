import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { serverLocales } from '#platform/texts.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { ORIGIN, useParticipantPortal } from '#test/participant-browser.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { weekTable } from './week.ts'

const world = useWorld()
const portal = useParticipantPortal(world)

async function aVisitor() {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here)
  const signedIn = (accountId: string) => portal.signIn(here.id, accountId)
  const { actor } = await here.participant(personId)
  const token = await signedIn(actor.id)
  return { here, personId, token, signedIn, ...portal.browser(token) }
}

test('a participant sees what is open, applies once however often she sends it, and finds her application', async () => {
  const { here, get, post } = await aVisitor()
  const { openingId } = await aPlace(here, { isOpenToParticipants: true, title: 'Kafé <Fjord>' })
  await aPlace(here, { title: 'Ikke åpen' })
  const list = (await get('/mine/places')).body
  expect(list).toContain('Kafé &lt;Fjord&gt;')
  expect(list).not.toContain('Ikke åpen')
  const page = (await get(`/mine/places/${openingId}`)).body
  expect(page).toContain('Kan følge en muntlig beskjed')
  expect(page).toContain('08:00–14:00')
  const id = randomUUID()
  for (const _ of [1, 2]) expect((await post(`/mine/places/${openingId}/apply`, { id, text: 'Jeg vil lære' }, { origin: ORIGIN })).headers.location).toBe('/mine/applications?sent=1')
  const mine = (await get('/mine/applications?sent=1')).body
  expect(mine.match(/Jeg vil lære/g)).toHaveLength(1)
  expect(mine).toContain('Veilederen din tar kontakt med deg')
  const again = await post(`/mine/places/${openingId}/apply`, { id: randomUUID(), text: 'En gang til' })
  expect([again.statusCode, again.body.includes('Du har allerede søkt her')]).toEqual([422, true])
})

test('an application without words is sent back with what to do', async () => {
  const { here, post } = await aVisitor()
  const { openingId } = await aPlace(here, { isOpenToParticipants: true })
  const answer = await post(`/mine/places/${openingId}/apply`, { id: randomUUID(), text: ' ' })
  expect([answer.statusCode, answer.body.includes('Skriv noe før du sender')]).toEqual([422, true])
})

test('a form from elsewhere, a closed place, a colleague and nobody are refused', async () => {
  const { here, get, post, signedIn } = await aVisitor()
  const { openingId } = await aPlace(here)
  expect((await post(`/mine/places/${openingId}/apply`, { id: randomUUID(), text: 'x' }, { origin: 'https://evil.example' })).statusCode).toBe(422)
  expect((await get(`/mine/places/${openingId}`)).statusCode).toBe(404)
  expect((await get('/mine/places/not-an-id')).statusCode).toBe(404)
  const adviser = await here.as('programme_adviser')
  expect((await get('/mine/places', await signedIn(adviser.actor.id))).statusCode).toBe(404)
  expect((await get('/mine/places', 'nobody')).statusCode).toBe(401)
})

test('she sees who has read about her', async () => {
  const { here, personId, get } = await aVisitor()
  const adviser = await here.as('programme_adviser')
  await adviser.call('matching.matchesForPerson', { personId })
  await adviser.call('people.getPerson', { personId })
  await adviser.call('competence.getCompetence', { personId })
  await get('/mine/places')
  const { body } = await get('/mine/readings')
  expect([...body.matchAll(/<td><bdi>(\w+)/g)].map(([, name]) => name)).toEqual(['programme_adviser', 'programme_adviser']) // her own visits are no news to her
  expect(body).toContain('Så etter praksis eller jobb for deg (1 gang)')
  expect(body).toContain('Leste opplysninger om deg (2 ganger)')
})

describe.each(serverLocales)('in %s', (locale) => {
  test('every page is written in her language and direction', async () => {
    const { here, token, get, post } = await aVisitor()
    const { openingId } = await aPlace(here, { isOpenToParticipants: true })
    const chosen = await post('/mine/language', { locale, to: '/mine/readings' })
    expect(chosen.headers.location).toBe('/mine/readings')
    expect(chosen.cookies).toMatchObject([{ name: 'fotfeste_language', value: locale, httpOnly: true }])
    for (const url of ['/mine/places', `/mine/places/${openingId}`, '/mine/applications', '/mine/payments', '/mine/benefit', '/mine/decisions', '/mine/readings']) {
      const { statusCode, body } = await get(url, token, locale)
      expect([statusCode, body.includes(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`)]).toEqual([200, true])
    }
  })
})

test('a week is drawn and written, in the order of the days', () => {
  const text = weekTable('nb', [{ weekday: 3, from: '22:00', to: '06:00' }, { weekday: 1, from: '08:00', to: '12:00' }, { weekday: 1, from: '13:00', to: '15:00' }], 'Uke').text
  expect([...text.matchAll(/scope="row">([a-zø]+)</g)].map(([, day]) => day)).toEqual(['mandag', 'onsdag'])
  expect(text).toContain('08:00–12:00, 13:00–15:00')
  expect(text).toContain('x="96" y="0" width="4"')
})
