import { expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { NARROW, errorsOf, signIn } from '../support/browser.ts'
import { everyPageOf, looksRight, usePages } from '../support/pages.ts'

const pages = usePages()

everyPageOf({
  'Ingrid Solheim': { paths: ['/rules', '/rules/ask/programme-length', '/rules/ask/benefit-income', '/rules/settings', '/waiting', '/without-plan', '/week', '/week/new', '/attendance', '/attendance?whose=all', '/benefit', '/register', '/recognition', '/proof', '/interpreters', '/interpreters?whose=all&past=true', '/interpreters/new', '/interpreters/new?group=true'],
    details: [['/week', '/week/:id'], ['/week', '/attendance/class/:id'], ['/attendance?whose=all', '/people/:id?tab=attendance.*'], ['/benefit', '/benefit/:id'], ['/interpreters?whose=all', '/interpreters/:id']] },
}, pages)

const tabs = ['recognition-recognition', 'proof-proof', 'decision-rights', 'plan-plan', 'week-week', 'attendance-attendance', 'payments-payments', 'benefit-benefit', 'interpreters-interpreters', 'exit-exit', 'paths-path', 'matching-places', 'help-help']

test('every part of the programme and of the matching on a participant\'s page is accessible, with every tab in sight', async () => {
  const page = await pages.newPage()
  const errors = errorsOf(page)
  await signIn(page, pages.origin(), 'Ingrid Solheim')
  const { rows: [person] } = await call(page, 'people.listPeople', { status: ['in_programme'] })
  const her = `${pages.origin()}/people/${person?.id}`
  for (const tab of tabs) await looksRight(page, `${her}?tab=${tab}`)
  const hidden = await page.getByRole('tab').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > window.innerWidth).map((one) => one.textContent))
  expect(hidden, 'tabs beyond the window').toEqual([])
  for (const path of ['plan', 'week', 'decisions/new?kind=norwegian']) await looksRight(page, `${her}/${path}`)
  await page.setViewportSize(NARROW)
  await page.goto(`${her}?tab=exit-exit`)
  await page.getByRole('tab', { selected: true }).waitFor()
  await expect.poll(async () => (await page.getByRole('tab', { selected: true }).boundingBox())?.x ?? NARROW.width).toBeLessThan(NARROW.width)
  expect(errors).toEqual([])
}, 600_000)
