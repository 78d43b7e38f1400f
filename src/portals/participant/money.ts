import type { FastifyInstance } from 'fastify'
import { benefitPage } from './benefit.ts'
import { moneyPage } from './money-page.ts'
import { moneyTexts } from './money-texts.ts'
import type { Named, Portal } from './portal.ts'
import { idIn, sendPage } from './portal.ts'
import { sendPaper } from './send-paper.ts'

const path = '/mine/benefit'

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
    const t = moneyTexts(locale)
    return sendPaper(reply, { locale, path, title: t('title'), none: t('paper.none'), back: t('back') }, () => as(actor, 'programme.getMyPayslipPaper', { runId: idIn(request), locale }))
  })
}
