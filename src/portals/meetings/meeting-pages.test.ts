import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pageStyle } from '#platform/page-style.ts'
import { serverLocales } from '#platform/texts.ts'
import { plainDate } from '#shared/date.ts'
import { linkBrowser } from '#test/link-browser.ts'
import { aDayWithLinks } from '#test/meeting-links.ts'
import { useParticipantPortal } from '#test/participant-browser.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'
import { meetingStyle } from './meeting-style.ts'
import { alone } from './register-day.ts'

const world = useWorld()
const portal = useParticipantPortal(world)
const browser = (now = NOW) => linkBrowser(world(), now)
const day = async (given?: Parameters<typeof aDayWithLinks>[2]) => {
  const here = await aMunicipality(world())
  return { here, ...(await aDayWithLinks(world(), here, given)) }
}
const tap = (token: string, fields: Record<string, string>) => browser().tap(token, fields)

describe('a guest’s invitation', () => {
  test('says when and where in her language, and takes her answer, what she needs and whom she wants to meet', async () => {
    const { amina, aminaId, cafeId, bakeryId, here } = await day({ state: 'invited' })
    expect((await browser().get(amina)).body).toContain('Møt &lt;arbeidslivet&gt;')
    for (const [language, words] of [['nn', 'Ja, eg kjem'], ['en', 'Yes, I am coming'], ['uk', 'Так, я прийду'], ['ar', 'نعم، سآتي']] as const) {
      const { body } = await browser().get(amina, `?lang=${language}`)
      expect([body.includes(words), body.includes(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)]).toEqual([true, true])
    }
    expect((await browser().post(amina, { action: 'reply', reply: 'yes' })).body).toContain('Du har svart at du kommer')
    await browser().post(amina, { action: 'about', language: 'ti', from: '10:00', to: '', showName: 'on', introduction: 'Jeg baker' })
    await browser().post(amina, { action: 'wishes', [`wish.${cafeId}`]: '3', [`wish.${bakeryId}`]: '-1' })
    // a press of another answer leaves what she needs as it was
    await browser().post(amina, { action: 'reply', reply: 'later' })
    const rows = await here.put((tx) => tx.selectFrom('meetingGuest').select(['reply', 'language', 'fromTime', 'toTime', 'shownName', 'introduction']).where('id', '=', aminaId).execute())
    expect(rows).toEqual([{ reply: 'later', language: 'ti', fromTime: '10:00', toTime: null, shownName: 'Amina', introduction: 'Jeg baker' }])
    const wishes = await here.put((tx) => tx.selectFrom('meetingWish').select(['meetingEmployerId', 'byGuest']).where('guestId', '=', aminaId).execute())
    expect(new Map(wishes.map(({ meetingEmployerId, byGuest }) => [meetingEmployerId, byGuest]))).toEqual(new Map([[cafeId, 3], [bakeryId, -1]]))
  })

  test('says why an answer cannot be taken, in words', async () => {
    const { amina, here, aminaPersonId } = await day({ state: 'invited' })
    await browser().post(amina, { action: 'reply', reply: 'yes' })
    expect((await browser().post(amina, { action: 'about', from: '11:00', to: '10:00' })).body).toContain('Du må gå etter at du kommer')
    await here.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', aminaPersonId).execute())
    expect((await browser().post(amina, { action: 'about', showName: 'on' })).body).not.toContain('Det er lagret')
    const late = await day({ state: 'live' })
    expect((await browser().post(late.amina, { action: 'reply', reply: 'no' })).body).toContain('Fristen er ute')
  })

  test('is for one from elsewhere too, without a case: she gives the name herself', async () => {
    const { stranger, strangerId, here } = await day({ state: 'invited' })
    expect((await browser().get(stranger)).body).toContain('name="name"')
    await browser().post(stranger, { action: 'about', showName: 'on', name: 'Per' })
    expect(await here.put((tx) => tx.selectFrom('meetingGuest').select('shownName').where('id', '=', strangerId).execute())).toEqual([{ shownName: 'Per' }])
  })
})

