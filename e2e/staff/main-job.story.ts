import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { addDays, dayInNorway } from '#shared/date.ts'
import { errorsOf, isAccessible, openBrowser, signIn } from '../support/browser.ts'
import { advertPage, participants, registerAnswer } from '../support/files.ts'
import type { Given } from '../support/files.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'

const TODAY = dayInNorway(new Date())
const norwegian = (day: string): string => day.split('-').toReversed().map(Number).join('.')
const PERSON = 'Oksana Prøve-Åsen'

let fotfeste: Fotfeste
let browser: BrowserContext
let page: Page
beforeAll(async () => {
  fotfeste = await startFotfeste()
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser?.close()
  await fotfeste?.stop()
})

const open = async (path: string): Promise<void> => {
  await page.goto(fotfeste.origin + path)
  await page.waitForLoadState('networkidle')
}
const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const follow = (name: string | RegExp): Promise<void> => page.getByRole('link', { name }).first().click()
const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor()
/** Picks from a list that is searched by typing. */
async function choose(label: string, wanted: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label }).filter({ visible: true }).first()
  await box.fill(wanted)
  await page.getByRole('option', { name: wanted }).first().click()
}
const dialog = () => page.getByRole('dialog').filter({ visible: true })

/** Brings a file in: looked at first, then written. */
async function bringIn(kind: string, file: Given, write: RegExp): Promise<void> {
  await open('/import')
  await page.getByRole('radio', { name: kind }).check()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('Ingenting er lagret ennå.').waitFor()
  await press(write)
  await page.getByText(/er lagret$/).first().waitFor()
}

/** The link in the newest mail to an address. */
async function linkMailedTo(address: string, about: RegExp): Promise<string> {
  const mail = await fotfeste.mail.waitFor((one) => one.to.includes(address) && about.test(one.subject), 20_000)
  const link = /http:\/\/\S*\/l\/[\w-]+/.exec(mail.text)?.[0]
  expect(link, mail.text).toBeDefined()
  return link ?? ''
}

