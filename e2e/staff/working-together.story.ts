import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { errorsOf, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'
import { fieldOf, isForArchive, screenOf } from '../support/screen.ts'

let fotfeste: Fotfeste
let browser: BrowserContext
let page: Page
let screen: ReturnType<typeof screenOf>
let errors: string[]
beforeAll(async () => {
  fotfeste = await startFotfeste()
  browser = await openBrowser()
  page = await browser.newPage()
  errors = errorsOf(page)
  screen = screenOf(page, () => fotfeste.origin)
})
afterAll(async () => {
  await browser?.close()
  await fotfeste?.stop()
})
const becomes = (name: string): Promise<void> => signIn(page, fotfeste.origin, name)

test('the division of work: the manager gives away what nobody has, and whoever notes a request is told who rings first', async () => {
  await becomes('Øyvind Bakke')
  await screen.open('/division')
  await page.getByText('Følge opp etter ansettelse: ingen har dette').waitFor()
  await page.getByRole('link', { name: 'Endre' }).click()
  await page.locator('summary', { hasText: 'Følge opp etter ansettelse' }).click()
  await page.getByRole('combobox', { name: /^Ansvarlig/ }).selectOption({ label: 'Nav (statlig del)' })
  await fieldOf(page, 'Avtalt dag').fill('1.11.2026')
  await fieldOf(page, 'Avtalt av').fill('Flyktningtjenesten og Nav')
  await fieldOf(page, 'Hva er endret, og hvorfor?').fill('Nav følger opp etter ansettelse.')
  await screen.looksRight('changing the division of work')
  await screen.press('Lagre ny utgave')
  await page.getByText('Lagret som ny utgave.').waitFor()
  expect(await page.getByText('Følge opp etter ansettelse: ingen har dette').count()).toBe(0)
  await page.getByRole('button', { name: 'Hva ble endret' }).first().click()
  await screen.dialog().getByText('Følge opp etter ansettelse').waitFor()
  await page.keyboard.press('Escape')
  isForArchive(await screen.fileFrom(async () => {
    await screen.press('PDF på én side')
    await page.getByRole('button', { name: 'Bokmål' }).first().click()
  }))
  await becomes('Knut Haugen')
  const { rows: [employer] } = await call(page, 'employers.listEmployers', {})
  await screen.open(`/employers/${employer?.id}`)
  await screen.section('Hvem ringer her').getByText('Flyktningtjenesten').first().waitFor()
  await screen.press('Noter forespørsel')
  await screen.dialog().getByRole('combobox').first().selectOption('nav')
  await screen.dialog().getByText(/det Flyktningtjenesten som ringer først/).waitFor()
  expect(errors).toEqual([])
}, 120_000)

test('a plan: local need stands beside the wish, how it was weighed is written, and what was shown is kept', async () => {
  await becomes('Ingrid Solheim')
  const { rows } = await call(page, 'people.listPeople', { status: ['in_programme'] })
  const plans = await Promise.all(rows.map(({ id }) => call(page, 'programme.getPlan', { personId: id, locale: 'nb' })))
  const own = plans.find(({ plan }) => plan?.content.occupationCode !== undefined && plan.content.occupationCode !== null)
  await screen.open(`/people/${own?.personId}/plan`)
  await page.getByRole('region', { name: 'Behovet i kommunen' }).getByText('Arbeidsgivere sier').first().waitFor()
  await screen.looksRight('a plan beside local need')
  await fieldOf(page, 'Hvordan dette er veid mot ønsket').fill('Vi har sett på behovet, og ønsket står fast.')
  await fieldOf(page, 'Hva er endret, og hvorfor?').fill('Behovet er vurdert.')
  await screen.press('Lagre planen')
  await page.getByText('Vi har sett på behovet, og ønsket står fast.').first().waitFor()
  await page.getByText(/Det som ble vist da planen ble lagret/).click()
  await screen.looksRight('what was shown of local need')
  expect(errors).toEqual([])
}, 120_000)

test('a road: chosen with her, a step noted, and she reads it on her own page', async () => {
  const { rows } = await call(page, 'people.listPeople', { status: ['in_programme'] })
  const pages = await Promise.all(rows.map(({ id }) => call(page, 'competence.getPersonPath', { personId: id })))
  await screen.open(`/people/${pages.find(({ now }) => now === null)?.personId}?tab=paths-path`)
  await screen.press('Velg vei')
  await screen.dialog().getByRole('combobox').first().selectOption({ index: 1 })
  await screen.dialog().getByRole('button', { name: 'Velg vei' }).click()
  await page.getByText('Veien er valgt.').waitFor()
  await screen.press(/^Noter Teorieksamen|^Noter Fagprøve/)
  await screen.dialog().getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Notert.').waitFor()
  await screen.looksRight('a road to a trade certificate')
  expect(errors).toEqual([])
}, 120_000)

test('a participant with a road reads it in her own language, without a script', async () => {
  await page.goto(`${fotfeste.origin}/sign-in`)
  const names = await page.locator('section', { has: page.getByRole('heading', { name: 'Fjordvik' }) }).locator('h3 + ul').last().locator('button strong').allInnerTexts()
  const titles: string[] = []
  for (const name of names.slice(-3)) {
    await page.goto(`${fotfeste.origin}/sign-in`)
    await page.locator('button', { hasText: name }).first().click()
    await page.waitForURL('**/mine/week')
    await screen.open('/mine/plan')
    await page.locator('button[name=locale][value=en]').click()
    titles.push(...await page.getByRole('heading', { name: 'My road to a trade certificate' }).allInnerTexts())
    if (titles.length > 0) break
  }
  expect(titles).toHaveLength(1)
  await screen.looksRight('her own road')
}, 120_000)
