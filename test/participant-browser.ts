import cookie from '@fastify/cookie'
import fastify from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { permissionsOf } from '#domains/identity/index.ts'
import { answerProblem } from '#platform/http-problem.ts'
import { SESSION_COOKIE, makeSessions } from '#platform/session.ts'
import { participantPortal } from '#portals/participant/index.ts'
import type { World } from './world.ts'
import { NOW } from './world.ts'

/** Where the portal believes it is. */
export const ORIGIN = 'http://localhost:1'

/** The participant's portal alone, with plain forms read as the server reads them, for the length of a test file. */
export function useParticipantPortal(world: () => World) {
  const app = fastify()
  const sessions = () => makeSessions({ db: world().db, clock: () => NOW, permissionsOf })
  beforeAll(async () => {
    await app.register(cookie)
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))))
    app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply))
    participantPortal(app, { db: world().db, sessions: sessions(), origin: ORIGIN, clock: () => NOW })
    await app.ready()
  })
  afterAll(() => app.close())
  return {
    /** The token of a new session. */
    signIn: (municipalityId: string, accountId: string) => sessions().open({ municipalityId, accountId }),
    /** The pages as one who holds `token` asks for them. */
    browser: (token: string) => ({
      get: (url: string, as = token, language?: string) => app.inject({ url, headers: { accept: 'text/html' }, cookies: { [SESSION_COOKIE]: as, ...(language && { fotfeste_language: language }) } }),
      post: (url: string, form: Record<string, string>, headers: Record<string, string> = {}) => app.inject({ method: 'POST', url, cookies: { [SESSION_COOKIE]: token },
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload: new URLSearchParams(form).toString() }),
    }),
  }
}
