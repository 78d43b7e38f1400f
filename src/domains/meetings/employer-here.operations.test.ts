import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { LATER, aLiveDay, aMeetingDay, holderOf, versionOf } from '#test/meeting-day.ts'
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

  test('is never noted as here by a late tap against what a colleague has answered; what it writes of the meeting is kept', async () => {
    const day = await aLiveDay(world(), { guests: 1, employers: 2 })
    const [guestId = ''] = day.guests
    const shown = () => day.host.call('meetings.getDay', { dayId: day.dayId })
    await day.host.call('meetings.markGuest', { dayId: day.dayId, id: guestId, as: 'came' })
    await day.host.call('meetings.closeDay', { dayId: day.dayId, version: await versionOf(day) }, { now: new Date('2026-11-20T13:00:00+01:00') })
    const host = async () => { const { slots, employers } = await shown(); return employers.find(({ id }) => id === slots.find(({ round }) => round === 0)?.employerId) } // the round that began when it is said to have left
    const { id = '', version = 0 } = (await host()) ?? {}
    await day.host.call('meetings.noteCame', { dayId: day.dayId, who: 'employer', id, version, came: false })
    const employer = await holderOf(world(), day, { employerId: id })
    const at = '2026-11-20T09:30:00.000Z' as never
    expect((await employer.call('meetings.syncEmployerLink', { writes: [{ id: randomUUID(), at, guestId, score: 3 }], hereAt: at })).taken).toHaveLength(1)
    const { held, employers, unnoted } = await day.host.call('meetings.getReport', { dayId: day.dayId })
    expect([(await host())?.cameAt, held, employers.came, unnoted.meetings]).toEqual([null, 0, 0, 1])
    // of the other nothing is noted: its own word counts
    const other = await holderOf(world(), day, { employerId: day.employers.find((one) => one !== id) })
    await other.call('meetings.syncEmployerLink', { writes: [], hereAt: at })
    expect((await day.host.call('meetings.getReport', { dayId: day.dayId })).held).toBe(1)
  })

  test.each(['no_show', 'left'] as const)('is told on the day that a colleague has noted otherwise (%s), and no press of its own changes that; one that did not come is not counted', async (as) => {
    const day = await aLiveDay(world())
    const [id = ''] = day.employers
    await day.host.call('meetings.markEmployer', { dayId: day.dayId, id, as })
    const employer = await holderOf(world(), day, { employerId: id })
    const how = async () => { const { isHere, isGone } = (await employer.call('meetings.getEmployerLink', {})).employer; return [isHere, isGone, (await day.host.call('meetings.getReport', { dayId: day.dayId })).employers.came] }
    expect(await how()).toEqual([false, true, as === 'left' ? 1 : 0])
    await employer.call('meetings.syncEmployerLink', { writes: [], hereAt: '2026-11-20T09:10:00.000Z' as never })
    expect(await how()).toEqual([false, true, as === 'left' ? 1 : 0])
    const { slots } = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect(slots.filter(({ employerId, state }) => employerId === id && state === 'planned')).toEqual([])
    await day.host.call('meetings.markEmployer', { dayId: day.dayId, id, as: 'came' })
    expect(await how()).toEqual([true, false, 1])
  })

  test('wishes for nobody where the participants choose', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, kind: 'reversed_speed_date' })
    await day.municipality.put((tx) => tx.updateTable('meetingDay').set({ state: 'invited' }).where('id', '=', day.dayId).execute())
    const employer = await holderOf(world(), day, { employerId: day.employers[0] })
    expect((await employer.call('meetings.getEmployerLink', {})).mayWish).toBe(false)
    expect(codesOf(await employer.refusals('meetings.wishEmployerLink', { wishes: [{ guestId: day.guests[0] ?? '', wish: 2 }] }))).toEqual(['meetings.onlyGuestsChoose'])
  })
})
