import { html, plainPage } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { directionOf, serverLocales } from '#platform/texts.ts'
import type { ClosedLink } from './link-door.ts'
import { linkTexts } from './link-texts.ts'

/** Why the link opens nothing, in the reader's language and then in the others: we may not know who she is. */
export function closedPage(closed: ClosedLink, locale: ServerLocale): string {
  const t = linkTexts(locale)
  const others = serverLocales.filter((one) => one !== locale && one !== 'nn')
  return plainPage({ lang: locale, dir: directionOf(locale), title: t(`${closed}.title`), body: html`<p>${t(`${closed}.text`)}</p>
${others.map((other) => html`<section lang="${other}" dir="${directionOf(other)}"><h2 class="ds-heading" data-size="xs">${linkTexts(other)(`${closed}.title`)}</h2><p>${linkTexts(other)(`${closed}.text`)}</p></section>`)}` })
}
