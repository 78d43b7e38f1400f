import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { LATER, aMeetingDay, anEmployer, versionOf } from '#test/meeting-day.ts'
import { useWorld } from '#test/world.ts'

const world = useWorld()
const codesOf = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)

describe('the plan', () => {
  test("'meetings.makePlan' plans by the clock with its bound; what is pinned by 'meetings.pinMeeting' and set by 'meetings.setMeeting' stays", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER })
    const [guestId = ''] = day.guests
    const [employerId = ''] = day.employers
    await day.host.call('meetings.setMeeting', { dayId: day.dayId, guestId, employerId, round: 3, table: 1 })
    const planned = await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    expect(planned.meetings).toBe(12) // three tables in four rounds
    expect(planned.value).toBeLessThanOrEqual(planned.bound)
    const { slots } = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect(slots.filter((slot) => slot.guestId === guestId && slot.employerId === employerId).map(({ round, fixed }) => ({ round, fixed }))).toEqual([{ round: 3, fixed: true }])
    const taken = slots.find((slot) => slot.employerId === employerId && slot.round === 0)
    expect(codesOf(await day.host.refusals('meetings.setMeeting', { dayId: day.dayId, guestId, employerId, round: 0, table: 1 }))).toContain('meetings.setTaken')
    expect(codesOf(await day.host.refusals('meetings.setMeeting', { dayId: day.dayId, guestId, employerId, round: 9, table: 1 }))).toEqual(['meetings.noSuchTable'])
    await day.host.call('meetings.pinMeeting', { dayId: day.dayId, slotId: taken?.id ?? '', fixed: true })
    await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day), seed: 99 })
    expect((await day.host.call('meetings.getDay', { dayId: day.dayId })).slots.filter(({ fixed }) => fixed)).toHaveLength(2)
    await expect(day.host.call('meetings.pinMeeting', { dayId: day.dayId, slotId: randomUUID(), fixed: true })).rejects.toBeInstanceOf(NotFound)
  })

  test('a meeting set by hand is refused with every reason why it cannot be held, and gets an interpreter where she wants one', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 3, employers: 2 })
    const [first = '', second = '', third = ''] = day.guests
    const [one = '', other = ''] = day.employers
    const set = (guestId: string, employerId: string, round: number, table = 1) => ({ dayId: day.dayId, guestId, employerId, round, table })
    const why = async (input: ReturnType<typeof set>) => codesOf(await day.host.refusals('meetings.setMeeting', input))
    const change = async (id: string, values: object) => day.host.call('meetings.saveGuest', { id, dayId: day.dayId, version: (await day.host.call('meetings.getDay', { dayId: day.dayId })).guests.find((guest) => guest.id === id)?.version, ...values })
    await change(first, { from: '11:20', language: 'ti', most: 1 })
    expect(await why(set(first, one, 0))).toEqual(['meetings.setAway', 'meetings.setNoInterpreter'])
    const interpreterId = randomUUID()
    await day.host.call('meetings.saveInterpreter', { id: interpreterId, dayId: day.dayId, name: 'Tolk Amin', languages: ['ti'], to: '11:40' })
    const { id } = await day.host.call('meetings.setMeeting', set(first, one, 1))
    expect((await day.host.call('meetings.getDay', { dayId: day.dayId })).slots.find((slot) => slot.id === id)).toMatchObject({ interpreterId, fixed: true, round: 1 })
    await change(second, { language: 'ti' })
    expect(await why(set(second, other, 1))).toEqual(['meetings.setNoInterpreter'])
    expect(await why(set(first, other, 2))).toEqual(['meetings.setEnough', 'meetings.setNoInterpreter'])
    expect(await why(set(third, one, 1))).toEqual(['meetings.setTaken'])
    const room = (await day.host.call('meetings.getDay', { dayId: day.dayId })).rooms[0]
    await day.host.call('meetings.saveRoom', { id: day.roomId, dayId: day.dayId, version: room?.version, name: 'Salen', picture: 'sun', tables: 1 })
    expect(await why(set(third, other, 1))).toEqual(['meetings.setRoomFull'])
    await day.host.call('meetings.saveWish', { dayId: day.dayId, guestId: third, employerId: other, byEmployer: -1 })
    expect(await why(set(third, other, 2))).toEqual(['meetings.setUnwished'])
    await day.host.call('meetings.recordReply', { dayId: day.dayId, who: 'guest', id: third, reply: 'no', channel: 'phone' })
    expect(await why(set(third, one, 2))).toEqual(['meetings.setSaidNo'])
  })

  test('a meeting that is set while the plan is made is not lost: it stands, or is refused', async () => {
    for (let round = 0; round < 4; round++) {
      const day = await aMeetingDay(world(), { onDate: LATER, guests: 4, employers: 2 })
      const [guestId = '', employerId = ''] = [day.guests[0], day.employers[0]]
      const making = day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day), seed: round })
      const setting = day.host.call('meetings.setMeeting', { dayId: day.dayId, guestId, employerId, round, table: 1 }).then(({ id }) => id, () => undefined)
      await making
      const id = await setting
      const { slots } = await day.host.call('meetings.getDay', { dayId: day.dayId })
      // accepted, it stands as it was set
      expect(id === undefined || slots.some((slot) => slot.guestId === guestId && slot.employerId === employerId && slot.round === round && slot.fixed)).toBe(true)
      expect(new Set(slots.map((slot) => `${slot.guestId} ${slot.employerId}`)).size).toBe(slots.length)
    }
  })

  test('a day on which nobody comes is not planned, and says so', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 0 })
    expect(await day.host.refusals('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })).toEqual([{ code: 'meetings.cannotPlan', params: { why: 'nobodyThere' } }])
  })

  test('somebody who wants an interpreter meets nobody without one, and the plan says why', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    const { guests: [guest] } = await day.host.call('meetings.getDay', { dayId: day.dayId })
    await day.host.call('meetings.saveGuest', { id: guest?.id ?? '', dayId: day.dayId, version: guest?.version, language: 'ar', least: 2 })
    const without = await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    expect([without.meetings, without.lacks]).toEqual([0, [{ guestId: guest?.id, lacks: 2, why: 'noInterpreter' }]])
    await day.host.call('meetings.saveInterpreter', { id: randomUUID(), dayId: day.dayId, name: 'Tolk Amin', languages: ['ar'] })
    expect((await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })).meetings).toBe(3)
  })

  test('an employer that says no meets nobody, and neither side meets whom it said no to', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 2 })
    const gone = await anEmployer(day, 'Kom ikke')
    await day.host.call('meetings.recordReply', { dayId: day.dayId, who: 'employer', id: gone, reply: 'no', channel: 'mail' })
    await day.host.call('meetings.saveWish', { dayId: day.dayId, guestId: day.guests[0] ?? '', employerId: day.employers[0] ?? '', byEmployer: -1 })
    await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    const { slots } = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect(slots.filter((slot) => slot.employerId === gone || (slot.guestId === day.guests[0] && slot.employerId === day.employers[0]))).toEqual([])
    expect(slots).toHaveLength(5)
  })
})
