import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { permissions } from '#shared/permission.ts'
import { operation } from '#platform/operation.ts'
import { enforce, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import * as core from './account.core.ts'
import { AccountList, AccountLocale, ListAccountsInput, RoleList, SaveAccountInput, Theme, WhoAmI } from './account.schema.ts'
import { roleNames, roles } from './roles.core.ts'

const MOST_ACCOUNTS = 500

export const whoAmI = operation({
  permission: 'identity.self', reads: true, input: z.object({}), output: WhoAmI, subjects: () => [],
  async run({ tx, actor, today }) {
    const account = found(await tx.selectFrom('account').select(['id', 'name', 'email', 'locale', 'roles']).where('id', '=', actor.id).executeTakeFirst())
    const municipality = found(await tx.selectFrom('municipality').select(['id', 'number', 'name', 'theme', 'isTest']).executeTakeFirst())
    return {
      account, municipality: { ...municipality, theme: Theme.parse(municipality.theme) },
      roles: account.roles, permissions: [...actor.permissions], testInstallation: municipality.isTest, today,
    }
  },
})

export const setLocale = operation({
  permission: 'identity.self', input: z.object({ locale: AccountLocale }), output: z.object({ locale: AccountLocale }), subjects: () => [],
  async run({ tx, actor }, { locale }) {
    await tx.updateTable('account').set({ locale }).where('id', '=', actor.id).execute()
    return { locale }
  },
})

export const listAccounts = operation({
  permission: 'identity.manage', reads: true, input: ListAccountsInput, output: AccountList,
  subjects: (_, { rows }) => rows.flatMap(({ personId }) => personId ?? []),
  async run({ tx, actor }, { text, participants }) {
    const near = `%${text.replace(/[\\%_]/g, '\\$&')}%`
    const rows = await tx.selectFrom('account').selectAll().where('personId', participants ? 'is not' : 'is', null)
      .$if(text !== '', (query) => query.where(sql<boolean>`app.fold(name) like app.fold(${near}) or email ilike ${near}`))
      .orderBy('isActive', 'desc').orderBy('name').limit(MOST_ACCOUNTS).execute()
    return { rows: rows.map((row) => ({ ...row, actions: core.accountActions(row, actor.id) })), actions: ['add' as const] }
  },
})

export const saveAccount = operation({
  permission: 'identity.manage', input: SaveAccountInput, output: z.object({ id: Id, version: z.int() }),
  subjects: ({ personId }) => (personId ? [personId] : []),
  async run(context, { id, version, ...basics }) {
    const { tx, actor } = context
    const next = enforce(core.saveAccount(basics, { own: id === actor.id }))
    if (next.personId !== null) found(await tx.selectFrom('person').select('id').where('id', '=', next.personId).executeTakeFirst())
    const before = await tx.selectFrom('account').select(['issuer', 'subject']).where('id', '=', id).executeTakeFirst()
    if (version === undefined) await tx.insertInto('account').values({ id, ...next }).execute()
    const saved = version === undefined ? 1 : await saveVersioned(context, 'account', { id, version }, next)
    // whoever was in by the sign-in the account had is not known to be the one it has now
    if (!next.isActive || (before && core.signsInOtherwise(before, next))) await sql`select app.close_sessions_of(${id})`.execute(tx)
    return { id, version: saved }
  },
})

export const listRoles = operation({
  permission: 'identity.manage', reads: true, input: z.object({}), output: RoleList, subjects: () => [],
  async run({ tx }) {
    const { rows } = await sql<{ role: string; accounts: number }>`select role, count(*)::int as accounts from account, unnest(roles) as role where is_active group by role`.execute(tx)
    const counted = new Map(rows.map(({ role, accounts }) => [role, accounts]))
    return { roles: roleNames.map((name) => ({ name, permissions: [...roles[name]], accounts: counted.get(name) ?? 0 })), permissions: [...permissions] }
  },
})
