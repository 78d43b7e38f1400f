import type { z } from 'zod'
import type { MyAudit } from '#domains/identity/audit.schema.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { portalPage } from './frame.ts'
import { areaOf } from './reading-areas.ts'
import { portalTexts } from './texts.ts'

type Reading = z.output<typeof MyAudit>['rows'][number]

/** What one colleague did in one day that is said in the same words, as one line. */
function inWords(rows: Reading[]): (Pick<Reading, 'onDay' | 'actorKind' | 'actorName' | 'times'> & { area: ReturnType<typeof areaOf> })[] {
  const lines = Map.groupBy(rows, ({ onDay, actorKind, actorName, operation }) => JSON.stringify([onDay, actorKind, actorName, areaOf(operation)]))
  return [...lines.values()].flatMap(([first, ...more]) => first ? [{ ...first, area: areaOf(first.operation), times: more.reduce((sum, { times }) => sum + times, first.times) }] : [])
}

/** Who has read about her: day by day, by name, in words for what. What she has opened herself is not among it. */
export function readingsPage(locale: ServerLocale, { rows: all }: z.output<typeof MyAudit>): string {
  const t = portalTexts(locale)
  const rows = all.filter(({ actorKind }) => actorKind !== 'participant')
  const who = ({ actorKind, actorName }: Pick<Reading, 'actorKind' | 'actorName'>): string => actorName ?? t(actorKind === 'employer' ? 'readings.employer' : 'readings.unknown')
  const body = rows.length === 0 ? html`<p>${t('readings.none')}</p>` : html`<p>${t('readings.lead')}</p>
<div class="portal-scroll" tabindex="0" role="region" aria-label="${t('readings.title')}"><table class="ds-table"><caption class="ds-sr-only">${t('readings.title')}</caption>
<thead><tr><th scope="col">${t('readings.day')}</th><th scope="col">${t('readings.who')}</th><th scope="col">${t('readings.what')}</th></tr></thead>
<tbody>${inWords(rows).map((row) => html`<tr><td>${dayText(locale, row.onDay)}</td><td><bdi>${row.area === 'area.neighbour' ? t('readings.neighbour') : who(row)}</bdi></td><td>${t(row.area)} (${t('readings.times', { count: row.times })})</td></tr>`)}</tbody></table></div>`
  return portalPage({ locale, path: '/mine/readings', title: t('readings.title'), body, width: 'wide' })
}
