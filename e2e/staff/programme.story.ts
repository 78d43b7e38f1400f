import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { basicAmount } from '#rules/basic-amount.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, dayInNorway, plainDate } from '#shared/date.ts'
import { call } from '../support/api.ts'
import { errorsOf, openBrowser, signIn } from '../support/browser.ts'
import type { Fotfeste } from '../support/fotfeste.ts'
import { startFotfeste } from '../support/fotfeste.ts'
import { fieldOf, isForArchive, norwegian, screenOf } from '../support/screen.ts'
import { registerEveryDay, settleTheRest } from './programme-months.ts'

/** The days of the story, from the clock there is: three whole months of attendance before this one, and what was before them. */
const TODAY = dayInNorway(new Date())
const LAST_MONTH = addMonths(plainDate(`${TODAY.slice(0, 7)}-01`), -1)
const START = addMonths(LAST_MONTH, -2)
const [PERMIT, SETTLED, DECIDED] = [addDays(START, -120), addDays(START, -60), addDays(START, -14)]
const NAME = 'Samira Prøve-Haugen'
const hers = { id: randomUUID(), email: 'samira@epost.example', reference: '900417' }
/** What the teacher found, filled in on the way. */
const found: { activityId: string; away: PlainDate; runId: string } = { activityId: '', away: START, runId: '' }

/** A day without permission takes a thirtieth of a month of twice G (IL §§ 20 and 21). */
const G = basicAmount.values.find(({ from }) => from <= LAST_MONTH)?.value ?? 0
const kroner = (ore: number): string => `${Math.floor(ore / 100).toLocaleString('nb-NO').replaceAll(/\s/g, '\u00A0')},${String(ore % 100).padStart(2, '0')}`
const DEDUCTION = Math.round((2 * G * 100) / 360)

let fotfeste: Fotfeste
let browser: BrowserContext
let screen: ReturnType<typeof screenOf>
let errors: string[]
beforeAll(async () => {
  fotfeste = await startFotfeste()
  browser = await openBrowser()
  const page = await browser.newPage()
  screen = screenOf(page, () => fotfeste.origin)
  errors = errorsOf(page)
})
afterAll(async () => {
  await browser?.close()
  await fotfeste?.stop()
})
beforeEach(({ task }) => {
  onTestFailed(async () => { await screen.page.screenshot({ path: join(tmpdir(), `programme-${task.name.split(' ')[0] ?? ''}-failed.png`), fullPage: true }) })
})

/** Another person sits down at the machine. */
const becomes = (name: string): Promise<void> => signIn(screen.page, fotfeste.origin, name)
const personTab = async (tab: string): Promise<void> => {
  await screen.open(`/people/${hers.id}`)
  await screen.tab(tab)
  await screen.page.waitForLoadState('networkidle')
}

test('facts: the adviser fills in what the law asks, and the right is shown with its reasons', async () => {
  const { page, press, looksRight } = screen
  await becomes('Ingrid Solheim')
  const { account } = await call(page, 'identity.whoAmI', {})
  await call(page, 'people.savePerson', { id: hers.id, givenName: 'Samira', familyName: 'Prøve-Haugen', birthDate: '1990-04-17', gender: 'female', country: 'SY', email: hers.email, firstLanguage: 'ar', interpreterLanguage: 'ar', contactLocale: 'ar', status: 'settled', addressProtection: 'none', adviserId: account.id, settledOn: SETTLED })
  await personTab('Rettigheter')
  await page.getByRole('heading', { name: 'Retten kan ikke avgjøres ennå' }).waitFor()
  await looksRight('rights with facts missing')
  await press('Rett opplysningene')
  const form = screen.dialog()
  await form.getByRole('combobox', { name: 'Oppholdstillatelse' }).selectOption({ label: 'Flyktning (utlendingsloven § 28)' })
  await fieldOf(form, 'Tillatelsen ble innvilget').fill(norwegian(PERMIT))
  await form.getByRole('combobox', { name: 'Bosatt etter avtale' }).selectOption('Ja')
  await fieldOf(form, 'Bodd i en kommune med slik tillatelse siden').fill(norwegian(SETTLED))
  await form.getByRole('combobox', { name: 'Høyeste fullførte skolegang' }).selectOption('Grunnskole')
  await fieldOf(form, 'Timer i uken i arbeid').fill('0')
  await form.getByRole('button', { name: 'Lagre opplysningene' }).click()
  await page.getByRole('heading', { name: 'Rett og plikt til introduksjonsprogram' }).waitFor()
  await screen.section('Rett og plikt til introduksjonsprogram').getByText('Hvorfor').click()
  await page.getByText(/integreringsloven § 8/).first().waitFor()
  await looksRight('rights with their reasons')
})

