import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { OnPath } from '#domains/competence/paths/path.schema.ts'
import type { OwnPlan } from '#domains/programme/plan/own-plan.schema.ts'
import { html } from '#platform/page.ts'
import { Refused } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { Id } from '#shared/id.ts'
import { drawPath } from '../plan/draw-path.ts'
import { drawPlan } from '../plan/draw-plan.ts'
import { drawWords, planNotice, signForm, wordsForm } from '../plan/plan-forms.ts'
import { planTexts } from '../plan/plan-texts.ts'
import { portalPage } from './frame.ts'
import type { Portal } from './portal.ts'
import { sendPage } from './portal.ts'

const path = '/mine/plan'
type Notice = Parameters<typeof planNotice>[1]

const Said = z.object({ action: z.literal('say'), id: Id, words: z.string().max(4000) })
const Yes = z.object({ action: z.literal('sign'), id: Id, revision: z.coerce.number().int(), name: z.string().max(120) })
const Form = z.union([Said, Yes])
const Asked = z.object({ done: z.enum(['words.sent', 'sign.done']).optional().catch(undefined) })

function planPage(locale: ServerLocale, { document, words, revision, maySign }: OwnPlan, road: OnPath | null, notice?: Notice): string {
  const t = planTexts(locale)
  const body = html`${notice && planNotice(locale, notice)}
${document === null ? html`<p>${t('none')}</p>` : html`<p>${t('lead')}</p>${drawPlan(document)}`}
${road !== null && drawPath(locale, road)}
${wordsForm(locale, path, notice === 'words.missing')}
${drawWords(locale, words)}
${maySign && signForm(locale, path, revision, notice === 'sign.nameMissing')}`
  return portalPage({ locale, path, title: t('title'), body })
}

/** Her plan on her own pages: she reads it, says what she wants in her own words, and says yes. */
export function planPages(app: FastifyInstance, { visit, as, demandOwnForm }: Portal): void {
  app.get(path, async (request, reply) => {
    const { actor, locale } = await visit(request)
    const road = (await as(actor, 'competence.getMyPath', {})).now
    return sendPage(reply, planPage(locale, await as(actor, 'programme.getMyPlan', { locale }), road, Asked.parse(request.query).done))
  })

  app.post(path, async (request, reply) => {
    demandOwnForm(request)
    const { actor, locale } = await visit(request)
    const again = async (notice: Notice) => sendPage(reply, planPage(locale, await as(actor, 'programme.getMyPlan', { locale }), (await as(actor, 'competence.getMyPath', {})).now, notice), 422)
    const form = Form.catch(() => { throw new Refused({ code: 'shape.invalid' }) }).parse(request.body)
    if (form.action === 'say' && form.words.trim() === '') return again('words.missing')
    if (form.action === 'sign' && form.name.trim().length < 2) return again('sign.nameMissing')
    try {
      // the id of the form is also the request's: sent twice, it is done once
      await (form.action === 'say' ? as(actor, 'programme.sayInMyPlan', { id: form.id, words: form.words }, form.id) : as(actor, 'programme.signMyPlan', { id: form.id, revision: form.revision, name: form.name }, form.id))
    } catch (error) {
      if (error instanceof Refused) return again(form.action === 'say' ? 'words.enough' : 'sign.changed')
      throw error
    }
    return reply.redirect(`${path}?done=${form.action === 'say' ? 'words.sent' : 'sign.done'}`, 303)
  })
}
