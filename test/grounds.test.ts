import { beforeAll, describe, expect, test } from 'vitest'
import { permissionsOf, roleNames } from '#domains/identity/roles.core.ts'
import type { Actor } from '#platform/db.ts'
import { beginAs } from '#platform/db.ts'
import { groundsOf, permissions } from '#shared/permission.ts'
import { aHiddenLife } from './intruder-world.ts'
import type { Municipality } from './world.ts'
import { aMunicipality, useWorld } from './world.ts'

const world = useWorld()
const staffPermissions = permissions.filter((one) => !/^(own|link)\./.test(one))
const grounds = [...new Set(groundsOf(permissions))].toSorted()

let here: Municipality
beforeAll(async () => {
  here = await aMunicipality(world())
  await aHiddenLife(here, (await here.as('programme_adviser', 'job_broker')).actor.id)
})

/** Tables the database closes to a colleague without a ground, by the policies as they stand. */
async function closedBy(ground: string): Promise<string[]> {
  const { rows } = await world().owner.query<{ name: string }>(`select distinct tablename as name from pg_policies where schemaname = 'public' and permissive = 'RESTRICTIVE' and 'app_staff' = any (roles)
    and policyname = 'ground' and cmd in ('ALL', 'SELECT') and qual ~ ('has_ground\\(''' || $1 || '''') order by 1`, [ground])
  return rows.map(({ name }) => name)
}

/** How many rows of each table one colleague sees, asked as the role of the application. */
async function seenBy(actor: Actor, tables: readonly string[]): Promise<Record<string, number>> {
  const client = await world().db.staff.connect()
  try {
    await client.query(beginAs(actor, 'read'))
    const seen: [string, number][] = []
    for (const table of tables) seen.push([table, Number((await client.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]?.count)])
    return Object.fromEntries(seen)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Which tables each ground closes: a new one about somebody's case, absence or economy is to be named here. */
const CLOSED: Record<string, string[]> = {
  absence: ['absence', 'absence_report', 'pause'], case: ['course_credit', 'exit_step', 'hand_over', 'later_status', 'legal_facts', 'next_step', 'programme_complaint', 'programme_decision', 'start_wait', 'whereabouts'],
  economy: ['benefit_hold', 'benefit_income', 'benefit_issue', 'benefit_line', 'benefit_refund', 'benefit_run', 'benefit_setting', 'benefit_terms', 'expected_payment', 'paid_period', 'payment_receipt'],
  health: ['health_note'], national_number: ['person_number'], overview: [], protected_address: ['person_address'],
}

describe.each(grounds)('the ground %s', (ground) => {
  const without = staffPermissions.filter((one) => !groundsOf([one]).includes(ground))

  test('is all that opens the tables it closes: without it they are empty, with it they are not', async () => {
    const tables = await closedBy(ground)
    // the overview is read by a function alone, which the next test asks
    expect(tables).toEqual(CLOSED[ground])
    expect(Object.entries(await seenBy((await here.holding(...without)).actor, tables)).filter(([, count]) => count !== 0)).toEqual([])
    expect(Object.entries(await seenBy((await here.holding(...staffPermissions)).actor, tables)).filter(([, count]) => count === 0)).toEqual([])
  })
})

test('the cases without names are told to those with the ground for them, and not of whom they do not see', async () => {
  const cases = async (actor: Actor) => {
    const client = await world().db.staff.connect()
    try {
      await client.query(beginAs(actor, 'read'))
      return (await client.query("select * from app.list_cases('2026-11-20')")).rowCount
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  await expect(cases((await here.holding(...staffPermissions.filter((one) => one !== 'programme.overview'))).actor)).rejects.toMatchObject({ code: '42501' })
  expect(await cases((await here.as('manager')).actor)).toBe(1)
  expect(await cases((await here.as('manager', 'protected_access')).actor)).toBe(2)
})

test('every ground belongs to these roles and to no other', () => {
  expect(Object.fromEntries(grounds.map((ground) => [ground, roleNames.filter((role) => groundsOf(permissionsOf([role])).includes(ground))]))).toEqual({
    absence: ['programme_adviser'], case: ['programme_adviser'], economy: ['programme_adviser', 'benefit_approver'], overview: ['manager'],
    health: ['health'], national_number: ['programme_adviser', 'settlement_worker'], protected_address: ['protected_access'],
  })
})
