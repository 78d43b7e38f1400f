import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { asActor } from '#platform/db.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays } from '#shared/date.ts'
import { LATER, aLiveDay, aMeetingDay, anEmployer, holderOf, versionOf } from '#test/meeting-day.ts'
import { TODAY, callerFor, useWorld } from '#test/world.ts'

const world = useWorld()
const codesOf = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const yes = { reply: 'yes' as const, showName: true, introduction: 'Jeg har vært kokk', language: 'uk' }
const employerYes = { reply: 'yes' as const, tables: 2, contactName: 'Kari Moen', contactPhone: '', offers: 'Kokker', notes: 'Spør om vakter', note: '' }

describe('a guest by her link', () => {
  test("'meetings.getGuestLink' shows her day and no employer's wish; 'meetings.answerGuestLink' takes her yes, until the day is live", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER })
    const guest = await holderOf(world(), day, { guestId: day.guests[0] })
    await day.host.call('meetings.saveWish', { dayId: day.dayId, guestId: day.guests[0] ?? '', employerId: day.employers[0] ?? '', byEmployer: 3 })
    expect(await guest.call('meetings.answerGuestLink', yes)).toEqual({ personIds: [day.persons[0]] })
    const page = await guest.call('meetings.getGuestLink', {})
    expect([page.guest.shownName, page.guest.language, page.employers.map(({ wish }) => wish), page.mayWish]).toEqual(['Olena0', 'uk', [0, 0, 0], true])
    expect(codesOf(await guest.refusals('meetings.answerGuestLink', { ...yes, from: '12:00', to: '11:00' }))).toEqual(['meetings.leavesBefore'])
    const live = await aLiveDay(world())
    expect(codesOf(await (await holderOf(world(), live, { guestId: live.guests[0] })).refusals('meetings.answerGuestLink', yes))).toEqual(['meetings.answerTooLate'])
  })

  test("'meetings.wishGuestLink' keeps whom she wants to meet, of the day alone; 'meetings.againGuestLink' whom again, the later by her clock", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER })
    const guest = await holderOf(world(), day, { guestId: day.guests[0] })
    await guest.call('meetings.wishGuestLink', { wishes: [{ employerId: day.employers[1] ?? '', wish: 3 }] })
    expect((await guest.call('meetings.getGuestLink', {})).employers.map(({ wish }) => wish)).toEqual([0, 3, 0])
    expect(codesOf(await guest.refusals('meetings.wishGuestLink', { wishes: [{ employerId: randomUUID(), wish: 3 }] }))).toEqual(['meetings.notOfDay'])
    const live = await aLiveDay(world())
    const [slot] = (await live.host.call('meetings.getDay', { dayId: live.dayId })).slots
    const met = await holderOf(world(), live, { guestId: slot?.guestId })
    const write = { id: randomUUID(), employerId: slot?.employerId ?? '', again: true, at: '2026-11-20T10:30:00.000Z' as never }
    await met.call('meetings.againGuestLink', write)
    await met.call('meetings.againGuestLink', { ...write, again: false, at: '2026-11-20T10:00:00.000Z' as never })
    expect((await met.call('meetings.getGuestLink', {})).meetings.find(({ employerId }) => employerId === slot?.employerId)?.again).toBe(true)
    await expect(met.call('meetings.againGuestLink', { ...write, employerId: await unmet(live) })).rejects.toBeInstanceOf(NotFound)
  })

  const unmet = async (day: Awaited<ReturnType<typeof aLiveDay>>): Promise<string> => {
    const id = randomUUID()
    await day.municipality.put((tx) => tx.insertInto('meetingEmployer').values({ id, dayId: day.dayId, name: 'Ny' }).execute())
    return id
  }

  test('sees nobody else, and of employers neither telephone nor notes', async () => {
    const day = await aLiveDay(world())
    const guest = await holderOf(world(), day, { guestId: day.guests[0] })
    const text = JSON.stringify(await guest.call('meetings.getGuestLink', {}))
    for (const secret of [...day.guests.slice(1), ...day.persons.slice(1), 'example.no']) expect(text).not.toContain(secret)
    await expect(guest.call('meetings.getEmployerLink', {})).rejects.toBeInstanceOf(NotFound)
    await expect(guest.call('people.listPeople', {})).rejects.toBeInstanceOf(Forbidden)
  })

  test("'meetings.hideGuestLink' and 'meetings.hideMine' take name and words back, also while the day is live; a stranger hides nobody", async () => {
    for (const by of ['link', 'own'] as const) {
      const day = await aMeetingDay(world(), { guests: 1 })
      const guest = await holderOf(world(), day, { guestId: day.guests[0] })
      await guest.call('meetings.answerGuestLink', yes)
      await day.host.call('meetings.saveInterpreter', { id: randomUUID(), dayId: day.dayId, name: 'Tolk Hansen', languages: ['uk'] })
      await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
      await day.host.call('meetings.startDay', { dayId: day.dayId, version: await versionOf(day) })
      const employer = await holderOf(world(), day, { employerId: day.employers[0] })
      expect(await shownTo(employer)).toEqual([{ name: 'Olena0', introduction: 'Jeg har vært kokk' }])
      if (by === 'link') await guest.call('meetings.hideGuestLink', {})
      else await (await day.municipality.participant(day.persons[0] ?? '')).call('meetings.hideMine', { dayId: day.dayId })
      expect(await shownTo(employer)).toEqual([{ name: null, introduction: null }])
      await expect(employer.call('meetings.hideGuestLink', {})).rejects.toBeInstanceOf(NotFound)
      await expect((await day.municipality.participant(await aStranger(day))).call('meetings.hideMine', { dayId: day.dayId })).rejects.toBeInstanceOf(NotFound)
    }
  })

  const shownTo = async (employer: Awaited<ReturnType<typeof holderOf>>) => {
    const { guests, meetings } = await employer.call('meetings.getEmployerLink', {})
    return [...guests, ...meetings.map(({ guest }) => guest)].map(({ name, introduction }) => ({ name, introduction }))
  }
  const aStranger = async ({ municipality }: Awaited<ReturnType<typeof aMeetingDay>>): Promise<string> => {
    const id = randomUUID()
    await municipality.put((tx) => tx.insertInto('person').values({ id, givenName: 'A', familyName: 'B' }).execute())
    return id
  }

  test.each(['confidential', 'strictly_confidential'] as const)('whose address becomes %s is shown by neither name nor words, nor after anything that is written later', async (addressProtection) => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    const [personId = '', guestId = ''] = [day.persons[0], day.guests[0]]
    const guest = await holderOf(world(), day, { guestId })
    await guest.call('meetings.answerGuestLink', yes)
    const employer = await holderOf(world(), day, { employerId: day.employers[0] })
    expect(await shownTo(employer)).toEqual([{ name: 'Olena0', introduction: 'Jeg har vært kokk' }])
    await day.municipality.put((tx) => tx.updateTable('person').set({ addressProtection }).where('id', '=', personId).execute())
    expect(await shownTo(employer)).toEqual([{ name: null, introduction: null }])
    expect((await guest.call('meetings.getGuestLink', {})).guest.mayShow).toBe(false)
    expect(codesOf(await guest.refusals('meetings.answerGuestLink', { ...yes, showName: false }))).toEqual(['meetings.nameIsProtected'])
    await world().owner.query("update meeting_guest set shown_name = 'Olena0', introduction = 'x' where id = $1", [guestId])
    expect(await shownTo(employer)).toEqual([{ name: null, introduction: null }])
  })

  test('one who is tied to a protected person afterwards is hidden with her', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    await (await holderOf(world(), day, { guestId: day.guests[0] })).call('meetings.answerGuestLink', yes)
    const hidden = randomUUID()
    await day.municipality.put((tx) => tx.insertInto('person').values({ id: hidden, givenName: 'Zora', familyName: 'Hemmelig', addressProtection: 'confidential' }).execute())
    await world().owner.query('update meeting_guest_person set person_id = $1 where guest_id = $2', [hidden, day.guests[0]])
    expect(await shownTo(await holderOf(world(), day, { employerId: day.employers[0] }))).toEqual([{ name: null, introduction: null }])
  })

  test('a no takes name and words with it, whoever notes it; a new yes asks anew', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    const [guestId = ''] = day.guests
    const guest = await holderOf(world(), day, { guestId })
    await guest.call('meetings.answerGuestLink', yes)
    await day.host.call('meetings.recordReply', { dayId: day.dayId, who: 'guest', id: guestId, reply: 'no', channel: 'phone' })
    await day.host.call('meetings.recordReply', { dayId: day.dayId, who: 'guest', id: guestId, reply: 'yes', channel: 'phone' })
    const { shownName, introduction } = (await guest.call('meetings.getGuestLink', {})).guest
    expect([shownName, introduction]).toEqual([null, null])
  })

  test('a strictly confidential participant cannot show her name by mistake', async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 1 })
    await day.municipality.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', day.persons[0] ?? '').execute())
    const herself = await day.municipality.participant(day.persons[0] ?? '')
    expect(codesOf(await herself.refusals('meetings.answerMine', { dayId: day.dayId, ...yes }))).toEqual(['meetings.nameIsProtected'])
  })
})

