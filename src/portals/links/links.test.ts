import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { pageStyle } from '#platform/page-style.ts'
import { plainDate } from '#shared/date.ts'
import { serverLocales } from '#platform/texts.ts'
import { linkBrowser } from '#test/link-browser.ts'
import { aSubmitted, bothInMeeting, mailedToken, wholeContent } from '#test/placement.ts'
import type { Municipality } from '#test/world.ts'
import { NOW, aMunicipality, callerFor, useWorld } from '#test/world.ts'
import { openLink } from './link-door.ts'
import { linkTexts } from './link-texts.ts'

const world = useWorld()
const OKSANA = 'oksana@example.no'
const PER = 'per@example.no'

async function sent() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const agreement = await aSubmitted(municipality, adviser)
  return { municipality, adviser, agreement, token: { participant: await mailedToken(municipality, OKSANA), employer: await mailedToken(municipality, PER) } }
}

const browser = (now = NOW) => linkBrowser(world(), now)
const yes = (revision = 1) => ({ action: 'approve', revision: String(revision), name: 'Oksana Kovalenko' })

async function bearer(token: string) {
  const link = await openLink(world().db, token, NOW)
  if ('closed' in link) throw new Error(link.closed)
  return callerFor(world(), link.actor)
}

describe('reading', () => {
  test('in her own language, with what was written in Norwegian, and nothing used up by it', async () => {
    const { token } = await sent()
    const page = browser()
    for (let time = 0; time < 3; time++) {
      const { statusCode, body, headers } = await page.get(token.participant)
      expect(statusCode).toBe(200)
      expect(body).toContain('<html lang="uk" dir="ltr"')
      expect(body).toContain('Мовна практика')
      expect(body).toMatch(/lang="nb" dir="auto">Snakke norsk i arbeid/)
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    }
    expect((await page.get(token.participant, '?lang=ar')).body).toContain('<html lang="ar" dir="rtl"')
  })

  test('weighs little, has no script but the one that reads aloud, and is there in every language', async () => {
    const { token } = await sent()
    for (const locale of serverLocales) {
      const { body } = await browser().get(token.participant, `?lang=${locale}`)
      expect(body.match(/<script[^>]*>/g)).toEqual(['<script src="/plain/listen.js" defer>'])
      expect(gzipSync(body).length + gzipSync(pageStyle().css).length, locale).toBeLessThan(30_000)
    }
  })

  test('the employer sees her name and nothing else of her', async () => {
    const { token, municipality, agreement } = await sent()
    await municipality.put((tx) => tx.updateTable('person').set({ phone: '+4791234567', country: 'UA', note: 'Hemmelig merknad' }).where('id', '=', agreement.personId).execute())
    const { body } = await browser().get(token.employer)
    expect(body).toContain('Oksana Kovalenko')
    for (const secret of [OKSANA, '+4791234567', 'Hemmelig', agreement.personId]) expect(body).not.toContain(secret)
  })

  test('what was written is text, never markup', async () => {
    const { token, municipality, agreement } = await sent()
    await municipality.put((tx) => tx.updateTable('agreement').set({ tasks: '<img src=x onerror=alert(1)>' }).where('id', '=', agreement.id).execute())
    expect((await browser().get(token.participant)).body).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})

describe('answering', () => {
  test('a yes counts once, also when it is pressed twice at once', async () => {
    const { token, adviser, agreement } = await sent()
    const page = browser()
    const both = await Promise.all([page.post(token.participant, yes()), page.post(token.participant, yes())])
    expect(both.filter(({ body }) => body.includes('Дякуємо'))).toHaveLength(1)
    const { approvals, links } = await adviser.call('placements.getAgreement', { agreementId: agreement.id })
    expect(approvals).toMatchObject([{ party: 'participant', how: 'link', name: 'Oksana Kovalenko', recordedBy: null }])
    expect(links.map(({ state }) => state).toSorted()).toEqual(['open', 'used'])
    expect((await page.get(token.participant)).statusCode).toBe(410)
    expect(await adviser.auditTrail(agreement.personId)).toEqual(expect.arrayContaining(['placements.approveByLink', 'portal.openLink']))
  })

  test('by both, then the municipality: agreed', async () => {
    const { token, adviser, agreement } = await sent()
    await browser().post(token.participant, yes())
    await browser().post(token.employer, { ...yes(), name: 'Per Dahl' })
    expect(await adviser.call('placements.approveAsMunicipality', { id: randomUUID(), agreementId: agreement.id, revision: 1 })).toMatchObject({ concluded: true })
  })

  test('without a name it asks for one, and nothing is used up', async () => {
    const { token } = await sent()
    const { body } = await browser().post(token.participant, { ...yes(), name: ' ' }, '?lang=nb')
    expect(body).toContain('Skriv navnet ditt før du godkjenner.')
    expect((await browser().get(token.participant)).statusCode).toBe(200)
  })

  test('to a text that has been changed since is no yes', async () => {
    const { token, municipality, agreement } = await sent()
    await municipality.put((tx) => tx.updateTable('agreement').set({ revision: 2 }).where('id', '=', agreement.id).execute())
    const { body } = await browser().post(token.participant, yes(1), '?lang=nb')
    expect(body).toContain('Avtalen er endret siden du åpnet siden')
    expect((await browser().post(token.participant, yes(2), '?lang=nb')).body).toContain('Takk, avtalen er godkjent')
  })

  test('"I want to talk first" reaches the adviser with a day to answer by, and leaves the link open', async () => {
    const { token, municipality, agreement } = await sent()
    expect((await browser().post(token.employer, { action: 'talk', note: 'Kan hun begynne klokka ni?' })).body).toContain('Beskjeden er sendt')
    const concerns = await municipality.put((tx) => tx.selectFrom('followUp').select(['raisedBy', 'note', 'dueOn']).where('agreementId', '=', agreement.id).where('kind', '=', 'concern').execute())
    expect(concerns).toEqual([{ raisedBy: 'employer', note: 'Kan hun begynne klokka ni?', dueOn: '2026-11-23' }])
    expect((await browser().get(token.employer)).statusCode).toBe(200)
  })
})

describe('a wish to talk', () => {
  const ask = (token: string, note = '') => browser().post(token, { action: 'talk', note }, '?lang=nb')
  const concerns = (municipality: Municipality, agreementId: string) => municipality.put((tx) => tx.selectFrom('followUp').select(['id', 'raisedBy']).where('agreementId', '=', agreementId).where('kind', '=', 'concern').execute())

  test('is taken three times from one party until one is answered, also of several at once, and never stands in the way of the other', async () => {
    const { token, municipality, agreement } = await sent()
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((note) => ask(token.employer, note)))
    expect(answers.filter(({ body }) => body.includes('Beskjeden er sendt'))).toHaveLength(3)
    expect(answers.filter(({ body }) => body.includes('Vi har allerede fått flere beskjeder fra deg'))).toHaveLength(2)
    expect((await ask(token.participant)).body).toContain('Beskjeden er sendt')
    const [first, ...others] = (await concerns(municipality, agreement.id)).filter(({ raisedBy }) => raisedBy === 'employer')
    expect(others).toHaveLength(2)
    expect(await (await bearer(token.employer)).refusals('placements.askToTalkByLink', { id: randomUUID(), note: '' })).toEqual([{ code: 'link.alreadyAsked' }])
    await municipality.put((tx) => tx.updateTable('followUp').set({ doneOn: plainDate('2026-11-20') }).where('id', '=', first?.id ?? '').execute())
    expect((await ask(token.employer)).body).toContain('Beskjeden er sendt')
  })

  test.each(serverLocales)('that is one too many is refused in %s, with the agreement below', async (locale) => {
    const { token } = await sent()
    for (let times = 0; times < 3; times += 1) await ask(token.participant)
    const { body, statusCode } = await browser().post(token.participant, { action: 'talk' }, `?lang=${locale}`)
    expect([statusCode, body.includes(linkTexts(locale)('talk.enough')), body.includes('name="revision"')]).toEqual([200, true, true])
  })
})

describe('the colleague who is responsible', () => {
  const told = (municipality: Municipality, accountId: string) => municipality.put((tx) => tx.selectFrom('message').select(['template', 'params']).where('toAccountId', '=', accountId).orderBy('template').execute())

  test('is told by mail of each yes and of each wish to talk, without her name and without what was written', async () => {
    const { token, municipality, adviser, agreement } = await sent()
    await browser().post(token.participant, { action: 'talk', note: 'Jeg er gravid' })
    await browser().post(token.participant, yes())
    await browser().post(token.employer, { ...yes(), name: 'Per Dahl' })
    const link = `/placements/${agreement.id}`
    const messages = await told(municipality, adviser.actor.id)
    expect(messages.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([
      { template: 'party_approved', params: { party: 'employer', employer: 'Fjordvik Bakeri', link } },
      { template: 'party_approved', params: { party: 'participant', employer: 'Fjordvik Bakeri', link } },
      { template: 'party_wants_talk', params: { party: 'participant', employer: 'Fjordvik Bakeri', day: '2026-11-23', link } }])
  })

  test('who has left is told nothing, and a refused yes tells nobody', async () => {
    const { token, municipality, adviser } = await sent()
    await browser().post(token.employer, yes(7))
    await municipality.put((tx) => tx.updateTable('account').set({ isActive: false }).where('id', '=', adviser.actor.id).execute())
    expect((await browser().post(token.participant, yes(), '?lang=nb')).body).toContain('Takk, avtalen er godkjent')
    expect(await told(municipality, adviser.actor.id)).toEqual([])
  })
})

describe('a link that opens nothing', () => {
  test('says why in several languages, and is noted', async () => {
    const { token, adviser, agreement } = await sent()
    const later = new Date('2026-12-24T12:00:00Z')
    const expired = await browser(later).get(token.participant)
    expect(expired.statusCode).toBe(410)
    for (const text of ['Посилання застаріло', 'Lenken er for gammel', 'The link is too old', 'انتهت صلاحية الرابط']) expect(expired.body).toContain(text)
    await adviser.call('placements.saveAgreement', { id: agreement.id, version: agreement.version, ...wholeContent(agreement, adviser.actor.id), tasks: 'Noe annet' })
    expect((await browser().get(token.participant, '?lang=nb')).body).toContain('Lenken gjelder ikke lenger')
    expect((await browser().get('made-up', '?lang=en')).body).toContain('We do not recognise the link')
    const { rows } = await world().owner.query<{ kind: string }>('select distinct kind from door_event')
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['link_expired', 'link_revoked', 'link_unknown']))
  })

  test('is closed by a meeting in which she said yes', async () => {
    const { token, adviser, agreement } = await sent()
    await adviser.call('placements.approveInMeeting', { agreementId: agreement.id, revision: 1, parties: bothInMeeting() })
    for (const one of [token.participant, token.employer]) expect((await browser().post(one, yes(), '?lang=nb')).body).toContain('Lenken gjelder ikke lenger')
  })
})

