import type { FastifyRequest } from 'fastify'

/** Whether a form was sent by a page of another site. Browsers that hide where a form is from say `null`. */
export function isOfOtherSite(request: FastifyRequest, origin: string): boolean {
  const from = request.headers.origin
  return from !== undefined && from !== 'null' && from !== origin
}
