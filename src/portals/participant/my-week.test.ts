import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { useParticipantPortal } from '#test/participant-browser.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const portal = useParticipantPortal(world)
// NOW is Friday 20 November 2026, ten in the morning in Norway

/** A participant with a class today from 09 to 12, signed in. */
async function aVisitor() {
  const here = await aMunicipality(world())
  const [personId, activityId] = [randomUUID(), randomUUID()]
  await here.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Amina', familyName: 'Ali' }).execute()
    await tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: plainDate('2026-08-01'), decidedOn: plainDate('2026-08-01'), startsOn: plainDate('2026-08-17'), months: 24, finalGoal: 'work', regime: 'new' }).execute()
    await tx.insertInto('activity').values({ id: activityId, kind: 'norwegian', title: 'Norsk <A>', place: 'Rom 2', schedule: JSON.stringify([1, 5].map((weekday) => ({ weekday, from: '09:00', to: '12:00' }))), fromDate: plainDate('2026-08-17') }).execute()
    await tx.insertInto('activityParticipant').values({ id: randomUUID(), activityId, personId, fromDate: plainDate('2026-08-17') }).execute()
  })
  const { actor } = await here.participant(personId)
  const token = await portal.signIn(here.id, actor.id)
  const { get: open, post } = portal.browser(token)
  const get = (url: string, language = 'nb') => open(url, token, language)
  return { here, activityId, personId, get, post }
}

test('her week is what she meets first, with today on top, in her language', async () => {
  const { get } = await aVisitor()
  expect((await get('/mine')).headers.location).toBe('/mine/week')
  const { body } = await get('/mine/week')
  expect(body).toContain('Norsk &lt;A&gt;')
  expect(body.indexOf('I dag')).toBeLessThan(body.indexOf('Hele uken'))
  expect(body.match(/09:00–12:00/g)).toHaveLength(3)
  expect((await get('/mine/week?day=2026-11-24')).body).not.toContain('I dag,')
  for (const [language, title] of [['nn', 'Veka mi'], ['en', 'My week'], ['uk', 'Мій тиждень'], ['ar', 'أسبوعي']] as const) {
    const page = (await get('/mine/week', language)).body
    expect([page.includes(title), page.includes(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)]).toEqual([true, true])
  }
})

test('she says that she is here, once however often she presses', async () => {
  const { here, get, post, activityId } = await aVisitor()
  const id = randomUUID()
  for (const _ of [1, 2]) expect((await post('/mine/week/here', { id, sourceId: activityId })).headers.location).toBe('/mine/week?done=here')
  expect((await get('/mine/week?done=here')).body).toContain('Du har meldt at du er her')
  expect(await here.put((tx) => tx.selectFrom('attendance').select(['state', 'how']).execute())).toEqual([{ state: 'late', how: 'check_in' }])
  const again = await post('/mine/week/here', { id: randomUUID(), sourceId: activityId })
  expect([again.statusCode, again.body.includes('alt ført')]).toEqual([422, true])
})

test('she says that she cannot come, and is told whether her own word is enough', async () => {
  const { get, post } = await aVisitor()
  expect((await get('/mine/week')).body).toContain('inntil 3 dager')
  const form = { id: randomUUID(), fromDate: TODAY, toDate: TODAY, words: 'Jeg er syk' }
  expect((await post('/mine/week/absent', form)).headers.location).toBe('/mine/week?done=absent')
  expect((await get('/mine/week')).body).toContain('Du har meldt fra')
  const refused = await post('/mine/week/absent', { ...form, id: randomUUID(), fromDate: 'i morgen' })
  expect([refused.statusCode, refused.body.includes('Skriv en dag')]).toEqual([422, true])
  expect((await post('/mine/week/absent', { ...form, id: randomUUID() }, { origin: 'https://evil.example' })).statusCode).toBe(422)
})

test('she takes her calendar with her', async () => {
  const { get } = await aVisitor()
  const answer = await get('/mine/week/calendar.ics')
  expect([answer.headers['content-type'], answer.body.startsWith('BEGIN:VCALENDAR')]).toEqual(['text/calendar; charset=utf-8', true])
})
