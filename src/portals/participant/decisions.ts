import type { FastifyInstance } from 'fastify'
import { html } from '#platform/page.ts'
import { Refused } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { decisionPage, decisionsPage } from './decision-pages.ts'
import { decisionTexts } from './decision-texts.ts'
import { portalPage } from './frame.ts'
import type { Named, Portal } from './portal.ts'
import { idIn, sendFile, sendPage } from './portal.ts'

const path = '/mine/decisions'

/** Where no paper can be made: why, and the way back. */
function noPaperPage(locale: ServerLocale): string {
  const t = decisionTexts(locale)
  const body = html`<div class="ds-alert" data-color="warning" role="alert"><p>${t('paper.none')}</p></div><p class="plain__actions"><a class="ds-button" data-variant="secondary" href="${path}">${t('back')}</a></p>`
  return portalPage({ locale, path, title: t('title'), body })
}

/** What has been decided about her: all of it, one in plain words, and its paper. */
export function decisionPages(app: FastifyInstance, { visit, as }: Portal): void {
  app.get(path, async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, decisionsPage(locale, await as(actor, 'programme.listMyDecisions', { locale })))
  })

  app.get<Named>(`${path}/:id`, async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, decisionPage(locale, await as(actor, 'programme.getMyDecision', { decisionId: idIn(request), locale })))
  })

  app.get<Named>(`${path}/:id/paper.pdf`, async (request, reply) => {
    const { actor, locale } = await visit(request)
    try {
      return sendFile(reply, await as(actor, 'programme.getMyDecisionDocument', { decisionId: idIn(request), locale }))
    } catch (error) {
      if (error instanceof Refused) return sendPage(reply, noPaperPage(locale), 422)
      throw error
    }
  })
}