test('decision: made by a named person, with a paper for the archive', async () => {
  const { page, press, looksRight } = screen
  await page.getByRole('link', { name: 'Fatt vedtak om program' }).click()
  await page.getByRole('heading', { level: 1, name: 'Nytt vedtak' }).waitFor()
  await page.getByRole('radio', { name: /^Arbeid/ }).check()
  await fieldOf(page, 'Vedtaksdato').fill(norwegian(DECIDED))
  await fieldOf(page, 'Tilbud om oppstart gitt').fill(norwegian(DECIDED))
  await fieldOf(page, 'Første dag i programmet').fill(norwegian(START))
  await fieldOf(page, 'Lengde (måneder)').fill('24')
  await fieldOf(page, 'Begrunnelse').fill('Samira er bosatt etter avtale og har fullført grunnskole. Hun har arbeidet som syerske og vil i arbeid så snart norsken holder.')
  await fieldOf(page, 'Saksnummer i arkivet').fill('26/4711')
  await looksRight('a new decision')
  await press('Fatt vedtaket')
  await page.getByRole('heading', { level: 1, name: 'Vedtak om introduksjonsprogram' }).waitFor()
  await looksRight('the decision')
  const paper = await screen.fileFrom(async () => {
    await press('Vedtaket som PDF')
    await page.getByRole('menuitem', { name: 'Norsk med arabisk oversettelse' }).or(page.getByRole('button', { name: 'Norsk med arabisk oversettelse' })).first().click()
  })
  isForArchive(paper)
  expect(paper.bytes.toString('latin1')).toContain('26/4711')
})

test('plan: goals, elements with reasons and her own words, signed in a meeting with an interpreter', async () => {
  const { page, press, dialog, looksRight } = screen
  await personTab('Plan')
  await page.getByRole('link', { name: 'Lag plan' }).click()
  await fieldOf(page, 'Langsiktige mål').fill('Fast jobb som syerske eller i renseri, og eget verksted en dag.')
  await fieldOf(page, 'Hvorfor disse målene').fill('Systuen tar imot muntlige beskjeder på norsk.')
  await fieldOf(page, 'Timer norsk i alt').fill('600')
  await fieldOf(page, 'Timer samfunnskunnskap').fill('75')
  for (const [at, kind, reason] of [[1, 'Opplæring i norsk', 'Norsk til A2 gir tilgang til systuen.'], [2, 'Samfunnskunnskap', 'Hun skal kjenne rettene sine i arbeidslivet.'], [3, 'Arbeidspraksis', 'Hun får vist hva hun kan ved maskinen.'], [4, 'Livsmestring', 'Hun lærer å finne fram i det norske samfunnet.']] as const) {
    await press('Legg til element')
    const element = page.getByRole('group', { name: `Element ${at}` })
    await element.getByRole('combobox', { name: 'Hva' }).selectOption(kind)
    await fieldOf(element, 'Hvordan det hjelper').fill(reason)
    await fieldOf(element, 'Timer i uken').fill('7')
  }
  await fieldOf(page, 'Veien etter programmet').fill('Fast jobb, og norsk på kveldstid ved siden av.')
  await looksRight('making the plan')
  await press('Lagre planen')
  await page.getByText('Planen er lagret.').waitFor()
  await press('Skriv ned')
  await fieldOf(dialog(), 'Ordrett').fill('أريد أن أعمل خياطة')
  await dialog().getByRole('radio', { name: 'I møte med tolk' }).check()
  await fieldOf(dialog(), 'Språk').fill('arabisk')
  await fieldOf(dialog(), 'Svar').fill('Det legger vi planen opp etter.')
  await dialog().getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('أريد أن أعمل خياطة').waitFor()
  await press('Noter deltakerens ja')
  await dialog().getByRole('radio', { name: 'I møte med tolk' }).check()
  await fieldOf(dialog(), 'Navn', true).fill(NAME)
  await fieldOf(dialog(), 'Tolkens navn').fill('Rami Tolk')
  await fieldOf(dialog(), 'Språk det ble tolket til').fill('arabisk')
  await dialog().getByRole('button', { name: 'Lagre' }).click()
  await press('Si ja for kommunen')
  await page.getByText('Signert', { exact: true }).waitFor()
  await page.getByText(/i møte med tolk: Rami Tolk \(arabisk\)/).waitFor()
  await looksRight('the signed plan')
})

