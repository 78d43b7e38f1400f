import { IntlMessageFormat } from 'intl-messageformat'

/** The languages of what the server itself writes: mail, and pages that must work without the web shell. */
export const serverLocales = ['nb', 'nn', 'en', 'uk', 'ar'] as const
export type ServerLocale = (typeof serverLocales)[number]

export type Params = Record<string, string | number>

// Western digits and calendar in every language, so that a number in a letter reads the same on every paper.
const tags: Record<ServerLocale, string[]> = {
  nb: ['nb-NO', 'no'], nn: ['nn-NO', 'nb-NO', 'no'], en: ['en-GB'], uk: ['uk'], ar: ['ar-u-ca-gregory-nu-latn'],
}

const isServerLocale = (value: string): value is ServerLocale => serverLocales.some((locale) => locale === value)

/** The nearest language we write; bokmål for one we do not. */
export const toServerLocale = (value: string | undefined): ServerLocale => {
  const language = value?.slice(0, 2).toLowerCase() ?? ''
  return isServerLocale(language) ? language : 'nb'
}

/** The first language of an Accept-Language header that we write; `no` is bokmål. */
export function localeAsked(header: string | undefined): ServerLocale {
  const asked = (header ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase())
  return asked.find(isServerLocale) ?? 'nb'
}

export const directionOf = (locale: ServerLocale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr')

/** Fills the text of `key`; throws, naming the key, when there is no such text or a value is missing. */
export type Text<K extends string> = (key: K, params?: Params) => string

/** The texts of one language, typed by the bokmål file. */
export function textsIn<K extends string>(catalogues: Record<ServerLocale, Record<K, string>>, locale: ServerLocale): Text<K> {
  return (key, params = {}) => {
    try {
      return String(new IntlMessageFormat(catalogues[locale][key], tags[locale]).format(params))
    } catch (error) {
      throw new Error(`The text ${key} cannot be written in ${locale}`, { cause: error })
    }
  }
}

/** A day with its name, as people say it: `fredag 27. november`. */
export const dayNameText = (locale: ServerLocale, day: string): string =>
  new Intl.DateTimeFormat(tags[locale], { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** A day as people read it, in the Gregorian calendar and western digits. */
export const dayText = (locale: ServerLocale, day: string): string =>
  new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** A month by its first day, as people write it: `november 2026`. */
export const monthText = (locale: ServerLocale, month: string): string =>
  new Intl.DateTimeFormat(tags[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}T00:00:00Z`))
