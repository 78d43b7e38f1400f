import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Caller } from '#test/world.ts'
import { aSharedPlace, aSide, anAgreement } from '#test/sharing.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import type { Part, Scenario } from './what-if.schema.ts'

const world = useWorld()
const more = (like: string, count: number): Part => ({ is: 'places', count, like, title: 'Flere', occupationCode: null, level: null, schedule: [], reachableBy: [] })
const scenario = (name: string, ...parts: Part[]): Scenario => ({ name, unit: 'kroner', parts: parts.map((part) => ({ part, cost: 1000 })) })

async function finished(who: Caller, runId: string) {
  for (let turn = 0; turn < 200; turn += 1) {
    const read = await who.call('matching.readWhatIf', { runId })
    if (read.state !== 'waits' && read.state !== 'runs') return read
    await sleep(50)
  }
  throw new Error('The run did not end')
}

async function aTown() {
  const here = await aMunicipality(world())
  for (let at = 0; at < 6; at += 1) await aMappedPerson(here)
  const { openingId, employerId } = await aPlace(here, { seats: 2 })
  return { here, openingId, employerId, broker: await here.as('job_broker') }
}

test('a scenario is saved under a name, seen by colleagues, saved again and removed', async () => {
  const { here, openingId, employerId, broker } = await aTown()
  const id = randomUUID()
  expect(await broker.call('matching.saveWhatIf', { id, ...scenario('Flere på kjøkkenet', more(openingId, 3)) })).toEqual({ id, version: 1 })
  const adviser = await here.as('programme_adviser')
  expect(await adviser.call('matching.listWhatIfs', {})).toMatchObject({ saved: [{ id, version: 1, name: 'Flere på kjøkkenet', savedByName: expect.stringContaining('job_broker'), parts: [{ cost: 1000 }] }],
    openings: [{ id: openingId, name: 'Kjøkkenassistent, Fjordkroa' }], employers: [{ id: employerId }], towns: ['Fjordvik'], seats: 2, actions: ['save'] })
  expect(await broker.refusals('matching.saveWhatIf', { id: randomUUID(), ...scenario('Flere på kjøkkenet', more(openingId, 3)) })).toEqual([{ code: 'constraint.what_if_scenario_name' }])
  expect(await adviser.call('matching.saveWhatIf', { id, version: 1, ...scenario('Mange flere', more(openingId, 9)) })).toEqual({ id, version: 2 })
  expect(await broker.refusals('matching.saveWhatIf', { id, version: 1, ...scenario('For sent', more(openingId, 9)) })).toMatchObject([{ code: 'stale' }])
  await broker.call('matching.removeWhatIf', { id })
  await expect(broker.call('matching.removeWhatIf', { id })).rejects.toThrow(NotFound)
  await expect((await here.as('hr_leader')).call('matching.listWhatIfs', {})).rejects.toThrow(Forbidden)
})

test('a run compares scenarios with today on the facts there are, for whoever started it', async () => {
  const { here, openingId, broker } = await aTown()
  const runId = randomUUID()
  await broker.call('matching.startWhatIf', { runId, scenarios: [scenario('Tre til', more(openingId, 3)), scenario('A1 i stedet', { is: 'level', from: 'A2', to: 'A1', employerId: null, occupation: null, kind: null })] })
  const { state, comparison, cheapest } = await finished(broker, runId)
  expect([state, cheapest]).toEqual(['done', null])
  expect(comparison?.people).toBe(6)
  expect(comparison?.today).toMatchObject({ placed: { mean: 2 }, seats: 2 })
  expect(comparison?.scenarios.map(({ name, effect }) => [name, effect.placed.mean])).toEqual([['Tre til', 5], ['A1 i stedet', 2]])
  expect(JSON.stringify(comparison)).not.toMatch(/Amina|Bjørnstad|[0-9a-f]{8}-[0-9a-f]{4}-/)
  const other = await here.as('job_broker')
  await expect(other.call('matching.readWhatIf', { runId })).rejects.toThrow(NotFound)
  await expect(other.call('matching.cancelWhatIf', { runId })).rejects.toThrow(NotFound)
  expect(await broker.refusals('matching.startWhatIf', { runId: randomUUID(), scenarios: [] })).not.toEqual([])
})

