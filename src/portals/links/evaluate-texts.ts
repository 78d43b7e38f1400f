import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/evaluate.ar.json' with { type: 'json' }
import en from './messages/evaluate.en.json' with { type: 'json' }
import nb from './messages/evaluate.nb.json' with { type: 'json' }
import nn from './messages/evaluate.nn.json' with { type: 'json' }
import uk from './messages/evaluate.uk.json' with { type: 'json' }

export type EvaluateText = keyof typeof nb

/** The questions at the end of a placement, in the reader's language. */
export const evaluateTexts = (locale: ServerLocale): Text<EvaluateText> => textsIn<EvaluateText>({ nb, nn, en, uk, ar }, locale)
