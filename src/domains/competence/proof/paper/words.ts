import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { z } from 'zod'
import type { PaperLocale } from '../proof.schema.ts'

type Locale = z.infer<typeof PaperLocale>
export type Words = { t: (key: string, params?: Record<string, string | number>) => string; day: (day: string) => string; country: (code: string) => string }

const tags: Record<Locale, string[]> = { nb: ['nb-NO', 'no'], nn: ['nn-NO', 'nb-NO', 'no'], en: ['en-GB'] }
const read = (file: string): Record<string, string> => z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(new URL(`../messages/paper.${file}.json`, import.meta.url), 'utf8')))
const catalogues: Record<Locale, Record<string, string>> = { nb: read('nb'), nn: read('nn'), en: read('en') }

/** The words of the sheet in one language. Throws, naming the key, where a text is missing. */
export function wordsIn(locale: Locale): Words {
  const countries = new Intl.DisplayNames(tags[locale], { type: 'region' })
  return {
    t(key, params = {}) {
      const message = catalogues[locale][key]
      if (message === undefined) throw new Error(`There is no text ${key} in ${locale}`)
      return String(new IntlMessageFormat(message, tags[locale]).format(params))
    },
    day: (day) => new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', '\u00a0'), // a day is not broken between two lines
    country: (code) => countries.of(code) ?? code,
  }
}
