import { readFileSync } from 'node:fs'
import { z } from 'zod'

const read = (file: string): Record<string, string> => z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')))
const catalogues = new Map(['nb', 'nn', 'en'].map((locale) => [locale, { ...read(`../messages/${locale}.json`), ...read(`./messages/${locale}.json`) }]))

export type SheetText = (key: string) => string

/** The words of a sheet in one language, bokmål where we do not write it. Throws, naming the key, where a text is missing. */
export function sheetText(locale: string): SheetText {
  const words = catalogues.get(locale) ?? catalogues.get('nb') ?? {}
  return (key) => {
    const text = words[key]
    if (text === undefined) throw new Error(`There is no text ${key} in ${locale}`)
    return text
  }
}
