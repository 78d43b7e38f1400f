import type { Refusal } from '#shared/decision.ts'
import { IntlMessageFormat } from 'intl-messageformat'
import { findMessage, type Catalogues, type Locale } from './catalogues.ts'

export type Params = Record<string, string | number | boolean | undefined>

/** Language tags for Intl, with bokmål beneath where the browser lacks nynorsk. */
const tags: Record<Locale, string[]> = { nb: ['nb-NO', 'no'], nn: ['nn-NO', 'nb-NO', 'no'], en: ['en-GB'] }

const compiled = new Map<string, IntlMessageFormat>()

function compile(locale: Locale, message: string): IntlMessageFormat {
  const key = `${locale} ${message}`
  const known = compiled.get(key)
  if (known) return known
  const made = new IntlMessageFormat(message, tags[locale])
  compiled.set(key, made)
  return made
}

/** Fills an ICU message; a message that cannot be filled comes back as it stands, so that a screen never falls over it. */
export function fill(locale: Locale, message: string, params: Params = {}): string {
  try {
    return String(compile(locale, message).format(params))
  } catch {
    return message
  }
}

/** The text of a refusal: its own message, or one that names the code. */
export function refusalText(locale: Locale, catalogues: Catalogues, refusal: Refusal): string {
  const message = findMessage(catalogues, refusal.code)
  if (message !== undefined) return fill(locale, message, refusal.params)
  return fill(locale, findMessage(catalogues, 'refusal.unknown') ?? '{code}', { code: refusal.code })
}

const asUtc = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** `short`: 01.02.2026 · `long`: 1. februar 2026 · `day`: søndag 1. februar. */
export type DateStyle = 'short' | 'long' | 'day'

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
}

/** A calendar day as people read it. */
export const dateText = (locale: Locale, day: string, style: DateStyle = 'short'): string =>
  new Intl.DateTimeFormat(tags[locale], { ...dateStyles[style], timeZone: 'UTC' }).format(asUtc(day))

/** A moment (ISO, UTC) as day and clock in Norway. */
export const momentText = (locale: Locale, moment: string): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(new Date(moment))

/** A number with the language's separators. */
export const numberText = (locale: Locale, value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(tags[locale], options).format(value)

/** Wraps a name so that its own direction does not disturb the sentence around it. */
export const isolate = (name: string): string => `\u2068${name}\u2069`

/** Right-to-left for the languages that are written so. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (/^(ar|ckb|fa|he|prs|ps|ur)\b/.test(locale) ? 'rtl' : 'ltr')
