import type { BrowserContext, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { readSheet } from '#platform/sheets.ts'
import { call } from '../support/api.ts'
import { errorsOf, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { tellInChapters } from '../support/chapters.ts'
import { startFotfeste } from '../support/fotfeste.ts'
import { fieldOf, screenOf } from '../support/screen.ts'

let fotfeste: Fotfeste
let browser: BrowserContext
let screen: ReturnType<typeof screenOf>
let errors: string[]
let cohortId: string
let moved: string

beforeAll(async () => {
  fotfeste = await startFotfeste()
  browser = await openBrowser()
  const page = await browser.newPage()
  errors = errorsOf(page)
  screen = screenOf(page, () => fotfeste.origin)
})
afterAll(async () => {
  await browser?.close()
  await fotfeste?.stop()
})

const plan = () => call(screen.page, 'matching.getPlan', { cohortId })
/** The places a neighbour shares. */
const neighbours = async (): Promise<string[]> => (await plan()).places.filter(({ sharedBy }) => sharedBy !== null).map(({ openingId }) => openingId)
const rows = (group: RegExp): Locator => screen.section(group).locator('[data-person]')
const figure = (): Promise<string> => screen.page.locator('.cohort-figure dd').first().innerText()

/** The plan of the morning is there; another is made, and proved. */
async function solve(): Promise<void> {
  const { page, press, dialog, looksRight } = screen
  await signIn(page, fotfeste.origin, 'Ingrid Solheim')
  await page.getByRole('navigation').first().getByRole('link', { name: 'Fordeling' }).click()
  await page.getByRole('link', { name: 'Morgenmøtet' }).waitFor()
  await page.getByText('kvalifikasjonsprinsippet').waitFor()
  await looksRight('the plans')
  await press('Ny fordeling')
  await looksRight('a new plan')
  await fieldOf(dialog(), 'Navn').fill('Uke 48')
  expect(await dialog().getByRole('checkbox', { name: 'Også plasser naboene deler' }).isChecked()).toBe(true)
  await dialog().getByRole('button', { name: 'Lag fordelingen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Uke 48' }).waitFor()
  cohortId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.getByText(/ingen med like mange passer bedre: kontrollert/).waitFor()
  const { placed, people, leftOut } = await plan()
  expect(await figure()).toBe(`${placed} av ${people}`)
  expect(await rows(/^Får plass/).count()).toBe(placed)
  expect([leftOut.publicPosts > 0, leftOut.neighbours]).toEqual([true, 0])
  await page.getByText('utlyste stillinger hos offentlige arbeidsgivere').waitFor()
  await looksRight('the board')
}

/** Somebody who can be moved so that another must give way, and the number of the place in the list of hers. Which that is the draw decides. */
async function aMove(): Promise<{ personId: string; at: number }> {
  const placed = await rows(/^Får plass/).evaluateAll((all) => all.map((one) => one.getAttribute('data-person') ?? ''))
  const shared = await neighbours()
  for (const personId of placed.slice(1)) {
    const { choices } = await call(screen.page, 'matching.listChoices', { cohortId, personId })
    for (const [at, { openingId, isHers, hasGround }] of choices.slice(0, 20).entries()) {
      if (isHers || !hasGround || shared.includes(openingId)) continue
      const preview = await call(screen.page, 'matching.previewChange', { cohortId, change: { do: 'pin', personId, openingId } }).catch(() => undefined) // the employer takes no more
      if (preview && preview.shifts.length > 1) return { personId, at }
    }
  }
  throw new Error('Nobody can be moved so that another gives way')
}

/** By keyboard: down to a row, F, a place that is full; what it costs and who must give way stands there before it is done. */
async function move(): Promise<void> {
  const { page, dialog, looksRight } = screen
  const before = await plan()
  const { personId, at } = await aMove()
  errors.splice(0) // a move that was refused is an answer that is not a success
  moved = personId
  await rows(/^Får plass/).first().focus()
  while (await page.evaluate(() => document.activeElement?.getAttribute('data-person')) !== moved) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('f')
  await dialog().getByText('Velg en plass for å se hva flyttingen koster.').waitFor()
  await dialog().getByRole('radio').nth(at).check()
  await dialog().getByText('Dette skjer').waitFor()
  await dialog().getByText('Flyttes også').waitFor()
  await looksRight('what a move costs')
  expect((await plan()).rows).toEqual(before.rows)
  await dialog().getByRole('button', { name: 'Flytt', exact: true }).click()
  await dialog().waitFor({ state: 'hidden' })
  const after = await plan()
  expect(await figure()).toBe(`${after.placed} av ${after.people}`)
  const row = after.rows.find(({ person }) => person.id === moved)
  expect([row?.isPinned, row?.source]).toEqual([true, 'hand'])
  await page.locator(`[data-person="${moved}"]`).getByText('Flyttet for hånd').waitFor()
  await looksRight('after the move')
}

/** Only what is chosen is shown, and the sheet has everybody. */
async function find(): Promise<void> {
  const { page, fileFrom } = screen
  const { people } = await plan()
  await page.getByRole('combobox', { name: 'Vis' }).selectOption('Valgt for hånd')
  expect(await page.locator('[data-person]').count()).toBe(1)
  await page.getByRole('combobox', { name: 'Vis' }).selectOption('Alle')
  const file = await fileFrom(() => page.getByRole('link', { name: 'Excel' }).click())
  expect((await readSheet(new Uint8Array(file.bytes))).rows.length).toBe(people + 1)
}

/** Somebody but the one who was moved is put at a neighbour's place: nobody is released there, the row leads to where her yes is asked for. */
async function neighbour(): Promise<void> {
  const { page, open, looksRight } = screen
  const shared = await neighbours()
  const { version, rows: all } = await plan()
  const candidates = all.filter(({ person, openingId, possible }) => person.id !== moved && openingId !== null && possible > 0).map(({ person }) => person.id)
  for (const personId of candidates) {
    const { choices } = await call(page, 'matching.listChoices', { cohortId, personId })
    const there = choices.find(({ openingId, hasGround }) => hasGround && shared.includes(openingId))
    if (!there) continue
    await call(page, 'matching.changePlan', { cohortId, version, change: { do: 'pin', personId, openingId: there.openingId } })
    await open(`/cohort/${cohortId}`)
    const row = page.locator(`[data-person="${personId}"]`)
    await row.getByText(/^fra /).waitFor()
    await row.focus()
    expect(await row.getByRole('button', { name: 'Slipp' }).count()).toBe(0)
    await row.getByRole('link', { name: 'Be om ja og vis fram' }).waitFor()
    await looksRight('a row at a neighbour’s place')
    await row.getByRole('link', { name: 'Be om ja og vis fram' }).click()
    await page.getByRole('button', { name: 'Noter samtykket og vis fram' }).waitFor()
    await open(`/cohort/${cohortId}`)
    return
  }
  throw new Error('Nobody can be at a neighbour’s place')
}

/** Nothing is proposed before a named person releases it; what follows is said first. Facts that have changed since stop a row. */
async function release(): Promise<void> {
  const { page, press, dialog, looksRight } = screen
  const before = await plan()
  const shared = await neighbours()
  const ours = before.rows.filter(({ openingId }) => openingId !== null && !shared.includes(openingId))
  const stale = ours.find(({ person }) => person.id !== moved)?.person.id ?? ''
  await call(page, 'competence.recordSkill', { id: crypto.randomUUID(), personId: stale, name: 'Sying', evidence: 'claimed', knownOn: null })
  await press('Slipp forslagene …')
  await dialog().getByText('1 er stoppet').waitFor()
  await dialog().getByText('Endret: ferdigheter').waitFor()
  await dialog().getByText('hos en nabokommune og slippes ikke her').waitFor()
  await dialog().getByText('Du er den som slipper dem, og navnet ditt blir lagret.').waitFor()
  await looksRight('the release')
  await dialog().getByRole('button', { name: `Slipp ${ours.length - 1} forslag` }).click()
  await dialog().waitFor({ state: 'hidden' })
  const after = await plan()
  expect(after.released).toBe(ours.length - 1)
  await page.locator(`[data-person="${moved}"]`).getByText(/^Sluppet .* av Ingrid Solheim$/).waitFor()
  await looksRight('the board after the release')
  await page.locator(`[data-person="${moved}"]`).getByRole('link', { name: 'Se forslaget' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('Foreslått').first().waitFor()
}

/** A new plan on what is known now has neither those released nor their seats; the two are laid side by side. */
async function again(): Promise<void> {
  const { page, open, press, dialog, looksRight } = screen
  await open(`/cohort/${cohortId}`)
  await press('Lag på nytt')
  await dialog().getByRole('button', { name: 'Lag fordelingen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Uke 48, på nytt' }).waitFor()
  await page.getByText('som allerede har et forslag i gang').waitFor()
  await page.getByRole('link', { name: 'Sammenlign med forrige' }).click()
  await page.getByRole('heading', { name: 'Hvem er et annet sted' }).waitFor()
  await looksRight('two plans compared')
}

/** The same people and places, made for whoever gets least: as many are placed, and what it costs stands there. */
async function fair(): Promise<void> {
  const { page, open, press, dialog, looksRight } = screen
  await open('/cohort')
  await press('Ny fordeling')
  expect((await call(page, 'matching.listPlans', {})).rows.map(({ name }) => name)).not.toContain(await fieldOf(dialog(), 'Navn').inputValue())
  await fieldOf(dialog(), 'Navn').fill('Likt')
  await dialog().getByRole('radio', { name: 'Den som får minst, får mest mulig' }).check()
  await looksRight('a new plan for whoever gets least')
  await dialog().getByRole('button', { name: 'Lag fordelingen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Likt' }).waitFor()
  await page.getByText(/gir den som får minst, mer: kontrollert/).waitFor()
  await page.getByRole('heading', { name: 'Hva det koster å løfte den som får minst' }).waitFor()
  cohortId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const { own, plain } = await call(page, 'matching.priceOfWorstOff', { cohortId })
  expect([own.placed, own.lowest >= plain.lowest, own.score <= plain.score]).toEqual([plain.placed, true, true])
  await looksRight('a plan for whoever gets least')
}

/** Only somebody who is both manager and job broker sees how groups fare; nobody is named, and a floor's price is reckoned when asked for. */
async function groups(): Promise<void> {
  const { page, open, press, looksRight } = screen
  await signIn(page, fotfeste.origin, 'Trond Vik')
  const knut = (await call(page, 'identity.listAccounts', {})).rows.find(({ name }) => name === 'Knut Haugen')
  if (!knut) throw new Error('Knut Haugen has no account')
  await call(page, 'identity.saveAccount', { ...knut, roles: [...knut.roles, 'manager'] })
  await signIn(page, fotfeste.origin, 'Knut Haugen')
  await open(`/cohort/${cohortId}`)
  await page.getByText('Se tallene for grupper').click()
  await page.getByRole('table', { name: 'Kjønn' }).waitFor()
  await page.getByText('En forskjell sier ikke hvorfor.').waitFor()
  await looksRight('how groups fare')
  await press(/minst 95/)
  await page.getByText(/^(Prisen er|Ingen fordeling gir hver gruppe så mye|Det ble ikke funnet)/).waitFor()
  await looksRight('what a floor costs')
}

tellInChapters('cohort', [
  ['solve: everybody without a place over all free seats, with proof', solve],
  ['move: one by hand, with what it costs before it is done', move],
  ['find: filters and the sheet', find],
  ['neighbour: a place a neighbour shares needs her yes', neighbour],
  ['release: what rests on other facts is stopped, the rest become proposals', release],
  ['again: solved anew and compared', again],
  ['fair: made for whoever gets least, with what it costs', fair],
  ['groups: how they fare, for one who is manager and job broker', groups],
], () => ({ page: screen.page, errors }))