test('no more is promised than a plan on the cohort board gives: seats and people under way, limits and posts nobody is ranked for are counted alike', async () => {
  const { here, openingId, employerId, broker } = await aTown()
  const [other, post] = [await aPlace(here, { seats: 3 }), await aPlace(here, { seats: 9 })]
  await here.put(async (tx) => {
    await tx.updateTable('employer').set({ orgForm: 'KOMM' }).where('id', '=', post.employerId).execute()
    await tx.updateTable('opening').set({ kind: 'vacancy' }).where('id', '=', post.openingId).execute()
    await tx.updateTable('employer').set({ seatsAtOnce: 2 }).where('id', '=', other.employerId).execute()
  })
  const solve = async () => {
    const cohortId = randomUUID()
    return { cohortId, ...await broker.call('matching.solvePlan', { id: cohortId, name: 'Uke 47', goal: 'most_placed' }), ...await broker.call('matching.getPlan', { cohortId }) }
  }
  const counted = async () => {
    const runId = randomUUID()
    await broker.call('matching.startWhatIf', { runId, scenarios: [scenario('Ni til', more(other.openingId, 9))] })
    const { comparison } = await finished(broker, runId)
    return comparison && { people: comparison.people, placed: comparison.today.placed.mean, seats: comparison.today.seats, after: comparison.scenarios[0]?.effect.placed.mean, under: comparison.scenarios[0]?.effect.parts[0]?.under }
  }
  const plan = await solve()
  expect(plan.placed).toBe(4)
  expect(await counted()).toEqual({ people: 6, placed: 4, seats: 4, after: 4, under: { name: 'Fjordkroa', left: 2 } })
  const gone = plan.rows.flatMap(({ person, openingId: at }) => (at === null ? [] : [{ personId: person.id, presentationId: randomUUID(), at }]))
  const chosen = [gone.find(({ at }) => at === openingId), gone.find(({ at }) => at === other.openingId)].flatMap((one) => one ?? [])
  await broker.call('matching.releaseRows', { cohortId: plan.cohortId, version: 1, rows: chosen.map(({ personId, presentationId }) => ({ personId, presentationId })) })
  expect((await solve()).placed).toBe(2)
  expect(await counted()).toEqual({ people: 4, placed: 2, seats: 2, after: 2, under: { name: 'Fjordkroa', left: 1 } })
  const { seats, openings, employers } = await broker.call('matching.listWhatIfs', {})
  expect([seats, openings.some(({ id }) => id === post.openingId), employers.some(({ id }) => id === employerId)]).toEqual([2, false, true])
  expect((await broker.call('matching.whatHelps', { personId: chosen[0]?.personId ?? '' })).isCandidate).toBe(false)
})

test('whoever nothing leads to a place, and whoever was proposed for it before, is counted where the board counts her: nowhere', async () => {
  const { here, openingId, broker } = await aTown()
  const { openingId: cleaning } = await aPlace(here, { occupationCode: '9112', title: 'Renholder', seats: 5 })
  const people = await here.put((tx) => tx.selectFrom('person').select('id').execute())
  await here.put((tx) => tx.insertInto('presentation').values(people.slice(1).map(({ id }) => ({ id: randomUUID(), personId: id, openingId, startedBy: 'staff' as const }))).execute())
  const [runId, cohortId] = [randomUUID(), randomUUID()]
  await broker.call('matching.startWhatIf', { runId, scenarios: [scenario('Mer renhold', more(cleaning, 3)), scenario('Flere på kjøkkenet', more(openingId, 3))] })
  const { comparison } = await finished(broker, runId)
  const plan = await broker.call('matching.solvePlan', { id: cohortId, name: 'Uke 48', goal: 'most_placed' })
  expect([plan.placed, comparison?.today.placed.mean, comparison?.today.score.mean]).toEqual([1, 1, plan.score])
  expect(comparison?.scenarios.map(({ effect }) => effect.placed.mean)).toEqual([1, 4])
})

test('the cheapest parts for a target are found, and a run can be called off', async () => {
  const { openingId, broker } = await aTown()
  const [runId, off] = [randomUUID(), randomUUID()]
  const dear = { ...scenario('Dyrt og billig', more(openingId, 3), more(openingId, 2)), parts: [{ part: more(openingId, 3), cost: 90 }, { part: more(openingId, 2), cost: 10 }] }
  await broker.call('matching.startCheapest', { runId, scenario: dear, target: 4 })
  expect((await finished(broker, runId)).cheapest).toMatchObject({ chosen: [1], cost: 10, how: 'exact', today: 2, placed: { mean: 4 } })
  expect(await broker.refusals('matching.startCheapest', { runId, scenario: dear, target: 0 })).not.toEqual([])
  await broker.call('matching.startCheapest', { runId: off, target: 100_000, scenario: scenario('Av', ...Array.from({ length: 12 }, (_, at) => more(openingId, at + 1))) })
  await broker.call('matching.cancelWhatIf', { runId: off })
  expect((await finished(broker, off)).state).toBe('cancelled')
})

test('places neighbours share are counted where the one who asks says so', async () => {
  const [owner, ours] = [await aSide(world()), await aSide(world())]
  await anAgreement(owner, ours)
  const openingId = await aSharedPlace(owner, ours, { title: 'Delt kjøkken', seats: 2 })
  for (let at = 0; at < 3; at += 1) await aMappedPerson(ours.here)
  const listed = await ours.broker.call('matching.listWhatIfs', {})
  expect(listed).toMatchObject({ seats: 0, neighbourSeats: 2, openings: [{ id: openingId, name: `Delt kjøkken, Fjordkroa, Kommune ${owner.here.number}` }] })
  const placed = async (neighbours: boolean) => {
    const [runId, cheapId] = [randomUUID(), randomUUID()]
    await ours.broker.call('matching.startWhatIf', { runId, neighbours, scenarios: [scenario('Tre til', more(openingId, 3))] })
    const { comparison } = await finished(ours.broker, runId)
    await ours.broker.call('matching.startCheapest', { runId: cheapId, neighbours, target: 1, scenario: scenario('Tre til', more(openingId, 3)) })
    return [comparison?.today.placed.mean, comparison?.scenarios[0]?.effect.placed.mean, (await finished(ours.broker, cheapId)).cheapest?.today]
  }
  expect([await placed(true), await placed(false)]).toEqual([[2, 3, 2], [0, 0, 0]])
})
