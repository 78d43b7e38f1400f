import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { buildWebWhenStale } from '../tools/build-web.ts'
import { findChromium } from '../tools/chromium.ts'
import type { Times } from './measure.ts'
import { timesOf } from './measure.ts'

const MOVES = 24

/** Presses something in the page, and answers the milliseconds until `done` holds and has been painted. */
const timed = (page: Page, press: string, done: string): Promise<number> => page.evaluate(async ([pressed, reached]) => {
  const painted = (): Promise<void> => new Promise((seen) => { requestAnimationFrame(() => { setTimeout(seen) }) })
  const holds = (): boolean => (reached.startsWith('!') ? document.querySelector(reached.slice(1)) === null : document.querySelector(reached) !== null)
  const from = performance.now()
  document.querySelector<HTMLElement>(pressed)?.click()
  while (!holds()) {
    if (performance.now() - from > 10_000) throw new Error(`${reached} is not there 10 s after ${pressed} was pressed: ${document.querySelector('dialog[open]')?.textContent ?? ''}`)
    await painted()
  }
  await painted()
  return performance.now() - from
}, [press, done] as const)

/** Somebody moves people one after another on the board in Chromium: how long the cost and the new totals take to be seen. Undefined where there is no browser. */
export async function moveOnScreen(port: number, cookie: string, planId: string): Promise<{ cost: Times; move: Times } | undefined> {
  const chromium = findChromium()
  if (chromium === undefined) return undefined
  process.env['CHROMIUM_PATH'] = chromium
  await buildWebWhenStale()
  const browser = await openBrowser()
  const [cost, move]: [number[], number[]] = [[], []]
  try {
    const page = await browser.newPage()
    const [name = '', value = ''] = cookie.split('=')
    await browser.addCookies([{ name, value, domain: 'localhost', path: '/' }])
    await page.goto(`http://localhost:${port}/cohort/${planId}`)
    await page.locator('[data-person]').first().waitFor()
    for (let at = 0; at < MOVES; at++) {
      await page.locator('[data-person]').nth(at * 3).focus()
      await page.keyboard.press('f')
      await page.locator('.cohort-choices input').first().waitFor()
      cost.push(await timed(page, '.cohort-choices .ds-field:nth-of-type(3) input, .cohort-choices input', '.cohort-cost:not([aria-busy]), .cohort-move .notice'))
      // where an employer takes no more the move is refused, which costs the same time to say
      if (await page.locator('dialog[open] .dialog__actions button').first().isDisabled()) await page.keyboard.press('Escape')
      else move.push(await timed(page, 'dialog[open] .dialog__actions button', '!dialog[open]'))
    }
  } finally {
    await browser.close()
  }
  return { cost: timesOf(cost, 1000), move: timesOf(move, 1000) }
}
