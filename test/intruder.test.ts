import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { defaultWeights } from '#domains/matching/weights/weights.core.ts'
import { roleNames } from '#domains/identity/roles.core.ts'
import type { Actor } from '#platform/db.ts'
import type { Operation } from '#platform/operation.ts'
import { perform } from '#platform/operation.ts'
import { NotFound, Refused } from '#platform/problem.ts'
import { operations } from '#server/operations.ts'
import { permissions } from '#shared/permission.ts'
import { SECRETS, aHiddenLife } from './intruder-world.ts'
import type { Municipality } from './world.ts'
import { NOW, TODAY, aMunicipality, useWorld } from './world.ts'

const world = useWorld()
const reads = Object.entries<Operation>(operations).filter(([, op]) => op.reads)
const staffPermissions = permissions.filter((one) => !/^(own|link)\./.test(one))

let here: Municipality
let ids: Record<string, string>
beforeAll(async () => {
  here = await aMunicipality(world())
  ids = await aHiddenLife(here, (await here.as('programme_adviser', 'job_broker')).actor.id)
  await (await here.participant(ids['personId'] ?? '')).call('matching.listOpenPlaces', {})
})

const scenario = { name: 'Barnepass', unit: 'points', parts: [{ part: { is: 'childcare', until: '17:00', seats: null }, cost: 1 }] }
/** What is asked by the name of its field, whatever the operation. */
const words = { locale: 'nb', of: 'guests', party: 'employer', parts: ['given_name'], mine: false, participants: true, kind: 'programme', finalGoal: 'work', from: 1, to: 2, on: TODAY, day: TODAY, month: '2026-11',
  what: 'minutes', number: 1, occupationCode: '5120', code: '5120', kinds: ['find_job'], phase: 'any', rule: 'programme.targetGroup', facts: {}, first: { on: TODAY }, second: { on: TODAY }, changes: [], scenario, scenarios: [scenario], target: 1, weights: defaultWeights, division: 'gender' }

/** What `id` means, where an operation takes no more telling name. */
const idOf = (name: string): string | undefined => ({ 'programme.getDecision': ids['decisionId'], 'programme.recomputeDecision': ids['decisionId'], 'programme.getHandOverPaper': ids['handOverId'], 'interpreters.getBooking': ids['bookingId'], 'programme.getMappingPaper': ids['mappingId'], 'competence.getProofPaper': ids['sheetId'], 'competence.getMyProofPaper': ids['otherSheetId'], 'matching.solveProgress': ids['cohortId'] })[name]

/** Inputs an intruder would try: as little as possible, everything by id, and by her name. */
function* asked(name: string, op: Operation): Generator<unknown> {
  const shape = 'shape' in op.input ? (op.input.shape as Record<string, z.ZodType>) : {} // every input is an object of fields
  const given: Record<string, unknown> = { ...ids, ...words, id: idOf(name), change: { do: 'clear', personId: ids['personId'] } }
  const named = Object.fromEntries(Object.keys(shape).flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])))
  yield Object.fromEntries(Object.entries(named).filter(([key]) => !shape[key]?.safeParse(undefined).success))
  yield named
  for (const key of Object.keys(named)) yield { ...Object.fromEntries(Object.entries(named).filter(([one]) => !shape[one]?.safeParse(undefined).success)), [key]: named[key] }
  if ('text' in shape) for (const text of ['Hemmelig', '13119912345', '%', '_emmelig']) yield { text, ...('participants' in shape && { participants: true }) }
}

/** What stands in a file that was answered, as text. */
const writtenIn = (output: unknown): string => {
  const bytes = typeof output === 'object' && output !== null && 'bytes' in output ? output.bytes : undefined
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : ''
}

/** Every answer of every reading operation to one actor. Being refused or finding nothing is an answer too. */
async function everythingFor(actor: Actor): Promise<{ name: string; text: string }[]> {
  const answers: { name: string; text: string }[] = []
  for (const [name, op] of reads.filter(([, one]) => actor.permissions.includes(one.permission))) for (const input of asked(name, op)) {
    const output = await perform(world().db, op, actor, { name, input, now: NOW }).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      if (error instanceof Refused) return error.refusals
      throw new Error(`${name} ${JSON.stringify(input)}`, { cause: error })
    })
    answers.push({ name, text: JSON.stringify(output) + writtenIn(output) })
  }
  return answers
}

