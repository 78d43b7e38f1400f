import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Side } from '#test/sharing.ts'
import { YES, aPutForward, aSharedPlace, aSide, anAgreement } from '#test/sharing.ts'
import { TODAY, useWorld } from '#test/world.ts'

const world = useWorld()
let owner: Side
let neighbour: Side
beforeAll(async () => { [owner, neighbour] = [await aSide(world()), await aSide(world())] })

/** A pair of their own, for tests that end what they share. */
const aPair = async (): Promise<[Side, Side, string]> => {
  const [one, other] = [await aSide(world()), await aSide(world())]
  return [one, other, await anAgreement(one, other)]
}

describe('an agreement between two municipalities', () => {
  test('is proposed by one, accepted by the other, ended by either, and both read who and when', async () => {
    const [one, other, id] = await aPair()
    const ours = (await one.adviser.call('matching.listSharing', {})).rows
    const theirs = (await other.adviser.call('matching.listSharing', {})).rows
    expect(ours).toMatchObject([{ id, state: 'in_force', isOurs: true, otherName: `Kommune ${other.here.number}`, acceptedOn: TODAY, acceptedByName: `manager ${other.here.number}`, proposedByName: `manager ${one.here.number}`, note: 'Samme bussrute', actions: [] }])
    expect(theirs).toMatchObject([{ id, state: 'in_force', isOurs: false, otherName: `Kommune ${one.here.number}` }])
    await other.manager.call('matching.endSharing', { id, version: 2, reason: 'Bussen er lagt ned' })
    expect((await one.manager.call('matching.listSharing', {})).rows).toMatchObject([{ state: 'ended', endedByUs: false, endedByName: `manager ${other.here.number}`, endReason: 'Bussen er lagt ned', actions: [] }])
    expect(await one.manager.refusals('matching.endSharing', { id, version: 3, reason: 'x' })).toEqual([{ code: 'sharing.alreadyEnded' }])
  })

  test('is not accepted by the one who proposed it, nor by a third, nor twice; one at a time', async () => {
    const [one, other, third] = [await aSide(world()), await aSide(world()), await aSide(world())]
    const id = randomUUID()
    await one.manager.call('matching.proposeSharing', { id, neighbourId: other.here.id })
    expect(await one.manager.refusals('matching.acceptSharing', { id, version: 1 })).toEqual([{ code: 'sharing.ownProposal' }])
    await expect(third.manager.call('matching.acceptSharing', { id, version: 1 })).rejects.toThrow(NotFound)
    expect(await other.manager.refusals('matching.acceptSharing', { id, version: 7 })).toMatchObject([{ code: 'stale' }])
    await other.manager.call('matching.acceptSharing', { id, version: 1 })
    expect(await other.manager.refusals('matching.acceptSharing', { id, version: 2 })).toEqual([{ code: 'sharing.notWaiting' }])
    expect(await other.manager.refusals('matching.proposeSharing', { id: randomUUID(), neighbourId: one.here.id })).toEqual([{ code: 'sharing.alreadyOpen', path: 'neighbourId' }])
    expect(await one.manager.refusals('matching.proposeSharing', { id: randomUUID(), neighbourId: randomUUID() })).toEqual([{ code: 'sharing.noSuchNeighbour', path: 'neighbourId' }])
    await expect(one.broker.call('matching.proposeSharing', { id: randomUUID(), neighbourId: third.here.id })).rejects.toThrow(Forbidden)
  })
})

