import type { FastifyInstance } from 'fastify'
import { decisionPage, decisionsPage } from './decision-pages.ts'
import { decisionTexts } from './decision-texts.ts'
import type { Named, Portal } from './portal.ts'
import { idIn, sendPage } from './portal.ts'
import { sendPaper } from './send-paper.ts'

const path = '/mine/decisions'

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
    const t = decisionTexts(locale)
    return sendPaper(reply, { locale, path, title: t('title'), none: t('paper.none'), back: t('back') }, () => as(actor, 'programme.getMyDecisionDocument', { decisionId: idIn(request), locale }))
  })
}
