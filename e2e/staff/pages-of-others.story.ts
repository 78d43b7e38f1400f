import { expect, test } from 'vitest'
import { isAccessible, signIn } from '../support/browser.ts'
import { everyPageOf, looksRight, usePages } from '../support/pages.ts'

const pages = usePages()

everyPageOf({
  'Marit Strand': { paths: ['/week', '/week/new', '/interpreters'], details: [['/week', '/attendance/class/:id'], ['/people', '/people/:id']] },
  'Kari Engen': { paths: ['/benefit'], details: [['/benefit', '/benefit/:id']] },
  'Øyvind Bakke': { paths: ['/overview', '/sharing', '/calibration', '/division', '/division/edit', '/weights', '/travel'], details: [] },
  'Hilde Fossum': { paths: ['/forecasts', '/division'], details: [] },
  'Lars Nilsen': { paths: ['/hand-overs'], details: [] },
  'Trond Vik': { paths: ['/admin/roles', '/admin/users', '/admin/jobs', '/admin/plans', '/admin/talks', '/attendance/settings', '/admin/interpreters', '/import', '/occupations', '/rules', '/rules/settings', '/rules/settings?part=choices', '/rules/settings?part=enacted'], details: [] },
  'Gunn Myhre': { paths: ['/admin/audit'], details: [] },
}, pages)

test('a page one may not see says which access is lacking, and the server gives nothing', async () => {
  const page = await pages.newPage()
  await signIn(page, pages.origin(), 'Hilde Fossum')
  await page.goto(`${pages.origin()}/people`)
  await page.waitForLoadState('networkidle')
  await isAccessible(page, '/people without access')
  const status = await page.evaluate(async () => (await fetch('/api/people.listPeople', { method: 'POST', headers: { 'content-type': 'application/json', 'x-fotfeste': '1' }, body: '{}' })).status)
  expect(status).toBe(403)
})

test('one who was somebody else a moment ago can sign in as another', async () => {
  const page = await pages.newPage()
  await signIn(page, pages.origin(), 'Ingrid Solheim')
  await signIn(page, pages.origin(), 'Terje Moen')
  await page.getByText('Terje Moen').first().waitFor()
  expect(await page.getByText('Ingrid Solheim').count()).toBe(0)
})

test('nynorsk and English have every page, and the choice is remembered', async () => {
  const page = await pages.newPage()
  await signIn(page, pages.origin(), 'Terje Moen')
  const choose = (locale: string) => page.evaluate(async (wanted) => { await fetch('/api/identity.setLocale', { method: 'POST', headers: { 'content-type': 'application/json', 'x-fotfeste': '1' }, body: JSON.stringify({ locale: wanted }) }) }, locale)
  for (const [locale, heading] of [['en', 'People'], ['nn', 'Personar']] as const) {
    await choose(locale)
    await page.evaluate(() => localStorage.clear())
    await looksRight(page, `${pages.origin()}/people`)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect(await page.locator('h1').innerText()).toBe(heading)
  }
})
