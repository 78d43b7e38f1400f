import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { NotFound } from '#platform/problem.ts'
import { serverLocales } from '#platform/texts.ts'
import { linkBrowser } from '#test/link-browser.ts'
import { ORIGIN, useParticipantPortal } from '#test/participant-browser.ts'
import { aParticipant } from '#test/programme-facts.ts'
import type { Municipality } from '#test/world.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { planTexts } from './plan-texts.ts'

const world = useWorld()
const portal = useParticipantPortal(world)

const content = { finalGoal: 'work' as const, months: 24, longTermGoals: 'Bli <b>kokk</b>', norwegian: { listening: 'B1' as const, reading: 'B1' as const, writing: 'B1' as const, oral: 'B1' as const }, norwegianHours: 600, socialStudiesHours: 75, afterProgramme: 'Jobb på kjøkken' }
const aPlan = (personId: string) => ({ id: randomUUID(), personId, content, elements: [{ id: randomUUID(), kind: 'language_practice' as const, title: 'Kafé Brygga', reason: 'Norsk i arbeid', hoursPerWeek: 15 }] })

async function aPlanned() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const { personId } = await aParticipant(municipality, adviser)
  const plan = aPlan(personId)
  await adviser.call('programme.savePlan', plan)
  const { actor } = await municipality.participant(personId)
  const token = await portal.signIn(municipality.id, actor.id)
  const pages = portal.browser(token)
  const get = (language?: string) => pages.get('/mine/plan', token, language)
  const post = (form: Record<string, string>, headers: Record<string, string> = {}) => pages.post('/mine/plan', form, { origin: ORIGIN, ...headers })
  return { municipality, adviser, personId, plan, get, post }
}

async function tokenOf(municipality: Municipality, personId: string): Promise<string> {
  const rows = await municipality.put((tx) => tx.selectFrom('message').select('params').where('personId', '=', personId).where('template', '=', 'sign_plan').orderBy('createdAt', 'desc').execute())
  return z.object({ link: z.string() }).parse(rows[0]?.params).link.replace('/l/', '')
}

