import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { TODAY, useWorld } from '#test/world.ts'
import { aBooking, aPerson, anOrderer, codesOf, order } from '#test/interpreters.ts'

const world = useWorld()

describe('what she wants', () => {
  test('an interpreter she does not want is not confirmed, and needs no ground', async () => {
    const { adviser, personId, supplierId } = await anOrderer(world())
    const id = randomUUID()
    await adviser.call('interpreters.saveUnwanted', { id, personId, name: 'Iryna Koval' })
    expect(codesOf(await adviser.refusals('interpreters.saveUnwanted', { id: randomUUID(), personId, name: 'iryna koval' }))).toEqual(['interpreters.unwantedAlready'])
    const booking = aBooking(personId, adviser.actor.id)
    await order(adviser, supplierId, booking)
    const answer = { id: booking.id, version: 2, interpreterName: 'Iryna Koval', interpreterNumber: null, category: 'A' as const }
    expect(codesOf(await adviser.refusals('interpreters.confirmInterpreter', answer))).toEqual(['interpreters.unwanted'])
    expect((await adviser.call('interpreters.getBookingOptions', { personId })).person).toMatchObject({ language: 'uk', unwanted: ['Iryna Koval'] })
    await adviser.call('interpreters.removeUnwanted', { id })
    await adviser.call('interpreters.confirmInterpreter', answer)
    await expect(adviser.call('interpreters.removeUnwanted', { id })).rejects.toBeInstanceOf(NotFound)
    await expect(adviser.call('interpreters.getBookingOptions', { personId: randomUUID() })).rejects.toBeInstanceOf(NotFound)
  })

  test('she sees her own meetings and asks, words it otherwise and takes back, until it is answered', async () => {
    const { municipality, adviser, personId, supplierId } = await anOrderer(world())
    const herself = await municipality.participant(personId)
    const another = await municipality.participant(await aPerson(municipality, 'Annen'))
    const booking = aBooking(personId, adviser.actor.id)
    await adviser.call('interpreters.saveBooking', booking)
    expect((await herself.call('interpreters.listMyInterpreters', {})).bookings).toEqual([])
    await adviser.call('interpreters.orderInterpreter', { id: booking.id, version: 1, supplierId })
    expect((await herself.call('interpreters.listMyInterpreters', {})).bookings).toMatchObject([{ id: booking.id, state: 'asked', place: 'Rådhuset, rom 2', meetsName: expect.any(String) }])
    expect((await another.call('interpreters.listMyInterpreters', {})).bookings).toEqual([])
    const [id, staffs] = [randomUUID(), randomUUID()]
    await herself.call('interpreters.saveMyQuestion', { id, body: 'Коли починається курс?' })
    await herself.call('interpreters.saveMyQuestion', { id, version: 1, body: 'Коли починається курс норвезької?' })
    await adviser.call('interpreters.addQuestion', { id: staffs, personId, body: 'Har hun fått skjemaet?' })
    expect((await adviser.call('interpreters.getBooking', { id: booking.id })).questions).toMatchObject([{ body: 'Коли починається курс норвезької?', askedBy: 'participant' }, { askedBy: 'staff' }])
    await expect(another.call('interpreters.saveMyQuestion', { id, version: 2, body: 'x' })).rejects.toBeInstanceOf(NotFound)
    await expect(another.call('interpreters.removeMyQuestion', { id })).rejects.toBeInstanceOf(NotFound)
    expect(codesOf(await herself.refusals('interpreters.removeMyQuestion', { id: staffs }))).toEqual(['interpreters.notYours'])
    expect(codesOf(await adviser.refusals('interpreters.removeQuestion', { id }))).toEqual(['interpreters.hersToRemove'])
    await adviser.call('interpreters.removeQuestion', { id: staffs })
    await herself.call('interpreters.removeMyQuestion', { id })
    expect((await herself.call('interpreters.listMyInterpreters', {})).questions).toEqual([])
  })

  test('a meeting of her class is hers to see, and another class’s is not', async () => {
    const { municipality, adviser, personId, supplierId } = await anOrderer(world())
    const [mine, other] = [randomUUID(), randomUUID()]
    await municipality.put(async (tx) => {
      await tx.insertInto('activity').values([mine, other].map((id) => ({ id, kind: 'norwegian' as const, title: 'Norsk', fromDate: TODAY }))).execute()
      await tx.insertInto('activityParticipant').values({ id: randomUUID(), activityId: mine, personId, fromDate: TODAY }).execute()
    })
    for (const activityId of [mine, other]) await order(adviser, supplierId, aBooking(null, adviser.actor.id, { groupName: `Informasjon ${activityId === mine}`, activityId, purpose: 'information' }))
    expect((await (await municipality.participant(personId)).call('interpreters.listMyInterpreters', {})).bookings).toMatchObject([{ groupName: 'Informasjon true' }])
  })
})

test('two persons made one are in a meeting once, with all questions and wishes', async () => {
  const { municipality, adviser, personId } = await anOrderer(world())
  const goneId = await aPerson(municipality, 'Olena igjen')
  await adviser.call('interpreters.saveBooking', aBooking(personId, adviser.actor.id, { others: [goneId] }))
  await adviser.call('interpreters.addQuestion', { id: randomUUID(), personId: goneId, body: 'Når?' })
  await adviser.call('interpreters.saveUnwanted', { id: randomUUID(), personId: goneId, name: 'Per Tolk' })
  await adviser.call('people.mergePersons', { keepId: personId, goneId, keepVersion: 1, goneVersion: 1, fromGone: [] })
  expect(await adviser.call('interpreters.listForPerson', { personId })).toMatchObject({ coming: [{ others: [] }], questions: [{ body: 'Når?' }], unwanted: [{ name: 'Per Tolk' }] })
})
