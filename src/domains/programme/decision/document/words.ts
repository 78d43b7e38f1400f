import type { ServerLocale } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from '../messages/document.ar.json' with { type: 'json' }
import en from '../messages/document.en.json' with { type: 'json' }
import nb from '../messages/document.nb.json' with { type: 'json' }
import nn from '../messages/document.nn.json' with { type: 'json' }
import uk from '../messages/document.uk.json' with { type: 'json' }

export type DocumentText = keyof typeof nb

/** The words of a decision on paper, in one language. */
export const documentTexts = (locale: ServerLocale) => textsIn<DocumentText>({ nb, nn, en, uk, ar }, locale)
