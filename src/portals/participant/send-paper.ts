import type { FastifyReply } from 'fastify'
import type { FileOutput } from '#platform/files.ts'
import { html } from '#platform/page.ts'
import { Refused } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { portalPage } from './frame.ts'
import { sendFile, sendPage } from './portal.ts'

type Where = { locale: ServerLocale; /** The page the paper belongs to. */ path: string; title: string; none: string; back: string }

/** Sends one of her papers; where none can be made, a page that says so and leads back. */
export async function sendPaper(reply: FastifyReply, { locale, path, title, none, back }: Where, paper: () => Promise<FileOutput>): Promise<FastifyReply> {
  try {
    return sendFile(reply, await paper())
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const body = html`<div class="ds-alert" data-color="warning" role="alert"><p>${none}</p></div><p class="plain__actions"><a class="ds-button" data-variant="secondary" href="${path}">${back}</a></p>`
    return sendPage(reply, portalPage({ locale, path, title, body }), 422)
  }
}
