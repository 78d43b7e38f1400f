import type { Html, PlainPage } from '#platform/page.ts'
import { html, plainPage } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { directionOf, serverLocales } from '#platform/texts.ts'
import { listenBar, listenScript } from '../listen/listen.ts'
import type { PictureName } from '../pictures.ts'
import { picture } from '../pictures.ts'
import type { PortalText, PortalTexts } from './texts.ts'
import { languageNames, portalTexts } from './texts.ts'

type Entry = { path: string; /** Another page of the same part. */ also?: string; title: PortalText; picture: PictureName }

/** What she needs every day: always in sight. */
const daily: readonly Entry[] = [
  { path: '/mine/week', title: 'week.title', picture: 'week' },
  { path: '/mine/plan', title: 'plan.title', picture: 'plan' },
  { path: '/mine/payments', also: '/mine/benefit', title: 'money.title', picture: 'money' },
]
/** The rest, behind one button. */
const more: readonly Entry[] = [
  { path: '/mine/courses', title: 'courses.title', picture: 'courses' },
  { path: '/mine/talks', title: 'talks.title', picture: 'talk' },
  { path: '/mine/interpreter', title: 'interpreter.title', picture: 'interpreter' },
  { path: '/mine/meetings', title: 'meetings.title', picture: 'meeting' },
  { path: '/mine/decisions', title: 'decisions.title', picture: 'decision' },
  { path: '/mine/places', title: 'places.title', picture: 'place' },
  { path: '/mine/applications', title: 'applications.title', picture: 'letter' },
  { path: '/mine/recognition', title: 'recognition.title', picture: 'diploma' },
  { path: '/mine/proof', title: 'proof.title', picture: 'tick' },
  { path: '/mine/hand-overs', title: 'handOvers.title', picture: 'handOver' },
  { path: '/mine/readings', title: 'readings.title', picture: 'eye' },
]

/** Whether a page belongs to an entry of the menu. */
const isOf = (path: string, { path: own, also }: Entry): boolean => path === own || path === also || path.startsWith(`${own}/`)

function menu(t: PortalTexts, path: string): Html {
  const entry = (page: Entry): Html => html`<li><a href="${page.path}"${isOf(path, page) && html` aria-current="page"`}>${picture(page.picture, 28)}<span>${t(page.title)}</span></a></li>`
  return html`<nav class="portal-menu" aria-label="${t('nav')}"><div class="portal-menu__inner"><ul>${daily.map(entry)}</ul>
<details${more.some((page) => isOf(path, page)) && html` class="is-here"`}><summary>${picture('more', 28)}<span>${t('nav.more')}</span></summary><ul>${more.map(entry)}</ul></details></div></nav>`
}

function foot(locale: ServerLocale, t: PortalTexts, path: string): Html {
  return html`<footer class="portal-foot"><form method="post" action="/mine/language" aria-label="${t('language')}"><input type="hidden" name="to" value="${path}">
${serverLocales.map((one) => html`<button class="ds-button" data-variant="tertiary" data-size="sm" name="locale" value="${one}" lang="${one}" dir="${directionOf(one)}"${one === locale && html` aria-pressed="true"`}>${languageNames[one]}</button>`)}</form>
<form method="post" action="/sign-out"><button class="ds-button" data-variant="secondary" data-size="sm">${t('signOut')}</button></form></footer>`
}

type Framed = { locale: ServerLocale; path: string; title: string; body: Html; width?: 'narrow' | 'wide' } & Pick<PlainPage, 'scripts' | 'styles' | 'refreshSeconds'>

/** One of the participant's pages: her menu on top, what it is about as a drawing, the button that reads it aloud, the languages at the foot. It needs no script. */
export function portalPage({ locale, path, title, body, width, styles, refreshSeconds, scripts = [] }: Framed): string {
  const t = portalTexts(locale)
  const entry = [...daily, ...more].find((one) => isOf(path, one))
  return plainPage({ lang: locale, dir: directionOf(locale), title, width, picture: entry && picture(entry.picture, 36), above: menu(t, path),
    body: html`${listenBar(locale)}${body}${foot(locale, t, path)}`, scripts: [listenScript, ...scripts], styles, refreshSeconds })
}
