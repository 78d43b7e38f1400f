import { expect, test } from 'vitest'

const MOST_MS = 120_000

/** One story in chapters: each goes on where the one before it ended, and none may leave an error in the browser (`errors`, asked when it has ended). */
export function tellInChapters(chapters: [name: string, chapter: () => Promise<void>][], errors: () => readonly string[]): void {
  test.each(chapters)('%s', async (_, chapter) => {
    await chapter()
    expect(errors()).toEqual([])
  }, MOST_MS)
}
