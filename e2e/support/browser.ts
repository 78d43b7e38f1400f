import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { expect } from 'vitest'

export const WIDE = { width: 1280, height: 900 }
export const NARROW = { width: 360, height: 780 }
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A browser with an empty profile, gone when closed. */
export async function openBrowser(locale = 'nb-NO', { javaScriptEnabled = true } = {}): Promise<BrowserContext> {
  const profile = mkdtempSync('/tmp/fotfeste-browser-')
  const context = await chromium.launchPersistentContext(profile, { executablePath: process.env['CHROMIUM_PATH'], headless: true, viewport: WIDE, locale, javaScriptEnabled, bypassCSP: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  context.setDefaultTimeout(30_000)
  // the browser's last processes may still be writing there
  context.on('close', () => rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  return context
}

/** Signs in through the built-in sign-in as one of the invented people. */
export async function signIn(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.getByText(name).first().click()
  await page.getByRole('navigation').first().waitFor()
}

type Found = { violations: { id: string; impact?: string | null; nodes: { html: string }[] }[] }

/** Nothing for axe to complain of (WCAG 2.2 A and AA), nothing wider than the window, one heading on top. */
export async function isAccessible(page: Page, where: string): Promise<void> {
  // from the top: what lies beneath the bar that stays would be called too small to hit
  await page.evaluate(() => window.scrollTo(0, 0))
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const found = await page.evaluate<Found>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })")
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`), `axe on ${where}`).toEqual([])
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
  expect(await page.locator('h1').count(), `${where} has one main heading`).toBe(1)
}

/** Every error the page says to the console, or throws. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => { if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`) })
  return errors
}