test('week: a class with her in it', async () => {
  const { page, press, dialog, looksRight } = screen
  await screen.open('/week/new')
  await page.getByRole('combobox', { name: 'Hva slags aktivitet' }).selectOption('Norskopplæring')
  await fieldOf(page, 'Navn', true).fill('Norsk for syersker')
  await fieldOf(page, 'Sted').fill('Voksenopplæringen, rom 7')
  await page.getByRole('combobox', { name: 'Lærer' }).selectOption('Marit Strand')
  for (let day = 2; day <= 5; day++) await press('Legg til tid') // Monday is there
  await fieldOf(page, 'Første dag').fill(norwegian(START))
  await looksRight('a new class')
  await press('Lagre')
  await page.getByRole('heading', { level: 1, name: 'Norsk for syersker' }).waitFor()
  found.activityId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await press('Legg til deltakere')
  await dialog().getByRole('combobox', { name: 'Hvem' }).fill('Samira Prøve')
  await page.getByRole('option', { name: NAME }).click()
  await fieldOf(dialog(), 'Med fra').fill(norwegian(START))
  await dialog().getByRole('button', { name: 'Legg til', exact: true }).click()
  await page.getByText('1 deltaker er lagt til').waitFor()
  await looksRight('the class')
  await personTab('Uke')
  await page.getByText('Norsk for syersker').first().waitFor()
  await looksRight('her week')
})

test('attendance: the teacher registers three months, and the adviser codes the day she was away', async () => {
  const { page, press, dialog, looksRight } = screen
  await becomes('Trond Vik')
  const settings = await call(page, 'programme.getAttendanceSettings', {})
  await call(page, 'programme.saveAttendanceSettings', { correctionDays: 60, version: settings.version })
  await becomes('Marit Strand')
  const days = await registerEveryDay(page, found.activityId, hers.id, { from: START, to: TODAY })
  const away = days.find(({ day }) => day >= addDays(LAST_MONTH, 9) && day < TODAY)
  found.away = away?.day ?? START
  await screen.open(`/attendance/class/${found.activityId}?day=${found.away}`)
  await page.getByRole('radio', { name: 'Borte' }).check()
  await looksRight('the class on one day')
  await press('Lagre oppmøtet')
  await page.getByText('Oppmøtet er lagret for 1 deltaker').waitFor()

  await becomes('Ingrid Solheim')
  await registerEveryDay(page, found.activityId, hers.id, { from: START, to: TODAY })
  await screen.open('/attendance')
  await looksRight('what waits for the adviser')
  await personTab('Oppmøte')
  await press('Før fravær')
  await dialog().getByRole('combobox', { name: 'Hva slags fravær' }).selectOption('Uten gyldig grunn')
  await fieldOf(dialog(), 'Første dag').fill(norwegian(found.away))
  await fieldOf(dialog(), 'Siste dag').fill(norwegian(found.away))
  await fieldOf(dialog(), 'Begrunnelse').fill('Meldte ikke fra, og har ikke svart på to henvendelser.')
  await dialog().getByRole('button', { name: /^Lagre/ }).click()
  await page.getByText('Fraværet er lagret').waitFor()
  await press('Forrige måned')
  await page.getByText('Uten gyldig grunn').first().waitFor()
  await looksRight('her attendance')
})

