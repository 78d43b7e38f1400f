import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/db.ts'
import { beginAs, poolOf } from '#platform/db.ts'
import { NotFound } from '#platform/problem.ts'
import { aPutForward, aSharedPlace, aSide, anAgreement } from './sharing.ts'
import type { Side } from './sharing.ts'
import { aMappedPerson } from './matching-facts.ts'
import { TODAY, useWorld } from './world.ts'

const world = useWorld()
let owner: Side
let neighbour: Side
let third: Side
let ids: { agreementId: string; openingId: string; id: string; personId: string }
beforeAll(async () => {
  [owner, neighbour, third] = [await aSide(world()), await aSide(world()), await aSide(world())]
  const agreementId = await anAgreement(owner, neighbour)
  await anAgreement(third, owner)
  const openingId = await aSharedPlace(owner, neighbour)
  ids = { agreementId, openingId, ...await aPutForward(neighbour, openingId) }
})

/** A statement of one actor, as the role of the application, and nothing kept of it. */
async function asked(actor: Actor, text: string): Promise<object[]> {
  const client = await poolOf(world().db, actor).connect()
  try {
    await client.query(beginAs(actor, 'write'))
    return (await client.query<object>(text)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const told = (one: string): string[] => [`select id from app.shared_openings('2026-11-20', now()) where id = '${ids.openingId}'`, `select id from app.put_forward_here()`, `select id from app.read_put_forward('${one}')`,
  `select id from app.list_sharing() where id = '${ids.agreementId}'`, 'select put_forward_id from app.answers_from_neighbours()']
const TABLES = ['sharing_agreement', 'shared_opening', 'put_forward', 'neighbour_answer', 'standing_wish', 'standing_wish_watch', 'standing_wish_ring']

test('a third municipality, which shares with the owner too, is told nothing of what two others share', async () => {
  for (const text of told(ids.id)) expect(await asked(third.broker.actor, text), text).toEqual([])
  await expect(third.broker.call('matching.readFromNeighbour', { id: ids.id })).rejects.toThrow(NotFound)
  await expect(third.broker.call('matching.answerNeighbour', { id: randomUUID(), putForwardId: ids.id, answer: 'meet' })).rejects.toThrow(NotFound)
  await expect(third.manager.call('matching.endSharing', { id: ids.agreementId, version: 2, reason: 'x' })).rejects.toThrow(NotFound)
  expect(await asked(third.manager.actor, `select app.settle_sharing('${ids.agreementId}', 2, 'end', '2026-11-20', 'x') as version`)).toEqual([{ version: null }])
})

test('each side reads in the tables rows of its own and none of the other’s', async () => {
  for (const { here, broker } of [owner, neighbour, third]) for (const table of TABLES) expect(await asked(broker.actor, `select id from ${table} where municipality_id <> '${here.id}'`), table).toEqual([])
  for (const { broker } of [owner, third]) expect(await asked(broker.actor, `select id from person where id = '${ids.personId}'`)).toEqual([])
  expect(await asked(neighbour.broker.actor, `select id from opening where id = '${ids.openingId}' union all select id from presentation union all select id from employer`)).toEqual([])
})

test('the owner gets what she said yes to and neither her id nor more, and no reading of it goes unseen', async () => {
  const [row] = await asked(owner.broker.actor, `select * from app.read_put_forward('${ids.id}')`)
  expect(Object.keys(row ?? {}).toSorted()).toEqual(['consent_on', 'contact_email', 'contact_name', 'from_name', 'id', 'opening_id', 'profile'])
  expect(JSON.stringify(row)).not.toMatch(new RegExp(`${ids.personId}|Utpekt|Bjørnstad|Damaskus`))
  const count = async () => Number((await world().owner.query<{ count: string }>("select count(*) from audit_log where operation = 'matching.readByNeighbour' and $1 = any (subjects)", [ids.personId])).rows[0]?.count)
  const before = await count()
  await owner.broker.call('matching.readFromNeighbour', { id: ids.id })
  expect(await count()).toBe(before + 1)
  await expect(asked(owner.broker.actor, `insert into audit_log (municipality_id, operation) values ('${neighbour.here.id}', 'x')`)).rejects.toMatchObject({ code: '42501' })
})

test('no yes, no person: what direct statements of the neighbour’s own role may write shows the owner nobody', async () => {
  const shy = await aMappedPerson(neighbour.here, { addressProtection: 'none' })
  const values = (over: Record<string, string>): string => {
    const row = { id: `'${randomUUID()}'`, person_id: `'${shy}'`, owner_id: `'${owner.here.id}'`, owner_name: "'x'", opening_id: `'${ids.openingId}'`, opening_title: "'x'", put_forward_on: "'2026-11-20'", consent_on: "'2026-11-20'", consent_how: "'spoken'", consent_text: "'ja'", consent_parts: "'{skills}'", consent_profile: "'{}'", ...over }
    return `insert into put_forward (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`
  }
  for (const [over, code] of [[{ consent_on: 'null' }, '23502'], [{ consent_text: "''" }, '23514'], [{ consent_parts: "'{}'" }, '23514'], [{ consent_profile: 'null' }, '23502'], [{ municipality_id: `'${owner.here.id}'` }, '42501']] as const) await expect(asked(neighbour.broker.actor, values(over)), JSON.stringify(over)).rejects.toMatchObject({ code })
  await neighbour.here.put((tx) => tx.updateTable('person').set({ addressProtection: 'confidential' }).where('id', '=', shy).execute())
  await expect(asked(neighbour.broker.actor, values({}))).rejects.toMatchObject({ code: '42501' })
  await expect(asked(neighbour.broker.actor, `update put_forward set consent_parts = '{given_name}', consent_profile = '{"givenName":"x"}' where id = '${ids.id}'`)).rejects.toMatchObject({ code: '42501' })
  await expect(asked(neighbour.broker.actor, `delete from put_forward where id = '${ids.id}'`)).rejects.toMatchObject({ code: '42501' })
})

test('one whose address is protected later is told of no more', async () => {
  const { id, personId } = await aPutForward(neighbour, ids.openingId)
  expect(await asked(owner.broker.actor, `select id from app.read_put_forward('${id}')`)).toHaveLength(1)
  await neighbour.here.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', personId).execute())
  expect(await asked(owner.broker.actor, `select id from app.read_put_forward('${id}')`)).toEqual([])
})

test('an agreement cannot be accepted in the other’s name, nor a place shared that is a vacancy', async () => {
  const alone = await aSide(world())
  await expect(asked(alone.manager.actor, `insert into sharing_agreement (id, neighbour_id, proposed_on, accepted_on, accepted_by_name) values ('${randomUUID()}', '${owner.here.id}', '2026-11-20', '2026-11-20', 'x')`)).rejects.toMatchObject({ code: '42501' })
  await expect(asked(owner.manager.actor, `update sharing_agreement set accepted_on = '2026-11-20'`)).rejects.toMatchObject({ code: '42501' })
  const vacancyId = randomUUID()
  await owner.here.put(async (tx) => {
    await tx.insertInto('opening').values({ id: vacancyId, kind: 'vacancy', title: 'Helsefagarbeider' }).execute()
    await tx.insertInto('sharedOpening').values({ id: randomUUID(), openingId: vacancyId, neighbourId: neighbour.here.id, sharedBy: owner.broker.actor.id, sharedOn: TODAY }).execute()
  })
  expect(await asked(neighbour.broker.actor, `select id from app.shared_openings('2026-11-20', now()) where id = '${vacancyId}'`)).toEqual([])
})

test('a participant and an employer call none of it', async () => {
  const she = await neighbour.here.participant(ids.personId)
  for (const text of told(ids.id)) await expect(asked(she.actor, text), text).rejects.toMatchObject({ code: '42501' })
  expect(await asked(she.actor, 'select distinct person_id from put_forward')).toEqual([{ person_id: ids.personId }])
  await expect(asked(she.actor, 'select consent_by from put_forward')).rejects.toMatchObject({ code: '42501' })
  await expect(asked(she.actor, `update put_forward set withdrawn_on = '2026-11-20', withdrawn_by = 'staff' where id = '${ids.id}'`)).rejects.toMatchObject({ code: '42501' })
})
