import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const pages = globSync(['*.md', 'docs/**/*.md', 'src/**/README.md'], { cwd: root }).sort()

/** A path of this repository in backticks: begins in a folder that is there, holds no placeholder. */
const paths = (text: string): string[] => [...text.matchAll(/`((?:src|docs|db|test|tools|e2e|bench)\/[^`\s]*)`/g)]
  .map(([, path]) => path ?? '').filter((path) => !/[<>*{…]/.test(path))
const links = (text: string): string[] => [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link ?? '').filter((link) => !/^[a-z]+:/.test(link))

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  test('names only files that are there', () => {
    expect(paths(text).filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(links(text).filter((link) => !existsSync(normalize(join(root, dirname(page), link))))).toEqual([])
  })
})

test('every decision note fits on a page', () => {
  for (const note of globSync('docs/decisions/*.md', { cwd: root })) {
    expect(readFileSync(join(root, note), 'utf8').split('\n').length, note).toBeLessThanOrEqual(61)
  }
})
