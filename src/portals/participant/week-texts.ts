import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/week.ar.json' with { type: 'json' }
import en from './messages/week.en.json' with { type: 'json' }
import nb from './messages/week.nb.json' with { type: 'json' }
import nn from './messages/week.nn.json' with { type: 'json' }
import uk from './messages/week.uk.json' with { type: 'json' }

export type WeekText = keyof typeof nb
export type WeekTexts = Text<WeekText>

/** The texts of her week in her language. */
export const weekTexts = (locale: ServerLocale): WeekTexts => textsIn<WeekText>({ nb, nn, en, uk, ar }, locale)

const isKey = (key: string): key is WeekText => Object.hasOwn(nb, key)
/** Why something could not be done, in words for her. */
export const refusalText = (locale: ServerLocale, code: string, params: Record<string, string | number> = {}): string => weekTexts(locale)(isKey(`refusal.${code}`) ? `refusal.${code}` as WeekText : 'refusal.other', params) // reason for the cast: just found among the keys
