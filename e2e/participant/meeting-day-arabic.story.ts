import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockInNorway } from '#shared/date.ts'
import { call } from '../support/api.ts'
import { NARROW, errorsOf, isAccessible, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'
import { aMeetingDay, untilKept } from '../support/meeting-day.ts'

const MOST_BYTES = 90_000

let fotfeste: Fotfeste
let office: BrowserContext
let adviser: Page
let pocket: BrowserContext
let phone: Page
let day: Awaited<ReturnType<typeof aMeetingDay>>
let errors: string[]
beforeAll(async () => {
  fotfeste = await startFotfeste()
  office = await openBrowser()
  adviser = await office.newPage()
  await signIn(adviser, fotfeste.origin, 'Anne Brekke')
  day = await aMeetingDay(adviser, { employers: ['Kafé Brygga', 'Fjordvik Bakeri'], guests: 3 })
  pocket = await openBrowser('ar')
  phone = await pocket.newPage()
  errors = errorsOf(phone)
  await phone.setViewportSize(NARROW)
})
afterAll(async () => {
  await pocket?.close()
  await office?.close()
  await fotfeste?.stop()
})

/** Of one page all that comes down the line, in bytes. */
async function weightOf(url: string): Promise<number> {
  const context = await openBrowser()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  await page.goto(url)
  await page.waitForLoadState('load')
  await context.close()
  return bytes
}

const guest = () => day.guests[0] ?? { id: '', personName: '' }
/** Her meetings that are to come, as the colleague's page has them. */
const herMeetings = async () => (await call(adviser, 'meetings.getDay', { dayId: day.dayId })).slots.filter(({ guestId, state }) => guestId === guest().id && state === 'planned').toSorted((a, b) => a.round - b.round)

let invitation = ''
test('she is invited by mail, reads it in Arabic, and answers with one press', async () => {
  const mail = await fotfeste.mail.waitFor((one) => /\/l\/[\w-]+/.test(one.text) && !one.to.includes('bedrift.example.no'), 20_000)
  expect(mail.text).toContain('/l/')
  invitation = fotfeste.origin + await day.linkTo({ guestId: guest().id })
  await phone.goto(`${invitation}?lang=ar`)
  expect([await phone.locator('html').getAttribute('lang'), await phone.locator('html').getAttribute('dir')]).toEqual(['ar', 'rtl'])
  await isAccessible(phone, 'the invitation in Arabic')
  await phone.getByRole('button', { name: 'نعم، سآتي' }).click()
  await phone.getByRole('status').getByText('تم الحفظ').waitFor()
  for (const wish of await phone.locator('input[type=radio][value="3"]').all()) await wish.check({ force: true })
  await phone.getByRole('button', { name: 'حفظ الرغبات' }).click()
  await phone.getByRole('status').getByText('تم الحفظ').waitFor()
  expect(await phone.locator('input[type=radio][value="3"]:checked').count()).toBe(2)
  await isAccessible(phone, 'the answered invitation in Arabic')
  expect(await weightOf(`${invitation}?lang=ar`)).toBeLessThanOrEqual(MOST_BYTES)
  for (const { id } of day.guests.slice(1)) await call(adviser, 'meetings.recordReply', { dayId: day.dayId, who: 'guest', id, reply: 'yes', channel: 'phone' })
})

test('on the day the same link shows her number, and what is now and next with table and room', async () => {
  await day.begin()
  await phone.goto(`${invitation}?lang=ar`)
  await phone.waitForURL('**/day?lang=ar')
  const number = (await call(adviser, 'meetings.getDay', { dayId: day.dayId })).guests.find(({ id }) => id === guest().id)?.number
  expect(await phone.locator('.badge').first().innerText()).toBe(String(number))
  const meetings = await herMeetings()
  expect(await phone.locator('.stop').count()).toBe(meetings.length)
  for (const { round } of meetings) await phone.getByText(`${day.rounds[round]?.from}–${day.rounds[round]?.to}`).first().waitFor()
  await phone.locator('.where__door svg').first().waitFor()
  for (const { personName } of day.guests) expect(await phone.locator('body').innerText()).not.toContain(personName.split(' ')[1] ?? personName)
  await isAccessible(phone, 'her day in Arabic')
  await phone.getByRole('button', { name: 'استمع' }).waitFor({ state: 'attached' })
  expect(await weightOf(phone.url())).toBeLessThanOrEqual(MOST_BYTES)
  await untilKept(phone)
})

test('what is moved on the day is seen without doing anything, and is marked', async () => {
  const next = (await herMeetings()).find(({ round }) => round > 0)
  expect(next).toBeDefined()
  const { moved } = await call(adviser, 'meetings.markEmployer', { dayId: day.dayId, id: next?.employerId ?? '', as: 'late', until: day.rounds[(next?.round ?? 0) + 2]?.from })
  expect(moved.map(({ guestId }) => guestId)).toContain(guest().id)
  await phone.evaluate(() => document.dispatchEvent(new Event('fotfeste:refresh'))) // what comes twice a minute by itself
  await phone.getByRole('alert').getByText('تغيّرت خطتك').waitFor()
  await phone.locator('.stop__moved').getByText('تم التغيير').first().waitFor()
  const to = (await herMeetings()).find(({ employerId }) => employerId === next?.employerId)
  await phone.locator('.stop').getByText(`${day.rounds[to?.round ?? 0]?.from}–${day.rounds[to?.round ?? 0]?.to}`).first().waitFor()
  await isAccessible(phone, 'her moved day in Arabic')
  await untilKept(phone)
})

test('with the network lost the plan stays, also when the page is opened again, and says how old it is', async () => {
  const shown = await phone.locator('.stop').allInnerTexts()
  const time = clockInNorway(new Date())
  await pocket.setOffline(true)
  await phone.locator('[data-lost]').getByText('لا يوجد اتصال').waitFor()
  await phone.reload()
  expect(await phone.locator('.stop').allInnerTexts()).toEqual(shown)
  await phone.locator('[data-lost]').getByText('لا يوجد اتصال').waitFor()
  const told = await phone.locator('[data-lost]').innerText()
  expect(minutesApart(/\d\d:\d\d/.exec(told)?.[0] ?? '', time)).toBeLessThanOrEqual(2)
  expect(await phone.locator('html').getAttribute('dir')).toBe('rtl')
  await isAccessible(phone, 'her day without network')
})

const minutesApart = (one: string, other: string): number => { const of = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)); return Math.abs(of(one) - of(other)) }

