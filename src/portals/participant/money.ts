import type { FastifyInstance } from 'fastify'
import { html } from '#platform/page.ts'
import { Refused } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { benefitPage } from './benefit.ts'
import { portalPage } from './frame.ts'
import { moneyPage } from './money-page.ts'
import { moneyTexts } from './money-texts.ts'
import type { Named, Portal } from './portal.ts'
import { idIn, sendFile, sendPage } from './portal.ts'

const path = '/mine/benefit'

/** Where no paper can be made: why, and the way back. */
function noPaperPage(locale: ServerLocale): string {
  const t = moneyTexts(locale)
  const body = html`<div class="ds-alert" data-color="warning" role="alert"><p>${t('paper.none')}</p></div><p class="plain__actions"><a class="ds-button" data-variant="secondary" href="${path}">${t('back')}</a></p>`
  return portalPage({ locale, path, title: t('title'), body })
}

/** Her money: what comes and when, the benefit with its payslips, and each payslip as paper. */
export function moneyPages(app: FastifyInstance, { visit, as }: Portal): void {
  app.get('/mine/payments', async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, moneyPage(locale, await as(actor, 'programme.getMyPayments', { locale })))
  })

  app.get(path, async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, benefitPage(locale, await as(actor, 'programme.getMyBenefit', { locale })))
  })

  app.get<Named>(`${path}/:id/paper.pdf`, async (request, reply) => {
    const { actor, locale } = await visit(request)
    try {
      return sendFile(reply, await as(actor, 'programme.getMyPayslipPaper', { runId: idIn(request), locale }))
    } catch (error) {
      if (error instanceof Refused) return sendPage(reply, noPaperPage(locale), 422)
      throw error
    }
  })
}
