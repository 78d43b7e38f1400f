import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { operations } from '#server/operations.ts'
import { useWorld } from './world.ts'

const world = useWorld()
const root = new URL('..', import.meta.url).pathname
const files = globSync('src/**/messages/*.json', { cwd: root }).sort()
const readJson = (file: string): Record<string, string> => JSON.parse(readFileSync(root + file, 'utf8')) as Record<string, string>
const sources = files.filter((file) => /(^|[/.])nb\.json$/.test(file))
const beside = (source: string): string[] => {
  const prefix = source.slice(0, -'nb.json'.length)
  return files.filter((file) => file !== source && file.startsWith(prefix) && /^[a-z]{2,3}\.json$/.test(file.slice(prefix.length)))
}
const bokmal: Record<string, string> = Object.assign({}, ...sources.map(readJson))

type Node = { value?: string; options?: Record<string, { value: Node[] }>; children?: Node[]; type: number }
/** Names of the values a message needs; literal text is type 0, `#` type 7. */
const placeholders = (message: string, locale: string): string[] => {
  const walk = (nodes: Node[]): string[] => nodes.flatMap((node) => [
    ...(node.type === 0 || node.type === 7 ? [] : [String(node.value)]),
    ...Object.values(node.options ?? {}).flatMap((option) => walk(option.value)), ...walk(node.children ?? [])])
  // reason for the cast: the parser's own node types are not exported
  return [...new Set(walk(new IntlMessageFormat(message, locale).getAst() as unknown as Node[]))].toSorted()
}
const localeOf = (file: string): string => /([a-z]{2,3})\.json$/.exec(file)?.[1] ?? ''

test('there are catalogues, and every one has its bokmål source', () => {
  expect(sources.length).toBeGreaterThan(5)
  expect(files.filter((file) => !sources.some((source) => source === file || beside(source).includes(file)))).toEqual([])
})

describe.each(sources)('%s', (source) => {
  const nb = readJson(source)
  test('is flat, filled, and readable as ICU messages', () => {
    for (const [key, message] of Object.entries(nb)) {
      expect(typeof message === 'string' && message.trim() !== '', key).toBe(true)
      expect(() => new IntlMessageFormat(message, 'nb'), key).not.toThrow()
    }
  })

  test('has the same keys and values in every language beside it', () => {
    const needed = /^src\/(domains|web|rules)\//.test(source) ? ['en', 'nn'] : ['ar', 'en', 'uk']
    const others = beside(source)
    expect(others.map(localeOf)).toEqual(expect.arrayContaining(needed))
    for (const file of others) {
      const other = readJson(file)
      expect(Object.keys(other).toSorted(), file).toEqual(Object.keys(nb).toSorted())
      for (const [key, message] of Object.entries(nb)) expect(placeholders(other[key] ?? '', localeOf(file)), `${file} ${key}`).toEqual(placeholders(message, 'nb'))
    }
  })
})

test('every refusal in the code has a text', () => {
  const code = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.ts$|\/demo\//.test(file))
  const used = code.flatMap((file) => [...readFileSync(root + file, 'utf8').matchAll(/\bcode: '([a-z][A-Za-z]*(?:\.[A-Za-z]+)+)'/g)].map(([, found]) => ({ file, code: found ?? '' })))
  expect(used.length).toBeGreaterThan(10)
  expect(used.filter((one) => bokmal[one.code] === undefined).map((one) => `${one.code} (${dirname(one.file)})`)).toEqual([])
})

test('every operation has a name for those who read the access log', () => {
  const names = [...Object.keys(operations), 'cli.export', 'portal.openLink']
  expect(names.filter((name) => bokmal[`operation.${name}`] === undefined)).toEqual([])
})

test('every uniqueness the database holds has a text for whoever meets it', async () => {
  const { rows } = await world().owner.query<{ name: string }>(`select conname as name from pg_constraint where contype = 'u' and connamespace = 'public'::regnamespace
    and conrelid::regclass::text not in ('session', 'personal_link', 'municipality', 'message', 'person_address', 'practical_frame', 'legal_facts')`)
  expect(rows.map(({ name }) => `constraint.${name}`).filter((code) => bokmal[code] === undefined)).toEqual([])
})
