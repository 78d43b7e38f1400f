import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { NARROW, WIDE, errorsOf, isAccessible, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'

let fotfeste: Fotfeste
beforeAll(async () => { fotfeste = await startFotfeste() })
afterAll(async () => { await fotfeste?.stop() })

const SCORE = /poeng|score|rangering|prosent|%|بالمئة|درجة|ترتيب|балів|рейтинг/i

/** Wide and on a telephone: nothing for axe, nothing sideways, no score, and everything to press as high as a thumb. */
async function isGood(page: Page, where: string, others: readonly string[]): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size)
    await isAccessible(page, `${where}, ${size.width} px`)
  }
  const low = await page.evaluate(() => [...document.querySelectorAll('button, textarea, nav a, a.choice')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 90)))
  expect(low, `${where}: too low to press`).toEqual([])
  const text = await page.locator('body').innerText()
  expect(text, where).not.toMatch(SCORE)
  for (const other of others) expect(text, where).not.toContain(other)
}

/** The names of everybody a colleague may see in her municipality, but for one. */
async function everybodyBut(adviser: string, name: string): Promise<string[]> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await signIn(page, fotfeste.origin, adviser)
  const { rows } = await call(page, 'people.listPeople', {})
  const own = rows.find(({ givenName, familyName }) => `${givenName} ${familyName}` === name) ?? (await call(page, 'people.listPeople', { text: name })).rows[0]
  if (own) await call(page, 'people.getPerson', { personId: own.id }) // so that there is a reading to see
  await browser.close()
  return rows.map(({ givenName, familyName }) => `${givenName} ${familyName}`).filter((one) => one !== name)
}

/** The name of a participant of Nordvåg, where Anne Brekke works, as the sign-in page offers it. */
async function participantOfNordvaag(index: number): Promise<string> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(`${fotfeste.origin}/sign-in`)
  const name = await page.locator('section', { has: page.getByRole('heading', { name: 'Nordvåg' }) }).locator('h3 + ul button strong').nth(index).innerText()
  await browser.close()
  return name
}

async function arrive(browser: BrowserContext, name: string, language: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`${fotfeste.origin}/sign-in`)
  await page.locator('button', { hasText: name }).first().click()
  await page.waitForURL('**/mine/week') // her week is what she meets first
  await page.goto(`${fotfeste.origin}/mine/places`)
  await page.locator(`button[name=locale][value=${language}]`).click()
  await page.locator(`html[lang=${language}]`).waitFor()
  return page
}

/** What money comes next and whom to ask, what she got as paper, and what was decided about her. */
async function readsHerMoneyAndDecisions(page: Page, others: readonly string[]): Promise<void> {
  await page.locator('nav.portal-menu a[href="/mine/payments"]').click()
  await page.locator('.my-money .my-slot').first().waitFor()
  await isGood(page, 'her money', others)
  await page.locator('nav.portal-tabs a[href="/mine/benefit"]').click()
  await page.waitForURL('**/mine/benefit')
  await isGood(page, 'her benefit', others)
  await page.locator('nav.portal-menu summary').click()
  await page.locator('nav.portal-menu a[href="/mine/decisions"]').click()
  await isGood(page, 'her decisions', others)
  await page.locator('main a[href^="/mine/decisions/"]').first().click()
  await isGood(page, 'one decision', others)
  const paper = await page.request.get(new URL(await page.locator('main a[href$="/paper.pdf"]').getAttribute('href') ?? '', page.url()).href)
  expect([paper.status(), paper.headers()['content-type'], (await paper.body()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
}

describe.each([
  { language: 'nb', dir: 'ltr', index: 0, wish: 'Jeg har jobbet med dette før.', sent: 'Søknaden er sendt til veilederen din.' },
  { language: 'ar', dir: 'rtl', index: 1, wish: 'عملت في هذا المجال من قبل.', sent: 'تم إرسال' },
])('a participant in $language', ({ language, dir, index, wish, sent }) => {
  test('finds a place, applies, follows it and sees who has read about her', async () => {
    const name = await participantOfNordvaag(index)
    const others = await everybodyBut('Anne Brekke', name)
    expect(others.length).toBeGreaterThan(10)
    const browser = await openBrowser(language === 'ar' ? 'ar' : 'nb-NO', { javaScriptEnabled: true })
    const page = await arrive(browser, name, language)
    const errors = errorsOf(page)
    expect(await page.locator('html').getAttribute('dir')).toBe(dir)
    await isGood(page, 'the open places', others)
    const place = page.locator('a.choice').first()
    const title = await place.locator('strong').innerText()
    await place.click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await isGood(page, 'one place', others)
    await page.locator('textarea[name=text]').fill(wish)
    await page.locator('form:has(textarea) button').click()
    await page.getByRole('status').filter({ hasText: sent }).waitFor()
    await page.getByText(wish).waitFor()
    await isGood(page, 'her applications', others)
    await readsHerMoneyAndDecisions(page, others)
    await page.locator('nav.portal-menu summary').click()
    await page.locator('nav.portal-menu a').last().click()
    await page.getByRole('cell', { name: 'Anne Brekke' }).first().waitFor()
    await isGood(page, 'who has read about her', others)
    expect(errors).toEqual([])
    await browser.close()
  })
})

/** Tabs to where the wanted element has the focus. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted)) return
  }
  throw new Error(`the keyboard never comes to ${wanted}`)
}

test('by the keyboard alone she comes in, applies and signs out', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(`${fotfeste.origin}/sign-in`)
  await tabTo(page, 'h3 + ul button') // the first participant there is
  await page.keyboard.press('Enter')
  await page.waitForURL('**/mine/week')
  await tabTo(page, 'nav summary')
  await page.keyboard.press('Enter')
  await tabTo(page, 'nav a[href="/mine/places"]')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/mine/places')
  await tabTo(page, 'a.choice')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/mine/places/*')
  await tabTo(page, 'textarea[name=text]')
  await page.keyboard.type('Jeg vil lære mer norsk.')
  await tabTo(page, 'form:has(textarea) button')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/mine/applications?sent=1')
  await page.getByText('Jeg vil lære mer norsk.').waitFor()
  await tabTo(page, 'form[action="/sign-out"] button')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/mine'))
  expect((await page.goto(`${fotfeste.origin}/mine/applications`))?.url()).not.toContain('/mine/applications?sent')
  await browser.close()
})
