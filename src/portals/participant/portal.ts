import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { identityOperations } from '#domains/identity/index.ts'
import { proofOperations } from '#domains/competence/proof/index.ts'
import { recognitionOperations } from '#domains/competence/recognition/index.ts'
import { matchingOperations } from '#domains/matching/index.ts'
import { sharingOperations } from '#domains/matching/sharing/index.ts'
import { talksOperations } from '#domains/programme/talks/index.ts'
import { pathOperations } from '#domains/competence/paths/index.ts'
import { planOperations } from '#domains/programme/plan/index.ts'
import { benefitOperations } from '#domains/programme/benefit/index.ts'
import { paymentsOperations } from '#domains/programme/payments/index.ts'
import { decisionOperations } from '#domains/programme/decision/index.ts'
import { attendanceOperations } from '#domains/programme/attendance/index.ts'
import { weekOperations } from '#domains/programme/week/index.ts'
import { interpretersOperations } from '#domains/interpreters/index.ts'
import { coursesOperations } from '#domains/programme/courses/index.ts'
import { meetingsOperations } from '#domains/meetings/index.ts'
import { exitOperations } from '#domains/programme/exit/index.ts'
import type { Actor } from '#platform/db.ts'
import { demandSession } from '#platform/http-operations.ts'
import type { Door } from '#platform/http.ts'
import { perform } from '#platform/operation.ts'
import type { FileOutput } from '#platform/files.ts'
import { dispositionHeader } from '#platform/files.ts'
import { NotFound, Refused } from '#platform/problem.ts'
import { Id } from '#shared/id.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { toServerLocale } from '#platform/texts.ts'

export const LANGUAGE_COOKIE = 'fotfeste_language'

/** One who is signed in and is a participant, in the language she chose. */
export type Visit = { actor: Actor; locale: ServerLocale }
export type Named = { Params: { id: string } }

/** What the participant's pages may ask: one line for each slice that has something for her. */
const asked = {
  ...identityOperations,
  ...matchingOperations, ...sharingOperations,
  ...planOperations,
  ...talksOperations,
  ...pathOperations,
  ...benefitOperations,
  ...paymentsOperations,
  ...decisionOperations,
  ...weekOperations,
  ...coursesOperations,
  ...attendanceOperations,
  ...exitOperations,
  ...interpretersOperations,
  ...meetingsOperations,
  ...recognitionOperations,
  ...proofOperations,
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

/** Sends a paper of hers to be saved; nothing of it is kept on the way. */
export const sendFile = (reply: FastifyReply, file: FileOutput): FastifyReply =>
  reply.header('cache-control', 'no-store').header('content-disposition', dispositionHeader(file)).type(file.contentType).send(Buffer.from(file.bytes))

/** The id in an address; what is none is found no more than one that is not there. */
export const idIn = ({ params }: FastifyRequest<Named>): string => Id.catch(() => { throw new NotFound() }).parse(params.id)

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