describe('her day on the telephone', () => {
  test('shows her number, what is now with table and room, and nobody else', async () => {
    const { amina } = await day()
    const { body, statusCode } = await browser().day(amina)
    expect(statusCode).toBe(200)
    const now = body.slice(body.indexOf('data-state="now"'), body.indexOf('data-state="past"'))
    for (const words of ['Fjordvik Bakeri', '10:00–10:20', 'Storsalen']) expect(now).toContain(words)
    expect(body).toMatch(/class="badge" data-size="large"><bdi dir="ltr">14</)
    for (const other of ['Oksana', 'Hemmelig', '27', '31']) expect(body.replaceAll(/[\w-]*[0-9a-f]{8}[\w-]*|<[^>]*>/g, '')).not.toContain(other)
    expect((await browser().day(amina, '?lang=ar')).body).toContain('<html lang="ar" dir="rtl"')
  })

  test('says that a meeting was moved, and takes her yes to meeting again, once', async () => {
    const { amina, aminaId, bakeryId, cafeId, here } = await day()
    expect((await browser().day(amina)).body).not.toContain('class="stop__moved"')
    await here.put((tx) => tx.updateTable('meetingSlot').set({ movedAt: NOW.toISOString() as never, round: 2 }).where('guestId', '=', aminaId).where('meetingEmployerId', '=', bakeryId).execute())
    expect((await browser().day(amina)).body).toContain('class="stop__moved"')
    const press = { action: 'again', id: randomUUID(), employer: cafeId, again: 'yes', at: '2026-11-20T08:59:00.000Z' }
    expect((await tap(amina, press)).json()).toEqual({ refused: null })
    expect((await tap(amina, press)).json()).toEqual({ refused: null })
    expect((await tap(amina, { ...press, id: randomUUID(), again: 'no', at: '2026-11-20T08:00:00.000Z' })).json()).toEqual({ refused: null })
    expect(await here.put((tx) => tx.selectFrom('meetingOutcome').select(['guestAgain', 'version']).execute())).toEqual([{ guestAgain: true, version: 1 }])
  })

  test('shows what employers see of her, and takes it back with one press, by the link and signed in', async () => {
    const { here, dayId, aminaId, amina, oksanaId, oksanaPersonId, cafe } = await day()
    await here.put((tx) => tx.updateTable('meetingGuest').set({ shownName: 'Amina', introduction: 'Jeg baker' }).where('id', '=', aminaId).execute())
    expect((await browser().day(amina)).body).toContain('Dette ser arbeidsgiverne om deg')
    expect((await browser().postDay(amina, { action: 'hide' })).statusCode).toBe(303)
    expect((await browser().day(amina)).body).not.toContain('Dette ser arbeidsgiverne om deg')
    const she = portal.browser(await portal.signIn(here.id, (await here.participant(oksanaPersonId)).actor.id))
    expect((await she.post(`/mine/meetings/${dayId}/day`, { action: 'hide' })).statusCode).toBe(303)
    expect(await here.put((tx) => tx.selectFrom('meetingGuest').select(['shownName', 'introduction']).where('id', 'in', [aminaId, oksanaId]).execute())).toEqual([{ shownName: null, introduction: null }, { shownName: null, introduction: null }])
    expect((await browser().day(cafe)).body).not.toMatch(/Amina|Oksana|kokk|baker/)
  })

  test('is hers when she is signed in, and another’s is not found', async () => {
    const { here, dayId, aminaPersonId, oksanaPersonId } = await day()
    const signedIn = async (personId: string) => { const token = await portal.signIn(here.id, (await here.participant(personId)).actor.id); return portal.browser(token) }
    const she = await signedIn(aminaPersonId)
    expect((await she.get('/mine/meetings')).body).toContain(`/mine/meetings/${dayId}/day`)
    const { body } = await she.get(`/mine/meetings/${dayId}/day`)
    expect([body.includes('Fjordvik Bakeri'), body.includes('data-keep'), body.includes('class="portal-menu"')]).toEqual([true, false, true])
    const other = await signedIn(oksanaPersonId)
    expect((await other.get(`/mine/meetings/${dayId}/day`)).body).not.toContain('>14<')
    const elsewhere = await day()
    expect((await she.get(`/mine/meetings/${elsewhere.dayId}`)).statusCode).toBe(404)
    const late = await she.post(`/mine/meetings/${dayId}`, { action: 'reply', reply: 'no' })
    expect([late.statusCode, late.body.includes('Fristen er ute')]).toEqual([422, true])
  })
})

