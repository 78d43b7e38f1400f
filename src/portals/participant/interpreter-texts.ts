import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/interpreter.ar.json' with { type: 'json' }
import en from './messages/interpreter.en.json' with { type: 'json' }
import nb from './messages/interpreter.nb.json' with { type: 'json' }
import nn from './messages/interpreter.nn.json' with { type: 'json' }
import uk from './messages/interpreter.uk.json' with { type: 'json' }

export type InterpreterText = keyof typeof nb
export type InterpreterTexts = Text<InterpreterText>

/** The texts of her meetings with an interpreter, in her language. */
export const interpreterTexts = (locale: ServerLocale): InterpreterTexts => textsIn<InterpreterText>({ nb, nn, en, uk, ar }, locale)