test('benefit: terms, the run, the exception decided, approved by another, the file, and the deduction with its paragraph', async () => {
  const { page, press, dialog, looksRight } = screen
  await personTab('Stønad')
  await press('Registrer fra en ny dag')
  await fieldOf(dialog(), 'Gjelder fra').fill(norwegian(START))
  for (const question of ['Bor sammen med foreldre', 'Ektefelle eller samboer', 'Har barn']) await dialog().getByRole('radiogroup', { name: question }).or(dialog().getByRole('group', { name: question })).getByRole('radio', { name: 'Nei' }).check()
  await fieldOf(dialog(), 'Referanse i lønnssystemet').fill(hers.reference)
  await dialog().getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Opplysningene er lagret').waitFor()
  await screen.open('/benefit')
  await looksRight('the runs')
  await press(/^Gjør klar/)
  await page.getByRole('heading', { level: 1, name: /^Stønad for/ }).waitFor()
  found.runId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await looksRight('the run')
  const card = page.locator('li.issue').filter({ hasText: NAME }).filter({ hasText: 'Fravær uten tillatelse' })
  await card.getByText('Hvorfor').click()
  expect(await card.innerText()).toContain('integreringsloven § 21')
  await card.getByRole('button', { name: `Trekk ${kroner(DEDUCTION)} kr` }).click()
  await page.getByText('Avviket er avgjort').waitFor()
  await settleTheRest(page, found.runId)
  await screen.open(`/benefit/${found.runId}`)
  await page.getByText('Kjøringen venter på godkjenning av en annen').waitFor()

  await becomes('Kari Engen')
  await screen.open(`/benefit/${found.runId}`)
  await looksRight('the run before approval')
  await press('Godkjenn utbetalingen')
  await dialog().getByRole('button', { name: 'Godkjenn utbetalingen' }).click()
  await page.getByText('Utbetalingen er godkjent').waitFor()
  const file = await screen.fileFrom(() => press('Last ned fil til lønn'))
  const lines = file.bytes.toString('utf8').split('\r\n').map((line) => line.split(';')).filter(([, , reference]) => reference === hers.reference)
  expect(lines.filter(([, , , , kind]) => kind === 'unauthorised_absence').map((line) => line.at(-1))).toEqual([`-${Math.floor(DEDUCTION / 100)},${String(DEDUCTION % 100).padStart(2, '0')}`])
  expect(file.bytes.toString('utf8')).not.toContain('Samira')
})

test('portal: she reads her week, her plan and her payslip, in Norwegian and in Arabic', async () => {
  const { page, looksRight } = screen
  await becomes('Trond Vik')
  const [any] = (await call(page, 'identity.listAccounts', { participants: true })).rows
  await call(page, 'identity.saveAccount', { id: randomUUID(), name: NAME, email: hers.email, issuer: any?.issuer ?? '', subject: 'deltaker-samira', roles: ['participant'], isActive: true, personId: hers.id })
  await becomes(NAME)
  for (const language of ['nb', 'ar']) {
    await page.locator(`button[name=locale][value=${language}]`).click()
    await page.locator(`html[lang=${language}]`).waitFor()
    for (const [path, says] of [['/mine/week', 'Norsk for syersker'], ['/mine/plan', 'أريد أن أعمل خياطة'], ['/mine/benefit', '§ 21']] as const) {
      await screen.open(path)
      await looksRight(`${path} in ${language}`)
      expect(await page.locator('main').innerText(), path).toContain(says)
    }
    // each language writes the amount in its own way
    expect(await page.locator('main').innerText()).toMatch(new RegExp(kroner(DEDUCTION).replaceAll(/[,\u00A0]/g, '[.,\\s]')))
  }
})

test('revision: the plan is changed with a reason, and both versions are there', async () => {
  const { page, press, looksRight } = screen
  await becomes('Ingrid Solheim')
  await personTab('Plan')
  await page.getByRole('link', { name: 'Endre planen' }).click()
  await fieldOf(page, 'Veien etter programmet').fill('Fast jobb på systuen i Fjordvik, og norsk på kveldstid.')
  await fieldOf(page, 'Hva er endret, og hvorfor?').fill('Systuen vil ha henne fast, og da er veien etter programmet klar.')
  await press('Lagre planen')
  await page.getByText('Planen er lagret.').waitFor()
  await page.getByText('Systuen vil ha henne fast').first().waitFor()
  await page.getByText(/Endret etter at den ble signert/).first().waitFor()
  await looksRight('the revised plan')
})