describe('whoever holds a link', () => {
  test('sees that agreement and no other, not even her own', async () => {
    const { municipality, adviser, agreement, token } = await sent()
    const [other, ofHers] = [await aSubmitted(municipality, adviser), await aSubmitted(municipality, adviser)]
    await municipality.put((tx) => tx.updateTable('agreement').set({ personId: agreement.personId }).where('id', '=', ofHers.id).execute())
    const elsewhere = callerFor(world(), { ...(await bearer(token.participant)).actor, agreementId: other.id })
    await expect(elsewhere.call('placements.getAgreementForLink', { locale: 'nb' })).rejects.toThrow(NotFound)
    const client = await world().db.portal.connect()
    try {
      for (const kind of ['participant', 'employer']) {
        await client.query('begin')
        await client.query(`select set_config('app.municipality_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_kind', $3, true),
          set_config('app.person_id', $4, true), set_config('app.agreement_id', $5, true), set_config('role', $6, true)`, [municipality.id, randomUUID(), kind, agreement.personId, agreement.id, `app_${kind}`])
        expect((await client.query('select id from agreement')).rows).toEqual([{ id: agreement.id }])
        expect((await client.query('select distinct agreement_id from follow_up')).rows).toEqual([{ agreement_id: agreement.id }])
        expect((await client.query('select name from account')).rows).toHaveLength(1)
        await client.query('rollback')
      }
    } finally { client.release() }
  })

  test('approves for nobody else, and is refused what staff may do', async () => {
    const { agreement, token } = await sent()
    const employer = await bearer(token.employer)
    await employer.call('placements.approveByLink', { id: randomUUID(), revision: 1, name: 'Per Dahl' })
    expect((await employer.refusals('placements.approveByLink', { id: randomUUID(), revision: 1, name: 'Per Dahl' })).map(({ code }) => code)).toEqual(['link.notOpen'])
    await expect(employer.call('placements.getAgreement', { agreementId: agreement.id })).rejects.toThrow('lacks placements.read')
    await expect((await bearer(token.participant)).call('placements.askToTalkByLink', { id: randomUUID(), note: 'x'.repeat(2001) })).rejects.toMatchObject({ refusals: [{ code: 'shape.tooLong' }] })
  })
})
