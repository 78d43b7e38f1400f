import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays } from '#shared/date.ts'
import { aBooking, aPerson, aService, anOrderer, codesOf, order } from '#test/interpreters.ts'
import type { Municipality } from '#test/world.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const mailOf = async (bookingId: string) => (await world().owner.query<{ template: string; to_address: string; params: Record<string, unknown>; person_id: string | null }>("select template, to_address, params, person_id from message where key like '%' || $1 || '%' order by created_at", [bookingId])).rows
/** Puts a booking’s day on today: what is planned ahead has come. */
const comes = (municipality: Municipality, id: string) => municipality.put((tx) => tx.updateTable('interpreterBooking').set({ onDay: TODAY }).where('id', '=', id).execute())

describe('a booking', () => {
  test('is ordered by a mail that says nothing of whom or what it is about, confirmed, and seen by the one who meets', async () => {
    const { municipality, adviser, personId, supplierId } = await anOrderer(world())
    const teacher = await municipality.as('teacher')
    const booking = aBooking(personId, teacher.actor.id)
    expect(await order(adviser, supplierId, booking)).toMatchObject({ version: 2, mailedTo: expect.stringContaining('@example.no') })
    const [mail] = await mailOf(booking.id)
    expect(mail).toMatchObject({ template: 'interpreter_order', person_id: null, params: { reference: `TOLK-${booking.id.slice(0, 8).toUpperCase()}`, language: 'ukrainsk', second: 'russisk', from: '09:00', to: '10:00', place: 'Rådhuset, rom 2' } })
    expect(JSON.stringify(mail)).not.toMatch(/Olena|Melnyk|plan/)
    const answer = { id: booking.id, version: 2, interpreterName: 'Iryna Koval', interpreterNumber: null, category: 'B' as const }
    expect(codesOf(await adviser.refusals('interpreters.confirmInterpreter', { ...answer, interpreterName: null }))).toEqual(['interpreters.whoComes'])
    await adviser.call('interpreters.confirmInterpreter', answer)
    expect((await teacher.call('interpreters.listBookings', {})).rows).toMatchObject([{ id: booking.id, state: 'confirmed', risk: null, interpreterName: 'Iryna Koval', personName: 'Olena Melnyk' }])
    expect(await adviser.auditTrail(personId)).toEqual(['interpreters.saveBooking', 'interpreters.orderInterpreter', 'interpreters.confirmInterpreter', 'interpreters.listBookings'])
    const calendar = await teacher.call('interpreters.getInterpreterCalendar', {})
    const text = new TextDecoder().decode(calendar.bytes)
    expect([text.includes('ukrainsk'), /Olena|Melnyk/.test(text)]).toEqual([true, false])
  })

  test('asked for late is warned of and not refused; a past day, an assistant for a decision and two addressees are', async () => {
    const { adviser, personId } = await anOrderer(world())
    const late = aBooking(personId, adviser.actor.id, { onDay: addDays(TODAY, 18) })
    await adviser.call('interpreters.saveBooking', late)
    expect(await adviser.call('interpreters.getBooking', { id: late.id })).toMatchObject({ lead: { isLate: true, earliest: '2026-12-21', instead: ['video', 'phone'] }, actions: ['change', 'order', 'cancel'], assistant: 'may_not' })
    expect(codesOf(await adviser.refusals('interpreters.saveBooking', aBooking(personId, adviser.actor.id, { onDay: addDays(TODAY, -1), kind: 'assistant', purpose: 'decision', groupName: 'Gruppe' })))).toEqual(['interpreters.personOrGroup', 'interpreters.dayIsOver', 'interpreters.assistantMayNot'])
    await expect(adviser.call('interpreters.saveBooking', aBooking(randomUUID(), adviser.actor.id))).rejects.toBeInstanceOf(NotFound)
    const outsider = await (await aMunicipality(world())).as('programme_adviser')
    await expect(outsider.call('interpreters.getBooking', { id: late.id })).rejects.toBeInstanceOf(NotFound)
    await expect((await aMunicipality(world())).as('nav_adviser').then((nav) => nav.call('interpreters.listBookings', {}))).rejects.toBeInstanceOf(Forbidden)
  })

  test('that is changed after it was ordered is told the service, and has to be confirmed anew; who meets is not', async () => {
    const { municipality, adviser, personId, supplierId } = await anOrderer(world())
    const booking = aBooking(personId, adviser.actor.id)
    await order(adviser, supplierId, booking)
    await adviser.call('interpreters.confirmInterpreter', { id: booking.id, version: 2, interpreterName: null, interpreterNumber: '1234', category: null })
    const colleague = await municipality.as('teacher')
    expect(await adviser.call('interpreters.saveBooking', { ...booking, version: 3, meetsId: colleague.actor.id })).toMatchObject({ told: null })
    expect(await adviser.call('interpreters.saveBooking', { ...booking, version: 4, fromTime: '10:00' })).toMatchObject({ told: 'mail' })
    expect(await adviser.call('interpreters.getBooking', { id: booking.id })).toMatchObject({ state: 'asked', interpreterNumber: null })
    expect((await mailOf(booking.id)).map(({ template }) => template)).toEqual(['interpreter_order', 'interpreter_change'])
    expect(codesOf(await adviser.refusals('interpreters.saveBooking', { ...booking, version: 5, personId: await aPerson(municipality, 'Annen') }))).toEqual(['interpreters.otherPerson'])
    expect(codesOf(await adviser.refusals('interpreters.saveBooking', { ...booking, version: 1 }))).toEqual(['stale'])
  })

  test('of one that could not be had is at risk, is asked elsewhere by telephone, and is called off with or without cost', async () => {
    const { municipality, adviser, personId, supplierId } = await anOrderer(world())
    const byPhone = await aService(municipality, { email: null, freeCancelHours: 720 })
    const booking = aBooking(personId, adviser.actor.id, { onDay: addDays(TODAY, 10) })
    await order(adviser, supplierId, booking)
    await adviser.call('interpreters.noteNotHad', { id: booking.id, version: 2, nextStep: 'other_supplier' })
    expect((await adviser.call('interpreters.listBookings', { state: 'not_had' })).rows).toMatchObject([{ risk: 'not_had', nextStep: 'other_supplier' }])
    expect(codesOf(await adviser.refusals('interpreters.noteNotHad', { id: booking.id, version: 3, nextStep: 'other' }))).toEqual(['interpreters.notNow'])
    expect(await adviser.call('interpreters.orderInterpreter', { id: booking.id, version: 3, supplierId: byPhone })).toMatchObject({ mailedTo: null })
    await adviser.call('interpreters.confirmInterpreter', { id: booking.id, version: 4, interpreterName: 'Iryna Koval', interpreterNumber: null, category: 'E' })
    expect(await adviser.call('interpreters.getBooking', { id: booking.id })).toMatchObject({ isFree: false, suppliers: [{ id: expect.any(String) }, { id: expect.any(String) }] })
    expect(await adviser.call('interpreters.cancelBooking', { id: booking.id, version: 5 })).toMatchObject({ wasCharged: true, told: 'call' })
    expect(codesOf(await adviser.refusals('interpreters.orderInterpreter', { id: booking.id, version: 6, supplierId }))).toEqual(['interpreters.notNow'])
    const other = aBooking(personId, adviser.actor.id)
    await order(adviser, supplierId, other)
    expect(await adviser.call('interpreters.cancelBooking', { id: other.id, version: 2 })).toMatchObject({ wasCharged: false, told: 'mail' })
    expect(codesOf(await adviser.refusals('interpreters.cancelBooking', { id: other.id, version: 3 }))).toEqual(['interpreters.notNow'])
  })

  test('for health is time taken to those who need not know', async () => {
    const { municipality, adviser, personId } = await anOrderer(world())
    const booking = aBooking(personId, adviser.actor.id, { purpose: 'health', place: 'Helsestasjonen' })
    const nurse = await municipality.as('health')
    await nurse.call('interpreters.saveBooking', { ...booking, meetsId: nurse.actor.id })
    const teacher = await municipality.as('teacher')
    const { rows } = await teacher.call('interpreters.listBookings', { mine: false })
    expect(rows).toMatchObject([{ purpose: null, place: null, meetsName: null, actions: [], fromTime: '09:00' }])
    expect(JSON.stringify(await teacher.call('interpreters.listForPerson', { personId }))).not.toMatch(/health|Helse/)
    await expect(teacher.call('interpreters.getBooking', { id: booking.id })).rejects.toBeInstanceOf(NotFound)
    expect(await adviser.call('interpreters.getBooking', { id: booking.id })).toMatchObject({ purpose: 'health' })
  })

  test('about somebody at a hidden address is nobody’s without the ground, nor is her name beside another’s', async () => {
    const { municipality, adviser, personId } = await anOrderer(world())
    const hidden = await aPerson(municipality, 'Zora', { addressProtection: 'strictly_confidential' })
    const insider = await municipality.as('programme_adviser', 'protected_access')
    await insider.call('interpreters.saveBooking', aBooking(hidden, insider.actor.id))
    await insider.call('interpreters.saveBooking', aBooking(personId, insider.actor.id, { others: [hidden] }))
    await insider.call('interpreters.addQuestion', { id: randomUUID(), personId: hidden, body: 'Zoras spørsmål' })
    const seen = await adviser.call('interpreters.listBookings', { mine: false })
    expect(seen.rows).toMatchObject([{ personId, others: [] }])
    expect(JSON.stringify(seen)).not.toContain('Zora')
    await expect(adviser.call('interpreters.listForPerson', { personId: hidden })).rejects.toBeInstanceOf(NotFound)
    await expect(adviser.call('interpreters.addQuestion', { id: randomUUID(), personId: hidden, body: 'x' })).rejects.toBeInstanceOf(NotFound)
    expect((await insider.call('interpreters.listBookings', { mine: false })).rows.flatMap(({ others }) => others)).toMatchObject([{ name: 'Zora Melnyk' }])
  })
})

