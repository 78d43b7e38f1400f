import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { asActor } from '#platform/db.ts'
import { NotFound } from '#platform/problem.ts'
import { aLiveDay, aMeetingDay, holderOf, LATER, versionOf } from '#test/meeting-day.ts'
import type { TestDay } from '#test/meeting-day.ts'
import { aPlace } from '#test/matching-facts.ts'
import { NOW, TODAY, useWorld } from '#test/world.ts'

const world = useWorld()
const codesOf = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const pageOf = ({ host, dayId }: TestDay) => host.call('meetings.getDay', { dayId })
const slotsOf = async (day: TestDay) => (await pageOf(day)).slots.filter(({ state }) => state === 'planned')
const at = (time: string): Date => new Date(`2026-11-20T${time}:00+01:00`)

describe('on the day', () => {
  test("'meetings.markGuest': of one who does not come the meetings are given away, and nobody else is moved; before the day is live it is refused", async () => {
    const day = await aLiveDay(world())
    const [absent = ''] = day.guests
    const before = await slotsOf(day)
    const { lost, moved } = await day.host.call('meetings.markGuest', { dayId: day.dayId, id: absent, as: 'no_show' })
    expect(lost).toBe(before.filter(({ guestId }) => guestId === absent).length)
    const after = await slotsOf(day)
    expect(after.filter(({ guestId }) => guestId === absent)).toEqual([])
    const stood = before.filter(({ guestId }) => guestId !== absent).map(({ guestId, employerId, round }) => ({ guestId, employerId, round }))
    expect(after.map(({ guestId, employerId, round }) => ({ guestId, employerId, round }))).toEqual(expect.arrayContaining(stood))
    expect(moved.filter(({ from, to }) => from !== null && to !== null)).toEqual([])
    const early = await aMeetingDay(world(), { onDate: LATER })
    expect(codesOf(await early.host.refusals('meetings.markGuest', { dayId: early.dayId, id: early.guests[0] ?? '', as: 'came' }))).toEqual(['meetings.notLive'])
    expect(codesOf(await day.host.refusals('meetings.markGuest', { dayId: day.dayId, id: absent, as: 'late' }))).toEqual(['shape.required'])
  })

  test('who comes after all is seated again, and what has begun is not moved', async () => {
    const day = await aLiveDay(world(), { guests: 2 })
    const [late = ''] = day.guests
    await day.host.call('meetings.markGuest', { dayId: day.dayId, id: late, as: 'no_show' }, { now: at('11:05') })
    const { added } = await day.host.call('meetings.markGuest', { dayId: day.dayId, id: late, as: 'came' }, { now: at('11:25') })
    expect(added).toBeGreaterThan(0)
    expect((await slotsOf(day)).filter(({ guestId, round }) => guestId === late && round < 2)).toEqual([])
  })

  test("'meetings.markEmployer': meetings with one that is late are moved behind its coming; one of another day is not found", async () => {
    const day = await aLiveDay(world(), { guests: 3 })
    const [employerId = ''] = day.employers
    await day.host.call('meetings.markEmployer', { dayId: day.dayId, id: employerId, as: 'late', until: '11:40' })
    const rounds = (await slotsOf(day)).filter((slot) => slot.employerId === employerId).map(({ round }) => round)
    expect(rounds.every((round) => round >= 2)).toBe(true)
    expect(rounds.length).toBeGreaterThan(0)
    await expect(day.host.call('meetings.markEmployer', { dayId: day.dayId, id: randomUUID(), as: 'left' })).rejects.toBeInstanceOf(NotFound)
  })

  test('a meeting that is pinned moves too when one of the two is not there, and nobody is given an employer that never answered', async () => {
    const day = await aMeetingDay(world(), { guests: 2, employers: 2 })
    const silent = randomUUID()
    await day.host.call('meetings.saveEmployer', { id: silent, dayId: day.dayId, name: 'Stille AS' })
    const [guestId = ''] = day.guests
    await day.host.call('meetings.setMeeting', { dayId: day.dayId, guestId, employerId: day.employers[0] ?? '', round: 0, table: 1 })
    await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    await day.host.call('meetings.startDay', { dayId: day.dayId, version: await versionOf(day) })
    const { moved } = await day.host.call('meetings.markGuest', { dayId: day.dayId, id: guestId, as: 'late', until: '11:20' })
    expect(moved.some((one) => one.guestId === guestId && one.employerId === day.employers[0] && one.from === '11:00')).toBe(true)
    const slots = await slotsOf(day)
    expect(slots.filter((slot) => slot.employerId === silent || (slot.guestId === guestId && slot.round === 0))).toEqual([])
  })

  test("'meetings.markInterpreter': without her whoever needs her meets nobody more; one of another day is not found", async () => {
    const day = await aMeetingDay(world(), { guests: 1 })
    const { guests: [guest] } = await pageOf(day)
    await day.host.call('meetings.saveGuest', { id: guest?.id ?? '', dayId: day.dayId, version: guest?.version, language: 'uk' })
    const id = randomUUID()
    await day.host.call('meetings.saveInterpreter', { id, dayId: day.dayId, name: 'Tolk Hansen', languages: ['uk'] })
    await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    await day.host.call('meetings.startDay', { dayId: day.dayId, version: await versionOf(day) })
    expect((await slotsOf(day)).map(({ interpreterId }) => interpreterId)).toEqual([id, id, id])
    expect((await day.host.call('meetings.markInterpreter', { dayId: day.dayId, id, as: 'left' })).lost).toBe(3)
    await expect(day.host.call('meetings.markInterpreter', { dayId: day.dayId, id: randomUUID(), as: 'left' })).rejects.toBeInstanceOf(NotFound)
  })

  test("'meetings.markMeeting': one that was not held may find another time; one that is moved is no more", async () => {
    const day = await aLiveDay(world(), { guests: 1, employers: 1, rounds: 3 })
    const [slot] = await slotsOf(day)
    await day.host.call('meetings.markMeeting', { dayId: day.dayId, id: slot?.id ?? '', held: false }, { now: at('11:10') })
    const { slots } = await pageOf(day)
    expect(slots.map(({ state }) => state).toSorted()).toEqual(['not_held', 'planned'])
    await day.municipality.put((tx) => tx.updateTable('meetingSlot').set({ state: 'moved' }).where('id', '=', slot?.id ?? '').execute())
    expect(codesOf(await day.host.refusals('meetings.markMeeting', { dayId: day.dayId, id: slot?.id ?? '', held: true }))).toEqual(['meetings.notPlanned'])
  })

  test('of two marks at once both are noted, one after the other, and the plan is sound after them', async () => {
    const day = await aLiveDay(world(), { guests: 8, employers: 3 })
    const [first = '', second = '', third = ''] = day.guests
    const before = await slotsOf(day)
    const answers = await Promise.all([
      day.host.call('meetings.markGuest', { dayId: day.dayId, id: first, as: 'no_show' }), day.host.call('meetings.markGuest', { dayId: day.dayId, id: second, as: 'no_show' }),
      day.host.call('meetings.markGuest', { dayId: day.dayId, id: third, as: 'late', until: '11:40' }), day.host.call('meetings.markEmployer', { dayId: day.dayId, id: day.employers[0] ?? '', as: 'late', until: '11:20' }),
    ])
    expect(answers.map(({ lost }) => lost).reduce((sum, lost) => sum + lost, 0)).toBeGreaterThanOrEqual(before.filter(({ guestId }) => guestId === first || guestId === second).length)
    const after = await slotsOf(day)
    expect(after.filter((slot) => slot.guestId === first || slot.guestId === second || (slot.guestId === third && slot.round < 2) || (slot.employerId === day.employers[0] && slot.round < 1))).toEqual([])
    for (const key of [(one: (typeof after)[number]) => `${one.guestId} ${one.round}`, (one: (typeof after)[number]) => `${one.employerId} ${one.table} ${one.round}`, (one: (typeof after)[number]) => `${one.guestId} ${one.employerId}`]) expect(new Set(after.map(key)).size).toBe(after.length)
  })

  test('two hundred guests and twenty employers: after a no-show the new plan is there within a second', async () => {
    const day = await aLiveDay(world(), { guests: 200, employers: 20, rounds: 10, email: false })
    const { ms, lost } = await day.host.call('meetings.markGuest', { dayId: day.dayId, id: (await slotsOf(day))[0]?.guestId ?? '', as: 'no_show' })
    expect(lost).toBeGreaterThan(0)
    expect(ms).toBeLessThan(1000)
  }, 60_000)

  test('whatever happens in whatever order, pins and all, nobody is in two places and no table has two meetings', async () => {
    const day = await aMeetingDay(world(), { guests: 6, employers: 3, rounds: 5 })
    await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    for (const { id } of (await slotsOf(day)).filter((_, index) => index % 4 === 0)) await day.host.call('meetings.pinMeeting', { dayId: day.dayId, slotId: id, fixed: true })
    await day.host.call('meetings.startDay', { dayId: day.dayId, version: await versionOf(day) })
    const change = fc.record({ kind: fc.constantFrom('guest', 'employer', 'meeting'), who: fc.nat(20), as: fc.constantFrom('expected', 'came', 'late', 'no_show', 'left'), until: fc.constantFrom('11:20', '11:40', '12:00'), now: fc.constantFrom('10:30', '11:05', '11:25', '11:50') })
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      for (const { kind, who, as, until, now } of changes) {
        const options = { now: at(now) }
        if (kind === 'guest') await day.host.call('meetings.markGuest', { dayId: day.dayId, id: day.guests[who % day.guests.length] ?? '', as, until }, options)
        else if (kind === 'employer') await day.host.call('meetings.markEmployer', { dayId: day.dayId, id: day.employers[who % day.employers.length] ?? '', as, until }, options)
        else for (const slot of (await slotsOf(day)).slice(who % 4, (who % 4) + 1)) await day.host.call('meetings.markMeeting', { dayId: day.dayId, id: slot.id, held: as === 'came' }, options)
      }
      const active = (await pageOf(day)).slots.filter(({ state }) => state === 'planned' || state === 'held')
      for (const key of [(one: (typeof active)[number]) => `${one.guestId} ${one.round}`, (one: (typeof active)[number]) => `${one.employerId} ${one.table} ${one.round}`, (one: (typeof active)[number]) => `${one.guestId} ${one.employerId}`])
        expect(new Set(active.map(key)).size).toBe(active.length)
    }), { numRuns: 20 })
  }, 60_000)
})

