import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { z } from 'zod'
import type { PaperLocale } from './paper.schema.ts'

export type Words = { t: (key: string, params?: Record<string, string | number>) => string; day: (day: string) => string }

const tags = { nb: ['nb-NO', 'no'], nn: ['nn-NO', 'nb-NO', 'no'] }
const read = (file: string): Record<string, string> => z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(new URL(`../messages/${file}.json`, import.meta.url), 'utf8')))
// the papers' own words before those of the screens, which have the names of goals, activities and levels
const catalogues = { nb: { ...read('nb'), ...read('paper.nb') }, nn: { ...read('nn'), ...read('paper.nn') } }

/** The words of a paper in one form of Norwegian. Throws, naming the key, where a text is missing. */
export const wordsIn = (locale: z.infer<typeof PaperLocale>): Words => ({
  t(key, params = {}) {
    const message = catalogues[locale][key]
    if (message === undefined) throw new Error(`There is no text ${key} in ${locale}`)
    return String(new IntlMessageFormat(message, tags[locale]).format(params))
  },
  day: (day) => new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
})