describe('the meeting', () => {
  test('is recorded with the questions that were answered; the others wait for the next slot', async () => {
    const { municipality, adviser, personId, supplierId } = await anOrderer(world())
    const [rent, bus] = [randomUUID(), randomUUID()]
    await adviser.call('interpreters.addQuestion', { id: rent, personId, body: 'Forstår hun husleiekontrakten?' })
    await (await municipality.as('teacher')).call('interpreters.addQuestion', { id: bus, personId, body: 'Rekker hun bussen?' })
    expect((await adviser.call('interpreters.listBookings', {})).waiting).toMatchObject([{ personId, count: 2 }])
    const booking = aBooking(personId, adviser.actor.id)
    await order(adviser, supplierId, booking)
    expect((await adviser.call('interpreters.listBookings', {})).waiting).toEqual([])
    await adviser.call('interpreters.confirmInterpreter', { id: booking.id, version: 2, interpreterName: 'Iryna Koval', interpreterNumber: null, category: 'B' })
    const held = { id: booking.id, version: 3, outcome: 'carried_out' as const, interpretedBy: 'qualified' as const, ground: null, groundNote: null, decidedBy: null, answered: [rent] }
    expect(codesOf(await adviser.refusals('interpreters.recordMeeting', held))).toEqual(['interpreters.notNow'])
    await comes(municipality, booking.id)
    expect(await adviser.call('interpreters.getInterpreterOfDay', { personId })).toEqual({ interpreter: { name: 'Iryna Koval', language: 'uk' } })
    await adviser.call('interpreters.recordMeeting', held)
    expect(await adviser.call('interpreters.getBooking', { id: booking.id })).toMatchObject({ state: 'carried_out', actions: ['again'], questions: [{ id: bus, answeredOn: null }, { id: rent, answeredOn: TODAY }] })
    expect((await adviser.call('interpreters.listBookings', {})).waiting).toMatchObject([{ personId, count: 1 }])
    expect((await adviser.call('interpreters.countYear', {})).total).toEqual({ asked: 1, had: 1, notHad: 0 })
    await adviser.call('interpreters.answerQuestion', { id: bus })
    expect(codesOf(await adviser.refusals('interpreters.answerQuestion', { id: bus }))).toEqual(['interpreters.isAnswered'])
  })

  test('without a qualified interpreter needs a ground, and a child is refused but for the narrow exceptions', async () => {
    const { municipality, adviser, personId } = await anOrderer(world())
    const booking = aBooking(personId, adviser.actor.id, { purpose: 'message', onDay: TODAY })
    await adviser.call('interpreters.saveBooking', booking)
    const held = { id: booking.id, version: 1, outcome: 'carried_out' as const, interpretedBy: 'child' as const, ground: null, groundNote: null, decidedBy: null, answered: [] }
    expect(codesOf(await adviser.refusals('interpreters.recordMeeting', held))).toEqual(['interpreters.childNeedsGround', 'interpreters.whoDecided'])
    expect(codesOf(await adviser.refusals('interpreters.recordMeeting', { ...held, interpretedBy: 'qualified' }))).toEqual(['interpreters.noneConfirmed'])
    await expect(municipality.put((tx) => tx.updateTable('interpreterBooking').set({ outcome: 'carried_out', outcomeOn: TODAY, interpretedBy: 'child', ground: 'emergency' }).where('id', '=', booking.id).execute())).rejects.toMatchObject({ constraint: 'interpreter_booking_child' })
    await adviser.call('interpreters.recordMeeting', { ...held, ground: 'emergency', decidedBy: adviser.actor.id })
    expect(await adviser.call('interpreters.getBooking', { id: booking.id })).toMatchObject({ interpretedBy: 'child', ground: 'emergency', decidedByName: expect.any(String) })
    expect(await adviser.call('interpreters.countYear', {})).toMatchObject({ total: { asked: 0 }, children: 1, withoutQualified: 1 })
  })
})