describe('a participant on her own pages', () => {
  test("'meetings.listMine', 'meetings.getMine', 'meetings.answerMine', 'meetings.wishMine' and 'meetings.againMine' are about her own days alone", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER })
    const herself = await day.municipality.participant(day.persons[0] ?? '')
    const stranger = await day.municipality.participant(await (async () => { const id = randomUUID(); await day.municipality.put((tx) => tx.insertInto('person').values({ id, givenName: 'A', familyName: 'B' }).execute()); return id })())
    expect((await herself.call('meetings.listMine', {})).days.map(({ id, reply }) => ({ id, reply }))).toEqual([{ id: day.dayId, reply: 'yes' }])
    expect((await stranger.call('meetings.listMine', {})).days).toEqual([])
    await herself.call('meetings.answerMine', { dayId: day.dayId, reply: 'later' })
    await herself.call('meetings.wishMine', { dayId: day.dayId, wishes: [{ employerId: day.employers[0] ?? '', wish: 2 }] })
    const page = await herself.call('meetings.getMine', { dayId: day.dayId })
    expect([page.guest.reply, page.employers.map(({ wish }) => wish).toSorted((a, b) => a - b)]).toEqual(['later', [0, 0, 2]])
    await expect(stranger.call('meetings.getMine', { dayId: day.dayId })).rejects.toBeInstanceOf(NotFound)
    await expect(stranger.call('meetings.answerMine', { dayId: day.dayId, reply: 'no' })).rejects.toBeInstanceOf(NotFound)
    await expect(stranger.call('meetings.wishMine', { dayId: day.dayId, wishes: [{ employerId: day.employers[0] ?? '', wish: 2 }] })).rejects.toBeInstanceOf(NotFound)
    await expect(herself.call('meetings.againMine', { dayId: day.dayId, id: randomUUID(), employerId: day.employers[0] ?? '', again: true, at: '2026-11-20T10:30:00.000Z' as never })).rejects.toMatchObject({ message: 'meetings.notTheTime' })
    await expect(day.host.call('meetings.listMine', {})).rejects.toBeInstanceOf(Forbidden)
  })
})

