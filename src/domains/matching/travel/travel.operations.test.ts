import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const file = (header: string, ...lines: string[]): Uint8Array => new TextEncoder().encode([header, ...lines].join('\n'))
const times = (...lines: string[]) => ({ fileName: 'reisetider.csv', bytes: file('fra;til;måte;minutter;kilde;dato', ...lines), dryRun: false })
const spots = (...lines: string[]) => ({ fileName: 'postnumre.csv', bytes: file('postnummer;poststed;breddegrad;lengdegrad;kilde;dato', ...lines), dryRun: false })
const straight = { factor: 1.5, walkSpeed: 5, bicycleSpeed: 15, publicSpeed: 30, carSpeed: 50, leastMinutes: 5, source: 'Målt på ti strekninger i 2026' }

/** A person at 5003 and a place at 5009, with an hour at most and the bus. */
async function aWayToGo(here: Municipality, minutes: number | null = 60): Promise<{ personId: string; openingId: string }> {
  const [personId, { openingId }] = [await aMappedPerson(here), await aPlace(here)]
  await here.put(async (tx) => {
    await tx.insertInto('personAddress').values({ personId, postcode: '5003' }).execute()
    await tx.updateTable('practicalFrame').set({ travelMinutes: minutes }).where('personId', '=', personId).execute()
    await tx.updateTable('opening').set({ postcode: '5009' }).where('id', '=', openingId).execute()
  })
  return { personId, openingId }
}
async function commuteOf(here: Municipality, { personId, openingId }: { personId: string; openingId: string }) {
  const { match } = await (await here.as('programme_adviser')).call('matching.explain', { personId, openingId })
  return [...match.required, ...match.wished].find(({ kind }) => kind === 'commute')
}

test('a table is looked at, then written; a newer one replaces, bad lines are told, and it can be taken out', async () => {
  const broker = await (await aMunicipality(world())).as('job_broker')
  const good = times('5003;5009;buss;25;Ruteplan;2026-11-01', '5003;5009;bil;12;Kart;1.11.2026')
  expect(await broker.call('matching.importTravelTimes', { ...good, dryRun: true })).toMatchObject({ created: 2, written: false })
  expect(await broker.call('matching.importTravelTimes', good)).toMatchObject({ created: 2, written: true })
  expect(await broker.call('matching.importTravelTimes', times('5003;5009;kollektiv;31;Ruteplan;2026-11-20', '5003;5009;bil;12;Kart;2026-11-01'))).toMatchObject({ changed: 1, unchanged: 1 })
  expect(await broker.call('matching.importTravelTimes', times('503;5009;buss;25;R;2026-11-01', '5003;5009;ski;25;R;2026-11-01', '5003;5009;buss;;R;2026-11-01', '5003;5009;buss;20;;2026-11-01', '5003;5009;buss;20;R;i fjor', '5003;5010;buss;20;R;2026-11-01', '5003;5010;buss;21;R;2026-11-01')))
    .toMatchObject({ written: false, refusedRows: 6, refused: [{ row: 2, field: 'fromPostcode' }, { row: 3, field: 'way' }, { row: 4, field: 'minutes' }, { row: 5, field: 'source' }, { row: 6, field: 'measuredOn' }, { row: 8, code: 'travel.twice', params: { first: 7 } }] })
  expect(await broker.call('matching.importTravelTimes', { ...times(), bytes: file('a;b', '1;2') })).toMatchObject({ refused: [{ code: 'travel.noTimesHeader' }] })
  expect((await broker.call('matching.getTravel', {})).times).toEqual([{ source: 'Ruteplan', measuredOn: '2026-11-20', count: 1 }, { source: 'Kart', measuredOn: '2026-11-01', count: 1 }])
  expect(await broker.call('matching.removeTravel', { what: 'times', source: 'Kart', measuredOn: '2026-11-01' as never })).toEqual({ removed: 1 })
  await expect(broker.call('matching.removeTravel', { what: 'times', source: 'Kart', measuredOn: '2026-11-01' as never })).rejects.toThrow(NotFound)
  await expect((await (await aMunicipality(world())).as('hr_leader')).call('matching.importTravelTimes', good)).rejects.toThrow(Forbidden)
})

test('postcodes are brought in the same way, and one outside Norway is refused', async () => {
  const broker = await (await aMunicipality(world())).as('job_broker')
  expect(await broker.call('matching.importPostcodes', spots('5003;BERGEN;60,39;5,32;Kartverket;2026-10-01', '0150;OSLO;59.91;10.74;Kartverket;2026-10-01'))).toMatchObject({ created: 2, written: true })
  expect(await broker.call('matching.importPostcodes', spots('5003;BERGEN;5,32;60,39;Kartverket;2026-10-01'))).toMatchObject({ written: false, refused: [{ row: 2, field: 'latitude' }, { row: 2, field: 'longitude' }] })
  expect((await broker.call('matching.getTravel', {})).spots).toEqual([{ source: 'Kartverket', measuredOn: '2026-10-01', count: 2 }])
})

