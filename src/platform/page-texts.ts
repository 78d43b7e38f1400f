import ar from './messages/ar.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import uk from './messages/uk.json' with { type: 'json' }
import type { Html } from './page.ts'
import { html, plainPage } from './page.ts'
import type { ServerLocale, Text } from './texts.ts'
import { directionOf, textsIn } from './texts.ts'

export type PageText = keyof typeof nb

/** The texts of the pages the server writes itself. */
export const pageTexts = (locale: ServerLocale): Text<PageText> => textsIn<PageText>({ nb, nn, en, uk, ar }, locale)

type Notice = 'away' | 'fault' | 'notFound' | 'forbidden' | 'signedOut' | 'refused' | 'tooLarge' | 'tooMany' | 'noWeb' | 'unknown' | 'failed' | 'issuerAway' | 'out'

/** A page that says one thing, and below it what one can do. */
export function noticePage(locale: ServerLocale, notice: Notice, { params = {}, below = html`` }: { params?: Record<string, string>; below?: Html } = {}): string {
  const t = pageTexts(locale)
  return plainPage({ lang: locale, dir: directionOf(locale), title: t(`${notice}.title`), body: html`<p>${t(`${notice}.text`, params)}</p>${below}` })
}
