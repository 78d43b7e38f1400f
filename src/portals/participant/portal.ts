import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { identityOperations } from '#domains/identity/index.ts'
import { matchingOperations } from '#domains/matching/index.ts'
import { pathOperations } from '#domains/competence/paths/index.ts'
import { planOperations } from '#domains/programme/plan/index.ts'
import { benefitOperations } from '#domains/programme/benefit/index.ts'
import { attendanceOperations } from '#domains/programme/attendance/index.ts'
import { weekOperations } from '#domains/programme/week/index.ts'
import { exitOperations } from '#domains/programme/exit/index.ts'
import type { Actor } from '#platform/db.ts'
import { demandSession } from '#platform/http-operations.ts'
import type { Door } from '#platform/http.ts'
import { perform } from '#platform/operation.ts'
import { NotFound, Refused } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { toServerLocale } from '#platform/texts.ts'

export const LANGUAGE_COOKIE = 'fotfeste_language'

/** One who is signed in and is a participant, in the language she chose. */
export type Visit = { actor: Actor; locale: ServerLocale }
export type Named = { Params: { id: string } }

/** What the participant's pages may ask: one line for each slice that has something for her. */
const asked = {
  ...identityOperations,
  ...matchingOperations,
  ...planOperations,
  ...pathOperations,
  ...benefitOperations,
  ...weekOperations,
  ...attendanceOperations,
  ...exitOperations,
}
type Asked = typeof asked

export type Portal = {
  visit: (request: FastifyRequest) => Promise<Visit>
  /** Carries out an operation as the participant; the same `requestId` is done once. */
  as: <N extends keyof Asked>(actor: Actor, name: N, input: z.input<Asked[N]['input']>, requestId?: string) => Promise<z.output<Asked[N]['output']>>
  /** Refuses a form of another site's page. */
  demandOwnForm: (request: FastifyRequest) => void
  door: Door
}

/** Sends one of her pages; nothing of it is kept by a browser or a proxy. */
export const sendPage = (reply: FastifyReply, page: string, status = 200): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)

/** What every page of the participant works with. */
export const openPortal = (door: Door): Portal => ({
  door,
  async visit(request) {
    const { actor } = await demandSession(door.sessions, request)
    if (!actor.personId) throw new NotFound()
    return { actor, locale: toServerLocale(request.cookies[LANGUAGE_COOKIE] ?? actor.locale) }
  },
  // reason for the casts: a union of operations cannot be narrowed by a generic name
  as: (actor, name, input, requestId) => perform(door.db, asked[name] as never, actor, { name, input, now: door.clock(), requestId }) as never,
  demandOwnForm(request) {
    const from = request.headers.origin
    if (from !== undefined && from !== door.origin) throw new Refused({ code: 'request.foreign' })
  },
})
