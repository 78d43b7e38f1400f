import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { errorsOf, isAccessible, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'
import { aMeetingDay, untilKept } from '../support/meeting-day.ts'

const TABLET = { width: 800, height: 1100 }
const MOST_BYTES = 90_000

let fotfeste: Fotfeste
let office: BrowserContext
let adviser: Page
let counter: BrowserContext
let tablet: Page
let day: Awaited<ReturnType<typeof aMeetingDay>>
let link: string
let errors: string[]
beforeAll(async () => {
  fotfeste = await startFotfeste()
  office = await openBrowser()
  adviser = await office.newPage()
  await signIn(adviser, fotfeste.origin, 'Anne Brekke')
  day = await aMeetingDay(adviser, { employers: ['Kafé Brygga', 'Fjordvik Bakeri'], guests: 4 })
  for (const { id } of day.guests) await call(adviser, 'meetings.recordReply', { dayId: day.dayId, who: 'guest', id, reply: 'yes', channel: 'phone' })
  counter = await openBrowser()
  tablet = await counter.newPage()
  errors = errorsOf(tablet)
  await tablet.setViewportSize(TABLET)
  link = fotfeste.origin + await day.linkTo({ employerId: day.employers[0]?.id })
})
afterAll(async () => {
  await counter?.close()
  await office?.close()
  await fotfeste?.stop()
})

const meet = (index: number) => tablet.locator('.meet').nth(index)
const bar = () => tablet.locator('[data-queue-bar]')
/** What the colleague's page has of the employer's taps, in the order of the guests' numbers. */
async function outcomes() {
  const { outcomes: rows, guests } = await call(adviser, 'meetings.getDay', { dayId: day.dayId })
  const numberOf = new Map(guests.map(({ id, number }) => [id, number]))
  return new Map(rows.filter(({ employerId }) => employerId === day.employers[0]?.id).map(({ guestId, score, note, employerAgain, offer }) => [String(numberOf.get(guestId)), { score, note, employerAgain, offer }]))
}
const numbers: string[] = []

test('the employer answers, and wishes among numbers', async () => {
  await tablet.goto(link)
  await tablet.getByRole('button', { name: 'Ja, vi kommer' }).click()
  await tablet.getByRole('status').getByText('Det er lagret').waitFor()
  await isAccessible(tablet, 'the employer’s invitation')
  await tablet.locator('input[type=radio][value="3"]').first().check({ force: true })
  await tablet.getByRole('button', { name: 'Lagre ønskene' }).click()
  await tablet.getByRole('status').getByText('Det er lagret').waitFor()
  const text = await tablet.locator('body').innerText()
  for (const { personName } of day.guests) for (const name of personName.split(' ')) expect(text).not.toContain(name)
})

test('on the day it has its list, and scores with one tap', async () => {
  await day.begin()
  await tablet.goto(link)
  await tablet.waitForURL('**/day?lang=nb')
  expect(await tablet.locator('.meet').count()).toBeGreaterThanOrEqual(3)
  await tablet.getByRole('button', { name: 'Vi er her' }).click()
  await tablet.getByText('Kommunen ser at dere er her').waitFor()
  expect((await call(adviser, 'meetings.getDay', { dayId: day.dayId })).employers.filter(({ cameAt }) => cameAt !== null).map(({ id }) => id)).toEqual([day.employers[0]?.id])
  for (const badge of await tablet.locator('.meet .badge').all()) numbers.push(await badge.innerText())
  await meet(0).getByRole('button', { name: 'Vil ha med videre' }).click()
  await bar().getByText('Alt er lagret').waitFor()
  await expect.poll(async () => (await outcomes()).get(numbers[0] ?? '')?.score).toBe(3)
  for (const size of [TABLET, { width: 360, height: 780 }]) {
    await tablet.setViewportSize(size)
    await isAccessible(tablet, `the employer’s list at ${size.width}`)
  }
  await tablet.setViewportSize(TABLET)
  await untilKept(tablet)
})

test('without network what is tapped waits on the device, also when the page is opened again', async () => {
  await counter.setOffline(true)
  await tablet.locator('[data-lost]').getByText('Vi får ikke kontakt').waitFor()
  await meet(1).getByRole('button', { name: 'Kanskje' }).click()
  await meet(2).getByRole('button', { name: 'Passer ikke nå' }).click()
  await meet(0).locator('summary').click()
  await meet(0).getByRole('button', { name: 'Ja, nytt intervju' }).click()
  await meet(0).getByRole('button', { name: 'Praksisplass' }).click()
  await meet(0).locator('textarea').fill('Møtte presis.')
  await meet(0).getByRole('button', { name: 'Ville gjerne i gang.' }).click()
  await bar().getByText('5 venter på nett').waitFor()
  expect(await meet(1).getByText('Venter på nett').count()).toBe(1)
  await isAccessible(tablet, 'the list without network')
  await tablet.reload()
  await bar().getByText('5 venter på nett').waitFor()
  expect(await meet(1).getByRole('button', { name: 'Kanskje' }).getAttribute('aria-pressed')).toBe('true')
  // a second thought: both wait, in the order of the taps
  await meet(2).getByRole('button', { name: 'Vil ha med videre' }).click()
  await bar().getByText('6 venter på nett').waitFor()
  expect((await outcomes()).size).toBe(1)
})

test('and is sent by itself when the network is back: nothing is lost, the last tap stands', async () => {
  await counter.setOffline(false)
  await bar().getByText('Alt er lagret').waitFor()
  const [first = '', second = '', third = ''] = numbers
  const all = await outcomes()
  expect(all.get(first)).toEqual({ score: 3, note: 'Møtte presis. Ville gjerne i gang.', employerAgain: true, offer: 'practice' })
  expect([all.get(second)?.score, all.get(third)?.score]).toEqual([2, 3])
  await tablet.locator('[data-lost]').waitFor({ state: 'hidden' })
  expect(await tablet.evaluate(() => Object.keys(localStorage).length)).toBe(0)
})

test('the same sent twice counts once, and what another device answered later is said', async () => {
  const colleague = await (await openBrowser()).newPage()
  await counter.setOffline(true)
  await meet(1).getByRole('button', { name: 'Passer ikke nå' }).click()
  await bar().getByText('1 venter på nett').waitFor()
  await colleague.goto(tablet.url())
  await colleague.locator('.meet').nth(1).getByRole('button', { name: 'Vil ha med videre' }).click()
  await colleague.locator('[data-queue-bar]').getByText('Alt er lagret').waitFor()
  await counter.setOffline(false)
  await tablet.getByRole('alert').getByText('Noen andre hos dere har svart noe annet senere').waitFor()
  expect((await outcomes()).get(numbers[1] ?? '')?.score).toBe(3)
  expect(await meet(1).getByRole('button', { name: 'Vil ha med videre' }).getAttribute('aria-pressed')).toBe('true')
  await tablet.getByRole('button', { name: 'Jeg har sett det' }).click()
  expect(await tablet.getByRole('alert').filter({ visible: true }).count()).toBe(0)
  await colleague.context().close()
})

test('without script the forms go as forms', async () => {
  const page = await (await openBrowser('nb-NO', { javaScriptEnabled: false })).newPage()
  await page.goto(tablet.url())
  await page.locator('.meet').nth(0).getByRole('button', { name: 'Kanskje' }).click()
  await page.waitForLoadState('load')
  expect(await page.locator('.meet').nth(0).getByRole('button', { name: 'Kanskje' }).getAttribute('aria-pressed')).toBe('true')
  expect((await outcomes()).get(numbers[0] ?? '')).toMatchObject({ score: 2, note: 'Møtte presis. Ville gjerne i gang.' })
  await page.context().close()
})

test('the list weighs at most 90 kB, and the wall shows the numbers', async () => {
  const context = await openBrowser()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  await page.goto(tablet.url())
  await page.waitForLoadState('load')
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(fotfeste.origin + await day.linkTo({}))
  expect(await page.locator('.seat__number[data-state=now]').count()).toBeGreaterThan(0)
  await isAccessible(page, 'the wall')
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1080)
  await context.close()
})

test('the list can be forgotten: neither page nor worker nor taps stay on the device, and the link in its history opens nothing', async () => {
  await tablet.goto(link)
  await untilKept(tablet)
  await tablet.getByRole('button', { name: 'Glem siden og steng lenken' }).click()
  await tablet.getByRole('status').getByText('Siden er glemt, og lenken er stengt').waitFor()
  expect(await tablet.evaluate(async () => ({ kept: await caches.has('fotfeste-day'), workers: (await navigator.serviceWorker.getRegistrations()).length, taps: localStorage.length, address: location.pathname }))).toEqual({ kept: false, workers: 0, taps: 0, address: '/' })
  expect((await tablet.goto(link))?.status()).toBe(410)
  expect(errors.filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(one))).toEqual([])
})
