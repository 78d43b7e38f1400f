import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/decisions.ar.json' with { type: 'json' }
import en from './messages/decisions.en.json' with { type: 'json' }
import nb from './messages/decisions.nb.json' with { type: 'json' }
import nn from './messages/decisions.nn.json' with { type: 'json' }
import uk from './messages/decisions.uk.json' with { type: 'json' }

export type DecisionTexts = Text<keyof typeof nb>

/** The texts of her decisions in her language. */
export const decisionTexts = (locale: ServerLocale): DecisionTexts => textsIn<keyof typeof nb>({ nb, nn, en, uk, ar }, locale)
