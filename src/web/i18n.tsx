import type { Refusal } from '#shared/decision.ts'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { findMessage, layer, locales, sliceOf, type Catalogue, type Catalogues, type Locale, type Messages, type Slice } from './catalogues.ts'
import { dateText, directionOf, fill, momentText, numberText, refusalText, type DateStyle, type Params } from './texts.ts'

const loaders: Record<Locale, () => Promise<{ files: Record<string, Catalogue> }>> = {
  nb: () => import('./catalogue/nb.ts'),
  nn: () => import('./catalogue/nn.ts'),
  en: () => import('./catalogue/en.ts'),
}
/** What the first page does without: see catalogue/nb.more.ts. */
const laterLoaders: typeof loaders = {
  nb: () => import('./catalogue/nb.more.ts'),
  nn: () => import('./catalogue/nn.more.ts'),
  en: () => import('./catalogue/en.more.ts'),
}
const REMEMBERED = 'fotfeste.locale'

/** Whether the staff web is written in it. */
export const isLocale = (value: string | null | undefined): value is Locale => locales.some((locale) => locale === value)

/** The language of the last visit, else of the browser, else bokmål. */
export function initialLocale(): Locale {
  const remembered = localStorage.getItem(REMEMBERED)
  if (isLocale(remembered)) return remembered
  const asked = navigator.language.slice(0, 2)
  return isLocale(asked) ? asked : 'nb'
}

async function loadOne(from: typeof loaders, locale: Locale): Promise<Catalogues> {
  const { files } = await from[locale]()
  return Object.entries(files).reduce<Catalogues>((all, [path, messages]) => layer(all, { [sliceOf(path)]: messages }), {})
}

async function loadBoth(from: typeof loaders, locale: Locale): Promise<Catalogues> {
  if (locale === 'nb') return loadOne(from, 'nb')
  const [base, own] = await Promise.all([loadOne(from, 'nb'), loadOne(from, locale)])
  return layer(base, own)
}

/** What the first page needs of messages in `locale`, with bokmål beneath. */
export const loadCatalogues = (locale: Locale): Promise<Catalogues> => loadBoth(loaders, locale)

const later = new Map<Locale, Promise<Catalogues>>()

/** The messages the first page does without; fetched once for each language. */
function laterIn(locale: Locale): Promise<Catalogues> {
  const known = later.get(locale)
  if (known) return known
  const asked = loadBoth(laterLoaders, locale)
  later.set(locale, asked)
  asked.catch(() => later.delete(locale)) // a lost line: asked again the next time
  return asked
}

type I18n = { locale: Locale; catalogues: Catalogues; setLocale: (locale: Locale) => void }
const I18nContext = createContext<I18n | null>(null)

export function I18nProvider({ start, children }: { start: { locale: Locale; catalogues: Catalogues }; children: ReactNode }) {
  const [current, setCurrent] = useState(start)
  useEffect(() => {
    document.documentElement.lang = current.locale
    document.documentElement.dir = directionOf(current.locale)
    localStorage.setItem(REMEMBERED, current.locale)
    void laterIn(current.locale).then((more) => setCurrent((now) => (now.locale === current.locale ? { locale: now.locale, catalogues: layer(now.catalogues, more) } : now)), () => undefined)
  }, [current.locale])
  const setLocale = useCallback((locale: Locale) => {
    void loadCatalogues(locale).then((catalogues) => setCurrent({ locale, catalogues }))
  }, [])
  const value = useMemo(() => ({ ...current, setLocale }), [current, setLocale])
  return <I18nContext value={value}>{children}</I18nContext>
}

function useI18n(): I18n {
  const value = use(I18nContext)
  if (!value) throw new Error('I18nProvider is missing')
  return value
}

/** The language in use, and how to change it in this browser. */
export function useLocale(): Pick<I18n, 'locale' | 'setLocale'> {
  return useI18n()
}

/** `t('list.title', { count })` from one slice's messages; keys are typed from its nb.json. */
export function useText<S extends Slice>(slice: S): (key: keyof Messages[S] & string, params?: Params) => string {
  const { locale, catalogues } = useI18n()
  const messages = catalogues[slice] ?? use(laterIn(locale))[slice]
  return useCallback((key, params) => fill(locale, messages?.[key] ?? key, params), [locale, messages])
}

/** Looks a text up whose key is only known at run time (a route's title, a permission's name). */
export function useFindText(): (key: string, slice?: string) => string | undefined {
  const { locale, catalogues } = useI18n()
  return useCallback((key, slice) => {
    const message = slice === undefined ? findMessage(catalogues, key) : catalogues[slice]?.[key]
    return message === undefined ? undefined : fill(locale, message)
  }, [locale, catalogues])
}

/** The text of a refusal, from whichever slice knows its code. */
export function useRefusalText(): (refusal: Refusal) => string {
  const { locale, catalogues } = useI18n()
  return useCallback((refusal) => refusalText(locale, catalogues, refusal), [locale, catalogues])
}

/** Days, moments and numbers in the language in use. */
export function useFormat() {
  const { locale } = useI18n()
  return useMemo(() => ({
    formatDate: (day: string, style?: DateStyle) => dateText(locale, day, style),
    formatMoment: (moment: string) => momentText(locale, moment),
    formatNumber: (value: number, options?: Intl.NumberFormatOptions) => numberText(locale, value, options),
  }), [locale])
}