describe('an employer by its link', () => {
  test("'meetings.answerEmployerLink' takes its answer, 'meetings.wishEmployerLink' whom it wants, by number; 'meetings.getEmployerLink' shows no name without her yes", async () => {
    const day = await aMeetingDay(world(), { onDate: LATER, guests: 2 })
    const employer = await holderOf(world(), day, { employerId: day.employers[0] })
    await (await holderOf(world(), day, { guestId: day.guests[0] })).call('meetings.answerGuestLink', yes)
    await employer.call('meetings.answerEmployerLink', employerYes)
    await employer.call('meetings.wishEmployerLink', { wishes: [{ guestId: day.guests[0] ?? '', wish: 2 }] })
    const page = await employer.call('meetings.getEmployerLink', {})
    expect([page.employer.tables, page.employer.contactPhone, page.guests.map(({ name, wish }) => ({ name, wish })).toSorted((a, b) => b.wish - a.wish)]).toEqual([2, null, [{ name: 'Olena0', wish: 2 }, { name: null, wish: 0 }]])
    expect(page.personIds).toEqual([day.persons[0]])
    expect(JSON.stringify({ ...page, personIds: [] })).not.toMatch(new RegExp(`Melnyk|Olena1|${day.persons.join('|')}`))
    expect(codesOf(await employer.refusals('meetings.answerEmployerLink', { ...employerYes, from: '12:00', to: '11:00' }))).toEqual(['meetings.leavesBefore'])
    expect(codesOf(await employer.refusals('meetings.wishEmployerLink', { wishes: [{ guestId: randomUUID(), wish: 1 }] }))).toEqual(['meetings.notOfDay'])
  })

  test('reads in which language nobody wants an interpreter, neither on its page nor in the database: only that one comes', async () => {
    const day = await aMeetingDay(world(), { guests: 1 })
    await day.host.call('meetings.saveInterpreter', { id: randomUUID(), dayId: day.dayId, name: 'Tolk Amin', languages: ['ti'] })
    const { guests: [guest] } = await day.host.call('meetings.getDay', { dayId: day.dayId })
    await day.host.call('meetings.saveGuest', { id: guest?.id ?? '', dayId: day.dayId, version: guest?.version, language: 'ti' })
    const employer = await holderOf(world(), day, { employerId: day.employers[0] })
    const invited = await employer.call('meetings.getEmployerLink', {})
    expect(invited.guests.map((one) => Object.keys(one).toSorted())).toEqual([['id', 'introduction', 'name', 'number', 'wish']])
    await day.host.call('meetings.makePlan', { dayId: day.dayId, version: await versionOf(day) })
    const planned = await employer.call('meetings.getEmployerLink', {})
    expect(planned.meetings.map(({ withInterpreter }) => withInterpreter)).toEqual([true])
    expect(JSON.stringify([invited, planned])).not.toMatch(/"ti"|Amin/)
    for (const read of [sql`select language from meeting_guest`, sql`select languages from meeting_interpreter`, sql`select name from meeting_interpreter`])
      await expect(asActor(world().db, employer.actor, (tx) => read.execute(tx))).rejects.toMatchObject({ code: '42501' })
  })

  test("'meetings.syncEmployerLink' takes writes twice and in any order, and refuses those about somebody it does not meet", async () => {
    const day = await aLiveDay(world())
    const [slot] = (await day.host.call('meetings.getDay', { dayId: day.dayId })).slots
    const employer = await holderOf(world(), day, { employerId: slot?.employerId })
    const guestId = slot?.guestId ?? ''
    const first = { id: randomUUID(), at: '2026-11-20T10:10:00.000Z' as never, guestId, score: 2, note: 'Rolig' }
    const second = { id: randomUUID(), at: '2026-11-20T10:12:00.000Z' as never, guestId, score: 3, again: true }
    const strange = { id: randomUUID(), at: first.at, guestId: randomUUID(), score: 1 }
    const ahead = { id: randomUUID(), at: '2027-11-20T10:12:00.000Z' as never, guestId, score: 1 }
    expect(await employer.call('meetings.syncEmployerLink', { writes: [second, first, strange, ahead] })).toMatchObject({ taken: [second.id, first.id], refused: [{ id: strange.id, code: 'meetings.notMet' }, { id: ahead.id, code: 'meetings.clockWrong' }] })
    const once = (await day.host.call('meetings.getDay', { dayId: day.dayId })).outcomes
    await employer.call('meetings.syncEmployerLink', { writes: [first, second, first] })
    expect((await day.host.call('meetings.getDay', { dayId: day.dayId })).outcomes).toEqual(once)
    expect(once).toEqual([expect.objectContaining({ guestId, score: 3, note: 'Rolig', employerAgain: true })])
    const early = await aMeetingDay(world(), { onDate: LATER })
    expect(codesOf(await (await holderOf(world(), early, { employerId: early.employers[0] })).refusals('meetings.syncEmployerLink', { writes: [first] }))).toEqual(['meetings.notTheTime'])
  })
})

