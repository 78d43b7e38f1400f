import { addDays, weekday } from '#shared/date.ts'
import { fieldOf, norwegian } from '../../support/screen.ts'
import type { Scene } from './scene.ts'
import { NAME, TODAY, hers } from './scene.ts'

const GROUP = 'Livsmestring på systua'

/** A group of a statutory course is set up from the catalogue, and she is put on it for the reason that she lacks it. */
export async function fillCourse({ screen, personTab }: Scene): Promise<void> {
  const { page, press, dialog, looksRight } = screen
  await screen.open('/courses')
  await page.getByRole('heading', { name: 'Midtveis' }).waitFor()
  await looksRight('the road of courses')
  await page.getByRole('link', { name: 'Livsmestring: migrasjon, helse og mangfold' }).click()
  await page.getByRole('link', { name: 'Sett opp en gruppe' }).click()
  await fieldOf(page, 'Navn', true).fill(GROUP)
  await fieldOf(page, 'Første dag').fill(norwegian(addDays(TODAY, 8 - weekday(TODAY))))
  await fieldOf(page, 'Siste dag').fill(norwegian(addDays(TODAY, 8 - weekday(TODAY) + 41)))
  await looksRight('a new group of a course')
  await press('Lagre')
  await page.getByRole('heading', { level: 1, name: 'Livsmestring: migrasjon, helse og mangfold' }).waitFor()
  await looksRight('the course')
  await page.getByRole('button', { name: `Finn deltakere ${GROUP}` }).click()
  await dialog().getByRole('heading', { name: 'Trenger det nå' }).waitFor()
  await looksRight('who should be on the course')
  await dialog().getByRole('checkbox', { name: NAME }).check()
  await press('Sett 1 deltaker på listen')
  await page.getByText('1 deltaker er satt på listen').waitFor()
  await personTab('Kurs')
  await page.getByRole('link', { name: GROUP }).waitFor()
  await page.getByRole('heading', { name: 'Samfunnskunnskap' }).first().waitFor()
  await looksRight('her courses')
  await screen.open(`/people/${hers.id}?tab=plan-plan`)
  await page.getByText(`Klasse kommer: ${GROUP}`).waitFor()
  await page.getByText('Planlagt, ingen klasse').first().waitFor()
  await looksRight('the plan with its classes')
}
