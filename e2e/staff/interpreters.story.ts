import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { dayInNorway } from '#shared/date.ts'
import { errorsOf, isAccessible, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { tellInChapters } from '../support/chapters.ts'
import { startFotfeste } from '../support/fotfeste.ts'
import { fieldOf, norwegian, screenOf } from '../support/screen.ts'

let fotfeste: Fotfeste
let browser: BrowserContext
let screen: ReturnType<typeof screenOf>
let errors: string[]
let name: string
let booking: string
const QUESTION = 'Når begynner kveldskurset?'

beforeAll(async () => {
  fotfeste = await startFotfeste()
  browser = await openBrowser()
  const page = await browser.newPage()
  errors = errorsOf(page)
  screen = screenOf(page, () => fotfeste.origin)
  await page.goto(`${fotfeste.origin}/sign-in`)
  name = await page.locator('section', { has: page.getByRole('heading', { name: 'Nordvåg' }) }).locator('h3 + ul button strong').first().innerText()
})
afterAll(async () => {
  await browser?.close()
  await fotfeste?.stop()
})

/** What is needed is written down; that it is late is said, and it is saved all the same. */
async function book(): Promise<void> {
  const { page, press, looksRight } = screen
  await signIn(page, fotfeste.origin, 'Anne Brekke')
  await screen.open('/interpreters/new')
  await page.getByRole('combobox', { name: 'Deltaker' }).fill(name)
  await page.getByRole('option', { name }).first().click()
  await page.getByRole('combobox', { name: 'Hva møtet gjelder' }).selectOption('Plan og kontrakt')
  await page.getByRole('radio', { name: /^Tospråklig assistent/ }).check()
  await page.getByText('Dette kan ikke en assistent ta').waitFor()
  await page.getByRole('radio', { name: /^Kvalifisert tolk/ }).check()
  await fieldOf(page, 'Dag', true).fill(norwegian(dayInNorway(new Date())))
  await fieldOf(page, 'Klokka').fill('15:00')
  await page.getByText('Dette er sent').waitFor()
  await fieldOf(page, 'Sted').fill('Kaiveien 1, rom 3')
  await page.evaluate(() => scrollTo(0, 0)) // the bar that stays on top hides what is beneath it
  await looksRight('booking an interpreter')
  await press('Lagre')
  await page.getByRole('heading', { level: 1, name: /^Møte med tolk/ }).waitFor()
  booking = new URL(page.url()).pathname
  await looksRight('the booking')
}

/** The service reads what is ordered, and not for whom. */
async function order(): Promise<void> {
  const { page, press, dialog, looksRight } = screen
  await press('Send bestillingen')
  await dialog().getByText('Dette får tolketjenesten lese').waitFor()
  await looksRight('the order')
  await dialog().getByRole('radio', { name: 'Fjordregionens tolketjeneste' }).check()
  await dialog().getByRole('button', { name: 'Send bestillingen' }).click()
  await page.getByText('Venter på svar').first().waitFor()
  const reference = await page.getByText(/^TOLK-[0-9A-F]{8}$/).first().innerText()
  const mail = await fotfeste.mail.waitFor(({ subject }) => subject.includes(reference), 20_000)
  expect([mail.to, mail.text.includes('Kaiveien 1, rom 3'), mail.text.includes('15:00–16:00')]).toEqual([['bestilling@tolk.example'], true, true])
  for (const part of name.split(' ')) expect(mail.subject + mail.text + (mail.html ?? '')).not.toContain(part)
}

async function confirm(): Promise<void> {
  const { page, press, dialog, looksRight } = screen
  await press('Noter hvem som kommer')
  await fieldOf(dialog(), 'Tolkens navn').fill('Kim Prøve-Tolk')
  await dialog().getByRole('combobox', { name: 'Kategori' }).selectOption({ label: 'C: statsautorisasjon' })
  await looksRight('who is coming')
  await dialog().getByRole('button', { name: 'Bekreft' }).click()
  await page.getByText('Tolk er bekreftet').first().waitFor()
  await looksRight('the confirmed booking')
}

/** On her own pages she sees the meeting and writes what she wants to ask. */
async function ask(): Promise<void> {
  const own = await openBrowser()
  const page = await own.newPage()
  await page.goto(`${fotfeste.origin}/sign-in`)
  await page.locator('button', { hasText: name }).first().click()
  await page.waitForURL('**/mine/week')
  await page.locator('button[name=locale][value=nb]').click()
  await page.goto(`${fotfeste.origin}/mine/interpreter`)
  await page.getByText('Kim Prøve-Tolk').waitFor()
  await fieldOf(page, 'Nytt spørsmål').fill(QUESTION)
  await page.getByRole('button', { name: 'Legg til' }).click()
  await page.getByText('Spørsmålet er lagret').waitFor()
  await isAccessible(page, 'her meetings with an interpreter')
  await own.close()
}

/** The question is ticked as answered, and waits no longer. */
async function record(): Promise<void> {
  const { page, press, dialog, looksRight } = screen
  await screen.open(booking)
  await press('Noter møtet')
  await dialog().getByRole('radio', { name: 'Et barn (under 18 år)' }).check()
  await dialog().getByText('Barn skal ikke tolke').waitFor()
  await looksRight('a child')
  await dialog().getByRole('radio', { name: 'Kvalifisert tolk' }).check()
  await dialog().getByRole('checkbox', { name: QUESTION }).check()
  await dialog().getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Gjennomført').first().waitFor()
  await page.getByText(/^Besvart/).first().waitFor()
  await looksRight('the meeting that was held')
}

tellInChapters('interpreters', [
  ['book: for one participant, late and with a warning', book],
  ['order: by a mail without her name', order],
  ['confirm: who comes', confirm],
  ['ask: the participant writes a question on her own pages', ask],
  ['record: the meeting was held and the question answered', record],
], () => ({ page: screen.page, errors }))
