import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NARROW, WIDE, errorsOf, isAccessible, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'
import type { Asked } from './agreements.ts'
import { aPlacementAskedAbout, anAgreementSent } from './agreements.ts'

const MOST_BYTES = 90_000
const askedBefore = new Set<string>()

let fotfeste: Fotfeste
let office: BrowserContext
let adviser: Page
beforeAll(async () => {
  fotfeste = await startFotfeste()
  office = await openBrowser()
  adviser = await office.newPage()
  await signIn(adviser, fotfeste.origin, 'Anne Brekke')
})
afterAll(async () => {
  await office?.close()
  await fotfeste?.stop()
})

const opened = new Set<string>()
const HOW_IT_WENT = /minutt|minutes|хвилин|دقيق/
const AGREEMENT = /^(?!.*(minutt|minutes|хвилин|دقيق))/s

/** The link in the next mail to an address about this that has not been opened before. */
async function linkTo(address: string, about: RegExp): Promise<string> {
  const mail = await fotfeste.mail.waitFor((one) => !opened.has(one.id) && one.to.includes(address) && one.text.includes('/l/') && about.test(one.text), 20_000)
  opened.add(mail.id)
  const link = /http:\/\/\S*\/l\/[\w-]+/.exec(mail.text)?.[0]
  expect(link, mail.text).toBeDefined()
  return link ?? ''
}

/** An old telephone: no script at all. */
async function phone(locale: string): Promise<Page> {
  const page = await (await openBrowser(locale, { javaScriptEnabled: false })).newPage()
  await page.setViewportSize(NARROW)
  return page
}

/** The page as one with script sees it, wide and narrow: axe cannot look without. */
async function looksRight(link: string, where: string, status = 200): Promise<void> {
  const page = await office.newPage()
  const errors = errorsOf(page)
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size)
    expect((await page.goto(link))?.status()).toBe(status)
    await isAccessible(page, `${where}, ${size.width} px`)
    expect(await smallTargets(page), where).toEqual([])
  }
  expect(errors.filter((one) => status === 200 || !one.includes(`status of ${status}`))).toEqual([])
  await page.close()
}

/** Everything to press that is lower than a thumb: links within a sentence are left out. */
const smallTargets = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll('button, input:not([type=hidden]), textarea, nav a, label:has(input)')].filter((one) => !one.closest('label') || one.matches('label'))
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => `${one.outerHTML.slice(0, 90)} is ${one.getBoundingClientRect().height} px high`))

describe.each([{ language: 'nb', dir: 'ltr', thanks: 'Takk, avtalen er godkjent', used: 'Lenken er brukt', opened: 'nb-NO' }, { language: 'ar', dir: 'rtl', thanks: 'شكرًا', used: 'سبق استخدام الرابط', opened: 'ar' }])('in $language', ({ language, dir, thanks, used, opened }) => {
  let asked: Asked
  test('an agreement is read and approved on an old telephone, once', async () => {
    asked = await anAgreementSent(adviser, askedBefore)
    const link = `${await linkTo(asked.employerEmail, AGREEMENT)}?lang=${language}`
    await looksRight(link, `the agreement in ${language}`)
    const page = await phone(opened)
    await page.goto(link)
    expect([await page.locator('html').getAttribute('lang'), await page.locator('html').getAttribute('dir')]).toEqual([language, dir])
    const text = await page.locator('body').innerText()
    expect(text).toContain(asked.personName)
    expect(text).toContain('Bruke norsk hver dag')
    expect(text).not.toContain(asked.participantEmail)
    await page.locator('input[name=name]').fill('Daglig Leder')
    await page.locator('form:has(input[name=revision]) button').click()
    await page.getByRole('heading', { level: 1, name: thanks }).waitFor()
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: used }).waitFor()
    expect(await page.locator('form').count()).toBe(0)
    expect(await page.locator('body').innerText()).not.toContain(asked.personName)
    await page.context().close()
    await looksRight(link, `the used link in ${language}`, 410)
  })

  test('the colleague is told by mail, without the participant\'s name', async () => {
    const mail = await fotfeste.mail.waitFor((one) => one.text.includes(`/placements/${asked.agreementId}`), 20_000)
    expect(mail.subject).toBe('Arbeidsgiveren har godkjent avtalen')
    expect(mail.subject + mail.text).not.toContain(asked.personName.split(' ')[0])
  })
})

test('"I want to talk first" becomes a question on the adviser\'s day, and the link stays open', async () => {
  const asked = await anAgreementSent(adviser, askedBefore)
  const link = await linkTo(asked.employerEmail, AGREEMENT)
  const page = await phone('nb-NO')
  await page.goto(link)
  await page.locator('textarea[name=note]').fill('Kan vi begynne klokka ni i stedet?')
  await page.locator('form:has(textarea[name=note]) button').click()
  await page.getByRole('heading', { level: 1, name: 'Beskjeden er sendt' }).waitFor()
  await page.goto(link)
  expect(await page.locator('input[name=revision]').count()).toBe(1)
  await page.context().close()
  await adviser.goto(`${fotfeste.origin}/today`)
  await adviser.getByText('Kan vi begynne klokka ni i stedet?').first().waitFor()
})

test('a made-up link says so plainly in several languages, and asks for nothing', async () => {
  const page = await phone('nb-NO')
  const answer = await page.goto(`${fotfeste.origin}/l/${'A'.repeat(43)}`)
  expect(answer?.status()).toBe(404)
  await page.getByRole('heading', { level: 1, name: 'Vi kjenner ikke igjen lenken' }).waitFor()
  expect(await page.locator('section[lang=ar][dir=rtl] h2, section[lang=uk] h2, section[lang=en] h2').count()).toBe(3)
  expect(await page.locator('form, input').count()).toBe(0)
  await page.context().close()
})

test('how it went is told in few presses, without script', async () => {
  const asked = await aPlacementAskedAbout(adviser)
  const link = await linkTo(asked.employerEmail, HOW_IT_WENT)
  for (const language of ['nb', 'ar']) await looksRight(`${link}?lang=${language}`, `the questions in ${language}`)
  const page = await phone('nb-NO')
  await page.goto(link)
  await page.locator('textarea[name=wentWell]').fill('Møter presis')
  await page.locator('textarea[name=skills]').fill('Servering')
  await page.locator('label:has(input[name=wouldHostAgain][value=yes])').click()
  await page.locator('label:has(input[name=isHired][value=no])').click()
  await page.locator('form button').last().click()
  await page.getByRole('alert').waitFor() // a no to hiring says why; what was written is still there
  expect(await page.locator('textarea[name=wentWell]').inputValue()).toBe('Møter presis')
  await page.locator('label:has(input[name=notHiredReason][value=vacancy])').click()
  await page.locator('form button').last().click()
  await page.getByRole('heading', { level: 1, name: 'Takk for svarene' }).waitFor()
  await page.context().close()
  const hers = await linkTo(asked.participantEmail, HOW_IT_WENT)
  await looksRight(`${hers}?lang=ar`, 'her own questions in ar')
})

test.each(['nb', 'uk', 'ar'])('the agreement in %s weighs at most 90 kB, all told', async (language) => {
  const asked = await anAgreementSent(adviser, askedBefore)
  const link = await linkTo(asked.participantEmail, AGREEMENT)
  const context = await openBrowser()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  await page.goto(`${link}?lang=${language}`)
  await page.waitForLoadState('networkidle')
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes, `${bytes} bytes`).toBeLessThanOrEqual(MOST_BYTES)
  await context.close()
})
