import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { Id } from '#shared/id.ts'
import { EmployerProfile } from '../presentation.schema.ts'
import { MyYes } from './sharing.schema.ts'

/** What she has said yes to being shown to neighbours for, newest first. */
export const listMyYes = operation({
  permission: 'own.read', reads: true, input: z.object({}), output: z.object({ rows: z.array(MyYes) }), subjects: () => [],
  async run({ tx, actor }) {
    const rows = await tx.selectFrom('putForward').select(['id', 'ownerName', 'openingTitle', 'employerName', 'consentOn', 'consentText', 'consentProfile', 'withdrawnOn'])
      .where('personId', '=', found(actor.personId)).orderBy('consentOn', 'desc').orderBy('id').execute()
    return { rows: rows.map(({ consentProfile, ...row }) => ({ ...row, profile: EmployerProfile.parse(consentProfile) })) }
  },
})

/** She takes her yes back herself: the neighbour sees her no more from this moment. */
export const takeBackMine = operation({
  permission: 'own.apply', input: z.object({ id: Id }), output: z.object({ id: Id, personId: Id }), subjects: (_, { personId }) => [personId],
  async run({ tx, actor, today }, { id }) {
    const personId = found(actor.personId)
    const row = found(await tx.selectFrom('putForward').select(['version', 'withdrawnOn']).where('id', '=', id).where('personId', '=', personId).executeTakeFirst())
    refuseIf(row.withdrawnOn === null ? [] : [{ code: 'sharing.alreadyTakenBack' }])
    await tx.updateTable('putForward').set({ withdrawnOn: today, withdrawnBy: 'person', version: row.version + 1 }).where('id', '=', id).execute()
    return { id, personId }
  },
})
