import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

/** More requests than allowed from one address. */
class TooMany extends Error {
  readonly statusCode = 429
}

/** Makes `config: { rateLimit: perMinute(10) }` possible on single routes; routes without it are not limited. */
export async function allowRateLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new TooMany() })
}

/** At most `max` requests a minute from one address; `exceeded` is told each time one is refused. */
export const perMinute = (max: number, exceeded: () => void = () => undefined) =>
  ({ max, timeWindow: 60_000, onExceeded: exceeded })
