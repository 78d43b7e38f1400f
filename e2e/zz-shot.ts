import { startFotfeste } from './support/fotfeste.ts'
import { openBrowser, signIn, WIDE, NARROW } from './support/browser.ts'
const app = await startFotfeste()
const browser = await openBrowser()
try {
  const page = await browser.newPage()
  page.on('pageerror', (e) => console.log('ERR', String(e)))
  page.on('console', (m) => { if (m.type() === 'error') console.log('ERR', m.text()) })
  await signIn(page, app.origin, process.argv[2] ?? 'Terje Moen')
  await page.goto(`${app.origin}/occupations`); await page.waitForLoadState('networkidle')
  await page.screenshot({ path: '/tmp/occ1.png', fullPage: true })
  await page.getByRole('combobox', { name: 'Yrke' }).first().fill('kitchen')
  await page.waitForTimeout(1200)
  await page.screenshot({ path: '/tmp/occ2.png' })
  await page.getByRole('combobox', { name: 'Yrke' }).first().fill('kokk'); await page.waitForTimeout(1200)
  await page.getByRole('option').first().dispatchEvent('mousedown')
  await page.waitForTimeout(1000)
  await page.screenshot({ path: '/tmp/occ3.png', fullPage: true })
  await page.setViewportSize(NARROW); await page.waitForTimeout(400)
  await page.screenshot({ path: '/tmp/occ4.png', fullPage: true })
  await page.setViewportSize(WIDE)
  await page.getByRole('button', { name: 'Ny yrkesfamilie' }).click(); await page.waitForTimeout(500)
  await page.screenshot({ path: '/tmp/occ5.png' })
  await page.keyboard.press('Escape')
  await page.goto(`${app.origin}/openings`); await page.waitForLoadState('networkidle')
  await page.goto(`${app.origin}/import?kind=esco`); await page.waitForLoadState('networkidle')
  await page.screenshot({ path: '/tmp/occ6.png', fullPage: true })
  // a match with related
  const ids = await page.evaluate(async () => { const ask = async (op: string, body: unknown) => (await (await fetch(`/api/${op}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-fotfeste': '1' }, body: JSON.stringify(body) })).json())
    const people = await ask('people.listPeople', { status: ['in_programme'] }).catch(() => null) ?? {}
    const rows = people.rows ?? (await ask('people.listPeople', {})).rows
    for (const one of rows) { const m = await ask('matching.matchesForPerson', { personId: one.id }); for (const r of m.rows ?? []) { const near = [...r.match.required, ...r.match.wished].find((c) => c.nearBy && c.nearBy.by !== 'esco'); if (near) return one.id } }
    return null })
  console.log('person', ids)
  if (ids) { await page.goto(`${app.origin}/people/${ids}?tab=places`); await page.waitForLoadState('networkidle'); await page.waitForTimeout(800); await page.screenshot({ path: '/tmp/occ7.png', fullPage: true }) }
} finally { await browser.close(); await app.stop() }
