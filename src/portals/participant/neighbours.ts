import type { MyYes } from '#domains/matching/sharing/sharing.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { portalTexts } from './texts.ts'

/** Neighbouring municipalities she has said yes to being shown to, each with the very words and a way to take it back. Nothing where there is none. */
export function neighboursPart(locale: ServerLocale, rows: readonly MyYes[], isTakenBack: boolean): Html {
  const t = portalTexts(locale)
  const card = (one: MyYes): Html => html`<li class="portal-card"><h3 class="ds-heading" data-size="xs"><bdi>${one.openingTitle}</bdi></h3>
${one.employerName !== null && html`<p><bdi>${one.employerName}</bdi></p>`}
<p><strong>${one.withdrawnOn === null ? t('neighbours.sees', { municipality: one.ownerName }) : t('neighbours.takenBack', { day: dayText(locale, one.withdrawnOn) })}</strong></p>
<p class="plain__quiet">${t('neighbours.saidOn', { day: dayText(locale, one.consentOn) })}</p>
<details><summary>${t('applications.saidYes')}</summary><p class="portal-text" dir="auto">${one.consentText}</p></details>
${one.withdrawnOn === null && html`<form method="post" action="/mine/applications/${one.id}/take-back"><button class="ds-button" data-variant="secondary" type="submit">${t('neighbours.takeBack')}</button></form>`}</li>`
  return html`${isTakenBack && html`<div class="ds-alert" data-color="success" role="status"><p>${t('neighbours.done')}</p></div>`}
${rows.length > 0 && html`<h2 class="ds-heading" data-size="sm">${t('neighbours.title')}</h2><p>${t('neighbours.lead')}</p><ul class="portal-cards">${rows.map(card)}</ul>`}`
}
