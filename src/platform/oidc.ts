import * as client from 'openid-client'

/** Where people prove who they are. `fetch` reaches an issuer inside this process; `alwaysAsk` has it ask again each time. */
export type Issuer = { issuer: string; clientId: string; clientSecret: string; fetch?: client.CustomFetch; alwaysAsk?: boolean }

/** Somebody who has proved who she is. */
export type Identity = { issuer: string; subject: string; idToken?: string }
/** What the browser keeps between leaving for the issuer and coming back. */
export type Pending = { state: string; nonce: string; verifier: string; returnTo: string }

export type SignIn = {
  begin(returnTo: string, locale: string): Promise<{ url: string; pending: Pending }>
  /** Throws when the answer is not the one that was asked for. */
  finish(address: URL, pending: Pending): Promise<Identity>
  /** Where the issuer ends its own session; nothing where it has no such place. */
  endsAt(): Promise<string | undefined>
}

const isLocal = (issuer: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${issuer}/`)

/** The issuer could not be reached or understood: not the fault of the one who signs in. */
export class IssuerAway extends Error {}

/** Signing in by OpenID Connect: code flow with PKCE, state and nonce. The issuer is looked up at the first sign-in. */
export function signInBy({ issuer, clientId, clientSecret, fetch, alwaysAsk }: Issuer, callback: string): SignIn {
  let found: Promise<client.Configuration> | undefined
  const discover = (): Promise<client.Configuration> => {
    found ??= client.discovery(new URL(issuer), clientId, clientSecret, client.ClientSecretPost(clientSecret), {
      ...(fetch ? { [client.customFetch]: fetch } : {}), ...(fetch || isLocal(issuer) ? { execute: [client.allowInsecureRequests] } : {}), timeout: 10,
    }).catch((error: unknown) => {
      found = undefined // asked again at the next attempt
      throw new IssuerAway('The issuer could not be discovered', { cause: error })
    })
    return found
  }
  return {
    async begin(returnTo, locale) {
      const pending = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), returnTo }
      const url = client.buildAuthorizationUrl(await discover(), {
        redirect_uri: callback, scope: 'openid', state: pending.state, nonce: pending.nonce, ui_locales: locale,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier), code_challenge_method: 'S256', ...(alwaysAsk ? { prompt: 'login' } : {}),
      })
      return { url: url.href, pending }
    },
    async finish(address, { state, nonce, verifier }) {
      const tokens = await client.authorizationCodeGrant(await discover(), address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
      const claims = tokens.claims()
      if (!claims) throw new Error('The issuer gave no id token')
      return { issuer: claims.iss, subject: claims.sub, idToken: tokens.id_token }
    },
    endsAt: async () => (await discover()).serverMetadata().end_session_endpoint,
  }
}
