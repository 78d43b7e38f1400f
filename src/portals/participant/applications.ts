import type { z } from 'zod'
import type { MyApplications } from '#domains/matching/presentation.schema.ts'
import type { Refusal } from '#shared/decision.ts'
import { plainDate } from '#shared/date.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { portalPage } from './frame.ts'
import { portalTexts } from './texts.ts'

type Application = z.output<typeof MyApplications>['rows'][number]

const path = '/mine/applications'

/** What she has applied for and been asked about, and how far each has come. */
export function applicationsPage(locale: ServerLocale, rows: readonly Application[], isSent: boolean, neighbours: Html): string {
  const t = portalTexts(locale)
  const card = (one: Application): Html => html`<li class="portal-card"><h2 class="ds-heading" data-size="xs"><bdi>${one.title || t('applications.closed')}</bdi></h2>
${one.employerName !== null && html`<p><bdi>${one.employerName}</bdi></p>`}<p><strong>${t(`state.${one.state}`)}</strong></p>
${one.appliedAt !== null && html`<p class="plain__quiet">${t('applications.sent', { day: dayText(locale, plainDate(one.appliedAt.slice(0, 10))) })}</p>`}
${one.application !== null && html`<h3 class="ds-heading" data-size="2xs">${t('applications.wrote')}</h3><p class="portal-text" dir="auto">${one.application}</p>`}
${one.consentText !== null && html`<details><summary>${t('applications.saidYes')}</summary><p class="portal-text" dir="auto">${one.consentText}</p></details>`}</li>`
  const body = html`${isSent && html`<div class="ds-alert" data-color="success" role="status"><p>${t('apply.done')}</p></div>`}
${rows.length === 0 ? html`<p>${t('applications.none')}</p><p><a class="ds-link" href="/mine/places">${t('places.title')}</a></p>` : html`<ul class="portal-cards">${rows.map(card)}</ul>`}
${neighbours}`
  return portalPage({ locale, path, title: t('applications.title'), body })
}

const texts = { 'matching.openingClosed': 'refusal.closed', 'matching.alreadyApplied': 'refusal.already', 'constraint.presentation_once': 'refusal.already' } as const
const isKnown = (code: string): code is keyof typeof texts => Object.hasOwn(texts, code)

/** Why an application could not be sent, and what she can do. */
export function refusedPage(locale: ServerLocale, refusals: readonly Refusal[]): string {
  const t = portalTexts(locale)
  const body = html`<div class="ds-alert" data-color="warning" role="alert"><p>${t('apply.refused')}</p>${refusals.map(({ code }) => html`<p>${t(isKnown(code) ? texts[code] : 'refusal.other')}</p>`)}</div>
<p class="plain__actions"><a class="ds-button" data-variant="secondary" href="/mine/places">${t('place.back')}</a></p>`
  return portalPage({ locale, path: '/mine/places', title: t('apply.title'), body })
}