describe('a shared place', () => {
  beforeAll(async () => { await anAgreement(owner, neighbour) })

  test('stands in the neighbour’s lists with whose it is, and is put forward to, never proposed to', async () => {
    const openingId = await aSharedPlace(owner, neighbour, { title: 'Delt kjøkken' })
    const personId = await aMappedPerson(neighbour.here)
    const { rows } = await neighbour.adviser.call('matching.matchesForPerson', { personId })
    expect(rows.find(({ opening }) => opening.id === openingId)?.opening).toMatchObject({ title: 'Delt kjøkken', employerId: null, employerName: 'Fjordkroa', sharedBy: `Kommune ${owner.here.number}`, freeSeats: 2 })
    const place = await neighbour.adviser.call('matching.getSharedPlace', { openingId })
    expect(place).toMatchObject({ tasks: 'Rydde og vaske', contactName: `job_broker ${owner.here.number}`, demands: [{ sentence: 'Kan følge en muntlig beskjed' }], putForward: 0 })
    expect(JSON.stringify(place)).not.toMatch(/Intern merknad|score/)
    expect((await neighbour.adviser.call('matching.listSharedPlaces', {})).rows.map(({ id }) => id)).toContain(openingId)
    expect(await neighbour.adviser.refusals('matching.propose', { id: randomUUID(), personId, openingId })).toMatchObject([{ code: 'sharing.needsHerYes' }])
    await expect((await aSide(world())).adviser.call('matching.getSharedPlace', { openingId })).rejects.toThrow(NotFound)
  })

  test('is a place and no vacancy, shown to those there is an agreement with, and taken back at once', async () => {
    const { openingId } = await aPlace(owner.here)
    const stranger = await aSide(world())
    expect(await owner.broker.refusals('matching.shareOpening', { openingId, neighbourIds: [stranger.here.id] })).toEqual([{ code: 'sharing.noAgreement', path: 'neighbourIds' }])
    const vacancyId = randomUUID()
    await owner.here.put((tx) => tx.insertInto('opening').values({ id: vacancyId, kind: 'vacancy', title: 'Helsefagarbeider' }).execute())
    expect(await owner.broker.refusals('matching.shareOpening', { openingId: vacancyId, neighbourIds: [neighbour.here.id] })).toEqual([{ code: 'sharing.onlyPlaces' }])
    expect(await owner.broker.call('matching.getOpeningSharing', { openingId: vacancyId })).toMatchObject({ canBeShared: false })
    await owner.broker.call('matching.shareOpening', { openingId, neighbourIds: [neighbour.here.id] })
    expect(await owner.broker.call('matching.getOpeningSharing', { openingId })).toMatchObject({ canBeShared: true, neighbours: [{ id: neighbour.here.id, sharedOn: TODAY }], actions: ['share'] })
    await owner.broker.call('matching.shareOpening', { openingId, neighbourIds: [] })
    await expect(neighbour.adviser.call('matching.getSharedPlace', { openingId })).rejects.toThrow(NotFound)
  })
})

