import ar from '../messages/document.ar.json' with { type: 'json' }
import en from '../messages/document.en.json' with { type: 'json' }
import nb from '../messages/document.nb.json' with { type: 'json' }
import nn from '../messages/document.nn.json' with { type: 'json' }
import uk from '../messages/document.uk.json' with { type: 'json' }
import type { Params, ServerLocale } from '#platform/texts.ts'
import { dayText, textsIn } from '#platform/texts.ts'
import type { Both } from '../agreement-document.schema.ts'

export type DocumentText = keyof typeof nb

const catalogues = { nb, nn, en, uk, ar }

/** The words of the paper in one language. */
export const documentTexts = (locale: ServerLocale) => textsIn<DocumentText>(catalogues, locale)

/** Writes everything twice: in bokmål, and in the reader's language. */
export function inBoth(locale: ServerLocale) {
  const [norwegian, own] = [documentTexts('nb'), documentTexts(locale)]
  return {
    both: (key: DocumentText, params?: Params): Both => ({ nb: norwegian(key, params), own: own(key, params) }),
    /** Values that are written differently in the two languages, such as days. */
    with: (key: DocumentText, params: (locale: ServerLocale) => Params): Both => ({ nb: norwegian(key, params('nb')), own: own(key, params(locale)) }),
    day: (day: string): Both => ({ nb: dayText('nb', day), own: dayText(locale, day) }),
  }
}
