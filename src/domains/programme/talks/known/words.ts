import { IntlMessageFormat } from 'intl-messageformat'
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }

export type KnownLocale = 'nb' | 'nn' | 'en'
const catalogues: Record<KnownLocale, Record<string, string>> = { nb, nn, en }
const tags = { nb: ['nb-NO', 'no'], nn: ['nn-NO', 'nb-NO', 'no'], en: ['en-GB'] }
/** What the lists of the platform lack or name otherwise than people do. */
const own: Record<KnownLocale, Record<string, string>> = { nb: { prs: 'dari', kmr: 'kurmanji', ckb: 'sorani', XX: 'statsløs' }, nn: { prs: 'dari', kmr: 'kurmanji', ckb: 'sorani', XX: 'statslaus' }, en: { prs: 'Dari', kmr: 'Kurmanji', ckb: 'Sorani', XX: 'stateless' } }

/** Words for facts in one language. A key made of data that is in no catalogue stands as it is. */
export function knownWords(locale: KnownLocale) {
  const name = (type: 'language' | 'region', code: string): string => {
    if (own[locale][code] !== undefined) return own[locale][code]
    if (!/^([a-z]{2,3}|[A-Z]{2})$/.test(code)) return code
    return new Intl.DisplayNames(tags[locale], { type }).of(code) ?? code
  }
  return {
    t: (key: string, params: Record<string, string | number> = {}): string => { const message = catalogues[locale][key]; return message === undefined ? key.split('.').at(-1) ?? key : String(new IntlMessageFormat(message, tags[locale]).format(params)) },
    day: (day: string): string => new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
    language: (code: string): string => name('language', code),
    country: (code: string): string => name('region', code),
  }
}
export type KnownWords = ReturnType<typeof knownWords>
