import type { Html } from '#platform/page.ts'
import { html, plainPage } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { directionOf, serverLocales } from '#platform/texts.ts'
import { listenBar, listenScript } from '../listen/listen.ts'
import type { Drawn } from './link-page.ts'
import { linkTexts } from './link-texts.ts'

const languages: Record<ServerLocale, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English', uk: 'Українська', ar: 'العربية' }

const languageChoice = (chosen: ServerLocale): Html => html`<nav class="languages" aria-label="${linkTexts(chosen)('language')}"><ul>${serverLocales.map((locale) =>
  html`<li><a class="ds-link" href="?lang=${locale}" lang="${locale}" dir="${directionOf(locale)}" hreflang="${locale}"${locale === chosen && html` aria-current="true"`}>${languages[locale]}</a></li>`)}</ul></nav>`

/** A page behind a mailed link: the languages on top; a participant's reads itself aloud. */
export const framedPage = (locale: ServerLocale, isHers: boolean, { title, body, whole, scripts = [], styles, refreshSeconds }: Drawn): string =>
  whole ?? plainPage({ lang: locale, dir: directionOf(locale), title, body: html`${languageChoice(locale)}${isHers && listenBar(locale)}${body}`, scripts: [...(isHers ? [listenScript] : []), ...scripts], styles, refreshSeconds })
