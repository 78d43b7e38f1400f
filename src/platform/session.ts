import { createHash, randomBytes } from 'node:crypto'
import type { Permission } from '#shared/permission.ts'
import type { Actor, Database } from './db.ts'

export const SESSION_COOKIE = 'fotfeste_session'

/** Somebody signed in. `idToken` is kept for signing out at an outside issuer. */
export type Session = { actor: Actor; roles: readonly string[]; idToken?: string }

export type Sessions = {
  /** Opens a session and answers its token, which is kept nowhere but in the cookie. */
  open(account: { municipalityId: string; accountId: string }, idToken?: string): Promise<string>
  /** Whose token it is; nothing when unknown, idle or old for too long, or when the account is closed. */
  find(token: string | undefined): Promise<Session | undefined>
  close(token: string | undefined): Promise<void>
}

export type SessionRules = { idleMinutes: number; absoluteHours: number }
export const usualSessionRules: SessionRules = { idleMinutes: 60, absoluteHours: 10 }

/** A closed account or a changed role takes effect within this time. */
const REMEMBERED_MS = 5_000
const MOST_REMEMBERED = 2_000

type Parts = { db: Database; clock: () => Date; permissionsOf: (roles: readonly string[]) => Permission[]; rules?: SessionRules }
type Row = {
  municipality_id: string; account_id: string; person_id: string | null; roles: string[]; name: string; locale: string; id_token: string | null
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The sessions of this installation: in the database, remembered here for a few seconds. */
export function makeSessions({ db, clock, permissionsOf, rules = usualSessionRules }: Parts): Sessions {
  const remembered = new Map<string, { session: Session; until: number }>()
  const remember = (key: string, session: Session): void => {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, { session, until: clock().getTime() + REMEMBERED_MS })
  }
  return {
    async open({ municipalityId, accountId }, idToken) {
      const token = randomBytes(32).toString('base64url')
      const now = clock()
      const until = new Date(now.getTime() + rules.absoluteHours * 3_600_000)
      await db.staff.query('select app.open_session($1, $2, $3, $4, $5, $6)', [municipalityId, accountId, hashOf(token), now, until, idToken ?? null])
      return token
    },
    async find(token) {
      if (!token) return undefined
      const hash = hashOf(token)
      const key = hash.toString('base64')
      const known = remembered.get(key)
      if (known && known.until > clock().getTime()) return known.session
      remembered.delete(key)
      const { rows } = await db.staff.query<Row>('select * from app.find_session($1, $2, $3::interval)', [hash, clock(), `${rules.idleMinutes} minutes`])
      if (!rows[0]) return undefined
      const session = sessionFrom(rows[0], permissionsOf)
      remember(key, session)
      return session
    },
    async close(token) {
      if (!token) return
      remembered.delete(hashOf(token).toString('base64'))
      await db.staff.query('select app.close_session($1)', [hashOf(token)])
    },
  }
}

function sessionFrom(row: Row, permissionsOf: Parts['permissionsOf']): Session {
  const actor: Actor = {
    kind: row.person_id ? 'participant' : 'staff', id: row.account_id, municipalityId: row.municipality_id, name: row.name, locale: row.locale,
    permissions: permissionsOf(row.roles), personId: row.person_id ?? undefined,
  }
  return { actor, roles: row.roles, idToken: row.id_token ?? undefined }
}
