import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Door, Part } from '#platform/http.ts'
import { perMinute } from '#platform/rate-limit.ts'

/** Carries one message out for a municipality; answers what to write back, or null for nothing. Refuses by throwing. */
export type ReceiveSms = (municipalityId: string, message: unknown, door: Door) => Promise<string | null>

/** A gateway sends one message at a time; more than this a minute is somebody trying numbers or secrets. */
const MOST_A_MINUTE = 120
const Named = z.object({ municipality: z.string().regex(/^\d{4}$/) })

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
/** Whether the request bears the secret; takes as long whatever stands there. */
const bears = (request: FastifyRequest, secret: string): boolean => timingSafeEqual(hash(request.headers.authorization ?? ''), hash(`Bearer ${secret}`))

/** The municipality with a number; asked each time, since one may be made while the server runs. */
async function municipalityOf({ db }: Door, number: string): Promise<string | undefined> {
  const { rows } = await db.staff.query<{ id: string; number: string }>('select id, number from app.list_municipalities()')
  return rows.find((one) => one.number === number)?.id
}

/**
 * `POST /sms/<municipality number>`: text messages the municipality's gateway hands on. Each municipality has a secret of its own; a wrong one,
 * and a municipality without one, get the same answer.
 */
export const smsDoor = (secrets: ReadonlyMap<string, string>, receive: ReceiveSms): Part => (app: FastifyInstance, door) => {
  app.post('/sms/:municipality', { bodyLimit: 16 * 1024, config: { rateLimit: perMinute(MOST_A_MINUTE) } }, async (request, reply) => {
    const number = Named.safeParse(request.params).data?.municipality ?? ''
    const secret = secrets.get(number)
    const municipalityId = secret !== undefined && bears(request, secret) ? await municipalityOf(door, number) : undefined
    if (municipalityId === undefined) return reply.code(401).send()
    const answer = await receive(municipalityId, request.body, door)
    return answer === null ? reply.code(204).send() : reply.header('cache-control', 'no-store').type('application/json').send(JSON.stringify({ reply: answer }))
  })
}
