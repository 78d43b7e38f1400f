import { expect, test } from 'vitest'
import { useParticipantPortal } from '#test/participant-browser.ts'
import { YES, aPutForward, aSharedPlace, aSide, anAgreement } from '#test/sharing.ts'
import { useWorld } from '#test/world.ts'

const world = useWorld()
const portal = useParticipantPortal(world)
const path = '/mine/applications'

test('she reads which neighbour sees what, in her language, takes it back, and reads who has looked', async () => {
  const [owner, neighbour] = [await aSide(world()), await aSide(world())]
  await anAgreement(owner, neighbour)
  const openingId = await aSharedPlace(owner, neighbour, { title: 'Kaféhjelp <1>' })
  const { id, personId } = await aPutForward(neighbour, openingId)
  await owner.broker.call('matching.readFromNeighbour', { id })
  const token = await portal.signIn(neighbour.here.id, (await neighbour.here.participant(personId)).actor.id)
  const { get, post } = portal.browser(token)
  const { body } = await get(path)
  expect([body.includes('Kaféhjelp &lt;1&gt;'), body.includes(YES), body.includes(`Kommune ${owner.here.number} kan se det du sa ja til`)]).toEqual([true, true, true])
  // what the neighbour sees, to the letter: her languages and her work, and no name, for she did not say yes to that
  expect([body.includes('Dette ser de'), body.includes('Forstå norsk når andre snakker: A2'), /<bdi>Kokk, \d år, 2019<\/bdi>/.test(body), body.includes('<bdi>Utpekt</bdi>')]).toEqual([true, true, true, false])
  for (const [language, title] of [['en', 'Shown in neighbouring municipalities'], ['uk', 'Показано в сусідніх муніципалітетах'], ['ar', 'معروض في بلديات مجاورة']] as const) expect((await get(path, token, language)).body).toContain(title)
  expect((await get('/mine/readings')).body).toContain('En nabokommune')
  for (const _ of [1, 2]) expect((await post(`${path}/${id}/take-back`, {})).headers.location).toBe(`${path}?back=1`)
  const after = (await get(`${path}?back=1`)).body
  expect([after.includes('Du har tatt det tilbake'), after.includes('take-back')]).toEqual([true, false])
  expect((await owner.broker.call('matching.listFromNeighbours', {})).rows).toEqual([])
})

test('what is not hers is not there, and a form from elsewhere is refused', async () => {
  const [owner, neighbour] = [await aSide(world()), await aSide(world())]
  await anAgreement(owner, neighbour)
  const [hers, other] = [await aPutForward(neighbour, await aSharedPlace(owner, neighbour)), await aPutForward(neighbour, await aSharedPlace(owner, neighbour))]
  const token = await portal.signIn(neighbour.here.id, (await neighbour.here.participant(other.personId)).actor.id)
  const { post } = portal.browser(token)
  expect((await post(`${path}/${hers.id}/take-back`, {})).statusCode).toBe(404)
  expect((await post(`${path}/${other.id}/take-back`, {}, { origin: 'https://evil.example' })).statusCode).toBe(422)
})
