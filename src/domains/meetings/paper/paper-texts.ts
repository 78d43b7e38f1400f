import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/ar.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import uk from './messages/uk.json' with { type: 'json' }

/** The words on the papers of a meeting day. */
export const paperTexts = (locale: ServerLocale): Text<keyof typeof nb> => textsIn<keyof typeof nb>({ nb, nn, en, uk, ar }, locale)
