import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import type { Municipality } from '#test/world.ts'
import { aMunicipality, TODAY, useWorld } from '#test/world.ts'

const world = useWorld()
let lastNumber = 910_000_000

type Made = { id: string; orgNumber: string }
/** An employer as an import would have made it. */
async function anEmployer(municipality: Municipality, over: { name?: string; kind?: 'enhet' | 'underenhet'; status?: 'active' | 'bankrupt' | 'deleted'; municipalityNumber?: string; parentId?: string } = {}): Promise<Made> {
  const made = { id: randomUUID(), orgNumber: String(lastNumber++) }
  await municipality.put((tx) => tx.insertInto('employer').values({ ...made, kind: 'underenhet', name: 'Fjordvik Bakeri', place: 'FJORDVIK', ...over }).execute())
  return made
}

test('an employer is found by any spelling, by its number, and by what one looks for', async () => {
  const municipality = await aMunicipality(world())
  const broker = await municipality.as('job_broker')
  const bakery = await anEmployer(municipality, { name: 'Åsgård Bakeri og Kafé', municipalityNumber: municipality.number })
  const yard = await anEmployer(municipality, { name: 'Vestnes Verft', status: 'bankrupt', municipalityNumber: '9999' })
  for (const text of ['åsgård', 'Aasgaard', 'asgard bakri', 'kafe', bakery.orgNumber, `${bakery.orgNumber.slice(0, 3)} ${bakery.orgNumber.slice(3, 6)} ${bakery.orgNumber.slice(6)}`]) {
    expect((await broker.call('employers.listEmployers', { text })).rows.map((row) => row.id), text).toEqual([bakery.id])
  }
  const ids = async (filter: object) => (await broker.call('employers.listEmployers', filter)).rows.map((row) => row.id)
  expect(await ids({})).toEqual([yard.id, bakery.id])
  expect(await ids({ direction: 'descending' })).toEqual([bakery.id, yard.id])
  expect(await ids({ status: ['bankrupt'] })).toEqual([yard.id])
  expect(await ids({ municipality: 'own' })).toEqual([bakery.id])
  expect(await ids({ contact: 'with' })).toEqual([])
  await broker.call('employers.noteRequest', { id: randomUUID(), employerId: yard.id, askedBy: 'nav', about: 'Sveiser' })
  expect(await ids({ notAskedForMonths: 3 })).toEqual([bakery.id])
  expect(await ids({ sort: 'lastAsked', direction: 'descending' })).toEqual([yard.id, bakery.id])
})

test('a practice place that is open is what "has places" means', async () => {
  const municipality = await aMunicipality(world())
  const broker = await municipality.as('job_broker')
  const [open, past, withdrawn] = [await anEmployer(municipality), await anEmployer(municipality), await anEmployer(municipality)]
  await municipality.put((tx) => tx.insertInto('opening').values([
    { id: randomUUID(), kind: 'practice_place', title: 'Åpen', employerId: open.id },
    { id: randomUUID(), kind: 'vacancy', title: 'Utløpt', employerId: past.id, expiresAt: '2020-01-01T00:00:00Z' as never },
    { id: randomUUID(), kind: 'practice_place', title: 'Trukket', employerId: withdrawn.id, withdrawnAt: new Date().toISOString() as never },
  ]).execute())
  expect((await broker.call('employers.listEmployers', { places: 'with' })).rows).toMatchObject([{ id: open.id, openings: 1 }])
  expect((await broker.call('employers.listEmployers', { places: 'without' })).total).toBe(2)
})

test('the page shows main unit and sub-units, what is agreed, and who may enter an agreement', async () => {
  const municipality = await aMunicipality(world())
  const broker = await municipality.as('job_broker')
  const main = await anEmployer(municipality, { kind: 'enhet', name: 'Bakeri Holding' })
  const unit = await anEmployer(municipality, { parentId: main.id })
  await broker.call('employers.saveEmployerRelation', { id: unit.id, version: 1, seatsAtOnce: 2, notWhen: ' i desember ', requestCap: 1, staffAskedOn: TODAY })
  expect(await broker.call('employers.getEmployer', { employerId: main.id })).toMatchObject({ units: [{ id: unit.id }], agreementRefusals: [{ code: 'employers.mainUnitNoAgreement' }] })
  expect(await broker.call('employers.getEmployer', { employerId: unit.id })).toMatchObject({
    version: 2, parent: { id: main.id }, seatsAtOnce: 2, notWhen: 'i desember', fullUntil: null, agreementRefusals: [], pressure: { crosses: false } })
  await broker.call('employers.saveEmployerRelation', { id: unit.id, version: 2, seatsAtOnce: 3 })
  expect(await broker.call('employers.getEmployer', { employerId: unit.id })).toMatchObject({ seatsAtOnce: 3, notWhen: null, requestCap: null })
  expect((await broker.refusals('employers.saveEmployerRelation', { id: unit.id, version: 2, seatsAtOnce: 4 }))[0]).toMatchObject({ code: 'stale', params: { by: expect.stringContaining('job_broker') } })
})