test('and catches up when the network is back', async () => {
  const last = (await herMeetings()).at(-1)
  await call(adviser, 'meetings.markEmployer', { dayId: day.dayId, id: last?.employerId ?? '', as: 'expected' })
  await call(adviser, 'meetings.markEmployer', { dayId: day.dayId, id: last?.employerId ?? '', as: 'left', until: day.rounds[0]?.to })
  await pocket.setOffline(false)
  await phone.locator('[data-lost]').waitFor({ state: 'hidden' })
  await phone.getByText('لن يُعقد هذا اللقاء').first().waitFor()
  expect(errors.filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(one))).toEqual([])
})

test('another’s day is not hers, and a closed link takes what was kept with it', async () => {
  const other = await pocket.newPage()
  expect((await other.goto(`${fotfeste.origin}/l/${'A'.repeat(43)}/day`))?.status()).toBe(404)
  await other.close()
  expect((await call(adviser, 'meetings.closeLinks', { dayId: day.dayId, guestId: guest().id })).closed).toBeGreaterThan(0)
  await phone.evaluate(() => window.dispatchEvent(new Event('online')))
  await phone.getByRole('heading', { level: 1, name: 'الرابط لم يعد صالحًا' }).waitFor()
  expect(await phone.locator('body').innerText()).not.toContain('Kafé Brygga')
  await pocket.setOffline(true)
  expect(await phone.reload().then(() => 'kept', () => 'gone')).toBe('gone')
})
