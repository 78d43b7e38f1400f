import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { openLink } from '#portals/links/link-door.ts'
import { aLiveDay, holderOf } from '#test/meeting-day.ts'
import { NOW, callerFor, useWorld } from '#test/world.ts'

const world = useWorld()

test("'meetings.closeOwnLink' closes the link one came by and no other; a wall closes none", async () => {
  const day = await aLiveDay(world(), { guests: 1, employers: 1 })
  for (const whom of [{ guestId: day.guests[0] }, { employerId: day.employers[0] }]) {
    const token = async () => (await day.host.call('meetings.makeLink', { dayId: day.dayId, ...whom })).path.slice('/l/'.length)
    const [lent, other] = [await token(), await token()]
    const opened = await openLink(world().db, lent, NOW)
    if ('closed' in opened) throw new Error(opened.closed)
    const { personIds } = await callerFor(world(), opened.actor).call('meetings.closeOwnLink', {})
    expect(personIds).toEqual('guestId' in whom ? [day.persons[0]] : [])
    expect(await openLink(world().db, lent, NOW)).toMatchObject({ closed: 'revoked' })
    expect(await openLink(world().db, other, NOW)).toHaveProperty('actor')
  }
  await expect((await holderOf(world(), day, {})).call('meetings.closeOwnLink', {})).rejects.toBeInstanceOf(NotFound)
})
