import type { Decision } from '#shared/decision.ts'
import { accept, check, refuse } from '#shared/decision.ts'
import type { AccountBasics } from './account.schema.ts'
import { permissionsOf, roleNames } from './roles.core.ts'

/** Whether an account may be saved so. `own`: it is the account of the one who saves it. */
export function saveAccount(next: AccountBasics, { own }: { own: boolean }): Decision<AccountBasics> {
  const unknown = next.roles.filter((role) => !roleNames.some((known) => known === role))
  const isParticipant = next.roles.includes('participant')
  const refusals = [
    ...check(unknown.length === 0, { code: 'identity.roleUnknown', path: 'roles', params: { roles: unknown.join(', ') } }),
    ...check(next.roles.length > 0 || !next.isActive, { code: 'identity.roleMissing', path: 'roles' }),
    ...check(isParticipant === (next.personId !== null), { code: 'identity.participantIsPerson', path: 'roles' }),
    ...check(!isParticipant || next.roles.length === 1, { code: 'identity.participantOnly', path: 'roles' }),
    // whoever shuts herself out leaves a municipality that nobody can open again
    ...check(!own || (next.isActive && permissionsOf(next.roles).includes('identity.manage')), { code: 'identity.notYourself', path: 'roles' }),
  ]
  return refusals.length > 0 ? refuse(...refusals) : accept({ ...next, roles: [...new Set(next.roles)] })
}

type SignIn = Pick<AccountBasics, 'issuer' | 'subject'>
/** Whether an account has got another sign-in than it had: its open sessions end then. */
export const signsInOtherwise = (before: SignIn, next: SignIn): boolean => before.issuer !== next.issuer || before.subject !== next.subject

/** What may be done with an account; one's own cannot be closed. */
export const accountActions = (account: { id: string; isActive: boolean }, actorId: string): ('change' | 'close')[] =>
  ['change', ...(account.isActive && account.id !== actorId ? (['close'] as const) : [])]
