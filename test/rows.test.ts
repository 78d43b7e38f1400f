import { beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { Municipality } from './world.ts'
import { aMunicipality, useWorld } from './world.ts'

const world = useWorld()
const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => (await world().owner.query(sql, values)).rows

const OURS = `n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'app_migration'`
const tables = (): Promise<{ name: string; enabled: boolean; forced: boolean }[]> => rows(`select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} order by 1`)

describe('every table', () => {
  test('there are tables to look at', async () => {
    expect((await tables()).length).toBeGreaterThan(30)
  })

  test('has row-level security, forced', async () => {
    expect((await tables()).filter(({ enabled, forced }) => !enabled || !forced)).toEqual([])
  })

  test('has the municipality first in its primary key', async () => {
    const wrong = await rows(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where ${OURS} and (a.attname is distinct from 'municipality_id' or array_length(k.conkey, 1) <> 2)`)
    expect(wrong).toEqual([])
  })

  test('carries the municipality in every foreign key', async () => {
    const wrong = await rows(`select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and ${OURS} and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'municipality_id')`)
    expect(wrong).toEqual([])
  })

  test('is fenced by one restrictive policy on the municipality, for everybody and everything', async () => {
    const wrong = await rows(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not exists (
      select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.permissive = 'RESTRICTIVE' and p.cmd = 'ALL'
        and p.roles = '{public}' and p.qual ~ 'municipality_id = .*app.municipality')`)
    expect(wrong).toEqual([])
  })

  test('has a permissive policy for every right a role was granted, and no right without one', async () => {
    const wrong = await rows(`select distinct g.table_name, g.grantee, g.privilege_type from information_schema.role_table_grants g
      where g.table_schema = 'public' and g.grantee in ('app_staff', 'app_participant', 'app_employer') and g.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
        and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = g.table_name and p.permissive = 'PERMISSIVE'
          and g.grantee = any (p.roles) and p.cmd in ('ALL', g.privilege_type))`)
    expect(wrong).toEqual([])
  })

  test('gives nothing to everybody, and to nobody the right to empty it', async () => {
    expect(await rows(`select table_name, grantee, privilege_type from information_schema.role_table_grants
      where table_schema = 'public' and (grantee = 'PUBLIC' or (privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES') and grantee <> current_user and grantee like any (array['app\\_%', 'fotfeste\\_%'])))`)).toEqual([])
  })

  test('says what it holds', async () => {
    expect(await rows(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and obj_description(c.oid) is null`)).toEqual([])
  })
})

describe('the audit log', () => {
  test('may be added to, never changed or emptied, by any role of the application', async () => {
    const rights = await rows<{ privilege_type: string }>(`select distinct privilege_type from information_schema.role_table_grants
      where table_name = 'audit_log' and grantee <> current_user and grantee like any (array['app\\_%', 'fotfeste\\_%']) order by 1`)
    expect(rights.map(({ privilege_type }) => privilege_type)).toEqual(['INSERT', 'SELECT'])
  })

  test('cannot be written in another name', async () => {
    const here = await aMunicipality(world())
    await expect(here.put((tx) => tx.insertInto('auditLog').values({ operation: 'x.y', actorId: randomUUID() }).execute())).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the sign-in roles', () => {
  test('may do nothing before they say who is asking', async () => {
    for (const pool of [world().db.staff, world().db.portal]) {
      for (const { name } of await tables()) await expect(pool.query(`select from ${name}`), name).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('of the portals cannot become staff', async () => {
    await expect(world().db.portal.query('set role app_staff')).rejects.toMatchObject({ code: '42501' })
  })

  // app_gate, app_search and app_merge own the few functions that must; nobody can sign in as them or become them
  test('may not read past row-level security', async () => {
    expect(await rows(`select rolname from pg_roles where rolname <> current_user and (rolname like 'app\\_%' or rolname like 'fotfeste\\_%') and (rolsuper or (rolbypassrls and rolname not in ('app_gate', 'app_search', 'app_merge')))`)).toEqual([])
  })
})

describe('two municipalities', () => {
  let here: Municipality
  let there: Municipality
  const personId = randomUUID()
  beforeAll(async () => {
    here = await aMunicipality(world())
    there = await aMunicipality(world())
    await there.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'Der', familyName: 'Borte' }).execute())
  })

  test('a row that points across is refused by the key itself', async () => {
    await expect(here.put((tx) => tx.insertInto('personNumber').values({ personId, kind: 'duf', number: '200012345678' }).execute()))
      .rejects.toMatchObject({ code: expect.stringMatching(/^(23503|42501)$/) })
  })

  test('a row of another municipality can be neither written, moved nor seen', async () => {
    await expect(here.put((tx) => tx.insertInto('person').values({ municipalityId: there.id, id: randomUUID(), givenName: 'A', familyName: 'B' }).execute())).rejects.toMatchObject({ code: '42501' })
    const own = randomUUID()
    await here.put((tx) => tx.insertInto('person').values({ id: own, givenName: 'A', familyName: 'B' }).execute())
    await expect(here.put((tx) => tx.updateTable('person').set({ municipalityId: there.id }).where('id', '=', own).execute())).rejects.toMatchObject({ code: '42501' })
    expect(await here.put((tx) => tx.selectFrom('person').select('id').where('id', '=', personId).execute())).toEqual([])
  })
})
