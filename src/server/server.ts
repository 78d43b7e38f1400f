import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { permissionsOf } from '#domains/identity/index.ts'
import { receiveSms } from '#domains/programme/attendance/index.ts'
import type { ReceiveSms } from '#integrations/sms/sms-door.ts'
import { smsDoor } from '#integrations/sms/sms-door.ts'
import type { Actor } from '#platform/db.ts'
import type { Env } from '#platform/env.ts'
import type { Part } from '#platform/http.ts'
import { buildServer } from '#platform/http.ts'
import type { MailSink } from '#platform/mail-sink.ts'
import { carryEmbeddedIssuer } from '#platform/oidc-embedded.ts'
import { perform } from '#platform/operation.ts'
import { systemActor } from '#platform/system-actor.ts'
import { registerLinkPages } from '#portals/links/register.ts'
import { participantPortal } from '#portals/participant/index.ts'
import type { Installation } from './installation.ts'
import { mailPage } from './mail-page.ts'
import { operations } from './operations.ts'
import { listTestAccounts, signInPage } from './sign-in-page.ts'

export const WEB_FOLDER = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** The version of this program. */
export const version = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version

type Made = { env: Env; installation: Installation; sink?: MailSink; webFolder?: string }

/** A participant has pages of her own; everybody else comes to the staff's. */
const homeOf = ({ kind }: Actor): string => (kind === 'participant' ? '/mine' : '/')

/** A text message is carried out as the system of the municipality whose gateway handed it on. */
const receiveFor: ReceiveSms = async (municipalityId, message, { db, clock }) =>
  (await perform(db, receiveSms, systemActor(municipalityId), { name: 'programme.receiveSms', input: message, now: clock() })).reply

/** The whole server of an installation: operations, portals, sign-in and web. Listens to nothing yet. */
export function makeServer({ env, installation, sink, webFolder = WEB_FOLDER }: Made): Promise<FastifyInstance> {
  const { db, secret } = installation
  const parts: Part[] = [registerLinkPages, participantPortal, ...(sink ? [mailPage(sink)] : []), ...(env.smsSecrets.size > 0 ? [smsDoor(env.smsSecrets, receiveFor)] : [])]
  return buildServer({ db, operations, permissionsOf, origin: env.origin, secret, signInLimit: env.signInLimit, webFolder, version, parts, homeOf,
    issuer: env.oidc ?? embeddedIssuerFor(env, installation) })
}

/** The built-in sign-in, which exists in test installations alone. */
function embeddedIssuerFor(env: Env, { db, secret }: Installation) {
  if (env.mode === 'production') throw new Error('The built-in sign-in lets anybody be anybody: in production give OIDC_ISSUER.')
  return (app: FastifyInstance) => carryEmbeddedIssuer(app, {
    origin: env.origin, secret, dataFolder: env.dataFolder,
    choosePage: async (uid, locale, issuer) => signInPage(uid, await listTestAccounts(db, issuer), locale),
    mayBe: async (subject, issuer) => (await listTestAccounts(db, issuer)).some((account) => account.subject === subject),
  })
}
