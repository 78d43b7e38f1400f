import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { NotFound, Refused } from '#platform/problem.ts'
import { Id } from '#shared/id.ts'
import type { Notice } from './interpreter-page.ts'
import { interpreterPage, path } from './interpreter-page.ts'
import type { Portal } from './portal.ts'
import { sendPage } from './portal.ts'

const Save = z.object({ action: z.literal('save'), id: Id, version: z.coerce.number().int().optional(), body: z.string().max(500) })
const Remove = z.object({ action: z.literal('remove'), id: Id })
const Form = z.union([Save, Remove])
const Asked = z.object({ done: z.enum(['saved', 'removed']).optional().catch(undefined) })

/** Her meetings with an interpreter: she reads when, and writes what she wants to ask. */
export function interpreterPages(app: FastifyInstance, { visit, as, demandOwnForm }: Portal): void {
  app.get(path, async (request, reply) => {
    const { actor, locale } = await visit(request)
    const { done } = Asked.parse(request.query)
    return sendPage(reply, interpreterPage(locale, await as(actor, 'interpreters.listMyInterpreters', {}), done && `done.${done}`))
  })

  app.post(path, async (request, reply) => {
    demandOwnForm(request)
    const { actor, locale } = await visit(request)
    const again = async (notice: Notice) => sendPage(reply, interpreterPage(locale, await as(actor, 'interpreters.listMyInterpreters', {}), notice), 422)
    const form = Form.catch(() => { throw new Refused({ code: 'shape.invalid' }) }).parse(request.body)
    if (form.action === 'save' && form.body.trim() === '') return again('missing')
    try {
      // a new question's id is also the request's: sent twice, it is one question
      await (form.action === 'remove' ? as(actor, 'interpreters.removeMyQuestion', { id: form.id }) : as(actor, 'interpreters.saveMyQuestion', { id: form.id, version: form.version, body: form.body }, form.version === undefined ? form.id : undefined))
    } catch (error) {
      if (error instanceof Refused || error instanceof NotFound) return again('refused')
      throw error
    }
    return reply.redirect(`${path}?done=${form.action === 'save' ? 'saved' : 'removed'}`, 303)
  })
}