describe('an intruder with a link', () => {
  test('of one employer reads and writes nothing of another, whatever the database is asked', async () => {
    const day = await aLiveDay(world())
    const [mine = '', theirs = ''] = day.employers
    const other = await holderOf(world(), day, { employerId: theirs })
    const theirSlot = (await day.host.call('meetings.getDay', { dayId: day.dayId })).slots.find(({ employerId }) => employerId === theirs)
    await other.call('meetings.syncEmployerLink', { writes: [{ id: randomUUID(), at: '2026-11-20T10:10:00.000Z' as never, guestId: theirSlot?.guestId ?? '', note: 'Hemmelig notat' }] })
    const { actor } = await holderOf(world(), day, { employerId: mine })
    const seen = await asActor(world().db, actor, async (tx) => ({ slots: await tx.selectFrom('meetingSlot').select('meetingEmployerId').execute(), outcomes: await tx.selectFrom('meetingOutcome').select('note').execute(), employers: await tx.selectFrom('meetingEmployer').select('id').execute(),
      changed: Number((await tx.updateTable('meetingEmployer').set({ notes: 'x' }).where('id', '=', theirs).executeTakeFirst()).numUpdatedRows) }))
    expect([new Set(seen.slots.map(({ meetingEmployerId }) => meetingEmployerId)), seen.outcomes, seen.employers, seen.changed]).toEqual([new Set([mine]), [], [{ id: mine }], 0])
    await expect(asActor(world().db, actor, (tx) => tx.selectFrom('meetingWish').select('byGuest').execute())).rejects.toMatchObject({ code: '42501' })
    await expect(asActor(world().db, actor, (tx) => tx.selectFrom('meetingGuestPerson').select('personId').execute())).rejects.toMatchObject({ code: '42501' })
    await expect(asActor(world().db, actor, (tx) => tx.selectFrom('meetingGuest').select('comesFrom').execute())).rejects.toMatchObject({ code: '42501' })
  })

  test('reads of a day what its pages tell, and of its plan neither figures nor whom it leaves out', async () => {
    const day = await aLiveDay(world())
    for (const whom of [{ employerId: day.employers[0] }, { guestId: day.guests[0] }, {}]) {
      const { actor } = await holderOf(world(), day, whom)
      expect(await asActor(world().db, actor, (tx) => tx.selectFrom('meetingDay').select(['title', 'state']).execute())).toEqual([{ title: 'Jobbtreff', state: 'live' }])
      for (const column of ['planLacks', 'planValue', 'planBound', 'planIdle', 'runFor', 'createdBy'] as const)
        await expect(asActor(world().db, actor, (tx) => tx.selectFrom('meetingDay').select(column).execute()), column).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('that is for another purpose reaches no day, and one of a past day opens nothing', async () => {
    const day = await aLiveDay(world())
    const { actor } = await holderOf(world(), day, { employerId: day.employers[0] })
    const without = callerFor(world(), { ...actor, meeting: undefined })
    for (const name of ['meetings.getEmployerLink', 'meetings.getGuestLink', 'meetings.getWallLink'] as const) await expect(without.call(name, {}), name).rejects.toBeInstanceOf(NotFound)
    const { openLink } = await import('#portals/links/link-door.ts')
    const { path } = await day.host.call('meetings.makeLink', { dayId: day.dayId })
    expect(await openLink(world().db, path.slice(3), new Date(`${addDays(TODAY, 16)}T12:00:00Z`))).toMatchObject({ closed: 'expired' })
  })

  test('of a day elsewhere sees no row of this one', async () => {
    const [here, there] = [await aLiveDay(world(), { guests: 2 }), await aLiveDay(world(), { guests: 2 })]
    const { actor } = await holderOf(world(), here, { employerId: here.employers[0] })
    const astray = callerFor(world(), { ...actor, meeting: { dayId: there.dayId, employerId: there.employers[0] } })
    await expect(astray.call('meetings.getEmployerLink', {})).rejects.toBeInstanceOf(NotFound)
    await anEmployer(await aMeetingDay(world(), { onDate: LATER, guests: 0 }), 'Ny')
  })
})
