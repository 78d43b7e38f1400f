import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFailed, test } from 'vitest'

const MOST_MS = 300_000

/** Where a story is told, and what its page has complained of: asked as each chapter is told. */
type Stage = { page: Page; errors: readonly string[] }

/**
 * One story in chapters: each goes on where the one before it ended, and none may leave an error in the browser.
 * Of a chapter that fails there is a picture in the folder of temporary files, named after story and chapter.
 */
export function tellInChapters(story: string, chapters: [name: string, chapter: () => Promise<void>][], stage: () => Stage): void {
  test.each(chapters)('%s', async (name, chapter) => {
    onTestFailed(async () => { await stage().page.screenshot({ path: join(tmpdir(), `${story}-${name.split(':')[0] ?? ''}-failed.png`), fullPage: true }) })
    await chapter()
    expect(stage().errors).toEqual([])
  }, MOST_MS)
}
