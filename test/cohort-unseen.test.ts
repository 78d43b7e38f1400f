import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { cohortOperations } from '#domains/matching/cohort/index.ts'
import type { Actor } from '#platform/db.ts'
import { asActor } from '#platform/db.ts'
import { log } from '#platform/log.ts'
import type { Operation } from '#platform/operation.ts'
import { perform } from '#platform/operation.ts'
import { Forbidden, NotFound, Refused } from '#platform/problem.ts'
import { operations } from '#server/operations.ts'
import { permissions } from '#shared/permission.ts'
import { aCohortPlan } from './cohort-plan.ts'
import { aMappedPerson, aPlace } from './matching-facts.ts'
import type { Municipality } from './world.ts'
import { NOW, aMunicipality, useWorld } from './world.ts'

const world = useWorld()
const TABLES = ['cohort_plan', 'cohort_place', 'cohort_row', 'cohort_decision']
const SECRET = 'Hemmelig fordeling'
/** Who has looked at what is hers: that alone tells her that a plan was made, and must. */
const LOG = 'identity.readMyAudit'
afterEach(() => { log.level = 'info'; vi.restoreAllMocks() })

/** The participant who has a place in the plan, and an employer who holds every kind of link. */
async function outsiders(here: Municipality, personId: string): Promise<Actor[]> {
  const links = permissions.filter((one) => one.startsWith('link.'))
  return [(await here.participant(personId)).actor, { ...(await here.holding(...links)).actor, kind: 'employer', agreementId: randomUUID() }]
}

/** All that an actor may read without knowing more than the ids of her own and of the place. */
async function everythingFor(actor: Actor, known: Record<string, string>): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  const reads = Object.entries<Operation>(operations).filter(([, one]) => one.reads && actor.permissions.includes(one.permission))
  for (const [name, operation] of reads.filter(([one]) => one !== LOG)) for (const [at, input] of [{}, known].entries()) {
    if (!operation.input.safeParse(input).success) continue
    answers[`${name} ${at}`] = await perform(world().db, operation, actor, { name, input, now: NOW }).catch((error: unknown) => {
      if (error instanceof NotFound || error instanceof Refused) return error.message
      throw new Error(name, { cause: error })
    })
  }
  return answers
}

const sent = async (): Promise<unknown> => (await world().owner.query('select * from message order by id')).rows

test('nothing of a plan is to be seen by participants and employers before it is released: no answer of theirs changes, and nothing is sent', async () => {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const personId = await aMappedPerson(here)
  const { openingId } = await aPlace(here, { isOpenToParticipants: true, seats: 2 })
  const actors = await outsiders(here, personId)
  const look = async () => [await Promise.all(actors.map((actor) => everythingFor(actor, { openingId, personId, id: openingId }))), await sent()]
  const before = await look()
  const cohortId = randomUUID()
  await adviser.call('matching.solvePlan', { id: cohortId, name: SECRET, goal: 'most_placed' })
  await adviser.call('matching.changePlan', { cohortId, version: 1, change: { do: 'pin', personId, openingId } })
  await adviser.call('matching.exportPlan', { cohortId })
  const after = await look()
  expect(Object.keys(Object(Object(before[0])[0])).length).toBeGreaterThan(15)
  expect(after).toEqual(before)
  const { rows } = await (await here.participant(personId)).call(LOG, {})
  expect(rows.map(({ operation }) => operation)).toContain('matching.solvePlan')
  for (const word of [SECRET, cohortId, openingId, 'Kjøkkenassistent', 'Fjordkroa']) expect(JSON.stringify(rows)).not.toContain(word)
  // a colleague does see it: the comparison above could find it
  expect(JSON.stringify(await adviser.call('matching.getPlan', { cohortId }))).toContain(SECRET)
})

test('no operation of the board, the sheet with it, answers a participant or an employer, whatever they know', async () => {
  const { here, planId, people, openings } = await aCohortPlan(world())
  const given = { cohortId: planId, id: planId, firstId: planId, secondId: planId, personId: people[0], version: 1, name: 'x', goal: 'stable', rows: [{ personId: people[0], presentationId: randomUUID() }], supervisorAtOnce: 1, change: { do: 'pin', personId: people[0], openingId: openings[0] } }
  for (const actor of await outsiders(here, people[0] ?? '')) for (const [name, operation] of Object.entries<Operation>(cohortOperations)) {
    await expect(perform(world().db, operation, actor, { name, input: given, now: NOW }), name).rejects.toThrow(Forbidden)
  }
})

test('the database itself shows them no row of a plan, also not their own', async () => {
  const { here, people } = await aCohortPlan(world())
  for (const actor of await outsiders(here, people[0] ?? '')) for (const table of TABLES) {
    const rows = await asActor(world().db, actor, (tx) => sql`select * from ${sql.table(table)}`.execute(tx)).then((answer) => answer.rows, (error: unknown) => String(error))
    expect([[], expect.stringContaining('permission denied')], table).toContainEqual(rows)
  }
  for (const table of TABLES.slice(0, 3)) expect((await here.put((tx) => sql`select id from ${sql.table(table)}`.execute(tx))).rows.length, table).toBeGreaterThan(0)
})

test('the log of the process names nobody and no place of a plan', async () => {
  log.level = 'debug'
  const written: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { written.push(String(text)); return true })
  const { adviser, planId, people, openings } = await aCohortPlan(world())
  await adviser.call('matching.previewChange', { cohortId: planId, change: { do: 'hold', personId: people[0] ?? '' } })
  await adviser.call('matching.exportPlan', { cohortId: planId })
  await adviser.call('matching.checkRelease', { cohortId: planId })
  log.info('test.heard')
  expect(written.join('')).toContain('test.heard')
  for (const word of ['Amina', 'Bilal', 'Bjørnstad', 'Kjøkken', 'Uke 47', ...people, ...openings]) expect(written.join('')).not.toContain(word)
})
