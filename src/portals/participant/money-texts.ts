import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/money.ar.json' with { type: 'json' }
import en from './messages/money.en.json' with { type: 'json' }
import nb from './messages/money.nb.json' with { type: 'json' }
import nn from './messages/money.nn.json' with { type: 'json' }
import uk from './messages/money.uk.json' with { type: 'json' }

export type MoneyTexts = Text<keyof typeof nb>

/** The texts of her money in her language. */
export const moneyTexts = (locale: ServerLocale): MoneyTexts => textsIn<keyof typeof nb>({ nb, nn, en, uk, ar }, locale)
