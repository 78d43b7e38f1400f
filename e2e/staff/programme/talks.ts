import { fieldOf, isForArchive, norwegian } from '../../support/screen.ts'
import { TODAY, type Scene } from './scene.ts'

/** The qualification interview: what is known is confirmed with one press, what is missing is written, and the path goes on. */
export async function holdTalk({ screen, becomes, personTab }: Scene): Promise<void> {
  const { page, press, dialog, looksRight } = screen
  await becomes('Ingrid Solheim')
  await personTab('Samtaler')
  await looksRight('no talks yet')
  await press('Planlegg en samtale')
  await fieldOf(dialog(), 'Sted').fill('Flyktningtjenesten, rom 2')
  await fieldOf(dialog(), 'Tolkens navn').fill('Rami Tolk')
  await dialog().getByRole('button', { name: 'Lagre' }).click()
  await page.getByRole('link', { name: /^Åpne.*Kvalifiseringssamtale/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Kvalifiseringssamtale' }).waitFor()
  await page.getByRole('button', { name: /bekreft i dag.*Språk/ }).click()
  await page.getByRole('region', { name: 'Hvorfor vi møtes' }).getByRole('textbox').fill('Gikk gjennom taushetsplikt og hvem som får vite hva.')
  await press('Legg til')
  await fieldOf(page, 'Hva', true).fill('Ta med vitnemålet')
  await press('Lagre')
  await page.getByText('Lagret. Du kan fortsette senere.').waitFor()
  await looksRight('a talk that has begun')
  isForArchive(await screen.fileFrom(async () => {
    await press('PDF')
    await page.getByRole('button', { name: 'Norsk og arabisk' }).first().click()
  }))
  await press('Avslutt samtalen')
  await looksRight('closing a talk')
  await dialog().getByRole('button', { name: 'Avslutt samtalen' }).click()
  await page.getByText('Samtalen er avsluttet.').waitFor()
  await page.getByRole('heading', { name: 'Referat' }).waitFor()
  await looksRight('the minutes')
  await personTab('Plan')
  await page.getByRole('listitem').filter({ hasText: 'Kvalifiseringssamtale' }).getByText(/^Gjort/).waitFor()
}

/** She is referred to career guidance, told what is in the mapping, and it is sent along. */
export async function sendMapping({ screen, personTab }: Scene): Promise<void> {
  const { page, press, dialog, looksRight } = screen
  await personTab('Samtaler')
  await press('Henvis')
  await fieldOf(dialog(), 'Mottaker').fill('Karriere Fjordregionen')
  await dialog().getByRole('button', { name: 'Lagre henvisningen' }).click()
  await page.getByText('Henvisningen er lagret.').waitFor()
  await press('Lag kartleggingen')
  await page.getByText('Kartleggingen er laget.').waitFor()
  await press('Marker som sendt')
  await dialog().getByText(/fødselsnummer og andre nasjonale numre/).waitFor()
  await looksRight('what is sent along')
  await dialog().getByRole('radio', { name: 'I møte med tolk' }).check()
  await dialog().getByRole('radio', { name: 'Sikker digital post' }).check()
  await fieldOf(dialog(), 'Sendt', true).fill(norwegian(TODAY))
  await dialog().getByRole('button', { name: 'Marker som sendt' }).click()
  await page.getByText('Markert som sendt.').waitFor()
  await looksRight('the mapping that was sent')
}
