import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { NARROW, WIDE, errorsOf, isAccessible, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'

let fotfeste: Fotfeste
let browser: BrowserContext
beforeAll(async () => { fotfeste = await startFotfeste() })
afterAll(async () => { await fotfeste?.stop() })
beforeEach(async () => { browser = await openBrowser() })
afterEach(async () => { await browser.close() })

/** The first page of its kind that a list leads to. */
async function firstLink(page: Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(fotfeste.origin + list)
  await page.waitForLoadState('networkidle')
  const links = await page.locator('main a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const found = links.find((link) => pattern.test(link))
  expect(found, `${list} leads to ${String(pattern)}`).toBeDefined()
  return found ?? ''
}

async function looksRight(page: Page, path: string): Promise<void> {
  await page.goto(fotfeste.origin + path)
  await page.waitForLoadState('networkidle')
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size)
    await isAccessible(page, `${path} at ${size.width}`)
  }
  await page.setViewportSize(WIDE)
}

const uuid = '[0-9a-f-]{36}'
const people: Record<string, { paths: string[]; details: [list: string, pattern: RegExp][] }> = {
  'Ingrid Solheim': { paths: ['/today', '/people', '/people/new', '/people/duplicates', '/import', '/placements', '/employers', '/openings', '/matches', '/division', '/forecasts', '/paths', '/travel', '/rules', '/rules/ask/programme-length', '/rules/ask/benefit-income', '/rules/settings', '/waiting', '/without-plan', '/week', '/week/new', '/attendance', '/attendance?whose=all', '/benefit', '/register', '/recognition', '/proof', '/interpreters', '/interpreters?whose=all&past=true', '/interpreters/new', '/interpreters/new?group=true', '/standing-wishes', '/sharing?tab=agreements', '/sharing?tab=places', '/sharing?tab=ours', '/sharing?tab=theirs', '/cohort', '/what-if'],
    details: [['/people', new RegExp(`^/people/${uuid}$`)], ['/standing-wishes', new RegExp(`^/standing-wishes/${uuid}$`)], ['/sharing?tab=places', new RegExp(`^/sharing/places/${uuid}$`)], ['/sharing?tab=theirs', new RegExp(`^/sharing/here/${uuid}$`)], ['/week', new RegExp(`^/week/${uuid}$`)], ['/week', new RegExp(`^/attendance/class/${uuid}$`)], ['/attendance?whose=all', new RegExp(`^/people/${uuid}.tab=attendance`)], ['/benefit', new RegExp(`^/benefit/${uuid}$`)], ['/interpreters?whose=all', new RegExp(`^/interpreters/${uuid}$`)], ['/employers', new RegExp(`^/employers/${uuid}$`)], ['/openings', new RegExp(`^/openings/${uuid}$`)], ['/placements', new RegExp(`^/placements/${uuid}$`)]] },
  'Marit Strand': { paths: ['/week', '/week/new', '/interpreters'], details: [['/week', new RegExp(`^/attendance/class/${uuid}$`)], ['/people', new RegExp(`^/people/${uuid}$`)]] },
  'Kari Engen': { paths: ['/benefit'], details: [['/benefit', new RegExp(`^/benefit/${uuid}$`)]] },
  'Øyvind Bakke': { paths: ['/overview', '/sharing', '/calibration', '/division', '/division/edit', '/weights', '/travel'], details: [] },
  'Hilde Fossum': { paths: ['/forecasts', '/division'], details: [] },
  'Lars Nilsen': { paths: ['/hand-overs'], details: [] },
  'Trond Vik': { paths: ['/admin/roles', '/admin/users', '/admin/jobs', '/admin/plans', '/admin/talks', '/attendance/settings', '/admin/interpreters', '/import', '/rules', '/rules/settings', '/rules/settings?part=choices', '/rules/settings?part=enacted'], details: [] },
  'Gunn Myhre': { paths: ['/admin/audit'], details: [] },
}

test.each(Object.entries(people))('every page of %s is accessible, wide and narrow, without an error', async (name, { paths, details }) => {
  const page = await browser.newPage()
  const errors = errorsOf(page)
  await signIn(page, fotfeste.origin, name)
  const found: string[] = []
  for (const [list, pattern] of details) found.push(await firstLink(page, list, pattern))
  for (const path of [...paths, ...found]) await looksRight(page, path)
  expect(errors).toEqual([])
}, 300_000)

const tabs = ['recognition-recognition', 'proof-proof', 'decision-rights', 'plan-plan', 'week-week', 'attendance-attendance', 'payments-payments', 'benefit-benefit', 'interpreters-interpreters', 'exit-exit', 'paths-path', 'matching-places', 'help-help']

test('every part of the programme and of the matching on a participant\'s page is accessible, with every tab in sight', async () => {
  const page = await browser.newPage()
  const errors = errorsOf(page)
  await signIn(page, fotfeste.origin, 'Ingrid Solheim')
  const { rows: [person] } = await call(page, 'people.listPeople', { status: ['in_programme'] })
  for (const tab of tabs) await looksRight(page, `/people/${person?.id}?tab=${tab}`)
  const hidden = await page.getByRole('tab').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > window.innerWidth).map((one) => one.textContent))
  expect(hidden, 'tabs beyond the window').toEqual([])
  for (const path of ['plan', 'week', 'decisions/new?kind=norwegian']) await looksRight(page, `/people/${person?.id}/${path}`)
  await page.setViewportSize(NARROW)
  await page.goto(`${fotfeste.origin}/people/${person?.id}?tab=exit-exit`)
  await page.getByRole('tab', { selected: true }).waitFor()
  await expect.poll(async () => (await page.getByRole('tab', { selected: true }).boundingBox())?.x ?? NARROW.width).toBeLessThan(NARROW.width)
  expect(errors).toEqual([])
}, 300_000)

test('a page one may not see says which access is lacking, and the server gives nothing', async () => {
  const page = await browser.newPage()
  await signIn(page, fotfeste.origin, 'Hilde Fossum')
  await page.goto(`${fotfeste.origin}/people`)
  await page.waitForLoadState('networkidle')
  await isAccessible(page, '/people without access')
  const status = await page.evaluate(async () => (await fetch('/api/people.listPeople', { method: 'POST', headers: { 'content-type': 'application/json', 'x-fotfeste': '1' }, body: '{}' })).status)
  expect(status).toBe(403)
})

test('one who was somebody else a moment ago can sign in as another', async () => {
  const page = await browser.newPage()
  await signIn(page, fotfeste.origin, 'Ingrid Solheim')
  await signIn(page, fotfeste.origin, 'Terje Moen')
  await page.getByText('Terje Moen').first().waitFor()
  expect(await page.getByText('Ingrid Solheim').count()).toBe(0)
})

test('nynorsk and English have every page, and the choice is remembered', async () => {
  const page = await browser.newPage()
  await signIn(page, fotfeste.origin, 'Terje Moen')
  const choose = (locale: string) => page.evaluate(async (wanted) => { await fetch('/api/identity.setLocale', { method: 'POST', headers: { 'content-type': 'application/json', 'x-fotfeste': '1' }, body: JSON.stringify({ locale: wanted }) }) }, locale)
  for (const [locale, heading] of [['en', 'People'], ['nn', 'Personar']] as const) {
    await choose(locale)
    await page.evaluate(() => localStorage.clear())
    await looksRight(page, '/people')
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect(await page.locator('h1').innerText()).toBe(heading)
  }
})
