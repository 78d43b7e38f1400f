import type { GuestPage } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { nameOf } from '#shared/language-name.ts'
import { picture } from '../pictures.ts'
import type { guestTexts } from './guest-texts.ts'

/** Languages interpreters are asked for most; one who has another keeps it. */
const languages = ['ar', 'fa', 'prs', 'ps', 'ckb', 'kmr', 'ti', 'am', 'om', 'so', 'uk', 'ru', 'sw', 'rw', 'ln', 'fr', 'tr', 'ur', 'my', 'es', 'en'] as const

type Tools = { locale: ServerLocale; t: ReturnType<typeof guestTexts>; view: GuestPage; action: string }

function needs({ locale, t, view: { guest } }: Tools): Html {
  const codes = [...new Set([...languages, ...(guest.language === null ? [] : [guest.language])])].map((code) => ({ code, name: nameOf(locale, 'language', code) })).toSorted((a, b) => a.name.localeCompare(b.name, locale))
  const time = (name: 'from' | 'to'): Html => html`<div class="ds-field"><label class="ds-label" for="${name}">${t(`needs.${name}`)}</label><input class="ds-input" type="time" id="${name}" name="${name}" value="${guest[name]}" aria-describedby="whole"></div>`
  return html`<h2 class="ds-heading" data-size="sm">${picture('interpreter', 28)}${t('needs.title')}</h2>
<div class="ds-field question"><label class="ds-label" for="language">${t('needs.language')}</label><select class="ds-input" id="language" name="language"><option value="">${t('needs.noInterpreter')}</option>${codes.map(({ code, name }) => html`<option value="${code}"${code === guest.language && html` selected`}>${name}</option>`)}</select></div>
<div class="times">${time('from')}${time('to')}</div><p class="plain__quiet" id="whole">${t('needs.whole')}</p>`
}

function shows({ t, view: { guest, personIds } }: Tools): Html {
  // one who comes from elsewhere has no case here, so no name either but the one she gives
  const isOurs = personIds.length > 0
  return html`<h2 class="ds-heading" data-size="sm">${picture('eye', 28)}${t('shows.title')}</h2><p>${t('shows.lead')}</p>
<label class="option"><input class="ds-input" type="checkbox" name="showName"${guest.shownName !== null && html` checked`}><span>${t('shows.name')}</span></label>
${!isOurs && html`<div class="ds-field question"><label class="ds-label" for="name">${t('shows.yourName')}</label><input class="ds-input" id="name" name="name" maxlength="60" autocomplete="given-name" value="${guest.shownName}"></div>`}
<div class="ds-field question"><label class="ds-label" for="introduction">${t('shows.words')}</label><p class="plain__quiet" id="introduction-help">${t('shows.wordsHelp')}</p><textarea class="ds-input" id="introduction" name="introduction" rows="3" maxlength="500" dir="auto" aria-describedby="introduction-help">${guest.introduction}</textarea></div>`
}

/** What she needs on the day, and what employers may read of her: nothing but the number unless she says so. */
export const aboutForm = (tools: Tools): Html => html`<section><form method="post" action="${tools.action}"><input type="hidden" name="action" value="about">${needs(tools)}${tools.view.guest.mayShow && shows(tools)}
<div class="plain__actions"><button class="ds-button" data-color="accent">${tools.t('about.save')}</button></div></form></section>`