describe('her own page', () => {
  test('shows her plan with what staff wrote marked Norwegian, takes her words once however often they are sent, and her yes', async () => {
    const { adviser, personId, get, post } = await aPlanned()
    const page = (await get('uk')).body
    expect(page).toContain('Інтеграційний план'.slice(0, 5))
    expect(page).toContain('<p class="as-written" lang="nb" dir="auto">Bli &lt;b&gt;kokk&lt;/b&gt;</p>')
    const id = randomUUID()
    for (const _ of [1, 2]) expect((await post({ action: 'say', id, words: 'Я хочу готувати' })).headers.location).toBe('/mine/plan?done=words.sent')
    expect((await get('uk')).body.match(/Я хочу готувати/g)).toHaveLength(1)
    expect((await post({ action: 'say', id: randomUUID(), words: ' ' })).statusCode).toBe(422)
    expect((await post({ action: 'sign', id: randomUUID(), revision: '1', name: ' ' })).body).toContain(planTexts('nb')('sign.nameMissing'))
    expect((await post({ action: 'sign', id: randomUUID(), revision: '9', name: 'Selam' })).body).toContain(planTexts('nb')('sign.changed'))
    expect((await post({ action: 'sign', id: randomUUID(), revision: '1', name: 'Selam Tesfaye' })).headers.location).toBe('/mine/plan?done=sign.done')
    expect((await get()).body).not.toContain(planTexts('nb')('sign.button'))
    expect((await adviser.call('programme.getPlan', { personId, locale: 'nb' })).plan?.signed).toBe('waiting')
    expect((await post({ action: 'say', id: randomUUID(), words: 'x' }, { origin: 'https://evil.example' })).statusCode).toBe(422)
  })

  test.each(serverLocales)('is written in %s', async (locale) => {
    const { get } = await aPlanned()
    const { statusCode, body } = await get(locale)
    expect([statusCode, body.includes(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`), body.includes(planTexts(locale)('words.title'))]).toEqual([200, true, true])
  })
})

describe('her road to a trade certificate', () => {
  test.each(serverLocales)('stands on the page of her plan in %s, with the next step and what she needs', async (locale) => {
    const { adviser, personId, get } = await aPlanned()
    const pathId = randomUUID()
    await adviser.call('competence.savePath', { id: pathId, trade: 'Kokk<faget>', occupationCode: '5120', form: 'on_the_job', steps: [{ id: 'norwegian', kind: 'norwegian', levels: { oral: 'B1' } }, { id: 'practice', kind: 'practice', months: 12 }] })
    expect((await get(locale)).body).not.toContain(planTexts(locale)('path.title'))
    await adviser.call('competence.choosePath', { id: randomUUID(), personId, pathId, chosenOn: TODAY })
    const { body } = await get(locale)
    const t = planTexts(locale)
    for (const text of [t('path.title'), t('path.form.on_the_job'), t('path.state.next'), t('path.lacking', { skill: t('path.skill.oral'), needs: 'B1' }), t('path.practice', { here: 0, needed: 12 }), t('path.unconfirmed'), 'Kokk&lt;faget&gt;']) expect(body).toContain(text)
  })
})

describe('a mailed link to a plan', () => {
  test('is read, answered in her own words, and used up by her yes', async () => {
    const { municipality, adviser, personId, plan } = await aPlanned()
    expect(await adviser.call('programme.sendPlanLink', { planId: plan.id })).toMatchObject({ email: 'selam@example.no' })
    const browser = linkBrowser(world())
    const token = await tokenOf(municipality, personId)
    expect((await browser.get(token, '?lang=ar')).body).toContain('dir="rtl"')
    expect((await browser.post(token, { action: 'say', id: randomUUID(), words: 'I want to cook' }, '?lang=en')).body).toContain(planTexts('en')('words.sent'))
    expect((await browser.post(token, { action: 'say', id: randomUUID(), words: ' ' }, '?lang=en')).body).toContain(planTexts('en')('words.missing'))
    expect((await browser.post(token, { action: 'sign', id: randomUUID(), revision: '1', name: '' }, '?lang=en')).body).toContain(planTexts('en')('sign.nameMissing'))
    expect((await browser.post(token, { action: 'sign', id: randomUUID(), revision: '1', name: 'Selam Tesfaye' }, '?lang=en')).body).toContain(planTexts('en')('sign.done'))
    expect((await browser.get(token)).statusCode).toBe(410)
    expect((await adviser.call('programme.getPlan', { personId, locale: 'nb' })).plan).toMatchObject({ signed: 'waiting', openLink: null, signatures: [{ how: 'link' }] })
    expect(await adviser.auditTrail(personId)).toEqual(expect.arrayContaining(['programme.getPlanForLink', 'programme.signPlanByLink']))
  })

  test('is closed by a change of the plan, by the adviser, and by a yes in a meeting', async () => {
    const { municipality, adviser, personId, plan } = await aPlanned()
    const browser = linkBrowser(world())
    const send = async () => { await adviser.call('programme.sendPlanLink', { planId: plan.id }); return tokenOf(municipality, personId) }
    const first = await send()
    await adviser.call('programme.savePlan', { ...plan, version: 1, content: { ...content, months: 20 }, reason: 'Kortere' })
    expect((await browser.get(first)).statusCode).toBe(410)
    const second = await send()
    await adviser.call('programme.closePlanLink', { planId: plan.id })
    expect((await browser.get(second)).statusCode).toBe(410)
    await adviser.call('programme.signInMeeting', { id: randomUUID(), planId: plan.id, revision: 2, name: 'Selam Tesfaye', how: 'meeting' })
    expect((await adviser.refusals('programme.sendPlanLink', { planId: plan.id })).map(({ code }) => code)).toEqual(['plan.isSigned'])
    await expect((await aMunicipality(world())).as('programme_adviser').then((stranger) => stranger.call('programme.closePlanLink', { planId: plan.id }))).rejects.toThrow(NotFound)
  })
})
