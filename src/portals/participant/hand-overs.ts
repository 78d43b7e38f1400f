import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { exitOperations } from '#domains/programme/exit/index.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import { portalPage } from './frame.ts'
import type { Portal } from './portal.ts'
import { sendPage } from './portal.ts'
import { findKey, portalTexts } from './texts.ts'

type HandOver = z.output<(typeof exitOperations)['programme.listMyHandOvers']['output']>['handOvers'][number]

/** What was handed over about her, to whom, and who has her case: her own copy (TRN-02). What staff wrote stays Norwegian. */
function handOversPage(locale: ServerLocale, handOvers: readonly HandOver[]): string {
  const t = portalTexts(locale)
  const written = (label: string, text: string | null): Html | false => text !== null && html`<h3 class="ds-heading" data-size="2xs">${label}</h3><p class="portal-text" lang="nb" dir="auto">${text}</p>`
  const card = (one: HandOver): Html => {
    const receiver = findKey(`handOvers.receiver.${one.receiver}`)
    return html`<section><h2 class="ds-heading" data-size="sm">${receiver ? t(receiver) : one.receiver}: <bdi>${one.receiverUnit}</bdi></h2>
<p>${t('handOvers.written', { day: dayText(locale, one.writtenOn) })}</p>
${one.caseNumber === null ? html`<p>${t('handOvers.waiting')}</p>` : html`<div class="ds-alert" data-color="success"><p>${t('handOvers.case', { number: `\u2068${one.caseNumber}\u2069`, worker: `\u2068${one.caseWorker ?? ''}\u2069` })}</p></div>`}
${written(t('handOvers.ambitions'), one.ambitions)}${written(t('handOvers.needs'), one.needs)}${written(t('handOvers.recommendation'), one.recommendation)}${written(t('handOvers.comment'), one.personComment)}</section>`
  }
  const body = html`<p>${t('handOvers.lead')}</p>${handOvers.length === 0 ? html`<p>${t('handOvers.none')}</p>` : handOvers.map(card)}`
  return portalPage({ locale, path: '/mine/hand-overs', title: t('handOvers.title'), body })
}

/** The page of what was handed over about her. */
export function handOverPages(app: FastifyInstance, { visit, as }: Portal): void {
  app.get('/mine/hand-overs', async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, handOversPage(locale, (await as(actor, 'programme.listMyHandOvers', {})).handOvers))
  })
}
