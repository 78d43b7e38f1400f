import { randomUUID } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db.ts'
import { asActor, beginAs } from '#platform/db.ts'
import { withoutAddresses } from '#platform/jobs.ts'
import { readEnv } from '#platform/env.ts'
import { log } from '#platform/log.ts'
import { NotFound } from '#platform/problem.ts'
import { surveyZip } from '#platform/sheets-zip.ts'
import { makeServer } from '#server/server.ts'
import { aHiddenLife } from './intruder-world.ts'
import { aMunicipality, useWorld } from './world.ts'

log.level = 'error'
const world = useWorld()
const rows = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await world().owner.query(text, values)).rows

describe('a function that acts with more rights than its caller', () => {
  const definers = `select p.oid::regprocedure::text as name, r.rolname as owner, p.proconfig as config, p.proacl::text as rights from pg_proc p join pg_roles r on r.oid = p.proowner
    where p.prosecdef and p.pronamespace in ('app'::regnamespace, 'public'::regnamespace) order by 1`

  test('looks its names up where nobody else can put any', async () => {
    const all = await rows<{ name: string; config: string[] | null }>(definers)
    expect(all.length).toBeGreaterThan(15)
    expect(all.filter(({ config }) => !config?.some((one) => /^search_path=.*pg_temp$/.test(one)))).toEqual([])
    expect(await rows(`select nspname, r.rolname from pg_namespace n cross join pg_roles r where nspname in ('public', 'app') and r.rolname like any (array['app\\_%', 'fotfeste\\_%'])
      and r.rolcanlogin and r.rolname <> current_user and has_schema_privilege(r.rolname, n.oid, 'create')`)).toEqual([])
  })

  test('may be called by those it is for alone, and belongs to no role that anybody signs in as but the queue’s', async () => {
    const all = await rows<{ name: string; owner: string; rights: string | null }>(definers)
    expect(all.filter(({ rights }) => rights === null || /[{,]=X/.test(rights))).toEqual([])
    expect([...new Set(all.map(({ owner }) => owner))].toSorted()).toEqual(['app_gate', 'app_merge', 'app_search', 'fotfeste_worker'])
    expect(await rows(`select m.roleid::regrole::text, m.member::regrole::text from pg_auth_members m where m.roleid::regrole::text in ('app_gate', 'app_search', 'app_merge') and m.member <> (select oid from pg_roles where rolname = current_user)`)).toEqual([])
  })

  test('of the door cannot be called by whoever is inside, nor those of the inside by the portals', async () => {
    const may = async (role: string, name: string) => (await rows<{ may: boolean }>('select has_function_privilege($1, $2, $3) as may', [role, name, 'execute']))[0]?.may
    for (const [role, name] of [
      ['app_staff', 'app.find_session(bytea,timestamptz,interval)'], ['app_staff', 'app.find_link(bytea)'], ['app_staff', 'app.open_session(uuid,uuid,bytea,timestamptz,timestamptz,text)'], ['app_staff', 'app.create_municipality(uuid,text,text,text,boolean,jsonb)'],
      ['fotfeste_portal', 'app.find_session(bytea,timestamptz,interval)'], ['fotfeste_portal', 'app.find_accounts(text,text)'], ['fotfeste_portal', 'app.list_test_accounts(text)'],
      ['app_participant', 'app.find_person(text,integer)'], ['app_employer', 'app.find_person(text,integer)'], ['app_participant', 'app.match_people(integer[],text[],text[],date[])'], ['app_employer', 'app.merge_person(uuid,uuid)'], ['app_participant', 'app.merge_person(uuid,uuid)'],
      ['app_employer', 'app.list_my_audit(integer)'], ['app_participant', 'app.list_jobs(integer)'], ['app_participant', 'app.close_sessions_of(uuid)'],
    ] as const) expect(await may(role, name), `${role} ${name}`).toBe(false)
  })

  test('finds nobody of another municipality, and makes no two persons one whom the caller does not see', async () => {
    const [here, there] = [await aMunicipality(world()), await aMunicipality(world())]
    const [hidden, seen] = [randomUUID(), randomUUID()]
    await there.put((tx) => tx.insertInto('person').values([{ id: hidden, givenName: 'Zora', familyName: 'Hemmelig', addressProtection: 'strictly_confidential' }, { id: seen, givenName: 'Zora', familyName: 'Hemmeli' }]).execute())
    const stranger = (await here.as('programme_adviser')).actor
    const found = await asActor(world().db, stranger, async (tx) => [await sql`select * from app.find_person('Zora', 500)`.execute(tx), await sql`select * from app.match_people('{1}', '{null}', '{Zora Hemmeli}', '{null}')`.execute(tx)])
    expect(found.flatMap((one) => one.rows)).toEqual([])
    const merge = (actor: typeof stranger) => asActor(world().db, actor, (tx) => sql`select app.merge_person(${seen}, ${hidden})`.execute(tx))
    await expect(merge(stranger)).rejects.toThrow('both persons must be there')
    await expect(merge((await there.as('programme_adviser')).actor)).rejects.toThrow('both persons must be there')
  })

  test('tells of those the caller sees and of nobody else, whatever ids she has come by', async () => {
    const [here, there] = [await aMunicipality(world()), await aMunicipality(world())]
    const ids = await aHiddenLife(here, (await here.as('programme_adviser')).actor.id)
    const asks = [`select * from app.reported_away($1, '2026-11-20')`, `select * from app.attendance_basis($1, '2026-11-01', '2026-11-30', '{}')`, `select * from app.benefit_away($1, '2026-05-01', '2026-05-31')`,
      `select * from app.benefit_changed($1, '2026-12-01')`, `select * from unnest($1::uuid[]) one where app.is_paid(one, '2026-10-01', '2026-10-31')`]
    const told = async (actor: Actor, ask: string, about: (string | undefined)[]) => {
      const client = await world().db.staff.connect()
      try {
        await client.query(beginAs(actor, 'read'))
        return (await client.query(ask, [about])).rowCount
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const [adviser, trusted, stranger] = [(await here.as('programme_adviser')).actor, (await here.as('programme_adviser', 'protected_access')).actor, (await there.as('programme_adviser', 'protected_access')).actor]
    for (const ask of asks) {
      expect(await told(adviser, ask, [ids.personId]), ask).toBe(0)
      expect(await told(stranger, ask, [ids.personId, ids.otherId]), ask).toBe(0)
      expect(await told(adviser, ask, [ids.otherId]), `${ask}: the one who is open`).toBeGreaterThan(0)
      expect(await told(trusted, ask, [ids.personId]), `${ask}: with the ground`).toBeGreaterThan(0)
    }
    for (const ask of asks.slice(1, 4)) await expect(told((await here.as('teacher')).actor, ask, [ids.otherId]), ask).rejects.toMatchObject({ code: '42501' })
  })

  test('lists invented people of test municipalities and nobody else', async () => {
    const real = await aMunicipality(world(), { isTest: false })
    await real.as('programme_adviser')
    const { rows: listed } = await world().db.staff.query('select * from app.list_test_accounts($1)', ['test'])
    expect(listed.filter((one: { municipality_name: string }) => one.municipality_name === `Kommune ${real.number}`)).toEqual([])
  })
})

test('what the policies hide is not there, also for one who writes to it', async () => {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const administrator = await here.as('administrator')
  const [confidential, hidden] = [randomUUID(), randomUUID()]
  await here.put((tx) => tx.insertInto('person').values([{ id: confidential, givenName: 'Lina', familyName: 'Fortrolig', addressProtection: 'confidential' }, { id: hidden, givenName: 'Zora', familyName: 'Hemmelig', addressProtection: 'strictly_confidential' }]).execute())
  await here.put((tx) => tx.insertInto('personAddress').values({ personId: confidential, street: 'Skjulveien 1' }).execute())
  const basics = { givenName: 'Lina', familyName: 'Fortrolig', contactLocale: 'nb', status: 'settled' as const, addressProtection: 'confidential' as const }
  await expect(adviser.call('people.savePerson', { ...basics, id: confidential, version: 1, address: { street: 'Ny vei 2' } })).rejects.toThrow(NotFound)
  expect((await rows<{ street: string }>('select street from person_address where person_id = $1', [confidential])).map(({ street }) => street)).toEqual(['Skjulveien 1'])
  for (const call of [
    () => adviser.call('people.savePerson', { ...basics, id: hidden, version: 1, addressProtection: 'none' }), () => adviser.call('people.saveNumbers', { personId: hidden, numbers: [] }),
    () => adviser.call('people.saveFamilyTie', { id: randomUUID(), personId: confidential, relation: 'sibling', relativeId: hidden }), () => adviser.call('people.dismissDuplicate', { personId: confidential, otherId: hidden }),
    () => adviser.call('competence.recordSkill', { id: randomUUID(), personId: hidden, name: 'Baking', evidence: 'claimed', knownOn: null }),
    () => administrator.call('identity.saveAccount', { id: randomUUID(), name: 'Zora', email: 'z@example.no', issuer: 'test', subject: randomUUID(), roles: ['participant'], isActive: true, personId: hidden }),
  ]) await expect(call()).rejects.toThrow(NotFound)
})

test('a statement that hangs is ended, and gives its connection back', async () => {
  const { actor } = await (await aMunicipality(world())).as('teacher')
  const timeouts = await asActor(world().db, actor, (tx) => sql<{ one: string; two: string }>`select current_setting('statement_timeout') as one, current_setting('idle_in_transaction_session_timeout') as two`.execute(tx))
  expect(timeouts.rows).toEqual([{ one: '2min', two: '5min' }])
})

test('in production the built-in sign-in cannot be reached', async () => {
  expect(() => readEnv({ FOTFESTE_MODE: 'production', FOTFESTE_ORIGIN: 'https://fotfeste.example.no' })).toThrow('OIDC_ISSUER')
  const env = readEnv({ FOTFESTE_MODE: 'production', FOTFESTE_ORIGIN: 'https://fotfeste.example.no', OIDC_ISSUER: 'https://login.example.no', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', SMTP_URL: 'smtp://mail.example.no', MAIL_FROM: 'Fotfeste <fotfeste@example.no>', DATABASE_URL: world().ownerUrl })
  const installation = { db: world().db, ownerUrl: world().ownerUrl, secret: world().secret, close: async () => undefined }
  const app = await makeServer({ env, installation })
  for (const url of ['/oidc/auth', '/oidc/token', '/oidc/.well-known/openid-configuration', '/local-sign-in/x', '/mail']) expect((await app.inject({ url, headers: { host: 'fotfeste.example.no' } })).statusCode, url).toBe(404)
  await app.close()
  expect(() => makeServer({ env: { ...env, oidc: undefined }, installation })).toThrow('anybody')
})

/** A zip file with one entry that says it unpacks to `claimed` bytes. */
function zipWith(name: string, content: Buffer, claimed: number): Uint8Array {
  const [packed, file] = [deflateRawSync(content), Buffer.from(name)]
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(8, 8); local.writeUInt32LE(packed.length, 18); local.writeUInt32LE(claimed, 22); local.writeUInt16LE(file.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(8, 10); entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(claimed, 24); entry.writeUInt16LE(file.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10); end.writeUInt32LE(entry.length + file.length, 12); end.writeUInt32LE(local.length + file.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, file, packed, entry, file, end]))
}

test.each(['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.dat', 'xl/media/image1.png'])('a zip whose %s is larger than it says is a bomb', async (name) => {
  expect(await surveyZip(zipWith(name, Buffer.alloc(5_000_000), 10))).toEqual({ ok: false, code: 'file.bomb' })
  expect(await surveyZip(zipWith(name, Buffer.from('x'), 300_000_000))).toEqual({ ok: false, code: 'file.bomb' })
  expect(await surveyZip(zipWith(name, Buffer.alloc(5_000), 5_000))).toEqual({ ok: true, hasFormulas: false })
})

test('a long word in the error of a job keeps nobody waiting', () => {
  // work that grew with the square of the length would run into the test's own limit
  expect(withoutAddresses(`550 <kari@example.no> ${'a'.repeat(200_000)}, ola@example.no`)).toBe(`550 <…@…> ${'a'.repeat(200_000)}, …@…`)
})
