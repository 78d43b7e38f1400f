import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrate } from '#platform/migrate.ts'
import { useWorld } from '#test/world.ts'

const world = useWorld()

/** The statements docs/running.md gives the administrator of the database, for another role and database. */
function statements(name: string): string[] {
  const page = readFileSync(new URL('../docs/running.md', import.meta.url), 'utf8')
  const [, block = ''] = /```sql\n([^]*?)```/.exec(page) ?? []
  return block.split('\n').filter(Boolean).map((line) => line.replaceAll('fotfeste_owner', name).replace('create database fotfeste ', `create database ${name} `))
}

test('the owner of docs/running.md, who is no superuser, brings an empty database to this version', async () => {
  const { owner, ownerUrl, secret } = world()
  const name = `owner_${randomBytes(6).toString('hex')}`
  try {
    expect(statements(name)).toHaveLength(3)
    for (const statement of statements(name)) await owner.query(statement)
    const url = Object.assign(new URL(ownerUrl), { username: name, password: encodeURIComponent('write a long one'), pathname: `/${name}` }).href
    expect((await migrate(url, secret)).length).toBeGreaterThan(5)
    expect(await migrate(url, secret)).toEqual([])
  } finally {
    await owner.query(`drop database if exists ${name} with (force)`)
    await owner.query(`drop owned by ${name}`)
    await owner.query(`drop role ${name}`)
  }
})
