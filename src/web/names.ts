import { useMemo } from 'react'
import { nameOf } from '#shared/language-name.ts'
import { useLocale } from './i18n.tsx'

/** Languages that come up, by code; whoever speaks another writes its name. */
export const LANGUAGE_CODES = ['ar', 'fa', 'prs', 'ps', 'ckb', 'kmr', 'ti', 'am', 'om', 'so', 'uk', 'ru', 'sw', 'rw', 'ln', 'fr', 'tr', 'ur', 'my', 'es', 'en', 'pt', 'pl', 'ro', 'sq', 'ka', 'uz', 'zh', 'vi', 'th', 'no'] as const
/** Countries people come from most, by code; `XX` is stateless. */
export const COUNTRY_CODES = ['AF', 'AM', 'BI', 'BY', 'CD', 'CM', 'CN', 'CO', 'CU', 'EG', 'ER', 'ET', 'GE', 'IN', 'IQ', 'IR', 'JO', 'KE', 'LB', 'LY', 'MM', 'NG', 'PK', 'PS', 'RU', 'RW', 'SD', 'SO', 'SS', 'SY', 'TN', 'TR', 'TZ', 'UA', 'UG', 'VE', 'YE', 'NO', 'XX'] as const

/** Names of languages and countries in the language in use, and lists of them to choose from. */
export function useNames() {
  const { locale } = useLocale()
  return useMemo(() => {
    const languageName = (code: string): string => nameOf(locale, 'language', code)
    const countryName = (code: string): string => nameOf(locale, 'region', code)
    const sorted = (codes: readonly string[], name: (code: string) => string) => codes.map((value) => ({ value, label: name(value) })).toSorted((a, b) => a.label.localeCompare(b.label, locale))
    return { languageName, countryName, languages: sorted(LANGUAGE_CODES, languageName), countries: sorted(COUNTRY_CODES, countryName) }
  }, [locale])
}
