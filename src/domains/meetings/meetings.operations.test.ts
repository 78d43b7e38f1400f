import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays } from '#shared/date.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { LATER, aDayInput, aLiveDay, aMeetingDay, holderOf, someRounds, versionOf } from '#test/meeting-day.ts'
import { NOW, TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { openLink } from '#portals/links/link-door.ts'
import { systemActor } from '#platform/system-actor.ts'
import { remindOfMeetings } from './reminders.jobs.ts'

const world = useWorld()
const codesOf = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)

describe('a day', () => {
  test("'meetings.saveDay' makes one, and refuses rounds that overlap, a day that is past, and a colleague without the permission", async () => {
    const here = await aMunicipality(world())
    const host = await here.as('job_broker')
    const day = aDayInput({ onDate: LATER })
    expect(await host.call('meetings.saveDay', day)).toEqual({ id: day.id, version: 1, planUndone: false, askedAnew: 0 })
    expect(codesOf(await host.refusals('meetings.saveDay', aDayInput({ rounds: [{ from: '10:00', to: '10:20' }, { from: '10:10', to: '10:30' }] })))).toEqual(['meetings.roundsOverlap'])
    expect(codesOf(await host.refusals('meetings.saveDay', aDayInput({ onDate: addDays(TODAY, -1) })))).toEqual(['meetings.dayIsPast'])
    await expect((await here.as('teacher')).call('meetings.saveDay', aDayInput())).rejects.toBeInstanceOf(Forbidden)
  })

  test("'meetings.listDays' tells what comes and what is over; 'meetings.getDay' finds none of another municipality", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER })
    const { coming, past } = await day.host.call('meetings.listDays', {})
    expect([coming.map(({ id, employers, guests }) => ({ id, employers, guests })), past]).toEqual([[{ id: day.dayId, employers: 3, guests: 5 }], []])
    const page = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect(page.personIds.toSorted()).toEqual(day.persons.toSorted())
    await expect((await (await aMunicipality(world())).as('job_broker')).call('meetings.getDay', { dayId: day.dayId })).rejects.toBeInstanceOf(NotFound)
  })

  test('other rounds undo the plan that was made for the old ones', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER })
    await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    const { planUndone } = await day.host.call('meetings.saveDay', { ...aDayInput({ id: day.dayId, onDate: LATER, rounds: someRounds(2) }), version: await versionOf(day) })
    const page = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect([planUndone, page.state, page.plan, page.slots]).toEqual([true, 'invited', null, []])
  })

  test('another date undoes the plan, takes the open links along, and asks anew by mail those who were asked for the old one, and tells who asked for help; one without a case is told by hand', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 3, employers: 2 })
    const [yes = '', help = '', no = ''] = day.guests
    for (const [id, reply] of [[help, 'later'], [no, 'no']] as const) await day.host.call('meetings.recordReply', { dayId: day.dayId, who: 'guest', id, reply, channel: 'phone' })
    const other = randomUUID()
    await day.host.call('meetings.saveGuest', { id: other, dayId: day.dayId, shownName: 'Ida', comesFrom: 'Vesterås' })
    await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    const linkOf = async (whom: object) => (await day.host.call('meetings.makeLink', { dayId: day.dayId, ...whom })).path.slice('/l/'.length)
    const [hers, theirs, closed] = [await linkOf({ guestId: yes }), await linkOf({ employerId: day.employers[0] }), await linkOf({})]
    await day.host.call('meetings.closeLinks', { dayId: day.dayId })
    const [moved, late] = [addDays(LATER, 30), new Date(`${addDays(LATER, 40)}T12:00:00Z`)]
    expect(await openLink(world().db, hers, late)).toMatchObject({ closed: 'expired' })
    const input = { ...aDayInput({ id: day.dayId, onDate: LATER }), onDate: moved, version: await versionOf(day) }
    expect(await day.host.call('meetings.saveDay', input)).toMatchObject({ planUndone: true, askedAnew: 5 })
    const page = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect([page.state, page.plan, page.slots, page.toAsk]).toEqual(['invited', null, [], { guests: 2, employers: 2, byHand: 1, hidden: 0 }])
    expect(new Map(page.guests.map(({ id, reply }) => [id, reply]))).toEqual(new Map([[yes, 'invited'], [help, 'later'], [no, 'no'], [other, 'invited']]))
    expect(page.employers.map(({ reply }) => reply)).toEqual(['invited', 'invited'])
    for (const token of [hers, theirs]) expect(await openLink(world().db, token, late)).toHaveProperty('actor')
    expect(await openLink(world().db, hers, new Date(`${addDays(moved, 15)}T00:30:00+01:00`))).toMatchObject({ closed: 'expired' })
    expect(await openLink(world().db, closed, late)).toMatchObject({ closed: 'revoked' })
    const again = async () => { const { mailed, byHand } = await day.host.call('meetings.sendInvitations', { dayId: day.dayId, version: await versionOf(day) }); return [mailed, byHand.map(({ name }) => name)] }
    expect([await again(), await again()]).toEqual([[4, ['Ida, Vesterås']], [0, []]])
    expect((await day.host.call('meetings.getDay', { dayId: day.dayId })).guests.find(({ id }) => id === help)?.reply).toBe('later')
    const letters = await day.municipality.put((tx) => tx.selectFrom('message').select(['template', 'params']).where('template', 'in', ['meeting_moved', 'meeting_moved_employer']).execute())
    expect(letters.map(({ params }) => params)).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ day: moved })))
    // moved once more on the same day: another letter
    await day.host.call('meetings.saveDay', { ...input, onDate: addDays(moved, 1), version: await versionOf(day) })
    expect(await again()).toEqual([4, ['Ida, Vesterås']])
    expect(await day.municipality.put((tx) => tx.selectFrom('message').select('id').where('template', 'in', ['meeting_moved', 'meeting_moved_employer']).execute())).toHaveLength(8)
  })

  test("'meetings.startDay' is refused before the day, 'meetings.closeDay' before it is live; then what was planned was held where both came, and nobody has come who was not noted", async () => {
    const early = await aMeetingDay(world(), { onDate: LATER })
    await early.host.call('meetings.makePlan', { dayId: early.dayId, version: await versionOf(early) })
    expect(codesOf(await early.host.refusals('meetings.startDay', { dayId: early.dayId, version: await versionOf(early) }))).toEqual(['meetings.notYet'])
    expect(codesOf(await early.host.refusals('meetings.closeDay', { dayId: early.dayId, version: await versionOf(early) }))).toEqual(['meetings.notInThisState'])
    const day = await aLiveDay(world())
    const [first = ''] = day.guests
    await day.host.call('meetings.markGuest', { dayId: day.dayId, id: first, as: 'came' })
    const met = (await day.host.call('meetings.getDay', { dayId: day.dayId })).slots.find(({ guestId, state }) => guestId === first && state === 'planned')?.employerId ?? ''
    await day.host.call('meetings.markEmployer', { dayId: day.dayId, id: met, as: 'came' })
    const { held } = await day.host.call('meetings.closeDay', { dayId: day.dayId, version: await versionOf(day) }, { now: new Date('2026-11-20T13:00:00+01:00') })
    const { slots, employers } = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect(held).toBe(1)
    expect(slots.filter(({ state }) => state === 'held').map(({ guestId, employerId }) => [guestId, employerId])).toEqual([[first, met]])
    expect(slots.filter(({ state }) => state === 'planned')).toEqual([])
    expect(employers.filter(({ cameAt }) => cameAt !== null).map(({ id }) => id)).toEqual([met])
  })

  test('of a day that is closed early, what has not begun was not held, and nobody is asked about it', async () => {
    const day = await aLiveDay(world(), { guests: 1 })
    await day.host.call('meetings.markGuest', { dayId: day.dayId, id: day.guests[0] ?? '', as: 'came' })
    for (const id of day.employers) await day.host.call('meetings.markEmployer', { dayId: day.dayId, id, as: 'came' })
    const { held } = await day.host.call('meetings.closeDay', { dayId: day.dayId, version: await versionOf(day) }, { now: new Date('2026-11-20T11:30:00+01:00') })
    expect([held, (await day.host.call('meetings.getReport', { dayId: day.dayId })).unnoted.meetings]).toEqual([2, 0]) // the rounds of eleven and of twenty past
  })
})

