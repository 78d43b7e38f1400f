import { textsIn } from '#platform/texts.ts'
import type { ServerLocale } from '#platform/texts.ts'
import ar from './messages/kind.ar.json' with { type: 'json' }
import en from './messages/kind.en.json' with { type: 'json' }
import nb from './messages/kind.nb.json' with { type: 'json' }
import nn from './messages/kind.nn.json' with { type: 'json' }
import uk from './messages/kind.uk.json' with { type: 'json' }

type KindText = keyof typeof nb

const isKey = (key: string): key is KindText => Object.hasOwn(nb, key)

/** What a stretch of the week is, in words of the reader's language. */
export function kindText(locale: ServerLocale, kind: string): string {
  const key = `kind.${kind}`
  return textsIn<KindText>({ nb, nn, en, uk, ar }, locale)(isKey(key) ? key : 'kind.other')
}
