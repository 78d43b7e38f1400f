import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { Database } from './db.ts'
import { FileOutput, MOST_FILE_BYTES, dispositionHeader, isFileOutput } from './files.ts'
import { NotSignedIn } from './http-problem.ts'
import type { Operation } from './operation.ts'
import { perform } from './operation.ts'
import { NotFound, Refused } from './problem.ts'
import type { Session } from './session.ts'
import { SESSION_COOKIE } from './session.ts'
import type { Sessions } from './session.ts'

export type Operations = Readonly<Record<string, Operation>>
type Parts = { db: Database; operations: Operations; sessions: Sessions; clock: () => Date }

const MOST_JSON_BYTES = 1024 * 1024

/** The header a page of another site cannot add. */
function demandOwnPage(request: FastifyRequest): void {
  if (request.headers['x-fotfeste'] !== '1') throw new Refused({ code: 'request.foreign' })
}

/** The one signed in, or 401. */
export async function demandSession(sessions: Sessions, request: FastifyRequest): Promise<Session> {
  const session = await sessions.find(request.cookies[SESSION_COOKIE])
  if (!session) throw new NotSignedIn()
  return session
}

function requestIdOf(request: FastifyRequest): string | undefined {
  const given = request.headers['x-request-id']
  if (given === undefined) return undefined
  const read = Id.safeParse(given)
  if (!read.success) throw new Refused({ code: 'shape.invalid', path: 'x-request-id' })
  return read.data
}

function jsonFrom(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch {
    throw new Refused({ code: 'shape.invalid', path: 'input' })
  }
}

function fileNameOf(request: FastifyRequest): string {
  try {
    return decodeURIComponent(String(request.headers['x-file-name'] ?? ''))
  } catch {
    throw new Refused({ code: 'shape.invalid', path: 'fileName' })
  }
}

type Named = { Params: { operation: string } }
type WithInput = Named & { Querystring: { input?: string } }

/** `POST /api/<operation>`, and files in and out under `/files/<operation>`. */
export function carryOperations(app: FastifyInstance, parts: Parts): void {
  const { db, operations, sessions, clock } = parts
  const operationOf = (name: string): Operation => {
    const found = Object.hasOwn(operations, name) ? operations[name] : undefined
    if (!found) throw new NotFound()
    return found
  }
  app.post<Named>('/api/:operation', { bodyLimit: MOST_JSON_BYTES }, async (request, reply) => {
    demandOwnPage(request)
    const { actor } = await demandSession(sessions, request)
    const name = request.params.operation
    const op = operationOf(name)
    if (isFileOutput(op.output)) throw new NotFound()
    const output = await perform(db, op, actor, { name, input: request.body ?? {}, now: clock(), requestId: requestIdOf(request) })
    return reply.header('cache-control', 'no-store').type('application/json').send(JSON.stringify(output ?? null))
  })
  app.get<WithInput>('/files/:operation', async (request, reply) => {
    const { actor } = await demandSession(sessions, request)
    const name = request.params.operation
    const op = operationOf(name)
    if (!isFileOutput(op.output) || !op.reads) throw new NotFound()
    const file = FileOutput.parse(await perform(db, op, actor, { name, input: jsonFrom(request.query.input ?? '{}'), now: clock() }))
    return reply.header('cache-control', 'no-store').header('content-disposition', dispositionHeader(file)).type(file.contentType).send(Buffer.from(file.bytes))
  })
  app.register(async (files) => {
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_FILE_BYTES }, (_request, body, done) => done(null, body))
    files.post<WithInput>('/files/:operation', {
      bodyLimit: MOST_FILE_BYTES,
      // before the file is read: a stranger's twenty megabytes are not taken in
      onRequest: async (request) => { demandOwnPage(request); await demandSession(sessions, request) },
    }, async (request, reply) => {
      const { actor } = await demandSession(sessions, request)
      const name = request.params.operation
      const bytes = request.body instanceof Uint8Array ? new Uint8Array(request.body) : new Uint8Array()
      const input = { ...jsonFrom(request.query.input ?? '{}'), fileName: fileNameOf(request), bytes }
      const output = await perform(db, operationOf(name), actor, { name, input, now: clock(), requestId: requestIdOf(request) })
      return reply.header('cache-control', 'no-store').send(output ?? null)
    })
  })
}
