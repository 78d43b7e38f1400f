import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { z } from 'zod'
import { dayText } from '#platform/texts.ts'
import type { RuleLocale } from './rules.schema.ts'

type Params = Readonly<Record<string, string | number>>
type Ast = ReturnType<IntlMessageFormat['getAst']>

const folder = join(import.meta.dirname, '../../rules')
const tags: Record<RuleLocale, string[]> = { nb: ['nb-NO', 'no'], nn: ['nn-NO', 'nb-NO', 'no'], en: ['en-GB'] }
const catalogues = new Map<RuleLocale, Map<string, string>>()
const compiled = new Map<string, IntlMessageFormat>()
const numbers = new Map<RuleLocale, Intl.NumberFormat>()
const days = new Map<string, string>()
const MOST_DAYS = 20_000

/** A value kept under its key, made the first time it is asked for. */
function kept<K, V>(store: Map<K, V>, key: K, make: () => V): V {
  const known = store.get(key)
  if (known !== undefined) return known
  const made = make()
  store.set(key, made)
  return made
}

const readCatalogue = (file: string): [string, string][] => Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))

/** Every text of the rules in one language, by key: read once. */
const catalogue = (locale: RuleLocale): Map<string, string> =>
  kept(catalogues, locale, () => new Map(globSync(`**/messages/${locale}.json`, { cwd: folder }).flatMap(readCatalogue)))

/** In the syntax tree of a message, a place where a value stands as it is (`{day}`), and not to count or choose by. */
const PLAIN = 1
const written = (name: string): string => `written ${name}`

/** Plain places take the value as people read it; those that count or choose (`{n, plural, …}`) take it raw. */
function askForWritten(ast: Ast): void {
  for (const element of ast) {
    if (element.type === PLAIN) element.value = written(element.value)
    if ('options' in element) Object.values(element.options).forEach((option) => askForWritten(option.value))
    if ('children' in element) askForWritten(element.children)
  }
}

function compile(locale: RuleLocale, message: string): IntlMessageFormat {
  const made = new IntlMessageFormat(message, tags[locale])
  askForWritten(made.getAst())
  return made
}

/** A number with the language's separators; four digits stand together, so that a year is not cut. */
export const numberText = (locale: RuleLocale, value: number): string =>
  kept(numbers, locale, () => new Intl.NumberFormat(tags[locale], { useGrouping: 'min2', maximumFractionDigits: 4 })).format(value)

/** A day as people read it. */
export function dayInWords(locale: RuleLocale, day: string): string {
  if (days.size > MOST_DAYS) days.clear()
  return kept(days, `${locale} ${day}`, () => dayText(locale, day))
}

/** A value as people read it: a day, a number, or a word as it stands. */
export function valueText(locale: RuleLocale, value: string | number): string {
  if (typeof value === 'number') return numberText(locale, value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(locale, value) : value
}

/** Whether there is a text of that key. */
export const hasText = (locale: RuleLocale, key: string): boolean => catalogue(locale).has(key)

/** The first key of a fact's value with that last word: two facts share the words of their values. */
export const factKeyEnding = (locale: RuleLocale, word: string): string | undefined => [...catalogue(locale).keys()].find((key) => key.startsWith('fact.') && key.endsWith(`.${word}`))

/** Whether the text of that key has words for there being no value. */
export const speaksOfNone = (locale: RuleLocale, key: string): boolean => catalogue(locale).get(key)?.includes('null {') === true

/** Whether the text of that key is one that takes a value, and so a whole sentence. */
export const takesValue = (locale: RuleLocale, key: string): boolean => catalogue(locale).get(key)?.includes('{') === true

/**
 * The text of `key` with its values filled in: days and numbers as people read them. A text that is gone, or that lacks
 * a value (an answer stored by an older version), comes back as its key, so that what is stored can always be shown.
 */
export function ruleText(locale: RuleLocale, key: string, params: Params = {}): string {
  const message = catalogue(locale).get(key)
  if (message === undefined) return key
  try {
    const format = kept(compiled, `${locale} ${key}`, () => compile(locale, message))
    const readable = Object.fromEntries(Object.entries(params).map(([name, value]) => [written(name), valueText(locale, value)]))
    return String(format.format({ ...params, ...readable }))
  } catch {
    return key
  }
}
