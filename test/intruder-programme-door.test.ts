import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isFileOutput } from '#platform/files.ts'
import { log } from '#platform/log.ts'
import type { Operation } from '#platform/operation.ts'
import { registerLinkPages } from '#portals/links/register.ts'
import { participantPortal } from '#portals/participant/index.ts'
import { operations } from '#server/operations.ts'
import { instantOf } from '#shared/date.ts'
import { SECRETS, aHiddenLife } from './intruder-world.ts'
import { FORM, ORIGIN, aBrowser, aServer, anAccount, signIn } from './server.ts'
import type { Browser } from './server.ts'
import type { Municipality } from './world.ts'
import { NOW, aMunicipality, useWorld } from './world.ts'

log.level = 'error'
const world = useWorld()
const EVIL = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>'
const ARMED = /<script>alert|<img src=x|onerror=alert\(2\)>/

let app: FastifyInstance
let here: Municipality
let ids: Awaited<ReturnType<typeof aHiddenLife>>
let adviser: Browser
let teacher: Browser
let participant: Browser
beforeAll(async () => {
  app = await aServer(world(), { operations, parts: [registerLinkPages, participantPortal] })
  here = await aMunicipality(world())
  ids = await aHiddenLife(here, (await here.as('programme_adviser')).actor.id)
  const signed = async (who: Parameters<typeof anAccount>[1]): Promise<Browser> => {
    const browser = aBrowser(app)
    await signIn(browser, await anAccount(here, who))
    return browser
  }
  ;[adviser, teacher, participant] = [await signed({}), await signed({ roles: ['teacher'] }), await signed({ personId: ids.otherId })]
})
afterAll(() => app.close())

const fileAt = (name: string, input: object): string => `/files/${name}?input=${encodeURIComponent(JSON.stringify(input))}`
const get = ({ ask }: Browser, url: string) => ask({ url, headers: { accept: 'application/json' } })
const api = ({ ask }: Browser, name: string, input: object) => ask({ method: 'POST', url: `/api/${name}`, payload: JSON.stringify(input), headers: { accept: 'application/json', 'content-type': 'application/json', 'x-fotfeste': '1' } })

describe('an address somebody was lured to', () => {
  test('changes nothing: no operation that writes answers to it, and a file is saved, never shown as a page', async () => {
    const writes = Object.entries<Operation>(operations).filter(([name, op]) => !op.reads && /^(programme|rules|interpreters)\./.test(name)).map(([name]) => name)
    expect(writes.length).toBeGreaterThan(40)
    for (const name of writes) expect((await get(adviser, fileAt(name, {}))).statusCode, name).toBe(404)
    const { statusCode, headers } = await get(adviser, fileAt('programme.getCalendar', { personId: ids.otherId }))
    expect([statusCode, headers['cache-control'], headers['x-content-type-options'], String(headers['content-disposition']).startsWith('attachment')]).toEqual([200, 'no-store', 'nosniff', true])
    expect(JSON.stringify(headers)).not.toMatch(/Zora|Hemmel/)
  })

  test('gives a file to nobody who may not have it, and says nothing of whom it is about', async () => {
    const files = Object.entries<Operation>(operations).filter(([name, { output }]) => name.startsWith('programme.') && isFileOutput(output)).map(([name]) => name)
    const input = { personId: ids.personId, runId: ids.runId, planId: ids.planId, participationId: ids.participationId, decisionId: ids.decisionId, id: ids.handOverId, activityId: ids.healthActivityId, locale: 'nb' }
    for (const name of files.filter((one) => !one.startsWith('programme.getMy'))) for (const [who, browser] of Object.entries({ stranger: aBrowser(app), teacher, participant, adviser })) {
      const { statusCode, body } = await get(browser, fileAt(name, input))
      // an adviser may have the export, of those she sees
      expect(statusCode === 200, `${who} ${name}`).toBe(who === 'adviser' && name === 'programme.exportRegister')
      expect(SECRETS.filter((secret) => body.includes(secret)), `${who} ${name}`).toEqual([])
      expect(statusCode !== 200 && /Zora|Hemmel/.test(body), `${who} ${name}`).toBe(false)
    }
  })
})