describe('the services and the times', () => {
  test('are the administrator’s, with the usual times until she sets her own', async () => {
    const municipality = await aMunicipality(world())
    const admin = await municipality.as('administrator')
    const before = await admin.call('interpreters.getInterpreterSettings', {})
    expect(before).toMatchObject({ leadDays: { present: 30, video: 14, phone: 14 }, isUsual: true, suppliers: [] })
    await admin.call('interpreters.saveLeadDays', { present: 21, video: 7, phone: 2, version: before.version })
    expect(codesOf(await admin.refusals('interpreters.saveLeadDays', { present: 1, video: 1, phone: 1, version: before.version }))).toEqual(['stale'])
    const id = await aService(municipality, { name: 'Regiontolk' })
    const supplier = { id, version: 1, name: 'Regiontolk', email: null, phone: '55000000', languages: [], modalities: ['phone' as const], freeCancelHours: 2, isActive: false }
    await admin.call('interpreters.saveSupplier', supplier)
    expect(codesOf(await admin.refusals('interpreters.saveSupplier', { ...supplier, id: randomUUID(), version: undefined }))).toEqual(['constraint.interpreter_supplier_once'])
    expect(codesOf(await admin.refusals('interpreters.saveSupplier', { ...supplier, version: 2, phone: null }))).toEqual(['constraint.interpreter_supplier_reached'])
    expect(await admin.call('interpreters.getInterpreterSettings', {})).toMatchObject({ leadDays: { present: 21 }, isUsual: false, suppliers: [{ isActive: false }] })
    const adviser = await municipality.as('programme_adviser')
    await expect(adviser.call('interpreters.saveSupplier', supplier)).rejects.toBeInstanceOf(Forbidden)
    const booking = aBooking(await aPerson(municipality), adviser.actor.id)
    await adviser.call('interpreters.saveBooking', booking)
    expect(codesOf(await adviser.refusals('interpreters.orderInterpreter', { id: booking.id, version: 1, supplierId: id }))).toEqual(['interpreters.supplierNotUsed'])
  })
})
