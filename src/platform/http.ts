import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import type { Permission } from '#shared/permission.ts'
import type { Actor, Database } from './db.ts'
import type { Operations } from './http-operations.ts'
import { carryOperations } from './http-operations.ts'
import { answerProblem } from './http-problem.ts'
import { carryPageParts, carryWeb } from './http-static.ts'
import { stopWithoutIdlers } from './http-stop.ts'
import { log } from './log.ts'
import type { Issuer } from './oidc.ts'
import { openApi } from './openapi.ts'
import { allowRateLimits } from './rate-limit.ts'
import type { SessionRules, Sessions } from './session.ts'
import { makeSessions } from './session.ts'
import { carrySignIn } from './sign-in.ts'

/** What a part of the server that is not an operation is given: a portal's pages, the mail page. */
export type Door = { db: Database; sessions: Sessions; origin: string; clock: () => Date }
export type Part = (app: FastifyInstance, door: Door) => void | Promise<void>

export type ServerOptions = {
  db: Database
  operations: Operations
  permissionsOf: (roles: readonly string[]) => Permission[]
  /** What people write in the browser, without a slash at the end. */
  origin: string
  secret: string
  clock?: () => Date
  sessionRules?: SessionRules
  signInLimit: number
  /** An outside issuer, or one that is put into this very server. */
  issuer: Issuer | ((app: FastifyInstance, door: Door) => Issuer)
  /** The built web; answers a plain page where there is none. */
  webFolder: string
  version: string
  parts?: readonly Part[]
  /** Where one comes after signing in who asked for no page in particular. */
  homeOf?: (actor: Actor) => string
}

const HEALTH_PATIENCE_MS = 3_000

/** The server: operations, files, sign-in, web, health. Listens to nothing yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { db, operations, origin, secret, clock = () => new Date() } = options
  // the nearest proxies are believed about who is behind them: the machine itself and private networks
  const app = fastify({ logger: false, trustProxy: ['loopback', 'uniquelocal'], bodyLimit: 1024 * 1024, forceCloseConnections: 'idle', requestTimeout: 120_000 })
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply))
  stopWithoutIdlers(app)
  await protect(app, origin)
  await app.register(cookie, { secret })
  await allowRateLimits(app)
  readForms(app)
  keepAccessLog(app, operations)
  const sessions = makeSessions({ db, clock, permissionsOf: options.permissionsOf, rules: options.sessionRules })
  const door: Door = { db, sessions, origin, clock }
  carryHealth(app, db, options.version)
  app.get('/openapi.json', async () => openApi(operations, options.version))
  carryOperations(app, { db, operations, sessions, clock })
  carryPageParts(app)
  const issuer = typeof options.issuer === 'function' ? options.issuer(app, door) : options.issuer
  carrySignIn(app, { db, sessions, issuer, origin, signInLimit: options.signInLimit, homeOf: options.homeOf ?? (() => '/') })
  for (const part of options.parts ?? []) await app.register(async (scope) => { await part(scope, door) })
  await carryWeb(app, options.webFolder)
  return app
}

/** Headers that leave a page nothing but our own files, and one address for everybody who opens it on this machine. */
async function protect(app: FastifyInstance, origin: string): Promise<void> {
  const { host, hostname, protocol } = new URL(origin)
  const secure = protocol === 'https:'
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: {
      defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:', 'blob:'], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
    } },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  if (hostname !== 'localhost') return
  app.addHook('onRequest', async (request, reply) => {
    if (request.host === host || request.method !== 'GET' || request.url === '/health') return
    // cookies and the issuer belong to one name, so whoever came by 127.0.0.1 goes on under it
    if (/^(127\.0\.0\.1|\[::1\]|0\.0\.0\.0|localhost)(:\d+)?$/.test(request.host)) return reply.redirect(origin + request.url, 302)
  })
}

/** Plain forms, for pages without script. */
function readForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 256 * 1024 }, (_request, body, done) => {
    const fields: Record<string, string | string[]> = {}
    const form = new URLSearchParams(String(body))
    for (const name of new Set(form.keys())) {
      const [first = '', ...others] = form.getAll(name)
      fields[name] = others.length > 0 ? [first, ...others] : first
    }
    done(null, fields)
  })
}

/** One line for each answer: the pattern of the route, never the address, which may hold what somebody searched for. */
function keepAccessLog(app: FastifyInstance, operations: Operations): void {
  app.addHook('onResponse', async (request, reply) => {
    const named = (request.params as { operation?: string } | undefined)?.operation // the only parameter whose value is known not to be somebody's
    const operation = named && Object.hasOwn(operations, named) ? named : undefined
    const write = request.url.startsWith('/assets/') || request.url === '/health' ? log.debug : log.info
    write('http', { method: request.method, route: request.routeOptions.url ?? '-', operation, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
}

function carryHealth(app: FastifyInstance, db: Database, version: string): void {
  app.get('/health', { helmet: false }, async (_request, reply) => {
    const answers = await Promise.race([
      db.staff.query('select 1').then(() => true, () => false),
      new Promise<boolean>((late) => { setTimeout(() => late(false), HEALTH_PATIENCE_MS).unref() }),
    ])
    return reply.code(answers ? 200 : 503).header('cache-control', 'no-store').send({ status: answers ? 'ok' : 'database away', version })
  })
}