const HERS = ['personId', 'participationId', 'decisionId', 'planId', 'ownActivityId', 'healthActivityId', 'handOverId', 'draftId', 'bookingId', 'talkId', 'mappingId', 'caseId', 'trialId', 'sheetId']
const leaks = (answers: { name: string; text: string }[]): string[] =>
  [...new Set(answers.flatMap(({ name, text }) => [...SECRETS, ...HERS.map((one) => ids[one] ?? one)].filter((secret) => text.includes(secret)).map((secret) => `${name}: ${secret}`)))]

describe('a strictly confidential person', () => {
  test.each(roleNames.filter((role) => role !== 'participant' && role !== 'protected_access'))('is in no answer to a %s', async (role) => {
    expect(leaks(await everythingFor((await here.as(role)).actor))).toEqual([])
  })

  test('is in no answer to one who holds every permission but the ground for it', async () => {
    expect(leaks(await everythingFor((await here.holding(...staffPermissions.filter((one) => one !== 'people.protected'))).actor))).toEqual([])
  })

  test('is in no answer to another municipality, whatever one holds there', async () => {
    expect(leaks(await everythingFor((await (await aMunicipality(world())).holding(...staffPermissions)).actor))).toEqual([])
  })

  test('is in no answer to the colleague at Nav to whom she was handed over', async () => {
    const receiver = { ...(await here.as('nav_adviser')).actor, id: ids['receiverAccountId'] ?? '' }
    const answers = await everythingFor(receiver)
    expect(leaks(answers)).toEqual([])
    // she does read of the other one, what was sent and not the draft
    const text = answers.map((one) => one.text).join()
    expect([text.includes(ids['otherHandOverId'] ?? 'x'), text.includes(ids['otherDraftId'] ?? '')]).toEqual([true, false])
  })

  test('is found, number, address and health too, by one who has every ground: the search above can fail', async () => {
    const found = leaks(await everythingFor((await here.holding(...staffPermissions)).actor))
    for (const secret of SECRETS) expect(found.filter((one) => one.endsWith(secret)), secret).not.toEqual([])
    expect(new Set(found.map((one) => one.split(':')[0])).size).toBeGreaterThan(40)
  })
})

/** Who can ask: a colleague with every permission, the participant herself, or an employer who holds a link. */
async function whoMay({ permission }: Operation): Promise<Actor> {
  if (permission.startsWith('own.')) return (await here.participant(ids['otherId'] ?? '')).actor
  if (permission.startsWith('link.')) return { ...(await here.holding(permission)).actor, kind: 'employer', personId: ids['personId'], agreementId: ids['agreementId'] }
  return (await here.holding(...staffPermissions)).actor
}

const databaseClock = async (): Promise<string | undefined> => (await world().owner.query<{ at: string }>('select clock_timestamp()::text as at')).rows[0]?.at

describe('every operation that reads', () => {
  test.each(reads)('%s is asked here in a shape it takes, and names in the audit whom it shows', async (name, op) => {
    const actor = await whoMay(op)
    let understood = 0
    // what is noted once an hour is noted by the first of these
    const began = await databaseClock()
    for (const input of asked(name, op)) {
      if (!op.input.safeParse(input).success) continue
      understood += 1
      const at = op.notedHourly ? began : await databaseClock()
      const output = await perform(world().db, op, actor, { name, input, now: NOW }).catch((error: unknown) => { if (error instanceof NotFound || error instanceof Refused) return null; throw error })
      const text = JSON.stringify(output ?? '') + writtenIn(output)
      const fileName = typeof output === 'object' && output !== null && 'fileName' in output ? String(output.fileName) : ''
      expect(fileName, 'a file is named without a person').not.toMatch(/Zora|Hemmel|\d{11}/)
      const shown = [...[ids['personId'], ids['otherId']].filter((id) => id && text.includes(id)), ...(text.includes('Hemmelig') ? [ids['personId']] : [])]
      const { rows } = await world().owner.query<{ id: string }>('select unnest(subjects) as id from audit_log where municipality_id = $1 and actor_id = $2 and at > $3', [here.id, actor.id, at])
      expect(rows.map(({ id }) => id), JSON.stringify(input)).toEqual(expect.arrayContaining(shown))
    }
    expect(understood, 'teach the intruder what to ask').toBeGreaterThan(0)
  })
})