test('from a file of participants to a kept skill: the main job', async () => {
  onTestFailed(async () => { await page.screenshot({ path: join(tmpdir(), 'main-job-failed.png'), fullPage: true }) })
  const errors = errorsOf(page)
  await signIn(page, fotfeste.origin, 'Anne Brekke')

  // real input, through the page
  await bringIn('Deltakere', participants(), /^Lagre 2 rader/)
  await bringIn('Arbeidsgivere', registerAnswer(), /^Lagre 1 rad/)
  await bringIn('Stillinger fra Nav', advertPage(new Date()), /^Lagre/)

  // the imported employer gets a contact person on both sides, and a place
  await open('/employers')
  await page.getByRole('searchbox', { name: /Søk/ }).last().fill('latermild') // a typing mistake on purpose
  await follow(/LATTERMILD/i)
  await heading(/LATTERMILD/i)
  const employerPath = new URL(page.url()).pathname
  await press('Velg kontaktperson')
  await choose('Ny kontaktperson', 'Anne Brekke')
  await dialog().getByRole('button', { name: /Overlever|Velg|Lagre/ }).click()
  await page.getByText('Kontakten er overlevert').waitFor()
  await press('Legg til person')
  await dialog().getByLabel('Navn').fill('Per Leder')
  await dialog().getByLabel('E-post').fill('per@arbeidsgiver.example')
  await dialog().getByLabel('Kan veilede på arbeidsplassen').check()
  await dialog().getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Personen er lagret').waitFor()

  await open(`/openings/new?employerId=${employerPath.split('/').at(-1)}`)
  await page.getByRole('radio', { name: /^Praksisplass/ }).check()
  await page.getByLabel('Tittel').fill('Hjelper på kjøkkenet')
  await page.getByLabel('Oppgaver').fill('Lage enkle retter, oppvask og rydding')
  await page.getByLabel('Plasser', { exact: false }).first().fill('1')
  await press('Legg til norsk')
  await page.getByRole('combobox', { name: 'Nivå' }).selectOption('A2')
  await page.getByLabel('Setning fra arbeidet').fill('Forstår en muntlig beskjed')
  await press('Lagre')
  await heading('Hjelper på kjøkkenet')

  // the participant, and explained matches
  await open('/people')
  await page.getByRole('searchbox', { name: /Søk/ }).last().fill('oksana prøve aasen')
  await follow(PERSON)
  await heading(new RegExp(PERSON))
  const personPath = new URL(page.url()).pathname
  await page.getByRole('tab', { name: 'Steder' }).click()
  const card = page.getByRole('article').filter({ hasText: 'Hjelper på kjøkkenet' })
  await card.getByText(/krav er i orden/).first().click()
  await card.getByText(/Forstår en muntlig beskjed|samtale|lytte/).first().waitFor()
  expect(await card.innerText()).not.toMatch(/poeng|score/i)
  await isAccessible(page, 'explained matches')

  // proposed, her yes, presented, met, agreed
  await card.getByRole('button', { name: 'Foreslå' }).click()
  await dialog().getByRole('textbox').first().fill('Hun er kokk og vil bruke norsken')
  await dialog().getByRole('button', { name: 'Foreslå' }).click()
  await follow('Se forslaget')
  await press('Noter et ja')
  await dialog().getByRole('radio', { name: 'muntlig med tolk' }).check()
  await dialog().getByRole('button', { name: 'Noter ja' }).click()
  await press('Presenter for arbeidsgiveren')
  await dialog().getByRole('button', { name: /Presenter/ }).click()
  await press('Noter at de har møttes')
  await dialog().getByRole('button', { name: /Noter|Lagre/ }).click()
  await press('De er enige')
  await dialog().getByRole('button', { name: /enige|Lagre/ }).click()

  // the agreement, filled in and sent
  await follow('Lag avtale')
  await page.getByRole('radio', { name: /^Språkpraksis/ }).check()
  await press('Opprett utkast')
  await heading(/Oksana/)
  const agreementPath = new URL(page.url()).pathname
  await page.getByLabel('Formål').fill('Bruke norsk hver dag')
  await page.getByLabel('Læringsmål').fill('Kunne hygienereglene')
  await page.getByLabel('Språkmål').fill('Svare på muntlige beskjeder')
  await page.getByLabel(/snakker norsk med/i).fill('Per Leder')
  await page.getByRole('textbox', { name: /^Første dag/ }).fill(norwegian(TODAY))
  await page.getByRole('textbox', { name: /^Siste dag/ }).fill(norwegian(addDays(TODAY, 11)))
  await page.getByRole('button', { name: 'Legg til timer mandag' }).click()
  await press('Foreslå dager')
  await press('Lagre avtalen')
  await page.getByText('Avtalen er lagret').waitFor()
  await press('Send til godkjenning')
  await dialog().getByRole('button', { name: /Send/ }).click()

  // each outside party through its mailed link: she in Ukrainian
  const guest = await openBrowser('uk-UA')
  const hers = await guest.newPage()
  await hers.goto(await linkMailedTo('oksana@epost.example', /./))
  expect(await hers.locator('html').getAttribute('lang')).toBe('uk')
  await isAccessible(hers, 'her approval page')
  await hers.locator('input[name=name]').fill(PERSON)
  await hers.locator('form:has(input[name=revision]) button').click()
  const his = await guest.newPage()
  await his.goto(await linkMailedTo('per@arbeidsgiver.example', /./))
  await isAccessible(his, 'the employer\'s approval page')
  expect(await his.locator('body').innerText()).not.toContain('oksana@epost.example')
  await his.locator('input[name=name]').fill('Per Leder')
  await his.locator('form:has(input[name=revision]) button').click()
  await his.getByText('Takk, avtalen er godkjent').waitFor()

  await open(agreementPath)
  await press('Godkjenn for kommunen')
  await page.getByText('Avtalen er godkjent av alle').waitFor()
  await isAccessible(page, 'the agreement')

  // a visit, noted in a moment
  await press('Noter samtale eller besøk')
  await dialog().getByRole('checkbox', { name: 'arbeidsgiveren' }).check()
  await dialog().getByRole('radio', { name: 'Går bra' }).check()
  await dialog().getByLabel('Notat').fill('Kommer presis og spør når hun lurer')
  await dialog().getByRole('button', { name: 'Lagre notatet' }).click()
  await page.getByText('Kommer presis og spør når hun lurer').waitFor()

  // the evaluation, by link, both sides
  await press('Send spørsmålene')
  await his.goto(await linkMailedTo('per@arbeidsgiver.example', /spørsmål|hvordan|evaluer/i))
  await isAccessible(his, 'the employer\'s questions')
  await his.locator('textarea[name=wentWell]').fill('Tar imot beskjeder på norsk')
  await his.locator('textarea[name=skills]').fill('Storkjøkken\nHygiene')
  await his.locator('input[name=wouldHostAgain][value=yes]').check()
  await his.locator('input[name=isHired][value=perhaps_later]').check()
  await his.getByRole('button').last().click()
  await his.getByText('Takk for svarene').waitFor()
  await guest.close()

  // what was seen at work is on her page, and every reading in the audit
  await open(personPath)
  await page.getByRole('tab', { name: 'Kompetanse' }).click()
  await page.getByText(/storkjøkken/i).waitFor()
  await page.getByText('Sett i arbeid').first().waitFor()
  expect(errors).toEqual([])

  await signIn(page, fotfeste.origin, 'Arne Tangen')
  await open('/admin/audit')
  await page.getByText('Anne Brekke').first().waitFor()
}, 300_000)
