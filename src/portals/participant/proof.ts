import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { PaperLocale } from '#domains/competence/proof/proof.schema.ts'
import { NotFound, Refused } from '#platform/problem.ts'
import { Id } from '#shared/id.ts'
import type { Portal } from './portal.ts'
import { sendFile, sendPage } from './portal.ts'
import type { Notice } from './proof-page.ts'
import { proofPage } from './proof-page.ts'

const path = '/mine/proof'
const Form = z.discriminatedUnion('action', [
  z.looseObject({ action: z.literal('issue'), id: Id }),
  z.object({ action: z.literal('answer'), kind: z.enum(['skill', 'task']), id: Id, answer: z.string().max(1000) }),
  z.object({ action: z.literal('withdraw'), id: Id }),
])
const Asked = z.object({ done: z.enum(['notice.made', 'notice.answered', 'notice.withdrawn']).optional().catch(undefined) })
const Paper = z.object({ id: Id, locale: PaperLocale })
const done = { issue: 'notice.made', answer: 'notice.answered', withdraw: 'notice.withdrawn' } as const

/** The keys of what she ticked: each box has a name of its own. */
const chosenIn = (form: Record<string, unknown>): string[] => Object.keys(form).flatMap((name) => (name.startsWith('item.') ? [name.slice('item.'.length)] : []))

/** Her proof on her own pages. */
export function proofPages(app: FastifyInstance, { visit, as, demandOwnForm }: Portal): void {
  app.get(path, async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, proofPage(locale, await as(actor, 'competence.getMyProof', {}), Asked.parse(request.query).done))
  })

  app.get('/mine/proof/:id/:locale', async (request, reply) => {
    const { actor } = await visit(request)
    const file = await as(actor, 'competence.getMyProofPaper', Paper.catch(() => { throw new NotFound() }).parse(request.params))
    return sendFile(reply, file)
  })

  app.post(path, async (request, reply) => {
    demandOwnForm(request)
    const { actor, locale } = await visit(request)
    const form = Form.catch(() => { throw new Refused({ code: 'shape.invalid' }) }).parse(request.body)
    const again = async (notice: Notice) => sendPage(reply, proofPage(locale, await as(actor, 'competence.getMyProof', {}), notice), 422)
    if (form.action === 'issue') {
      const chosen = chosenIn(form)
      if (chosen.length === 0) return again('notice.nothing')
      // the id of the form is also the request's: sent twice, it is one sheet
      await as(actor, 'competence.issueMyProofSheet', { id: form.id, chosen }, form.id)
    } else if (form.action === 'answer') {
      if (form.answer.trim() === '') return again('notice.words')
      await as(actor, 'competence.answerSeen', { kind: form.kind, id: form.id, answer: form.answer })
    } else await as(actor, 'competence.withdrawMyProofSheet', { id: form.id })
    return reply.redirect(`${path}?done=${done[form.action]}`, 303)
  })
}
