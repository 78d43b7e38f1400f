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
    app,
    get: (token: string, query = '') => app.inject({ url: `/l/${token}${query}` }),
    post: (token: string, fields: Record<string, string>, query = '') => app.inject({ method: 'POST', url: `/l/${token}${query}`, ...form(fields) }),
    /** A meeting's page of the day, a press sent as a form, and one as a device sends those it has kept. */
    day: (token: string, query = '') => app.inject({ url: `/l/${token}/day${query}` }),
    postDay: (token: string, fields: Record<string, string>) => app.inject({ method: 'POST', url: `/l/${token}/day?lang=nb`, ...form(fields) }),
    tap: (token: string, fields: Record<string, string>) => { const { payload, headers } = form(fields); return app.inject({ method: 'POST', url: `/l/${token}/day?lang=nb`, payload, headers: { ...headers, 'x-fotfeste-queued': '1' } }) },
  }
}