describe('an employer', () => {
  test('answers, and wishes among numbers and what each has said yes to showing; nothing else of anybody', async () => {
    const { cafe, cafeId, oksanaId, here } = await day({ state: 'invited' })
    await browser().post(cafe, { action: 'reply', reply: 'yes' })
    await browser().post(cafe, { action: 'about', tables: '2', from: '10:00', to: '', contactName: 'Kari', contactPhone: '', offers: 'Bakerhjelp', notes: 'Liker du tidlige morgener?', note: '' })
    const { body } = await browser().get(cafe)
    for (const words of ['Jeg har vært &lt;kokk&gt;', 'Oksana', 'Nummer 14', 'Nummer 31']) expect(body).toContain(words)
    for (const secret of ['Amina', 'Hemmelig', 'Skjult']) expect(body).not.toContain(secret)
    expect((await browser().post(cafe, { action: 'wishes', [`wish.${oksanaId}`]: '2' })).body).toContain('Det er lagret')
    expect(await here.put((tx) => tx.selectFrom('meetingEmployer').select(['tables', 'fromTime', 'offers']).where('id', '=', cafeId).execute())).toEqual([{ tables: 2, fromTime: '10:00', offers: 'Bakerhjelp' }])
    expect((await browser().post(cafe, { action: 'about', tables: '900' })).body).toContain('Det gikk ikke å lagre')
  })

  test('scores with one tap, also late and twice; of two the later stands', async () => {
    const { cafe, oksanaId, aminaId, here } = await day()
    const list = (await browser().day(cafe)).body
    expect(list).toContain('Kan du jobbe kveld?')
    const press = (fields: Record<string, string>) => tap(cafe, { id: randomUUID(), guest: oksanaId, at: '2026-11-20T08:59:00.000Z', ...fields })
    const first = { action: 'score', score: '3', id: randomUUID() }
    for (const _ of [1, 2]) expect((await press(first)).json()).toEqual({ refused: null })
    await press({ action: 'score', score: '1', at: '2026-11-20T08:58:00.000Z' })
    await press({ action: 'note', note: 'Snakket godt' })
    await press({ action: 'again', again: 'yes' })
    await press({ action: 'offer', offer: 'practice' })
    expect(await here.put((tx) => tx.selectFrom('meetingOutcome').select(['score', 'note', 'employerAgain', 'offer']).execute())).toEqual([{ score: 3, note: 'Snakket godt', employerAgain: true, offer: 'practice' }])
    // without script the form goes as a form
    const plain = await browser().postDay(cafe, { action: 'score', id: randomUUID(), guest: aminaId, score: '2' })
    expect([plain.statusCode, plain.headers.location]).toEqual([303, `/l/${cafe}/day?lang=nb`])
    expect((await browser().day(cafe)).body).toMatch(new RegExp(`id="s2-14" aria-pressed="true"`))
  })

  test('is told in words why a tap is not taken, and scores nobody it has not met', async () => {
    const { bakery, strangerId, aminaId } = await day()
    const press = { action: 'score', score: '3', id: randomUUID(), at: '2026-11-20T08:59:00.000Z' }
    expect((await tap(bakery, { ...press, guest: strangerId })).json()).toEqual({ refused: 'Møtet er flyttet til en annen arbeidsgiver.' })
    expect((await tap(bakery, { ...press, guest: aminaId, at: '2027-11-20T08:59:00.000Z' })).json()).toEqual({ refused: 'Klokka på denne enheten går feil. Still den, og trykk på nytt.' })
    const early = await day({ state: 'planned' })
    for (const token of [early.cafe, early.amina]) expect((await browser().day(token)).body).toContain(`href="/l/${token}?lang=nb"`)
    expect((await tap(early.cafe, { ...press, guest: early.oksanaId })).json().refused).toContain('fra dagen begynner')
    const plain = await browser().postDay(bakery, { ...press, guest: strangerId })
    expect([plain.statusCode, plain.body.includes('role="alert"')]).toEqual([422, true])
  })
})

test('after the day both are thanked and told what comes next, and may still answer', async () => {
  const { amina, cafe, cafeId, oksanaId, here } = await day({ state: 'closed' })
  expect((await browser().get(amina)).headers.location).toBe(`/l/${amina}/day?lang=nb`)
  const [hers, theirs] = [(await browser().day(amina)).body, (await browser().day(cafe)).body]
  expect([hers.includes('Ingen avtaler noe om deg uten at du sier ja'), theirs.includes('Avtalen lages i Fotfeste')]).toEqual([true, true])
  expect((await tap(amina, { id: randomUUID(), employer: cafeId, again: 'no' })).json()).toEqual({ refused: null })
  expect((await tap(cafe, { id: randomUUID(), guest: oksanaId, offer: 'visit' })).json()).toEqual({ refused: null })
  expect(await here.put((tx) => tx.selectFrom('meetingOutcome').select(['offer', 'guestAgain']).orderBy('offer').execute())).toEqual([{ offer: 'visit', guestAgain: null }, { offer: null, guestAgain: false }])
})