describe('rooms and interpreters', () => {
  test("'meetings.saveRoom' and 'meetings.removeRoom': a name once; an employer whose room is gone has none", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    expect(codesOf(await day.host.refusals('meetings.saveRoom', { id: randomUUID(), dayId: day.dayId, name: 'Salen', picture: 'star' }))).toEqual(['constraint.meeting_room_once'])
    await day.host.call('meetings.removeRoom', { dayId: day.dayId, id: day.roomId })
    const { rooms, employers } = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect([rooms, employers.map(({ roomId }) => roomId)]).toEqual([[], [null, null, null]])
    await expect(day.host.call('meetings.removeRoom', { dayId: day.dayId, id: day.roomId })).rejects.toBeInstanceOf(NotFound)
  })

  test("'meetings.saveInterpreter' refuses one who leaves before she comes; 'meetings.removeInterpreter' takes her away", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    const interpreter = { id: randomUUID(), dayId: day.dayId, name: 'Tolk Hansen', languages: ['uk'] }
    expect(codesOf(await day.host.refusals('meetings.saveInterpreter', { ...interpreter, from: '12:00', to: '11:00' }))).toEqual(['meetings.leavesBefore'])
    await day.host.call('meetings.saveInterpreter', interpreter)
    await day.host.call('meetings.removeInterpreter', { dayId: day.dayId, id: interpreter.id })
    await expect(day.host.call('meetings.removeInterpreter', { dayId: day.dayId, id: interpreter.id })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('employers and guests', () => {
  test("'meetings.saveEmployer' brings openings of its own alone; 'meetings.listEmployerChoices' offers those who are not there; 'meetings.removeEmployer' not one that was invited", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 0 })
    const { openingId, employerId } = await aPlace(day.municipality, { title: 'Kjøkken' })
    expect((await day.host.call('meetings.listEmployerChoices', { dayId: day.dayId })).employers.map(({ id }) => id)).toContain(employerId)
    const employer = { id: randomUUID(), dayId: day.dayId, name: 'Hotellet', employerId, openingIds: [openingId] }
    expect(codesOf(await day.host.refusals('meetings.saveEmployer', { ...employer, employerId: null }))).toEqual(['meetings.openingOfAnother'])
    await day.host.call('meetings.saveEmployer', employer)
    expect((await day.host.call('meetings.listEmployerChoices', { dayId: day.dayId })).employers.map(({ id }) => id)).not.toContain(employerId)
    await expect((await day.municipality.as('teacher')).call('meetings.listEmployerChoices', { dayId: day.dayId })).rejects.toBeInstanceOf(Forbidden)
    await day.host.call('meetings.removeEmployer', { dayId: day.dayId, id: employer.id })
    await day.host.call('meetings.makeLink', { dayId: day.dayId, employerId: day.employers[0] })
    expect(codesOf(await day.host.refusals('meetings.removeEmployer', { dayId: day.dayId, id: day.employers[0] ?? '' }))).toEqual(['meetings.isInvited'])
  })

  test("'meetings.listCandidates' says why somebody fits and ranks nobody; it is refused to whoever may not plan", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 0 })
    const { openingId, employerId } = await aPlace(day.municipality, { title: 'Kjøkken', level: 'A1' })
    await day.host.call('meetings.saveEmployer', { id: randomUUID(), dayId: day.dayId, name: 'Hotellet', employerId, openingIds: [openingId] })
    const personId = await aMappedPerson(day.municipality)
    const { rows } = await day.host.call('meetings.listCandidates', { dayId: day.dayId })
    expect(rows.map((row) => ({ id: row.personId, fits: row.fits.map(({ title, met }) => ({ title, some: met.length > 0 })) }))).toEqual([{ id: personId, fits: [{ title: 'Kjøkken', some: true }] }])
    expect(JSON.stringify(rows)).not.toContain('score')
    await expect((await day.municipality.as('teacher')).call('meetings.listCandidates', { dayId: day.dayId })).rejects.toBeInstanceOf(Forbidden)
  })

  test("'meetings.addGuests' draws numbers, adds nobody twice, and a strictly confidential person only when the warning was read", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 2 })
    const { guests } = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect(new Set(guests.map(({ number }) => number)).size).toBe(2)
    expect(codesOf(await day.host.refusals('meetings.addGuests', { dayId: day.dayId, guests: [{ id: randomUUID(), personId: day.persons[0] ?? '' }] }))).toEqual(['constraint.meeting_guest_person_once'])
    const hidden = randomUUID()
    await day.municipality.put((tx) => tx.insertInto('person').values({ id: hidden, givenName: 'Zora', familyName: 'Hemmelig', addressProtection: 'strictly_confidential' }).execute())
    const seer = await day.municipality.as('job_broker', 'protected_access')
    const guest = { dayId: day.dayId, guests: [{ id: randomUUID(), personId: hidden }] }
    await expect(day.host.call('meetings.addGuests', guest)).rejects.toBeInstanceOf(NotFound)
    expect(codesOf(await seer.refusals('meetings.addGuests', guest))).toEqual(['meetings.strictlyConfidential'])
    await seer.call('meetings.addGuests', { ...guest, warned: true })
    const seen = (await day.host.call('meetings.getDay', { dayId: day.dayId })).guests.find(({ id }) => id === guest.guests[0]?.id)
    expect([seen?.personId, seen?.personName, seen?.isOurs]).toEqual([null, null, true])
    await expect(day.host.call('meetings.makeLink', { dayId: day.dayId, guestId: guest.guests[0]?.id })).rejects.toBeInstanceOf(NotFound)
  })

  test("'meetings.saveGuest' takes another jobseeker where the day is open to them, 'meetings.removeGuest' one who was not invited", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    const other = { id: randomUUID(), dayId: day.dayId, shownName: 'Ida', comesFrom: 'Vesterås' }
    expect(codesOf(await day.host.refusals('meetings.saveGuest', { ...other, least: 3, most: 2 }))).toEqual(['meetings.leastOverMost'])
    expect((await day.host.call('meetings.saveGuest', other)).personIds).toEqual([])
    await day.host.call('meetings.removeGuest', { dayId: day.dayId, id: other.id })
    await day.host.call('meetings.makeLink', { dayId: day.dayId, guestId: day.guests[0] })
    expect(codesOf(await day.host.refusals('meetings.removeGuest', { dayId: day.dayId, id: day.guests[0] ?? '' }))).toEqual(['meetings.isInvited'])
    const own = aDayInput({ openTo: 'own' })
    await day.host.call('meetings.saveDay', own)
    expect(codesOf(await day.host.refusals('meetings.saveGuest', { ...other, id: randomUUID(), dayId: own.id }))).toEqual(['meetings.onlyOwn'])
  })

  test('what a participant of ours shows of herself stays hers when a colleague saves what is agreed with her', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    const [guestId = ''] = day.guests
    await (await holderOf(world(), day, { guestId })).call('meetings.answerGuestLink', { reply: 'yes', showName: true, introduction: 'Jeg har vært kokk' })
    const guest = async () => (await day.host.call('meetings.getDay', { dayId: day.dayId })).guests.find(({ id }) => id === guestId)
    await day.host.call('meetings.saveGuest', { id: guestId, dayId: day.dayId, version: (await guest())?.version, shownName: 'Hemmelig', introduction: 'Flink og lydig', most: 3 })
    expect(await guest()).toMatchObject({ shownName: 'Olena0', introduction: 'Jeg har vært kokk', most: 3 })
  })

  test("'meetings.saveWish' keeps what each side said, and refuses who is not of the day", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    const pair = { dayId: day.dayId, guestId: day.guests[0] ?? '', employerId: day.employers[0] ?? '' }
    await day.host.call('meetings.saveWish', { ...pair, byGuest: 3 })
    expect((await day.host.call('meetings.saveWish', { ...pair, byEmployer: -1 })).personIds).toEqual(day.persons)
    expect((await day.host.call('meetings.getDay', { dayId: day.dayId })).wishes).toEqual([{ guestId: pair.guestId, employerId: pair.employerId, byGuest: 3, byEmployer: -1 }])
    await expect(day.host.call('meetings.saveWish', { ...pair, employerId: randomUUID(), byGuest: 1 })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('invitations', () => {
  test("'meetings.sendInvitations' mails each in her language with a link, and says whom no letter reaches; 'meetings.recordReply' finds only who is there", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 2 })
    const silent = randomUUID()
    await day.municipality.put((tx) => tx.insertInto('person').values({ id: silent, givenName: 'Amal', familyName: 'Haddad', contactLocale: 'ar' }).execute())
    const reached = randomUUID()
    await day.municipality.put((tx) => tx.insertInto('person').values({ id: reached, givenName: 'Nour', familyName: 'Haddad', contactLocale: 'ar', email: 'nour@example.no' }).execute())
    await day.host.call('meetings.addGuests', { dayId: day.dayId, guests: [{ id: randomUUID(), personId: silent }, { id: randomUUID(), personId: reached }] })
    const sent = await day.host.call('meetings.sendInvitations', { dayId: day.dayId, version: await versionOf(day) })
    expect([sent.mailed, sent.byHand]).toEqual([1, [{ number: expect.any(Number), name: 'Amal Haddad' }]])
    const letters = await day.municipality.put((tx) => tx.selectFrom('message').select(['template', 'locale', 'params']).where('toAddress', '=', 'nour@example.no').execute())
    expect(letters).toEqual([{ template: 'meeting_invite', locale: 'ar', params: expect.objectContaining({ title: 'Jobbtreff', link: expect.stringMatching(/^\/l\//) }) }])
    expect((await day.host.call('meetings.getDay', { dayId: day.dayId })).state).toBe('invited')
    expect(codesOf(await day.host.refusals('meetings.sendInvitations', { dayId: day.dayId, version: 1 }))).toEqual(['stale'])
    await expect(day.host.call('meetings.recordReply', { dayId: day.dayId, who: 'employer', id: randomUUID(), reply: 'no', channel: 'phone' })).rejects.toBeInstanceOf(NotFound)
  })

  test("'meetings.makeLink' is for who is there alone", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    expect((await day.host.call('meetings.makeLink', { dayId: day.dayId })).path).toMatch(/^\/l\/.{40,}/)
    await expect(day.host.call('meetings.makeLink', { dayId: day.dayId, guestId: randomUUID() })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('beside the operations', () => {
  test('two persons made one come once: the second number stays without a person, and has said no', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 2 })
    const [keepId = '', goneId = ''] = day.persons
    const adviser = await day.municipality.as('programme_adviser')
    await adviser.call('people.mergePersons', { keepId, keepVersion: 1, goneId, goneVersion: 1, fromGone: [] })
    const { guests } = await day.host.call('meetings.getDay', { dayId: day.dayId })
    expect(guests.map(({ personId, reply }) => ({ personId, reply })).toSorted((a, b) => a.reply.localeCompare(b.reply))).toEqual([{ personId: null, reply: 'no' }, { personId: keepId, reply: 'yes' }])
  })

  test('the day before, whoever comes is reminded once, each by a link of her own', async () => {
    const day = await aMeetingDay(world(), { onDate: addDays(TODAY, 1), guests: 2, employers: 1 })
    await day.host.call('meetings.recordReply', { dayId: day.dayId, who: 'guest', id: day.guests[1] ?? '', reply: 'no', channel: 'phone' })
    await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    const tools = { db: world().db, actor: systemActor(day.municipality.id), now: NOW, isLastTry: true }
    for (let twice = 0; twice < 2; twice++) await remindOfMeetings(tools)
    const letters = await day.municipality.put((tx) => tx.selectFrom('message').select(['template', 'personId']).where('template', 'in', ['meeting_reminder', 'meeting_reminder_employer']).orderBy('template').execute())
    expect(letters).toEqual([{ template: 'meeting_reminder', personId: day.persons[0] }, { template: 'meeting_reminder_employer', personId: null }])
  })
})
