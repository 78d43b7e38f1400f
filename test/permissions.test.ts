import { randomUUID } from 'node:crypto'
import { readFileSync, globSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { permissionsOf, roleNames, roles } from '#domains/identity/roles.core.ts'
import { permissions } from '#shared/permission.ts'
import type { Actor } from '#platform/db.ts'
import { perform } from '#platform/operation.ts'
import { Forbidden, Refused } from '#platform/problem.ts'
import { operations } from '#server/operations.ts'
import { NOW, aMunicipality, useWorld } from './world.ts'

const world = useWorld()
const all = Object.entries(operations)
const root = new URL('..', import.meta.url).pathname
const tests = globSync('src/**/*.test.ts', { cwd: root }).map((name) => readFileSync(root + name, 'utf8')).join('\n')

/** Not an input any operation knows, so that the answer is about the permission or the shape and nothing is done. */
const NONSENSE = { 'no such field': Symbol.iterator.toString(), id: 'not an id', personId: 'not an id' }

// nothing is done, so that all may be asked in one municipality
let actors: Map<(typeof roleNames)[number], Actor>
let holding: (permission: (typeof permissions)[number]) => Actor
beforeAll(async () => {
  const municipality = await aMunicipality(world())
  const personId = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk' }).execute())
  actors = new Map()
  for (const role of roleNames) actors.set(role, (await (role === 'participant' ? municipality.participant(personId) : municipality.as(role))).actor)
  const nobody = (await municipality.holding()).actor
  holding = (permission) => ({ ...nobody, permissions: [permission] })
})

describe.each(all)('%s', (name, op) => {
  test('names a permission that exists', () => {
    expect(permissions).toContain(op.permission)
  })

  test('is refused to every role that lacks the permission, and to no role that holds it', async () => {
    expect(actors.size).toBe(roleNames.length)
    for (const [role, actor] of actors) {
      const answer = await perform(world().db, op as never, actor, { name, input: NONSENSE, now: NOW }).then(() => 'done', (error: unknown) => error)
      expect(answer instanceof Forbidden, `${name} for ${role}: ${String(answer)}`).toBe(!permissionsOf([role]).includes(op.permission))
    }
  })

  test('refuses what is no input at all, by its shape', async () => {
    const answer = await perform(world().db, op as never, holding(op.permission), { name, input: 'neither shape nor object', now: NOW }).catch((error: unknown) => error)
    expect(answer).toBeInstanceOf(Refused)
  })

  test('is tried by a test of its own', () => {
    expect(tests).toMatch(new RegExp(`'${name.replace('.', '\\.')}'`))
  })
})

test('every permission is asked for by an operation or opens an access ground', () => {
  const asked = new Set([...all.map(([, op]) => op.permission), 'people.numbers', 'people.protected'])
  expect(permissions.filter((permission) => !asked.has(permission))).toEqual([])
})

test('the job broker, the teacher and the manager never get what product.md keeps from them', () => {
  const sensitive = ['people.numbers', 'people.protected', 'health.read', 'programme.decide', 'programme.absence', 'programme.economy'] as const
  for (const role of ['job_broker', 'teacher', 'manager', 'hr_leader', 'nav_adviser', 'administrator'] as const) {
    expect(sensitive.filter((permission) => permissionsOf([role]).includes(permission)), role).toEqual([])
  }
  expect(permissionsOf(['programme_adviser'])).not.toContain('health.read')
  expect(roles.auditor).not.toContain('people.read')
})