test('a new contact person is a hand-over that is remembered', async () => {
  const municipality = await aMunicipality(world())
  const [broker, adviser, teacher] = [await municipality.as('job_broker'), await municipality.as('programme_adviser'), await municipality.as('teacher')]
  const { id } = await anEmployer(municipality)
  const colleagues = (await broker.call('employers.listColleagues', {})).colleagues.map((colleague) => colleague.id)
  expect(colleagues.toSorted()).toEqual([broker.actor.id, adviser.actor.id].toSorted())
  await broker.call('employers.handOverContact', { id: randomUUID(), employerId: id, version: 1, toAccountId: broker.actor.id, substituteAccountId: adviser.actor.id })
  await broker.call('employers.handOverContact', { id: randomUUID(), employerId: id, version: 2, toAccountId: adviser.actor.id, note: 'Kjenner bakeren fra før' })
  const employer = await broker.call('employers.getEmployer', { employerId: id })
  expect(employer).toMatchObject({ contactAccountId: adviser.actor.id, substituteName: null })
  expect(employer.handovers.map(({ from, to }) => [from === null, to === null])).toEqual(expect.arrayContaining([[false, false], [true, false]]))
  expect((await broker.refusals('employers.handOverContact', { id: randomUUID(), employerId: id, version: 3, toAccountId: teacher.actor.id })).map(({ code }) => code)).toEqual(['employers.colleagueUnknown'])
  expect((await adviser.call('employers.listEmployers', { contact: 'mine' })).total).toBe(1)
})

test('people at the employer are kept, changed, and marked as gone', async () => {
  const municipality = await aMunicipality(world())
  const broker = await municipality.as('job_broker')
  const [{ id: employerId }, id] = [await anEmployer(municipality), randomUUID()]
  await broker.call('employers.saveContact', { id, employerId, name: 'Kari Bakke', phone: '90000000', isSupervisor: true, supervisesAtOnce: 2 })
  await broker.call('employers.saveContact', { id, employerId, version: 1, name: 'Kari Bakke', isActive: false })
  expect((await broker.call('employers.getEmployer', { employerId })).contacts).toMatchObject([{ name: 'Kari Bakke', phone: null, isActive: false, version: 2 }])
  expect(await broker.refusals('employers.saveContact', { id: randomUUID(), employerId, name: ' ' })).toEqual([{ code: 'shape.required', path: 'name' }])
  await expect(broker.call('employers.saveContact', { id: randomUUID(), employerId: randomUUID(), name: 'Ingen' })).rejects.toThrow(NotFound)
})

test('a need is written after a talk and confirmed later', async () => {
  const municipality = await aMunicipality(world())
  const broker = await municipality.as('job_broker')
  const [{ id: employerId }, id] = [await anEmployer(municipality), randomUUID()]
  await broker.call('employers.writeNeed', { id, employerId, talkedOn: plainDate('2026-03-01'), channel: 'visit', answers: { business: 'Bakeri med kafé', numberNow: 2 } })
  expect((await broker.call('employers.getEmployer', { employerId })).needs).toMatchObject([{ confirmedOn: '2026-03-01', answers: { business: 'Bakeri med kafé', numberNow: 2, tasks: null } }])
  await broker.call('employers.confirmNeed', { id, version: 1 })
  expect((await broker.call('employers.listEmployers', {})).rows[0]?.needConfirmedOn).toBe(TODAY)
  await broker.call('employers.writeNeed', { id, version: 2, employerId, talkedOn: TODAY, channel: 'call', answers: { business: 'Bare bakeri' } })
  expect((await broker.call('employers.getEmployer', { employerId })).needs).toMatchObject([{ version: 3, answers: { business: 'Bare bakeri', numberNow: null } }])
  expect((await broker.refusals('employers.writeNeed', { id: randomUUID(), employerId, talkedOn: addDays(TODAY, 1), channel: 'call', answers: {} })).map(({ code }) => code)).toEqual(['employers.talkInFuture', 'employers.needEmpty'])
  expect(await broker.refusals('employers.confirmNeed', { id, version: 1 })).toMatchObject([{ code: 'stale' }])
})

