import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { addDays } from '#shared/date.ts'
import { call } from '../../support/api.ts'
import { fieldOf, norwegian } from '../../support/screen.ts'
import { registerEveryDay, settleTheRest } from './months.ts'
import type { Scene } from './scene.ts'
import { DEDUCTION, LAST_MONTH, NAME, START, TODAY, hers, kroner } from './scene.ts'

/** The teacher registers three months, and the adviser codes the day she was away. */
export async function registerMonths({ screen, becomes, personTab, found }: Scene): Promise<void> {
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
}

/** Terms, the run, the exception decided, approved by another, the file, and the deduction with its paragraph. */
export async function payMonth({ screen, becomes, personTab, found }: Scene): Promise<void> {
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
}

/** She reads her week, her plan, what money comes and her payslip, in Norwegian and in Arabic. */
export async function readOwnPages({ screen, becomes }: Scene): Promise<void> {
  const { page, looksRight } = screen
  await becomes('Trond Vik')
  const [any] = (await call(page, 'identity.listAccounts', { participants: true })).rows
  await call(page, 'identity.saveAccount', { id: randomUUID(), name: NAME, email: hers.email, issuer: any?.issuer ?? '', subject: 'deltaker-samira', roles: ['participant'], isActive: true, personId: hers.id })
  await becomes(NAME)
  for (const language of ['nb', 'ar']) {
    await page.locator(`button[name=locale][value=${language}]`).click()
    await page.locator(`html[lang=${language}]`).waitFor()
    for (const [path, says] of [['/mine/week', 'Norsk for syersker'], ['/mine/plan', 'أريد أن أعمل خياطة'], ['/mine/payments', 'ntroduksjonsstønad'], ['/mine/talks', 'Ta med vitnemålet'], ['/mine/courses', 'Livsmestring på systua'], ['/mine/benefit', '§ 21']] as const) {
      await screen.open(path)
      await looksRight(`${path} in ${language}`)
      expect(await page.locator('main').innerText(), path).toContain(says)
    }
    // each language writes the amount in its own way
    expect(await page.locator('main').innerText()).toMatch(new RegExp(kroner(DEDUCTION).replaceAll(/[,\u00A0]/g, '[.,\\s]')))
  }
}