describe('afterwards', () => {
  const aPair = async (over: Parameters<typeof aLiveDay>[1] = {}) => {
    const day = await aLiveDay(world(), over)
    const [slot] = await slotsOf(day)
    return { day, pair: { dayId: day.dayId, guestId: slot?.guestId ?? '', employerId: slot?.employerId ?? '' }, personId: day.persons[day.guests.indexOf(slot?.guestId ?? '')] ?? '' }
  }

  test("'meetings.saveOutcome' notes a second meeting, never before the day", async () => {
    const { day, pair, personId } = await aPair()
    expect((await day.host.call('meetings.saveOutcome', { ...pair, secondOn: LATER, offer: 'practice' })).personIds).toEqual([personId])
    expect((await pageOf(day)).outcomes).toEqual([expect.objectContaining({ cameOfIt: 'second_meeting', secondOn: LATER, offer: 'practice' })])
    expect(codesOf(await day.host.refusals('meetings.saveOutcome', { ...pair, secondOn: '2026-11-01' }))).toEqual(['meetings.secondBefore'])
  })

  test("'meetings.startPlace' starts an agreement in one step, of the register and of ours alone", async () => {
    const { day, pair, personId } = await aPair()
    const id = randomUUID()
    expect(codesOf(await day.host.refusals('meetings.startPlace', { ...pair, id, kind: 'work_practice' }))).toEqual(['meetings.notInRegister'])
    const { openingId, employerId } = await aPlace(day.municipality, { title: 'Kjøkken' })
    await day.municipality.put(async (tx) => {
      await tx.updateTable('meetingEmployer').set({ employerId }).where('id', '=', pair.employerId).execute()
      await tx.insertInto('meetingOpening').values({ meetingEmployerId: pair.employerId, openingId }).execute()
    })
    await day.host.call('meetings.startPlace', { ...pair, id, kind: 'work_practice' })
    expect(await day.municipality.put((tx) => tx.selectFrom('agreement').select(['personId', 'employerId', 'openingId', 'kind']).where('id', '=', id).execute())).toEqual([{ personId, employerId, openingId, kind: 'work_practice' }])
    expect((await pageOf(day)).outcomes[0]).toMatchObject({ agreementId: id, cameOfIt: 'practice' })
  })

  test("'meetings.propose' asks for her yes at an opening that was brought, and finds no other", async () => {
    const { day, pair } = await aPair()
    const { openingId, employerId } = await aPlace(day.municipality, { title: 'Kjøkken' })
    await expect(day.host.call('meetings.propose', { ...pair, id: randomUUID(), openingId })).rejects.toBeInstanceOf(NotFound)
    await day.municipality.put(async (tx) => {
      await tx.updateTable('meetingEmployer').set({ employerId }).where('id', '=', pair.employerId).execute()
      await tx.insertInto('meetingOpening').values({ meetingEmployerId: pair.employerId, openingId }).execute()
    })
    expect((await day.host.call('meetings.propose', { ...pair, id: randomUUID(), openingId })).state).toBe('proposed')
  })

  test("'meetings.getReport' counts, others without a case, and 'meetings.sendThanks' thanks each once, when the day is over", async () => {
    const { day, pair } = await aPair({ guests: 2 })
    for (const id of day.guests) await day.host.call('meetings.markGuest', { dayId: day.dayId, id, as: 'came' })
    for (const id of day.employers) await day.host.call('meetings.markEmployer', { dayId: day.dayId, id, as: 'came' })
    await day.host.call('meetings.saveOutcome', { ...pair, employerAgain: true, guestAgain: true, offer: 'job' })
    expect(codesOf(await day.host.refusals('meetings.sendThanks', { dayId: day.dayId }))).toEqual(['meetings.notInThisState'])
    await day.host.call('meetings.closeDay', { dayId: day.dayId, version: await versionOf(day) }, { now: at('13:00') })
    const report = await day.host.call('meetings.getReport', { dayId: day.dayId })
    expect([report.ours.came, report.others.came, report.held, report.wanted.both, report.offers, report.shares.came?.isSmall]).toEqual([2, 0, 6, 1, 1, true])
    expect([(await day.host.call('meetings.sendThanks', { dayId: day.dayId })).mailed, (await day.host.call('meetings.sendThanks', { dayId: day.dayId })).mailed]).toEqual([5, 0]) // two guests, three employers
    await expect(day.host.call('meetings.getReport', { dayId: randomUUID() })).rejects.toBeInstanceOf(NotFound)
  })

  test('the report counts by municipality, ours first, whoever wrote its name how', async () => {
    const day = await aMeetingDay(world(), { guests: 1 })
    const { name } = await day.municipality.put((tx) => tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow())
    for (const comesFrom of ['fjordvik ', 'Vesterås', 'Nordvåg', null]) await day.host.call('meetings.saveGuest', { id: randomUUID(), dayId: day.dayId, comesFrom })
    const { byMunicipality } = await day.host.call('meetings.getReport', { dayId: day.dayId })
    expect(new Map(byMunicipality.map((one) => [one.name, one.saidYes]))).toEqual(new Map([[name, name === 'Fjordvik' ? 2 : 1], ...(name === 'Fjordvik' ? [] : [['Fjordvik', 1] as const]), ['Vesterås', 1], ['Nordvåg', 1], [null, 1]]))
    expect(byMunicipality[0]?.name).toBe(name)
  })

  test('the report is the same whoever reads it, also of those the reader may not see', async () => {
    const { day, pair, personId } = await aPair({ guests: 2 })
    await day.host.call('meetings.saveOutcome', { ...pair, employerAgain: true, guestAgain: true, offer: 'job', secondOn: LATER })
    const before = await day.host.call('meetings.getReport', { dayId: day.dayId })
    expect([before.wanted, before.offers, before.secondMeetings]).toEqual([{ both: 1, employer: 1, guest: 1 }, 1, 1])
    await day.municipality.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', personId).execute())
    expect((await pageOf(day)).outcomes).toEqual([])
    for (const reader of [day.host, await day.municipality.as('job_broker', 'protected_access')]) expect(await reader.call('meetings.getReport', { dayId: day.dayId })).toEqual(before)
    const elsewhere = await aLiveDay(world(), { guests: 1 })
    expect((await asActor(world().db, elsewhere.host.actor, (tx) => sql`select * from app.count_meeting_outcomes(${day.dayId})`.execute(tx))).rows).toEqual([expect.objectContaining({ bothAgain: 0, offers: 0 })])
  })
})

describe('the wall', () => {
  test("'meetings.getWallLink' shows now and next by numbers, never by names", async () => {
    const day = await aLiveDay(world())
    const wall = await holderOf(world(), day, {})
    const seen = await wall.call('meetings.getWallLink', {}, { now: at('11:05') })
    expect([seen.now?.round, seen.next?.round, seen.now?.meetings.length]).toEqual([0, 1, 3])
    expect(JSON.stringify(seen)).not.toMatch(/Olena|Melnyk/)
    await expect((await holderOf(world(), day, { guestId: day.guests[0] })).call('meetings.getEmployerLink', {})).rejects.toBeInstanceOf(NotFound)
    expect((await wall.call('meetings.getWallLink', {}, { now: NOW })).onDate).toBe(TODAY)
  })
})
