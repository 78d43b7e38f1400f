import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

/** More requests than allowed from one address. */
export class TooMany extends Error {
  readonly statusCode = 429
}

/** Makes `config: { rateLimit: perMinute(10) }` possible on single routes; routes without it are not limited. */
export async function allowRateLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new TooMany() })
}

/** At most `max` requests a minute from one address; `exceeded` is told each time one is refused. */
export const perMinute = (max: number, exceeded: () => void = () => undefined) =>
  ({ max, timeWindow: 60_000, onExceeded: exceeded })

/** Refuses what is more than `max` in one minute from one address: for what a request is known to be only once it was looked into. */
export function countEachMinute(max: number): (address: string, now: Date) => void {
  let minute = 0
  let counts = new Map<string, number>()
  return (address, now) => {
    const current = Math.floor(now.getTime() / 60_000)
    if (current !== minute) [minute, counts] = [current, new Map()]
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    if (count > max) throw new TooMany()
  }
}