describe('a person put forward', () => {
  let openingId: string
  beforeAll(async () => { openingId = await aSharedPlace(owner, neighbour, { title: 'Oppvask', seats: 1 }) })

  test('is seen by the owner in the parts she said yes to and in nothing else; both follow it to the seat, which is then taken', async () => {
    const { id, personId } = await aPutForward(neighbour, openingId)
    expect(await owner.broker.call('matching.listFromNeighbours', {})).toMatchObject({ rows: [{ id, openingTitle: 'Oppvask', fromName: `Kommune ${neighbour.here.number}`, state: 'waiting', actions: ['meet', 'notNow'] }] })
    const read = await owner.broker.call('matching.readFromNeighbour', { id })
    expect(read).toMatchObject({ profile: { languages: [{ level: 'A2' }], experience: [{ title: 'Kokk' }] }, contactName: `programme_adviser ${neighbour.here.number}` })
    expect(JSON.stringify(read)).not.toMatch(new RegExp(`Bjørnstad|Utpekt|${personId}|Damaskus|SY`))
    const answerId = randomUUID()
    await owner.broker.call('matching.answerNeighbour', { id: answerId, putForwardId: id, answer: 'meet' })
    expect(await owner.broker.refusals('matching.endSeat', { id: answerId, version: 1 })).toEqual([{ code: 'sharing.noSeatToEnd' }])
    await owner.broker.call('matching.confirmSeat', { id: answerId, version: 1 })
    expect((await neighbour.adviser.call('matching.listPutForward', { personId })).rows).toMatchObject([{ state: 'seat', answer: 'meet', answeredByName: `job_broker ${owner.here.number}`, consentText: YES, consentBy: `programme_adviser ${neighbour.here.number}`, actions: ['takeBack'] }])
    expect((await neighbour.adviser.call('matching.getSharedPlace', { openingId })).freeSeats).toBe(0)
    expect((await owner.broker.call('opportunities.getOpening', { openingId })).freeSeats).toBe(0)
    expect(await owner.broker.refusals('matching.answerNeighbour', { id: answerId, version: 2, putForwardId: id, answer: 'not_now', reason: 'x' })).toEqual([{ code: 'sharing.seatConfirmed' }])
    await owner.broker.call('matching.endSeat', { id: answerId, version: 2 })
    expect((await neighbour.adviser.call('matching.getSharedPlace', { openingId })).freeSeats).toBe(1)
  })

  test('who takes her yes back is seen no more, and her seat is free at once', async () => {
    const { id, personId } = await aPutForward(neighbour, openingId)
    const answerId = randomUUID()
    await owner.broker.call('matching.answerNeighbour', { id: answerId, putForwardId: id, answer: 'meet' })
    await owner.broker.call('matching.confirmSeat', { id: answerId, version: 1 })
    const { adviser } = neighbour
    expect(await adviser.call('matching.takeBackYes', { id, version: 1, by: 'person', reason: 'Fikk plass hjemme' })).toMatchObject({ personId })
    expect(await adviser.refusals('matching.takeBackYes', { id, version: 2, by: 'staff' })).toEqual([{ code: 'sharing.alreadyTakenBack' }])
    await expect(owner.broker.call('matching.readFromNeighbour', { id })).rejects.toThrow(NotFound)
    expect((await owner.broker.call('opportunities.getOpening', { openingId })).freeSeats).toBe(1)
  })

  test('reads what she has said yes to on her own pages, and takes it back there', async () => {
    const { id, personId } = await aPutForward(neighbour, openingId)
    const she = await neighbour.here.participant(personId)
    expect(await she.call('matching.listMyYes', {})).toMatchObject({ rows: [{ id, ownerName: `Kommune ${owner.here.number}`, consentText: YES, withdrawnOn: null }] })
    const other = await neighbour.here.participant(await aMappedPerson(neighbour.here))
    expect(await other.call('matching.listMyYes', {})).toEqual({ rows: [] })
    await expect(other.call('matching.takeBackMine', { id })).rejects.toThrow(NotFound)
    await she.call('matching.takeBackMine', { id })
    expect(await she.refusals('matching.takeBackMine', { id })).toEqual([{ code: 'sharing.alreadyTakenBack' }])
    expect((await owner.broker.call('matching.listFromNeighbours', {})).rows.map((one) => one.id)).not.toContain(id)
    expect((await neighbour.adviser.call('matching.listPutForward', { personId })).rows).toMatchObject([{ state: 'withdrawn', withdrawnBy: 'person' }])
  })

  test('is told that she was read, and by which municipality', async () => {
    const { id, personId } = await aPutForward(neighbour, openingId)
    await owner.broker.call('matching.readFromNeighbour', { id })
    const she = await neighbour.here.participant(personId)
    expect((await she.call('identity.readMyAudit', {})).rows.map(({ operation }) => operation)).toContain('matching.readByNeighbour')
    const { rows } = await world().owner.query<{ detail: unknown }>(`select detail from audit_log where municipality_id = $1 and operation = 'matching.readByNeighbour' and $2 = any (subjects)`, [neighbour.here.id, personId])
    expect(rows).toEqual([{ detail: { municipality: `Kommune ${owner.here.number}`, colleague: `job_broker ${owner.here.number}`, opening: openingId } }])
  })

  test('needs a yes of hers for that very place, to what is true now, and an address nobody protects', async () => {
    const personId = await aMappedPerson(neighbour.here)
    const { profile } = await neighbour.adviser.call('matching.previewPutForward', { personId, openingId, parts: ['skills'] })
    const yes = { personId, openingId, parts: ['skills' as const], profile, how: 'written' as const, on: TODAY, text: YES }
    expect((await neighbour.adviser.refusals('matching.putForward', { ...yes, id: randomUUID(), parts: [] })).map(({ path }) => path)).toEqual(['parts'])
    expect((await neighbour.adviser.refusals('matching.putForward', { ...yes, id: randomUUID(), text: ' ' })).map(({ path }) => path)).toEqual(['text'])
    expect(await neighbour.adviser.refusals('matching.putForward', { ...yes, id: randomUUID(), on: plainDate('2026-11-21') })).toEqual([{ code: 'sharing.dayToCome', path: 'on' }])
    expect(await neighbour.adviser.refusals('matching.putForward', { ...yes, id: randomUUID(), profile: { skills: [{ name: 'Alt', seenAtWork: true }] } })).toEqual([{ code: 'matching.profileChanged' }])
    await neighbour.adviser.call('matching.putForward', { ...yes, id: randomUUID() })
    expect(await neighbour.adviser.refusals('matching.putForward', { ...yes, id: randomUUID() })).toEqual([{ code: 'sharing.alreadyPutForward' }])
    await neighbour.here.put((tx) => tx.updateTable('person').set({ addressProtection: 'confidential' }).where('id', '=', personId).execute())
    expect((await neighbour.adviser.call('matching.previewPutForward', { personId, openingId, parts: ['skills'] })).obstacles).toContain('sharing.protected')
  })

  test('whom nothing leads to the place needs a reason, which the neighbour does not see', async () => {
    const personId = await aMappedPerson(neighbour.here)
    await neighbour.here.put((tx) => tx.deleteFrom('wish').where('personId', '=', personId).execute())
    const otherId = await aSharedPlace(owner, neighbour, { occupationCode: '9112', title: 'Renhold' })
    const { profile, hasGround } = await neighbour.adviser.call('matching.previewPutForward', { personId, openingId: otherId, parts: ['languages'] })
    expect(hasGround).toBe(false)
    const [id, yes] = [randomUUID(), { personId, openingId: otherId, parts: ['languages' as const], profile, how: 'written' as const, on: TODAY, text: YES }]
    expect(await neighbour.adviser.refusals('matching.putForward', { ...yes, id })).toEqual([{ code: 'matching.groundMissing', path: 'note' }])
    await neighbour.adviser.call('matching.putForward', { ...yes, id, note: 'Hun vil prøve noe nytt' })
    expect(JSON.stringify(await owner.broker.call('matching.readFromNeighbour', { id }))).not.toContain('noe nytt')
  })

  test('two persons made one have one yes that stands', async () => {
    const [first, second] = [await aPutForward(neighbour, openingId), await aPutForward(neighbour, openingId)]
    await neighbour.adviser.call('people.mergePersons', { keepId: first.personId, goneId: second.personId, keepVersion: 1, goneVersion: 1, fromGone: [] })
    const { rows } = await neighbour.adviser.call('matching.listPutForward', { personId: first.personId })
    expect(rows.map(({ id, withdrawnBy }) => [id, withdrawnBy])).toEqual([[first.id, null], [second.id, 'merged']])
  })

  test('a no has its reason; the last seat is given once', async () => {
    const lastId = await aSharedPlace(owner, neighbour, { title: 'Én plass', seats: 1 })
    const [first, second] = [await aPutForward(neighbour, lastId), await aPutForward(neighbour, lastId)]
    const [one, two] = [randomUUID(), randomUUID()]
    expect(await owner.broker.refusals('matching.answerNeighbour', { id: one, putForwardId: first.id, answer: 'not_now' })).toEqual([{ code: 'sharing.reasonMissing', path: 'reason' }])
    await owner.broker.call('matching.answerNeighbour', { id: one, putForwardId: first.id, answer: 'not_now', reason: 'Sesongen er over' })
    expect(await owner.broker.refusals('matching.confirmSeat', { id: one, version: 1 })).toMatchObject([{ code: 'sharing.notMet' }])
    await owner.broker.call('matching.answerNeighbour', { id: one, version: 1, putForwardId: first.id, answer: 'meet' })
    await owner.broker.call('matching.answerNeighbour', { id: two, putForwardId: second.id, answer: 'meet' })
    const seats = await Promise.allSettled([owner.broker.call('matching.confirmSeat', { id: one, version: 2 }), owner.broker.call('matching.confirmSeat', { id: two, version: 1 })])
    expect(seats.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await owner.broker.call('opportunities.getOpening', { openingId: lastId })).freeSeats).toBe(0)
  })
})

test('once the agreement is ended, neither side sees anything of the other’s, and a seat that was given stays given', async () => {
  const [one, other, agreementId] = await aPair()
  const openingId = await aSharedPlace(one, other, { seats: 2 })
  const { id } = await aPutForward(other, openingId)
  const answerId = randomUUID()
  await one.broker.call('matching.answerNeighbour', { id: answerId, putForwardId: id, answer: 'meet' })
  await one.broker.call('matching.confirmSeat', { id: answerId, version: 1 })
  await one.manager.call('matching.endSharing', { id: agreementId, version: 2, reason: 'Ikke behov' })
  expect(await other.adviser.call('matching.listSharedPlaces', {})).toEqual({ rows: [] })
  await expect(one.broker.call('matching.readFromNeighbour', { id })).rejects.toThrow(NotFound)
  expect(await one.broker.call('matching.listFromNeighbours', {})).toMatchObject({ rows: [{ id, isShown: false, state: 'seat', actions: ['end'] }] })
  expect((await one.broker.call('opportunities.getOpening', { openingId })).freeSeats).toBe(1)
  await one.broker.call('matching.endSeat', { id: answerId, version: 2 })
  expect((await one.broker.call('opportunities.getOpening', { openingId })).freeSeats).toBe(2)
})
