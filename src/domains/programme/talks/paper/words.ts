import type { Params, ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/ar.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import uk from './messages/uk.json' with { type: 'json' }
import type { Both } from './paper.schema.ts'

export type PaperText = keyof typeof nb
const catalogues = { nb, nn, en, uk, ar }

/** The words of a talk and of the mapping in one language, for her own pages too. */
export const talkTexts = (locale: ServerLocale): Text<PaperText> => textsIn<PaperText>(catalogues, locale)

/** Writes everything twice: in the Norwegian of the paper, and in her language. */
export function inBoth(norwegian: 'nb' | 'nn', locale: ServerLocale) {
  const [no, own] = [talkTexts(norwegian), talkTexts(locale)]
  return { no, both: (key: PaperText, params?: Params): Both => ({ no: no(key, params), own: own(key, params) }), same: (text: string): Both => ({ no: text, own: text }) }
}
export type Write = ReturnType<typeof inBoth>
