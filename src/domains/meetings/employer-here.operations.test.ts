import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { LATER, aLiveDay, aMeetingDay, holderOf } from '#test/meeting-day.ts'
import { NOW, useWorld } from '#test/world.ts'

const world = useWorld()
const codesOf = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)

describe('an employer that is here', () => {
  test.each([['says so', () => ({ writes: [], hereAt: '2026-11-20T09:10:00.000Z' as never })], ['writes of a meeting', (guestId: string) => ({ writes: [{ id: randomUUID(), at: '2026-11-20T09:10:00.000Z' as never, guestId, score: 3 }] })]])('is noted when it %s, once, and never later than now', async (_how, write) => {
    const day = await aLiveDay(world())
    const [slot] = (await day.host.call('meetings.getDay', { dayId: day.dayId })).slots
    const employer = await holderOf(world(), day, { employerId: slot?.employerId })
    expect((await employer.call('meetings.getEmployerLink', {})).employer.isHere).toBe(false)
    const cameAt = async () => (await day.host.call('meetings.getDay', { dayId: day.dayId })).employers.find(({ id }) => id === slot?.employerId)?.cameAt
    await employer.call('meetings.syncEmployerLink', write(slot?.guestId ?? ''))
    const first = await cameAt()
    expect(first).not.toBeNull()
    expect(Date.parse(first ?? '')).toBeLessThanOrEqual(NOW.getTime())
    await employer.call('meetings.syncEmployerLink', { writes: [], hereAt: '2026-11-20T08:00:00.000Z' as never })
    expect([await cameAt(), (await employer.call('meetings.getEmployerLink', {})).employer.isHere]).toEqual([first, true])
    const refusedOnly = await holderOf(world(), day, { employerId: day.employers.find((id) => id !== slot?.employerId) })
    await refusedOnly.call('meetings.syncEmployerLink', { writes: [{ id: randomUUID(), at: '2026-11-20T09:10:00.000Z' as never, guestId: randomUUID(), score: 1 }] })
    expect((await refusedOnly.call('meetings.getEmployerLink', {})).employer.isHere).toBe(false)
  })

  test('wishes for nobody where the participants choose', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, kind: 'reversed_speed_date' })
    await day.municipality.put((tx) => tx.updateTable('meetingDay').set({ state: 'invited' }).where('id', '=', day.dayId).execute())
    const employer = await holderOf(world(), day, { employerId: day.employers[0] })
    expect((await employer.call('meetings.getEmployerLink', {})).mayWish).toBe(false)
    expect(codesOf(await employer.refusals('meetings.wishEmployerLink', { wishes: [{ guestId: day.guests[0] ?? '', wish: 2 }] }))).toEqual(['meetings.onlyGuestsChoose'])
  })
})
