import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { JobTools } from '#platform/jobs.ts'
import { systemActor } from '#platform/system-actor.ts'
import { plainDate } from '#shared/date.ts'
import type { Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { warnOfMissingValues } from './missing-values.jobs.ts'

const world = useWorld()
const tools = ({ id }: Municipality, day: string): JobTools => ({ db: world().db, actor: systemActor(id), now: new Date(`${day}T07:00:00Z`), isLastTry: true })
const letters = (here: Municipality) => here.put((tx) => tx.selectFrom('message').select(['toAccountId', 'template', 'params']).where('key', 'like', 'rule_value_missing:basicAmount:%').orderBy('createdAt').execute())

test('the administrator is told once a month, from four months before, until the rate is there', async () => {
  const here = await aMunicipality(world())
  const administrator = await here.as('administrator', 'manager')
  await here.as('programme_adviser')
  await warnOfMissingValues(tools(here, '2026-12-15'))
  expect(await letters(here)).toEqual([])
  for (const day of ['2027-01-05', '2027-01-20', '2027-02-03']) await warnOfMissingValues(tools(here, day))
  const told = { toAccountId: administrator.actor.id, template: 'rule_value_missing', params: { value: 'Grunnbeløpet i folketrygden (G)', on: '2027-05-01', link: '/rules/settings' } }
  expect(await letters(here)).toEqual([told, told])
  await administrator.call('rules.enterValue', { id: randomUUID(), name: 'basicAmount', appliesFrom: plainDate('2027-05-01'), value: 141_000, source: 'Stortingets vedtak', certainty: 'P', replaces: null })
  await warnOfMissingValues(tools(here, '2027-03-02'))
  expect(await letters(here)).toHaveLength(2)
})
