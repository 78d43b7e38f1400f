import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

async function aRead(count = 1) {
  const municipality = await aMunicipality(world())
  const personId = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk' }).execute())
  const adviser = await municipality.as('programme_adviser')
  for (let times = 0; times < count; times += 1) await adviser.call('people.getPerson', { personId })
  return { municipality, personId, adviser }
}

test('the auditor sees who read about whom, by name, and her own reading is in the log', async () => {
  const { municipality, personId, adviser } = await aRead()
  const auditor = await municipality.as('auditor')
  const { rows } = await auditor.call('identity.readAudit', { accountId: adviser.actor.id })
  expect(rows).toMatchObject([{ operation: 'people.getPerson', outcome: 'done', actor: { id: adviser.actor.id, kind: 'staff', name: expect.stringContaining('programme_adviser') }, people: [{ id: personId, name: 'Olena Melnyk' }], peopleCount: 1 }])
  expect(await auditor.auditTrail(personId)).toEqual(['people.getPerson', 'identity.readAudit'])
})

test('the log is filtered by person, operation and period, and turned page by page', async () => {
  const { municipality, personId } = await aRead(60)
  const auditor = await municipality.as('auditor')
  const first = await auditor.call('identity.readAudit', { personId, operation: 'people.getPerson' })
  expect(first.rows).toHaveLength(50)
  const second = await auditor.call('identity.readAudit', { personId, operation: 'people.getPerson', before: first.next ?? undefined })
  expect(second).toMatchObject({ next: null })
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60)
  expect((await auditor.call('identity.readAudit', { to: plainDate('2020-01-01') })).rows).toEqual([])
  expect((await auditor.call('identity.readAudit', { personId: randomUUID() })).rows).toEqual([])
})

test('colleagues see who has read about a person they may see, and nothing of one they may not', async () => {
  const { personId, adviser } = await aRead()
  expect((await adviser.call('identity.readAuditOfPerson', { personId })).rows).toMatchObject([{ operation: 'people.getPerson', people: [] }])
  const elsewhere = await (await aMunicipality(world())).as('programme_adviser')
  await expect(elsewhere.call('identity.readAuditOfPerson', { personId })).rejects.toThrow(NotFound)
})

test('the participant sees who has read about her, by name and role, and nobody else’s log', async () => {
  const { municipality, personId } = await aRead(3)
  const [other] = [randomUUID()]
  await municipality.put((tx) => tx.insertInto('person').values({ id: other, givenName: 'Amina', familyName: 'Noor' }).execute())
  const { rows } = await (await municipality.participant(personId)).call('identity.readMyAudit', {})
  expect(rows).toMatchObject([{ actorName: expect.stringContaining('programme_adviser'), actorRoles: ['programme_adviser'], operation: 'people.getPerson', times: 3 }])
  expect((await (await municipality.participant(other)).call('identity.readMyAudit', {})).rows).toEqual([])
})

test('what was read of a row that became part of another is found with the one that stayed, over several merges', async () => {
  const { municipality, personId: first, adviser } = await aRead(2)
  const [second, third, other] = [randomUUID(), randomUUID(), randomUUID()]
  await municipality.put((tx) => tx.insertInto('person').values([second, third, other].map((id) => ({ id, givenName: 'Olena', familyName: 'Melnyk' }))).execute())
  const merge = (keepId: string, goneId: string) => adviser.call('people.mergePersons', { keepId, keepVersion: 1, goneId, goneVersion: goneId === second ? 2 : 1, fromGone: [] })
  await merge(second, first)
  await merge(third, second)
  const times = async (id: string) => (await (await municipality.participant(id)).call('identity.readMyAudit', {})).rows.filter(({ operation }) => operation === 'people.getPerson').map((row) => row.times)
  expect([await times(third), await times(other)]).toEqual([[2], []])
  const readings = { personId: third, operation: 'people.getPerson' }
  expect((await (await municipality.as('auditor')).call('identity.readAudit', readings)).rows).toMatchObject([1, 2].map(() => ({ people: [{ id: third, name: 'Olena Melnyk' }] })))
  expect((await adviser.call('identity.readAuditOfPerson', { personId: third })).rows.filter(({ operation }) => operation === 'people.getPerson')).toHaveLength(2)
})

test('which person became which is written by a merge alone and never changed', async () => {
  const { municipality, personId } = await aRead()
  await expect(municipality.put((tx) => tx.insertInto('mergedPerson').values({ goneId: randomUUID(), keepId: personId }).execute())).rejects.toMatchObject({ code: '42501' })
  const { rows } = await world().owner.query<{ right: string }>(`select distinct grantee || ' ' || privilege_type as right from information_schema.role_table_grants
    where table_name = 'merged_person' and grantee <> current_user and privilege_type <> 'SELECT'`)
  expect(rows).toEqual([{ right: 'app_merge INSERT' }])
})

test('the log is for those with the right to it', async () => {
  const municipality = await aMunicipality(world())
  const [administrator, adviser] = [await municipality.as('administrator'), await municipality.as('programme_adviser')]
  await expect(administrator.call('identity.readAudit', {})).rejects.toThrow(Forbidden)
  await expect(administrator.call('identity.listDoorEvents', {})).rejects.toThrow(Forbidden)
  await expect(adviser.call('identity.readMyAudit', {})).rejects.toThrow(Forbidden)
  await expect(administrator.call('identity.readAuditOfPerson', { personId: randomUUID() })).rejects.toThrow(Forbidden)
})

test('what happened at the door is listed, newest first', async () => {
  const auditor = await (await aMunicipality(world())).as('auditor')
  await world().db.staff.query("select app.note_at_door('sign_in_unknown', '{\"issuer\":\"https://login.example.no\"}')")
  expect((await auditor.call('identity.listDoorEvents', {})).rows[0]).toMatchObject({ kind: 'sign_in_unknown', detail: { issuer: 'https://login.example.no' } })
})
