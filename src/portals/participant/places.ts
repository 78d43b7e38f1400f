import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { OpenPlace, OpenPlaces } from '#domains/matching/presentation.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { picture } from '../pictures.ts'
import { portalPage } from './frame.ts'
import type { PortalTexts } from './texts.ts'
import { findKey, portalTexts } from './texts.ts'
import { weekTable } from './week.ts'

const where = ({ employerName, place }: OpenPlace): string => [employerName, place].filter((one) => one !== null).join(', ')

function periodText(t: PortalTexts, locale: ServerLocale, { fromDate, toDate }: OpenPlace): string | undefined {
  const [from, to] = [fromDate && dayText(locale, fromDate), toDate && dayText(locale, toDate)]
  if (from && to) return t('place.fromTo', { from, to })
  return from ? t('place.from', { day: from }) : to ? t('place.to', { day: to }) : undefined
}

/** What she may apply for: open today, opened to participants, with a free seat. */
export function placesPage(locale: ServerLocale, { rows, total, pageSize }: z.output<typeof OpenPlaces>, page: number): string {
  const t = portalTexts(locale)
  const card = (place: OpenPlace): Html => html`<li><a class="choice" href="/mine/places/${place.id}"><strong><bdi>${place.title}</bdi></strong><span><bdi>${where(place)}</bdi></span>
${place.hasApplied && html`<span>✓ ${t('places.applied')}</span>`}</a></li>`
  const body = total === 0 ? html`<p>${t('places.none')}</p>` : html`<p>${t('places.lead')}</p><ul class="choices">${rows.map(card)}</ul>
<p class="plain__actions">${page > 0 && html`<a class="ds-button" data-variant="secondary" href="/mine/places?page=${page - 1}">${t('places.previous')}</a>`}
${(page + 1) * pageSize < total && html`<a class="ds-button" data-variant="secondary" href="/mine/places?page=${page + 1}">${t('places.more')}</a>`}</p>`
  return portalPage({ locale, path: '/mine/places', title: t('places.title'), body, width: 'wide' })
}

type Demand = OpenPlace['demands'][number]

/** What is asked, in her language; the sentence from the work, where there is one, goes before it as it was written. */
function demandText(t: PortalTexts, { kind, name, skill, level }: Demand): string {
  const [skillKey, levelKey] = [findKey(`skill.${skill}`), findKey(`level.${level}`)]
  if (kind === 'norwegian' && skillKey && levelKey) return t('demand.norwegian', { skill: t(skillKey), level: t(levelKey) })
  if (name === null) return t('demand.experienceAny')
  const key = findKey(`demand.${kind}`)
  return key && key !== 'demand.norwegian' ? t(key, { name }) : name
}

function demandList(t: PortalTexts, title: string, demands: readonly Demand[]): Html | false {
  return demands.length > 0 && html`<h2 class="ds-heading" data-size="sm">${title}</h2><ul class="ds-list">${demands.map((demand) => html`<li>${demand.sentence === null ? demandText(t, demand) : html`<bdi lang="nb">${demand.sentence}</bdi>`}</li>`)}</ul>`
}

function factsOf(t: PortalTexts, locale: ServerLocale, place: OpenPlace): Html {
  const facts = [
    ['place', t('place.where'), where(place)], ['week', t('place.when'), [periodText(t, locale, place), place.hoursPerWeek !== null && t('place.hours', { hours: place.hoursPerWeek })].filter(Boolean).join(' · ')],
    ['bus', t('place.travel'), place.transportNote ?? ''],
  ] as const
  return html`<dl class="portal-facts">${facts.filter(([, , value]) => value !== '').map(([drawing, term, value]) => html`<div><dt>${picture(drawing, 24)} ${term}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>`
}

const applyForm = (t: PortalTexts, place: OpenPlace, written: string, missing: boolean): Html => html`<section class="portal-apply"><h2 class="ds-heading" data-size="sm">${picture('letter', 28)}${t('apply.title')}</h2>
<p id="consent">${t('apply.consent')}</p>
<form method="post" action="/mine/places/${place.id}/apply"><input type="hidden" name="id" value="${randomUUID()}">
<div class="ds-field"><label class="ds-label" for="text">${t('apply.text')}</label>
<textarea class="ds-input" id="text" name="text" rows="5" maxlength="2000" required dir="auto" aria-describedby="consent${missing && ' missing'}"${missing && html` aria-invalid="true"`}>${written}</textarea>
${missing && html`<p class="ds-validation-message" data-color="danger" id="missing">${t('apply.missing')}</p>`}</div>
<p class="plain__actions"><button class="ds-button" data-variant="primary">${t('apply.send')}</button></p></form></section>`

/** One place in plain words, and the way to apply. */
export function placePage(locale: ServerLocale, place: OpenPlace, { written = '', missing = false } = {}): string {
  const t = portalTexts(locale)
  const body = html`<p><a class="ds-link" href="/mine/places">${t('place.back')}</a></p>${factsOf(t, locale, place)}
${place.tasks !== null && html`<h2 class="ds-heading" data-size="sm">${picture('work', 28)}${t('place.tasks')}</h2><p class="portal-text" lang="nb" dir="auto">${place.tasks}</p>`}
${place.schedule.length > 0 && html`<h2 class="ds-heading" data-size="sm">${picture('week', 28)}${t('place.week')}</h2>${weekTable(locale, place.schedule, t('place.week'))}`}
${demandList(t, t('place.required'), place.demands.filter(({ isRequired }) => isRequired))}
${demandList(t, t('place.wished'), place.demands.filter(({ isRequired }) => !isRequired))}
<p class="plain__quiet">${t('place.unsure')}</p>
${place.applyUntil !== null && html`<p>${t('place.applyUntil', { day: dayText(locale, place.applyUntil) })}</p>`}
${place.hasApplied ? html`<div class="ds-alert" data-color="success"><p>${t('places.applied')}. <a class="ds-link" href="/mine/applications">${t('applications.title')}</a></p></div>` : applyForm(t, place, written, missing)}`
  return portalPage({ locale, path: `/mine/places/${place.id}`, title: place.title, body })
}
