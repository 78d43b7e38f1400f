import { createHmac, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import Provider from 'oidc-provider'
import type { Configuration, JWK } from 'oidc-provider'
import type { Issuer } from './oidc.ts'
import { noticePage } from './page-texts.ts'
import { localeAsked } from './texts.ts'
import { memoryStore } from './oidc-store.ts'

const PATH = '/oidc'
const CLIENT = 'fotfeste'

type Parts = {
  origin: string
  secret: string
  dataFolder: string
  /** The page where one chooses who to be; `uid` names the attempt. */
  choosePage: (uid: string, locale: string, issuer: string) => Promise<string>
  /** Whether one may be chosen. */
  mayBe: (subject: string, issuer: string) => Promise<boolean>
}

const derive = (secret: string, what: string): string => createHmac('sha256', secret).update(`built-in sign-in ${what}`).digest('base64url')

/** The issuer's own address: what accounts of a test installation carry. */
export const embeddedIssuer = (origin: string): string => `${origin}${PATH}`

/** The signing key, made once and kept in the data folder. */
function keptKey(dataFolder: string): JWK {
  const file = join(dataFolder, 'sign-in-key.json')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(file, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8')) as JWK // written by ourselves just above
}

function configuration({ origin, secret, dataFolder }: Parts): Configuration {
  const store = memoryStore()
  return {
    adapter: store,
    clients: [{ client_id: CLIENT, client_secret: derive(secret, 'client'), redirect_uris: [`${origin}/sign-in/callback`], token_endpoint_auth_method: 'client_secret_post' }],
    jwks: { keys: [keptKey(dataFolder)] },
    cookies: { keys: [derive(secret, 'cookies')], long: { sameSite: 'lax', httpOnly: true }, short: { sameSite: 'lax', httpOnly: true } },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/local-sign-in/${uid}` },
    findAccount: (_context, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    // nobody is asked to consent to signing in to the program she is looking at
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: CLIENT, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Interaction: 3600, Session: 3600, Grant: 3600 },
    renderError: (context) => {
      context.type = 'html'
      context.body = noticePage(localeAsked(context.get('accept-language')), 'failed')
    },
  }
}

/**
 * The issuer remembers nobody from one sign-in to the next: everybody is asked who she will be, and whoever was somebody
 * else before would be sent through a page that needs a script.
 */
const withoutSession = (cookies: string | undefined): string | undefined =>
  cookies?.split('; ').filter((one) => !one.startsWith('_session')).join('; ')

/**
 * The built-in sign-in: a real OpenID Connect issuer in this process, where one chooses among invented people.
 * For test installations alone; whoever calls makes sure of that. Answers how to sign in by it.
 */
export function carryEmbeddedIssuer(app: FastifyInstance, parts: Parts): Issuer {
  const issuer = embeddedIssuer(parts.origin)
  const provider = new Provider(issuer, configuration(parts))
  provider.proxy = true
  const answer = provider.callback()
  app.register(async (part) => {
    // the provider reads the bodies itself
    part.removeAllContentTypeParsers()
    part.addContentTypeParser('*', (_request, _payload, done) => done(null))
    part.all(`${PATH}/*`, (request, reply) => {
      reply.hijack()
      const { url = '' } = request.raw
      request.raw.headers.cookie = withoutSession(request.raw.headers.cookie)
      void answer(Object.assign(request.raw, { originalUrl: url, url: url.slice(PATH.length) }), reply.raw)
    })
  })
  app.get<{ Params: { uid: string } }>('/local-sign-in/:uid', async (request, reply) => {
    const locale = localeAsked(request.headers['accept-language'])
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(await parts.choosePage(request.params.uid, locale, issuer))
  })
  app.post<{ Params: { uid: string }; Body: { who?: string } }>('/local-sign-in/:uid', async (request, reply) => {
    const who = request.body?.who ?? ''
    if (!(await parts.mayBe(who, issuer))) return reply.redirect(`/local-sign-in/${encodeURIComponent(request.params.uid)}`, 303)
    reply.hijack()
    await provider.interactionFinished(request.raw, reply.raw, { login: { accountId: who } })
      .catch(() => { reply.raw.writeHead(303, { location: '/sign-in' }).end() }) // the attempt is too old: begin anew
    return reply
  })
  return { issuer, clientId: CLIENT, clientSecret: derive(parts.secret, 'client'), fetch: insideFetch(app, parts.origin), alwaysAsk: true }
}

/** Reaches the issuer without a socket, so also when this process cannot call its own address. */
const insideFetch = (app: FastifyInstance, origin: string): NonNullable<Issuer['fetch']> => async (address, { method, headers, body }) => {
  const { pathname, search, host, protocol } = new URL(address)
  if (!address.startsWith(origin)) throw new TypeError('The built-in issuer has no other address')
  const answer = await app.inject({
    method: method === 'POST' ? 'POST' : 'GET', url: pathname + search, headers: { ...headers, host, 'x-forwarded-proto': protocol.slice(0, -1) },
    ...(body instanceof URLSearchParams ? { payload: body.toString() } : {}),
  })
  return new Response(answer.body, { status: answer.statusCode, headers: { 'content-type': String(answer.headers['content-type'] ?? '') } })
}