test('exit: a step settled, the programme ended with a next step, handed over to a named adviser at Nav who answers', async () => {
  const { page, press, dialog, looksRight } = screen
  await personTab('Veien videre')
  await looksRight('the road on')
  await press('Noter Samtale om tiden etterpå')
  await fieldOf(dialog(), 'Merknad').fill('Hun vil jobbe fast på systuen.')
  await dialog().getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Steget er notert.').waitFor()
  await press('Avslutt programmet')
  await fieldOf(dialog(), 'Siste dag i programmet').fill(norwegian(TODAY))
  await dialog().getByRole('combobox', { name: 'Hvorfor slutter det' }).selectOption('Begynner i arbeid')
  await dialog().getByRole('combobox', { name: /^Hva går/ }).selectOption('Arbeid, heltid')
  await fieldOf(dialog(), 'Hva skjer').fill('Første samtale med arbeidsgiveren og Nav')
  await fieldOf(dialog(), 'Innen').fill(norwegian(addDays(TODAY, 14)))
  await dialog().getByRole('combobox', { name: 'Hvem følger opp' }).selectOption('Ingrid Solheim')
  await dialog().getByRole('button', { name: 'Avslutt programmet' }).click()
  await page.getByText('Programmet er avsluttet.').waitFor()
  await press('Skriv overføringsnotat')
  await fieldOf(dialog(), 'Kontor eller enhet').fill('Nav Fjordvik')
  await dialog().getByRole('combobox', { name: 'Navngitt mottaker her' }).selectOption('Lars Nilsen')
  await fieldOf(dialog(), /^Hva (hun|deltakeren) vil/).fill('Fast jobb som syerske.')
  await fieldOf(dialog(), /^Hva (hun|deltakeren) trenger/).fill('Norsk på kveldstid.')
  await fieldOf(dialog(), 'Anbefaling').fill('Lønnstilskudd de første månedene.')
  await dialog().getByRole('button', { name: 'Lagre utkast' }).click()
  await press('Send')
  await fieldOf(dialog(), 'Deltakerens egne ord').fill('Jeg gleder meg.')
  await dialog().getByRole('button', { name: 'Send nå' }).click()
  await page.getByText('Overføringen er sendt.').waitFor()
  isForArchive(await screen.fileFrom(() => page.getByRole('link', { name: 'Deltakerbevis' }).click()))
  await looksRight('after the programme')

  await becomes('Lars Nilsen')
  await screen.open('/hand-overs')
  await looksRight('handed over to me')
  const row = page.getByRole('listitem').filter({ hasText: NAME })
  await row.getByRole('button', { name: 'Les' }).click()
  await dialog().getByText('Lønnstilskudd de første månedene.').waitFor()
  await dialog().getByRole('button', { name: /^Lukk/ }).first().click()
  await row.getByRole('button', { name: 'Noter saksnummer' }).click()
  await fieldOf(dialog(), 'Saksnummer hos mottakeren').fill('NAV-2026-118')
  await fieldOf(dialog(), 'Hvem har saken').fill('Lars Nilsen')
  await dialog().getByRole('button', { name: 'Lagre' }).click()
  await page.getByText(/Sak NAV-2026-118/).waitFor()

  await becomes(NAME)
  await screen.open('/mine/hand-overs')
  await page.getByText('NAV-2026-118').waitFor()
  await looksRight('what was handed over about her')
})

test('overview: the manager sees figures and deadlines, and nobody by name', async () => {
  const { page, looksRight } = screen
  await becomes('Ingrid Solheim')
  const names = (await call(page, 'people.listPeople', {})).rows.map(({ givenName, familyName }) => `${givenName} ${familyName}`)
  await becomes('Øyvind Bakke')
  await screen.open('/overview')
  await looksRight('the overview')
  const text = await page.locator('main').innerText()
  for (const name of [NAME, ...names]) expect(text).not.toContain(name)
  expect(errors).toEqual([])
})
