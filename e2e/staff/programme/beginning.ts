import { expect } from 'vitest'
import { call } from '../../support/api.ts'
import { fieldOf, isForArchive, norwegian } from '../../support/screen.ts'
import type { Scene } from './scene.ts'
import { DECIDED, NAME, PERMIT, SETTLED, START, hers } from './scene.ts'

/** The adviser fills in what the law asks, and the right is shown with its reasons. */
export async function fillInFacts({ screen, becomes, personTab }: Scene): Promise<void> {
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
}

/** Made by a named person, with a paper for the archive. */
export async function decide({ screen }: Scene): Promise<void> {
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
}

/** Goals, elements with reasons and her own words, signed in a meeting with an interpreter. */
export async function makePlan({ screen, personTab }: Scene): Promise<void> {
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
}

/** A class with her in it. */
export async function makeClass({ screen, personTab, found }: Scene): Promise<void> {
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
}
