import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { NARROW, WIDE, errorsOf, isAccessible, openBrowser, signIn } from './browser.ts'
import type { Fotfeste } from './fotfeste.ts'
import { startFotfeste } from './fotfeste.ts'

const MOST_MS = 600_000

/** One Fotfeste for the tests of a file, and a new browser for each of them. */
export function usePages() {
  let fotfeste: Fotfeste
  let browser: BrowserContext
  beforeAll(async () => { fotfeste = await startFotfeste() })
  afterAll(async () => { await fotfeste?.stop() })
  beforeEach(async () => { browser = await openBrowser() })
  afterEach(async () => { await browser.close() })
  return { origin: (): string => fotfeste.origin, newPage: (): Promise<Page> => browser.newPage() }
}
export type Pages = ReturnType<typeof usePages>

/** Wide and on a telephone: nothing for axe, nothing sideways. */
export async function looksRight(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size)
    await isAccessible(page, `${address} at ${size.width}`)
  }
  await page.setViewportSize(WIDE)
}

/** The first page of its kind that a list leads to. */
async function firstLink(page: Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(list)
  await page.waitForLoadState('networkidle')
  const links = await page.locator('main a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const found = links.find((link) => pattern.test(link))
  expect(found, `${list} leads to ${String(pattern)}`).toBeDefined()
  return found ?? ''
}

/** What somebody works with: pages by their address, and of each kind the first that a list leads to (`:id` for what tells it from others). */
export type Desk = { paths: string[]; details: [list: string, kind: string][] }

const kindOf = (kind: string): RegExp => new RegExp(`^${kind.replace('?', '[?]').replace(':id', '[0-9a-f-]{36}')}$`)

/** A test for each person: every page of hers is accessible, wide and narrow, without an error. */
export function everyPageOf(desks: Record<string, Desk>, { origin, newPage }: Pages): void {
  test.each(Object.entries(desks))('every page of %s is accessible, wide and narrow, without an error', async (name, { paths, details }) => {
    const page = await newPage()
    const errors = errorsOf(page)
    await signIn(page, origin(), name)
    const found: string[] = []
    for (const [list, kind] of details) found.push(await firstLink(page, origin() + list, kindOf(kind)))
    for (const path of [...paths, ...found]) await looksRight(page, origin() + path)
    expect(errors).toEqual([])
  }, MOST_MS)
}
