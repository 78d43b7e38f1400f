import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { NARROW, WIDE, isAccessible } from './browser.ts'

/** A day as one types it in Norwegian: 3.8.2026. */
export const norwegian = (day: string): string => day.split('-').toReversed().map(Number).join('.')

/** What is written in, by its label: the button of a date's calendar has the same words in its name. */
export const fieldOf = (scope: Page | Locator, label: string | RegExp, exact = false): Locator => scope.getByLabel(label, { exact }).and(scope.locator('input, textarea')).filter({ visible: true }).first()

/** What people do with the pages: go somewhere, press, fill in a dialog, fetch a file. */
export function screenOf(page: Page, origin: () => string) {
  const open = async (path: string): Promise<void> => {
    await page.goto(origin() + path)
    await page.waitForLoadState('networkidle')
  }
  const dialog = (): Locator => page.getByRole('dialog').filter({ visible: true })
  return {
    page, open, dialog,
    press: (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).filter({ visible: true }).first().click(),
    tab: (name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click(),
    section: (name: string | RegExp): Locator => page.locator('section').filter({ has: page.getByRole('heading', { name }) }).first(),
    /** The file that something one presses gives. */
    fileFrom: async (act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()])
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    },
    /** Wide and on a telephone: nothing for axe, nothing sideways. */
    looksRight: async (where: string): Promise<void> => {
      await page.waitForLoadState('networkidle')
      await page.evaluate(async () => { await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))) })
      for (const size of [NARROW, WIDE]) {
        await page.setViewportSize(size)
        await isAccessible(page, `${where} at ${size.width}`)
      }
    },
  }
}

/** A PDF for the archive: PDF/A, tagged. */
export function isForArchive({ name, bytes }: { name: string; bytes: Buffer }): void {
  const text = bytes.toString('latin1')
  expect(name).toMatch(/\.pdf$/)
  for (const mark of ['%PDF-', '/StructTreeRoot', '<pdfaid:part>2</pdfaid:part>']) expect(text, `${name} ${mark}`).toContain(mark)
}