describe('what somebody wrote to do harm', () => {
  test('is text on her own pages, in her calendar and in the answers, and nothing that runs', async () => {
    await here.put(async (tx) => {
      await tx.updateTable('activity').set({ title: `${EVIL}\r\nEND:VCALENDAR`, place: EVIL }).where('id', '=', ids.activityId).execute()
      await tx.updateTable('planElement').set({ title: EVIL, reason: EVIL }).where('planId', '=', ids.otherPlanId).where('kind', '=', 'course').execute()
      await tx.updateTable('planWords').set({ words: EVIL }).where('planId', '=', ids.otherPlanId).execute()
      await tx.updateTable('interpreterBooking').set({ place: EVIL, interpreterName: EVIL }).where('id', '=', ids.otherBookingId).execute()
      await tx.updateTable('interpreterQuestion').set({ body: EVIL }).where('personId', '=', ids.otherId).execute()
      await tx.updateTable('expectedPayment').set({ payerName: EVIL }).where('personId', '=', ids.otherId).execute()
      await tx.updateTable('handOver').set({ needs: EVIL, receiverUnit: EVIL }).where('id', '=', ids.otherDraftId).execute()
      await tx.updateTable('handOver').set({ sentAt: instantOf(NOW) }).where('id', '=', ids.otherDraftId).execute()
      await tx.updateTable('talk').set({ place: EVIL, interpreterLanguage: EVIL, points: JSON.stringify([{ id: 'welcome', heading: EVIL, belongs: 'note', asked: { no: EVIL } }]) }).where('id', '=', ids.otherTalkId).execute()
      await tx.updateTable('mappingPaper').set({ receiver: EVIL }).where('id', '=', ids.otherMappingId).execute()
    })
    for (const url of ['/mine/plan', '/mine/courses', '/mine/talks', '/mine/interpreter', '/mine/hand-overs', '/mine/payments', '/mine/benefit', '/mine/decisions', `/mine/decisions/${ids.otherDecisionId}`, '/mine/readings']) {
      const { statusCode, body } = await participant.ask({ url })
      expect([statusCode, ARMED.test(body)], url).toEqual([200, false])
    }
    expect((await participant.ask({ url: '/mine/plan' })).body).toContain('&lt;script&gt;')
    const calendar = (await get(participant, fileAt('programme.getMyCalendar', {}))).body
    expect(calendar.match(/^END:VCALENDAR/gm)).toHaveLength(1)
    expect((await api(participant, 'programme.getMyWeek', {})).headers['content-type']).toContain('application/json')
  })

  test('in a form of another site, or with ids of others, is refused without a word of whom it was about', async () => {
    const say = (id: string, headers = {}) => participant.ask({ method: 'POST', url: '/mine/plan', headers: { ...FORM, origin: ORIGIN, ...headers }, payload: new URLSearchParams({ action: 'say', id, words: 'Jeg vil lære' }).toString() })
    const foreign = await say(randomUUID(), { origin: 'https://ond.example' })
    expect(foreign.statusCode).toBeGreaterThanOrEqual(400)
    const { rows } = await world().owner.query<{ id: string }>('select id from plan_words where person_id = $1', [ids.personId])
    const taken = await say(rows[0]?.id ?? '')
    expect([taken.statusCode, SECRETS.filter((secret) => taken.body.includes(secret))]).toEqual([422, []])
    expect((await world().owner.query(`select id from plan_words where words = 'Jeg vil lære'`)).rowCount).toBe(0)
  })
})

test('what is asked of a hidden person’s programme is answered as of nobody’s', async () => {
  for (const [name, more] of [['programme.getExit', {}], ['programme.listHandOvers', {}], ['programme.listDecisions', {}], ['programme.getRights', { locale: 'nb' }], ['programme.getPlan', { locale: 'nb' }], ['programme.listTalks', {}], ['programme.getGuidance', { locale: 'nb' }], ['programme.getWeek', {}],
    ['programme.getAttendance', {}], ['programme.getCounters', {}], ['programme.getPersonBenefit', {}], ['programme.getPayments', {}], ['programme.getRegisterFields', {}], ['interpreters.listForPerson', {}], ['interpreters.getBookingOptions', {}], ['interpreters.getInterpreterOfDay', {}]] as const) {
    const [hidden, nobody] = [await api(adviser, name, { personId: ids.personId, ...more }), await api(adviser, name, { personId: randomUUID(), ...more })]
    expect([hidden.statusCode, hidden.body], name).toEqual([404, nobody.body])
  }
})