test('a request is noted with a warning that forbids nothing, answered, and joined with others', async () => {
  const municipality = await aMunicipality(world())
  const broker = await municipality.as('job_broker')
  const { id: employerId } = await anEmployer(municipality)
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  const note = (at: number) => broker.call('employers.noteRequest', { id: ids[at] ?? '', employerId, askedBy: at === 0 ? 'nav' : 'adult_education', about: 'To språkpraksisplasser', seats: at + 1, askedOn: addDays(TODAY, -30) })
  expect((await note(0)).pressure.crosses).toBe(false)
  await note(1)
  expect((await broker.call('employers.getPressure', { employerId })).reasons).toEqual([{ code: 'employers.pressure.many', params: { open: 2 } }])
  expect((await note(2)).pressure.crosses).toBe(true)
  const [first = '', second = '', third = ''] = ids
  await broker.call('employers.joinRequests', { into: { id: first, version: 1 }, joined: [{ id: second, version: 1 }] })
  await broker.call('employers.answerRequest', { id: third, version: 1, answer: 'no', note: 'Ikke før jul' })
  const { requests, pressure } = await broker.call('employers.getEmployer', { employerId })
  expect(Object.fromEntries(requests.map((request) => [request.id, [request.answer, request.seats, request.joinedInto]])))
    .toEqual({ [first]: ['open', 3, null], [second]: ['joined', 2, first], [third]: ['no', 3, null] })
  expect(pressure.open).toBe(1)
  expect(await broker.refusals('employers.answerRequest', { id: second, version: 2, answer: 'yes' })).toEqual([{ code: 'employers.answerJoined', path: 'answer' }])
  expect((await broker.refusals('employers.joinRequests', { into: { id: first, version: 2 }, joined: [{ id: third, version: 2 }] })).map(({ code }) => code)).toEqual(['employers.joinAnswered'])
  expect(await broker.refusals('employers.noteRequest', { id: randomUUID(), employerId, askedBy: 'nav', about: 'x', askedOn: addDays(TODAY, 1) })).toMatchObject([{ code: 'employers.askedInFuture' }])
})

test('an initiative waits with its owner and the employer\'s substitute until it is answered', async () => {
  const municipality = await aMunicipality(world())
  const [broker, adviser, stranger] = [await municipality.as('job_broker'), await municipality.as('programme_adviser'), await municipality.as('nav_adviser')]
  const [{ id: employerId }, id] = [await anEmployer(municipality), randomUUID()]
  await broker.call('employers.handOverContact', { id: randomUUID(), employerId, version: 1, toAccountId: broker.actor.id, substituteAccountId: adviser.actor.id })
  await broker.call('employers.receiveInitiative', { id, employerId, wording: 'Jeg kan ta én som syr', receivedOn: addDays(TODAY, -9), ownerId: broker.actor.id, answerDue: addDays(TODAY, -2) })
  const waiting = async (who: typeof broker) => (await who.call('employers.listWaitingInitiatives', {})).initiatives.map(({ role, isLate }) => [role, isLate])
  expect(await waiting(broker)).toEqual([['owner', true]])
  expect(await waiting(adviser)).toEqual([['substitute', true]])
  expect(await waiting(stranger)).toEqual([])
  await broker.call('employers.passOnInitiative', { id, version: 1, ownerId: stranger.actor.id, answerDue: addDays(TODAY, 3) })
  expect(await waiting(stranger)).toEqual([['owner', false]])
  await stranger.call('employers.answerInitiative', { id, version: 2, outcome: 'no', note: 'Ingen passer nå, ringer igjen i mars' })
  expect(await waiting(broker)).toEqual([])
  expect((await broker.call('employers.getEmployer', { employerId })).initiatives).toMatchObject([{ outcome: 'no', answeredOn: TODAY, isLate: false }])
  expect(await broker.refusals('employers.passOnInitiative', { id, version: 3, ownerId: broker.actor.id, answerDue: TODAY })).toEqual([{ code: 'employers.initiativeAnswered' }])
  expect(await broker.refusals('employers.answerInitiative', { id, version: 3, outcome: 'yes', note: 'Ja', answeredOn: addDays(TODAY, 1) })).toMatchObject([{ code: 'employers.answeredOn' }])
  expect((await broker.refusals('employers.receiveInitiative', { id: randomUUID(), employerId, wording: 'x', receivedOn: TODAY, ownerId: randomUUID(), answerDue: addDays(TODAY, -1) })).map(({ code }) => code))
    .toEqual(['employers.dueBeforeReceived', 'employers.colleagueUnknown'])
})

test('who only reads may change nothing, and nobody sees another municipality\'s employers', async () => {
  const [here, there] = [await aMunicipality(world()), await aMunicipality(world())]
  const { id } = await anEmployer(here)
  const reader = await here.as('hr_leader')
  expect((await reader.call('employers.getEmployer', { employerId: id })).actions).toEqual(['makeOpening'])
  await expect(reader.call('employers.saveEmployerRelation', { id, version: 1 })).rejects.toThrow(Forbidden)
  const stranger = await there.as('job_broker')
  await expect(stranger.call('employers.getEmployer', { employerId: id })).rejects.toThrow(NotFound)
  expect((await stranger.call('employers.listEmployers', { text: 'Fjordvik' })).total).toBe(0)
})
