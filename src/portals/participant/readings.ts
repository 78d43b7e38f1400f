import type { z } from 'zod'
import type { MyAudit } from '#domains/identity/audit.schema.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { portalPage } from './frame.ts'
import { findKey, portalTexts } from './texts.ts'

/** Who has read about her: day by day, by name, in words for what. */
export function readingsPage(locale: ServerLocale, { rows }: z.output<typeof MyAudit>): string {
  const t = portalTexts(locale)
  const what = (operation: string): string => t(findKey(`area.${operation.split('.')[0]}`) ?? 'area.other')
  const body = rows.length === 0 ? html`<p>${t('readings.none')}</p>` : html`<p>${t('readings.lead')}</p>
<div class="portal-scroll" tabindex="0" role="region" aria-label="${t('readings.title')}"><table class="ds-table"><caption class="ds-sr-only">${t('readings.title')}</caption>
<thead><tr><th scope="col">${t('readings.day')}</th><th scope="col">${t('readings.who')}</th><th scope="col">${t('readings.what')}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${dayText(locale, row.onDay)}</td><td><bdi>${row.actorName ?? t('readings.unknown')}</bdi></td><td>${what(row.operation)} (${t('readings.times', { count: row.times })})</td></tr>`)}</tbody></table></div>`
  return portalPage({ locale, path: '/mine/readings', title: t('readings.title'), body, width: 'wide' })
}