test('the wall shows numbers, tables and rooms, and no name of a person', async () => {
  const { wall } = await day()
  const { body } = await browser().get(wall)
  expect(body).toMatch(/data-state="now"[^>]*><svg[^>]*><use[^>]*><\/svg><bdi>14<[\s\S]*<bdi>27</)
  for (const words of ['Kafé Brygga', '10:00–10:20', 'lang="uk"', 'lang="ar" dir="rtl"']) expect(body).toContain(words)
  for (const secret of ['Amina', 'Oksana', 'Hemmelig', 'Skjult']) expect(body).not.toContain(secret)
  expect((await browser().day(wall)).statusCode).toBe(404)
})

describe('a link that opens nothing', () => {
  test('made up, too old or revoked: no page and no tap', async () => {
    const { cafe, cafeId, link, here } = await day()
    const later = browser(new Date('2026-12-24T12:00:00Z'))
    expect([(await browser().day('made-up')).statusCode, (await later.day(cafe)).statusCode]).toEqual([404, 410])
    const revoked = await link('meet_guests', { employerId: cafeId })
    await world().owner.query("update personal_link set revoked_at = '2026-11-20T08:00:00Z' where municipality_id = $1 and meeting_employer_id = $2", [here.id, cafeId])
    for (const token of [cafe, revoked]) expect([(await browser().day(token)).statusCode, (await tap(token, { action: 'score', score: '3' })).statusCode]).toEqual([410, 410])
  })

  test('of another kind opens no day, and of another day nothing of this', async () => {
    const one = await day()
    const other = await day({ onDate: plainDate('2026-11-20') })
    const { body } = await browser().day(other.amina)
    expect(body).not.toContain(one.dayId)
    expect((await tap(other.cafe, { action: 'score', score: '3', id: randomUUID(), guest: one.oksanaId })).json().refused).toBeTruthy()
  })
})

test('an employer’s list of twenty stays under 90 kB, all told', async () => {
  const { cafe, cafeId, dayId, here } = await day()
  await here.put(async (tx) => {
    const guests = Array.from({ length: 18 }, (_, index) => ({ id: randomUUID(), dayId, number: 100 + index, isOurs: false, reply: 'yes' as const, shownName: 'Per', introduction: 'x'.repeat(200) }))
    await tx.insertInto('meetingGuest').values(guests).execute()
    await tx.insertInto('meetingSlot').values(guests.map(({ id }, index) => ({ dayId, guestId: id, meetingEmployerId: cafeId, round: 3, tableNumber: 2 + index }))).execute()
  })
  const sent = [pageStyle().css, meetingStyle().css, ...['live', 'queue'].map((name) => alone(readFileSync(new URL(`browser/${name}.browser.js`, import.meta.url), 'utf8')))].reduce((sum, text) => sum + gzipSync(text).length, 0)
  for (const locale of serverLocales) expect(Buffer.byteLength((await browser().day(cafe, `?lang=${locale}`)).body) + sent, locale).toBeLessThan(90_000)
})

test('weighs little in every language, and carries only scripts of our own', async () => {
  const { amina, cafe, wall } = await day()
  for (const locale of serverLocales) {
    for (const { body } of [await browser().get(amina, `?lang=${locale}`), await browser().day(amina, `?lang=${locale}`), await browser().day(cafe, `?lang=${locale}`), await browser().get(wall)]) {
      expect(Buffer.byteLength(body) + gzipSync(pageStyle().css).length + gzipSync(meetingStyle().css).length).toBeLessThan(60_000)
      expect((body.match(/<script[^>]*>/g) ?? []).every((tag) => /^<script src="\/plain\/(listen|meeting-live|meeting-queue)\.js" defer>$/.test(tag))).toBe(true)
    }
  }
})

test('the worker may answer for a link’s page alone, and the parts are there', async () => {
  const { app } = browser()
  const worker = await app.inject('/plain/meeting-worker.js')
  expect([worker.statusCode, worker.headers['service-worker-allowed']]).toEqual([200, '/l/'])
  for (const path of ['/plain/meeting-live.js', '/plain/meeting-queue.js', meetingStyle().path]) expect((await app.inject(path)).statusCode, path).toBe(200)
})
