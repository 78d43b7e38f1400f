import { useMemo } from 'react'
import { useLocale } from './i18n.tsx'

/** Languages that come up, by code; whoever speaks another writes its name. */
export const LANGUAGE_CODES = ['ar', 'fa', 'prs', 'ps', 'ckb', 'kmr', 'ti', 'am', 'om', 'so', 'uk', 'ru', 'sw', 'rw', 'ln', 'fr', 'tr', 'ur', 'my', 'es', 'en', 'pt', 'pl', 'ro', 'sq', 'ka', 'uz', 'zh', 'vi', 'th', 'no'] as const
/** Countries people come from most, by code; `XX` is stateless. */
export const COUNTRY_CODES = ['AF', 'AM', 'BI', 'BY', 'CD', 'CM', 'CN', 'CO', 'CU', 'EG', 'ER', 'ET', 'GE', 'IN', 'IQ', 'IR', 'JO', 'KE', 'LB', 'LY', 'MM', 'NG', 'PK', 'PS', 'RU', 'RW', 'SD', 'SO', 'SS', 'SY', 'TN', 'TR', 'TZ', 'UA', 'UG', 'VE', 'YE', 'NO', 'XX'] as const

/** What the browser's own lists lack or name otherwise than people do. */
const own: Record<string, Record<string, string>> = {
  nb: { prs: 'dari', kmr: 'kurmanji', ckb: 'sorani', XX: 'Statsløs' }, nn: { prs: 'dari', kmr: 'kurmanji', ckb: 'sorani', XX: 'Statslaus' }, en: { prs: 'Dari', kmr: 'Kurmanji', ckb: 'Sorani', XX: 'Stateless' },
}

function nameIn(locale: string, type: 'language' | 'region', code: string): string {
  const known = own[locale]?.[code]
  if (known !== undefined) return known
  try {
    return new Intl.DisplayNames([`${locale}-NO`, 'nb', 'no'], { type }).of(code) ?? code
  } catch {
    return code // a language written with words instead of a code
  }
}

/** Names of languages and countries in the language in use, and lists of them to choose from. */
export function useNames() {
  const { locale } = useLocale()
  return useMemo(() => {
    const languageName = (code: string): string => nameIn(locale, 'language', code)
    const countryName = (code: string): string => nameIn(locale, 'region', code)
    const sorted = (codes: readonly string[], name: (code: string) => string) => codes.map((value) => ({ value, label: name(value) })).toSorted((a, b) => a.label.localeCompare(b.label, locale))
    return { languageName, countryName, languages: sorted(LANGUAGE_CODES, languageName), countries: sorted(COUNTRY_CODES, countryName) }
  }, [locale])
}