test('how a straight line becomes minutes is the municipality’s to say, with its source; until then it is said to be assumed', async () => {
  const leader = await (await aMunicipality(world())).as('manager')
  expect(await leader.call('matching.getTravel', {})).toMatchObject({ set: null, straight: { factor: 1.4, source: '' }, actions: ['change'] })
  await leader.call('matching.saveStraightLine', straight)
  expect(await leader.call('matching.getTravel', {})).toMatchObject({ set: { version: 1 }, straight })
  await leader.call('matching.saveStraightLine', { ...straight, version: 1, factor: 1.6 })
  expect(await leader.refusals('matching.saveStraightLine', { ...straight, version: 1 })).toMatchObject([{ code: 'stale' }])
  expect((await leader.refusals('matching.saveStraightLine', { ...straight, source: ' ' })).map(({ path }) => path)).toEqual(['source'])
})

describe('the way to work says what it rests on', () => {
  test('the table where it knows the way, else a straight line between known spots, else unknown', async () => {
    const here = await aMunicipality(world())
    const [way, broker] = [await aWayToGo(here), await here.as('job_broker')]
    expect(await commuteOf(here, way)).toMatchObject({ met: 'unknown', known: 'unknown', isRequired: false, gap: { code: 'mapTravel' } })
    expect((await broker.call('matching.getTravel', {})).pairs).toEqual({ table: 0, straight: 0, unknown: 1 })
    await broker.call('matching.importPostcodes', spots('5003;;60.39;5.32;Kart;2026-10-01', '5009;;60.36;5.36;Kart;2026-10-01'))
    expect(await commuteOf(here, way)).toMatchObject({ met: 'yes', isRequired: true, known: { value: { is: 'travel', basis: 'straight', by: 'public', minutes: 14 } } })
    await broker.call('matching.importTravelTimes', times('5003;5009;bil;9;Kart;2026-11-01'))
    // by car is no way of hers
    expect(await commuteOf(here, way)).toMatchObject({ known: { value: { basis: 'straight' } } })
    await broker.call('matching.importTravelTimes', times('5003;5009;buss;70;Ruteplan;2026-11-01'))
    expect(await commuteOf(here, way)).toMatchObject({ met: 'no', known: { value: { basis: 'table', minutes: 70 }, on: '2026-11-01', source: 'Ruteplan' }, gap: { code: 'longerTravel', params: { minutes: 70, limit: 60 } } })
    expect((await broker.call('matching.getTravel', {})).pairs).toEqual({ table: 1, straight: 0, unknown: 0 })
  })
  test('her limit is hers: without one nothing is too far, and much over it is', async () => {
    const here = await aMunicipality(world())
    const [free, short] = [await aWayToGo(here, null), await aWayToGo(here, 20)]
    await (await here.as('job_broker')).call('matching.importTravelTimes', times('5003;5009;buss;45;Ruteplan;2026-11-01'))
    expect(await commuteOf(here, free)).toMatchObject({ met: 'unknown', gap: { code: 'mapLimit' }, known: { value: { minutes: 45 } } })
    const { match } = await (await here.as('programme_adviser')).call('matching.explain', short)
    expect(match).toMatchObject({ verdict: 'not', blockedBy: 'commute' })
  })
  test('the way from a protected address is unknown to everybody, also to those who may see the address', async () => {
    const here = await aMunicipality(world())
    const way = await aWayToGo(here)
    await (await here.as('job_broker')).call('matching.importTravelTimes', times('5003;5009;buss;25;Ruteplan;2026-11-01'))
    expect(await commuteOf(here, way)).toMatchObject({ met: 'yes' })
    await here.put((tx) => tx.updateTable('person').set({ addressProtection: 'confidential' }).where('id', '=', way.personId).execute())
    const keeper = await here.as('programme_adviser', 'protected_access')
    const [hidden, open] = [await keeper.call('matching.explain', way), await (await here.as('programme_adviser')).call('matching.explain', way)]
    expect(hidden).toEqual(open)
    expect([...hidden.match.required, ...hidden.match.wished].find(({ kind }) => kind === 'commute')).toMatchObject({ met: 'unknown', known: 'unknown' })
  })
})

test('a travel table of one municipality is nobody else’s', async () => {
  const [here, there] = [await aMunicipality(world()), await aMunicipality(world())]
  await (await here.as('job_broker')).call('matching.importTravelTimes', times('5003;5009;buss;25;Ruteplan;2026-11-01'))
  expect((await (await there.as('job_broker')).call('matching.getTravel', {})).times).toEqual([])
})
