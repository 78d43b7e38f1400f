import { NARROW, WIDE, errorsOf, openBrowser, signIn } from './support/browser.ts'
import { startFotfeste } from './support/fotfeste.ts'
import { readFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
mkdirSync('/tmp/region', { recursive: true })
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const f = await startFotfeste()
const browser = await openBrowser()
try {
  for (const [name, shots] of [
    ['Øyvind Bakke', [['/sharing', 'agreements', undefined], ['/calibration', 'calibration', undefined], ['/calibration?outcome=kept&dimension=country', 'calibration-kept', undefined]]],
    ['Knut Haugen', [['/sharing?tab=places', 'places', undefined], ['/sharing?tab=ours', 'ours', undefined], ['/sharing?tab=theirs', 'theirs', undefined], ['/sharing?tab=theirs', 'here', /\/sharing\/here\//], ['/sharing?tab=places', 'place', /\/sharing\/places\//], ['/sharing?tab=places', 'forward', 'forward'], ['/standing-wishes', 'wishes', undefined], ['/standing-wishes', 'wish', /\/standing-wishes\/[0-9a-f]/], ['/standing-wishes', 'wish-edit', 'edit'], ['/today', 'today', undefined], ['/openings', 'opening', /\/openings\/[0-9a-f-]{36}$/], ['/employers', 'employer', /\/employers\/[0-9a-f-]{36}$/]]],
  ] as const) {
    const page = await browser.newPage()
    const errors = errorsOf(page)
    await signIn(page, f.origin, name)
    for (const [path, file, to] of shots) {
      try {
      await page.setViewportSize(WIDE)
      await page.goto(f.origin + path); await page.waitForLoadState('networkidle')
      const go = async (pattern: RegExp): Promise<void> => { const links = await page.locator('main a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')); const found = links.find((one) => pattern.test(one)); if (!found) throw new Error(`no link ${String(pattern)} on ${page.url()}`); await page.goto(f.origin + found); await page.waitForLoadState('networkidle') }
      if (to instanceof RegExp) await go(to)
      if (to === 'forward') { await go(/\/sharing\/places\//); await go(/put-forward/) }
      if (to === 'edit') { await go(/\/standing-wishes\/[0-9a-f]/); await go(/edit$/) }
      for (const [size, suffix] of [[WIDE, ''], [NARROW, '-n']] as const) {
        await page.setViewportSize(size); await page.waitForTimeout(150)
        await page.screenshot({ path: `/tmp/region/${file}${suffix}.png`, fullPage: true })
        await page.evaluate(axe)
        const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })")
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        console.log(file, size.width, found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`), wide > 0 ? `SIDEWAYS ${wide}` : '')
      }
      } catch (error) { console.log(file, 'FAILED', String(error).slice(0, 300)) }
    }
    console.log(name, 'errors', errors)
    await page.close()
  }
} finally { await browser.close(); await f.stop() }
