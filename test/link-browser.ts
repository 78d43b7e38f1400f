import fastify from 'fastify'
import { registerLinkPages } from '#portals/links/register.ts'
import type { World } from './world.ts'
import { NOW } from './world.ts'

/** Somebody who opens mailed links: the pages alone, with plain forms read as the server reads them. */
export function linkBrowser({ db }: World, now = NOW) {
  const app = fastify()
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))))
  registerLinkPages(app, { db, clock: () => now })
  const form = (fields: Record<string, string>) => ({ payload: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  return {
    get: (token: string, query = '') => app.inject({ url: `/l/${token}${query}` }),
    post: (token: string, fields: Record<string, string>, query = '') => app.inject({ method: 'POST', url: `/l/${token}${query}`, ...form(fields) }),
  }
}
