import type { Html } from '#platform/page.ts'
import { html, plainPage } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { directionOf, serverLocales } from '#platform/texts.ts'
import { languageNames, portalTexts } from './texts.ts'

/** Her menu, what she needs most often first. */
const pages = [
  { path: '/mine/week', title: 'week.title' },
  { path: '/mine/plan', title: 'plan.title' },
  { path: '/mine/benefit', title: 'benefit.title' },
  { path: '/mine/places', title: 'places.title' },
  { path: '/mine/applications', title: 'applications.title' },
  { path: '/mine/recognition', title: 'recognition.title' },
  { path: '/mine/proof', title: 'proof.title' },
  { path: '/mine/hand-overs', title: 'handOvers.title' },
  { path: '/mine/readings', title: 'readings.title' },
] as const

type Framed = { locale: ServerLocale; path: string; title: string; body: Html; width?: 'narrow' | 'wide' }

/** One of the participant's pages: her menu on top, the languages at the foot. No script. */
export function portalPage({ locale, path, title, body, width }: Framed): string {
  const t = portalTexts(locale)
  const menu = html`<nav class="portal-menu" aria-label="${t('nav')}"><ul>${pages.map((page) =>
    html`<li><a class="ds-link" href="${page.path}"${path.startsWith(page.path) && html` aria-current="page"`}>${t(page.title)}</a></li>`)}</ul></nav>`
  const foot = html`<footer class="portal-foot"><form method="post" action="/mine/language" aria-label="${t('language')}"><input type="hidden" name="to" value="${path}">
${serverLocales.map((one) => html`<button class="ds-button" data-variant="tertiary" data-size="sm" name="locale" value="${one}" lang="${one}" dir="${directionOf(one)}"${one === locale && html` aria-pressed="true"`}>${languageNames[one]}</button>`)}</form>
<form method="post" action="/sign-out"><button class="ds-button" data-variant="secondary" data-size="sm">${t('signOut')}</button></form></footer>`
  return plainPage({ lang: locale, dir: directionOf(locale), title, width, body: html`${body}${foot}`, above: menu })
}
