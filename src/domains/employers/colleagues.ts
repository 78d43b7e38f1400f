import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import { permissionsOf } from '#domains/identity/index.ts'

export type Colleague = { id: string; name: string }

/** Colleagues who work with employers: who may be contact person, substitute or owner of an initiative. */
export async function listEmployerColleagues(tx: Tx): Promise<Colleague[]> {
  const accounts = await tx.selectFrom('account').select(['id', 'name', 'roles']).where('isActive', '=', true).where('personId', 'is', null)
    .orderBy(sql`name collate "nb-NO-x-icu"`).execute()
  return accounts.filter(({ roles }) => permissionsOf(roles).includes('employers.write')).map(({ id, name }) => ({ id, name }))
}
