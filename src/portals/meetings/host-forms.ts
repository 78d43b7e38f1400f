import type { EmployerPage } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { numberBadge } from './draw-where.ts'
import type { HostText } from './host-texts.ts'
import type { hostTexts } from './host-texts.ts'
import { wishChoice } from './wish-choice.ts'

type Tools = { locale: ServerLocale; t: ReturnType<typeof hostTexts>; view: EmployerPage; action: string }
type Seen = EmployerPage['guests'][number] | EmployerPage['meetings'][number]['guest']

/** What a guest has said yes to showing; never more. */
export const shownOf = ({ name, introduction }: Seen): Html | false =>
  (name !== null || introduction !== null) && html`<div class="shown">${name !== null && html`<p class="meet__name"><bdi>${name}</bdi></p>`}${introduction !== null && html`<p class="portal-text" dir="auto">${introduction}</p>`}</div>`

/** Who comes and when, how many tables, whom it looks for, and what it wants before it in the talks. */
export function hostAboutForm({ t, view: { employer }, action }: Tools): Html {
  const time = (name: 'from' | 'to'): Html => html`<div class="ds-field"><label class="ds-label" for="${name}">${t(`about.${name}`)}</label><input class="ds-input" type="time" id="${name}" name="${name}" value="${employer[name]}" aria-describedby="whole"></div>`
  const line = (name: 'contactName' | 'contactPhone', complete: string): Html => html`<div class="ds-field question"><label class="ds-label" for="${name}">${t(`about.${name}`)}</label><input class="ds-input" id="${name}" name="${name}" value="${employer[name]}" maxlength="${name === 'contactName' ? 120 : 40}" autocomplete="${complete}"></div>`
  const words = (name: 'offers' | 'notes', help: HostText, most: number): Html => html`<div class="ds-field question"><label class="ds-label" for="${name}">${t(`about.${name}`)}</label><p class="plain__quiet" id="${name}-help">${t(help)}</p><textarea class="ds-input" id="${name}" name="${name}" rows="4" maxlength="${most}" dir="auto" aria-describedby="${name}-help">${employer[name]}</textarea></div>`
  return html`<section><h2 class="ds-heading" data-size="sm">${t('about.title')}</h2><form method="post" action="${action}"><input type="hidden" name="action" value="about">
${line('contactName', 'name')}${line('contactPhone', 'tel')}<div class="ds-field question"><label class="ds-label" for="tables">${t('about.tables')}</label><input class="ds-input" type="number" id="tables" name="tables" min="1" max="50" value="${employer.tables}" required></div>
<div class="times">${time('from')}${time('to')}</div><p class="plain__quiet" id="whole">${t('about.whole')}</p>${words('offers', 'about.offersHelp', 1000)}${words('notes', 'about.notesHelp', 4000)}
<div class="ds-field question"><label class="ds-label" for="note">${t('about.note')}</label><textarea class="ds-input" id="note" name="note" rows="2" maxlength="1000" dir="auto"></textarea></div>
<div class="plain__actions"><button class="ds-button" data-color="accent">${t('about.save')}</button></div></form></section>`
}

/** Its wishes among the guests: each a number, and what she herself shows. */
export function hostWishesForm(tools: Tools): Html | false {
  const { t, view: { guests, mayWish }, action } = tools
  const title = html`<h2 class="ds-heading" data-size="sm">${t('wishes.title')}</h2>`
  if (!mayWish) return false
  if (guests.length === 0) return html`<section>${title}<p>${t('wishes.none')}</p></section>`
  return html`<section>${title}<p>${t('wishes.lead')}</p><form method="post" action="${action}"><input type="hidden" name="action" value="wishes">
${guests.map((guest) => wishChoice({ name: `wish.${guest.id}`, legend: html`<span class="ds-sr-only">${t('number', { number: guest.number })}</span><span aria-hidden="true">${numberBadge(guest.number, 'small')}</span>`, chosen: guest.wish, textOf: (level) => t(`wish.${level}`), about: shownOf(guest) }))}
<div class="plain__actions"><button class="ds-button" data-color="accent">${t('wishes.save')}</button></div></form></section>`
}
