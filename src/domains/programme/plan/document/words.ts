import type { Params, ServerLocale } from '#platform/texts.ts'
import { dayText, textsIn } from '#platform/texts.ts'
import ar from '../messages/document.ar.json' with { type: 'json' }
import en from '../messages/document.en.json' with { type: 'json' }
import nb from '../messages/document.nb.json' with { type: 'json' }
import nn from '../messages/document.nn.json' with { type: 'json' }
import uk from '../messages/document.uk.json' with { type: 'json' }
import type { Both } from '../plan-document.schema.ts'

export type PlanText = keyof typeof nb
const catalogues = { nb, nn, en, uk, ar }

/** Writes everything twice: in the Norwegian of the paper, and in the reader's language. */
export function inBoth(norwegian: 'nb' | 'nn', locale: ServerLocale) {
  const [no, own] = [textsIn<PlanText>(catalogues, norwegian), textsIn<PlanText>(catalogues, locale)]
  return {
    both: (key: PlanText, params?: Params): Both => ({ no: no(key, params), own: own(key, params) }),
    /** Values that are written differently in the two languages: days, and words within words. */
    with: (key: PlanText, params: (of: ServerLocale, text: typeof no) => Params): Both => ({ no: no(key, params(norwegian, no)), own: own(key, params(locale, own)) }),
    day: (day: string): Both => ({ no: dayText(norwegian, day), own: dayText(locale, day) }),
    same: (text: string): Both => ({ no: text, own: text }),
  }
}
