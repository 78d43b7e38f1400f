import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { errorsOf, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'
import { fieldOf, screenOf } from '../support/screen.ts'

let fotfeste: Fotfeste
let browser: BrowserContext
let page: Page
let errors: string[]
beforeAll(async () => {
  fotfeste = await startFotfeste()
  browser = await openBrowser()
  page = await browser.newPage()
  errors = errorsOf(page)
  await signIn(page, fotfeste.origin, 'Ingrid Solheim')
})
afterAll(async () => {
  await browser?.close()
  await fotfeste?.stop()
})

/** Somebody with an education of whom there is no case yet. */
async function oneWithoutCase(): Promise<string> {
  for (const { id } of (await call(page, 'people.listPeople', { status: ['in_programme'] })).rows) {
    const { cases, educations } = await call(page, 'competence.getRecognitions', { personId: id })
    if (cases.length === 0 && educations.length === 1) return id
  }
  throw new Error('everybody has a case')
}

test('an application for recognition is opened, sent, and answered in part; the education says so', async () => {
  const screen = screenOf(page, () => fotfeste.origin)
  const personId = await oneWithoutCase()
  await screen.open(`/people/${personId}?tab=recognition-recognition`)
  await screen.press('Ny sak')
  await screen.dialog().getByLabel('Hva søkes det om?').selectOption({ label: 'Generell godkjenning av høyere utdanning' })
  expect(await fieldOf(screen.dialog(), 'Instans').inputValue()).toBe('HK-dir')
  await screen.press('Opprett saken')
  await page.getByText('4 ting mangler før søknaden kan sendes').waitFor()
  await screen.looksRight('a new case')
  await screen.press('Noter at den er sendt')
  await screen.press('Lagre')
  await page.getByText('Sendt i dag').waitFor()
  await screen.press('Noter svaret')
  await screen.dialog().getByLabel('Delvis godkjent').check()
  await fieldOf(screen.dialog(), 'Hva mangler for full godkjenning?').fill('Ett semester norsk rett')
  await screen.press('Lagre')
  await page.getByText('Ett semester norsk rett').first().waitFor()
  await screen.tab('Kompetanse')
  await page.getByText('Delvis godkjent i Norge').waitFor()
  await screen.open('/recognition')
  await screen.looksRight('the cases')
  expect(errors).toEqual([])
}, 120_000)

/** A trial in a placement whose workplace can be asked, of somebody whose sheet can be made. */
async function oneTried(): Promise<{ personId: string; trialId: string; task: string }> {
  for (const { personId } of (await call(page, 'placements.listAgreements', {})).rows) {
    const trial = (await call(page, 'competence.getProof', { personId })).trials.find(({ actions }) => actions.includes('ask'))
    const task = trial?.tasks.find(({ seen }) => seen === null)
    if (trial && task) return { personId, trialId: trial.id, task: task.task }
  }
  throw new Error('nobody is tried')
}

test('the workplace says by a link what it has seen, and that stands on the sheet the municipality answers for', async () => {
  const screen = screenOf(page, () => fotfeste.origin)
  const { personId, trialId, task } = await oneTried()
  const { email } = await call(page, 'competence.askAboutTasks', { trialId })
  const mail = await fotfeste.mail.waitFor((one) => one.to.includes(email) && one.subject.includes('Kan du si hva du har sett?'), 20_000)
  const workplace = await (await openBrowser('nb-NO', { javaScriptEnabled: false })).newPage()
  await workplace.goto(/http:\/\/\S*\/l\/[\w-]+/.exec(mail.text)?.[0] ?? '')
  await workplace.getByRole('group', { name: task }).getByLabel('Klarer det alene').check()
  await workplace.getByLabel('Navnet ditt').fill('Kari Moen')
  await workplace.getByLabel('Rollen din på arbeidsplassen').fill('fadder')
  await workplace.getByRole('button', { name: 'Send svarene' }).click()
  await workplace.getByText('Takk for svarene').waitFor()
  await workplace.context().close()
  await screen.open(`/people/${personId}?tab=proof-proof`)
  await page.getByText(/Kari Moen, fadder, .*svarte selv/).first().waitFor()
  await page.getByText('Dette skal stå på arket').click()
  await page.getByLabel(task).check()
  await page.evaluate(() => { window.scrollTo(0, 0) }) // what the bar on top hides half of is no target
  await screen.looksRight('proof')
  await screen.press('Lag bevisark')
  await page.getByText('Bevisarket er laget.').waitFor()
  const [sheet] = (await call(page, 'competence.getProof', { personId })).sheets
  const { name, bytes } = await screen.fileFrom(() => page.getByRole('link', { name: 'Engelsk' }).first().click())
  expect([name, bytes.subarray(0, 5).toString()]).toEqual(['bevisark-en.pdf', '%PDF-'])
  await screen.open('/proof')
  await fieldOf(page, 'Kode på arket').fill(sheet?.code.toLowerCase() ?? '')
  await screen.press('Sjekk')
  await page.getByText('Arket er ekte', { exact: true }).waitFor()
  await page.getByText(task).first().waitFor()
  await screen.looksRight('a code')
  expect(errors).toEqual([])
}, 120_000)
