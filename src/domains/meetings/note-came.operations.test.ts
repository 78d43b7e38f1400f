import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { aLiveDay, versionOf } from '#test/meeting-day.ts'
import type { TestDay } from '#test/meeting-day.ts'
import { useWorld } from '#test/world.ts'

const world = useWorld()
const codesOf = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const pageOf = ({ host, dayId }: TestDay) => host.call('meetings.getDay', { dayId })
const versionOfOne = async (day: TestDay, id: string): Promise<number> => { const { guests, employers } = await pageOf(day); return [...guests, ...employers].find((one) => one.id === id)?.version ?? 0 }
const at = (time: string): Date => new Date(`2026-11-20T${time}:00+01:00`)

describe('who was there', () => {
  test("'meetings.noteCame' counts afterwards the meetings nobody noted, and sets it right; what was noted on the day stays, and a day that runs refuses it", async () => {
    const day = await aLiveDay(world(), { guests: 2, employers: 2 })
    const [first = '', second = ''] = day.guests
    const [host = '', other = ''] = day.employers
    expect(codesOf(await day.host.refusals('meetings.noteCame', { dayId: day.dayId, who: 'employer', id: host, version: 1, came: true }))).toEqual(['meetings.notInThisState'])
    await day.host.call('meetings.markGuest', { dayId: day.dayId, id: first, as: 'came' })
    await day.host.call('meetings.markGuest', { dayId: day.dayId, id: second, as: 'no_show' })
    expect((await day.host.call('meetings.closeDay', { dayId: day.dayId, version: await versionOf(day) }, { now: at('13:00') })).held).toBe(0)
    expect((await day.host.call('meetings.getReport', { dayId: day.dayId })).unnoted).toEqual({ employers: 2, guests: 0, meetings: 2 })
    const note = async (who: 'guest' | 'employer', id: string, came: boolean) => {
      const { personIds } = await day.host.call('meetings.noteCame', { dayId: day.dayId, who, id, version: await versionOfOne(day, id), came })
      const { held, unnoted } = await day.host.call('meetings.getReport', { dayId: day.dayId })
      return { personIds, held, unnoted: unnoted.meetings }
    }
    expect(await note('employer', host, true)).toEqual({ personIds: [], held: 1, unnoted: 1 })
    expect(await note('employer', other, false)).toEqual({ personIds: [], held: 1, unnoted: 0 })
    expect(await note('employer', host, false)).toEqual({ personIds: [], held: 0, unnoted: 0 })
    await expect(day.host.call('meetings.noteCame', { dayId: day.dayId, who: 'employer', id: randomUUID(), version: 1, came: true })).rejects.toBeInstanceOf(NotFound)
    await expect(day.host.call('meetings.noteCame', { dayId: day.dayId, who: 'guest', id: host, version: 1, came: true })).rejects.toBeInstanceOf(NotFound)
    expect(codesOf(await day.host.refusals('meetings.noteCame', { dayId: day.dayId, who: 'guest', id: second, version: await versionOfOne(day, second), came: true }))).toEqual(['meetings.notedBefore'])
  })

  test("'meetings.noteCame' of two colleagues takes the first, and tells the second that it is stale; who came and left on the day stays so", async () => {
    const day = await aLiveDay(world(), { guests: 2, employers: 2 })
    const [left = '', silent = ''] = day.guests
    await day.host.call('meetings.markGuest', { dayId: day.dayId, id: left, as: 'left', until: '11:30' })
    await day.host.call('meetings.markEmployer', { dayId: day.dayId, id: day.employers[0] ?? '', as: 'left', until: '11:40' })
    await day.host.call('meetings.closeDay', { dayId: day.dayId, version: await versionOf(day) }, { now: at('13:00') })
    const before = await pageOf(day)
    const input = { dayId: day.dayId, who: 'guest' as const, id: silent, version: await versionOfOne(day, silent) }
    const second = await day.municipality.as('programme_adviser')
    expect((await second.call('meetings.noteCame', { ...input, came: true })).personIds).toEqual([day.persons[1]])
    expect(codesOf(await day.host.refusals('meetings.noteCame', { ...input, came: false }))).toEqual(['stale'])
    for (const [who, id] of [['guest', left], ['employer', day.employers[0] ?? '']] as const)
      expect(codesOf(await day.host.refusals('meetings.noteCame', { dayId: day.dayId, who, id, version: await versionOfOne(day, id), came: false }))).toEqual(['meetings.notedBefore'])
    const after = await pageOf(day)
    const untouched = ({ guests, employers }: typeof before) => [guests.find(({ id }) => id === left), employers]
    expect(untouched(after)).toEqual(untouched(before))
    const saved = after.guests.find(({ id }) => id === silent)
    expect([saved?.state, saved?.isNotedAfterwards]).toEqual(['came', true])
    await day.host.call('meetings.noteCame', { ...input, version: await versionOfOne(day, silent), came: false })
    expect((await pageOf(day)).guests.find(({ id }) => id === silent)?.state).toBe('no_show')
  })
})
