import { expect } from 'vitest'
import { addDays } from '#shared/date.ts'
import { call } from '../../support/api.ts'
import { fieldOf, isForArchive, norwegian } from '../../support/screen.ts'
import type { Scene } from './scene.ts'
import { NAME, TODAY } from './scene.ts'

/** The plan is changed with a reason, and both versions are there. */
export async function revisePlan({ screen, becomes, personTab }: Scene): Promise<void> {
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
}

/** A step settled, the programme ended with a next step, handed over to a named adviser at Nav who answers. */
export async function endAndHandOver({ screen, becomes, personTab }: Scene): Promise<void> {
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
}

/** The manager sees figures and deadlines, and nobody by name. */
export async function lookFromAbove({ screen, becomes }: Scene): Promise<void> {
  const { page, looksRight } = screen
  await becomes('Ingrid Solheim')
  const names = (await call(page, 'people.listPeople', {})).rows.map(({ givenName, familyName }) => `${givenName} ${familyName}`)
  await becomes('Øyvind Bakke')
  await screen.open('/overview')
  await looksRight('the overview')
  const text = await page.locator('main').innerText()
  for (const name of [NAME, ...names]) expect(text).not.toContain(name)
}
