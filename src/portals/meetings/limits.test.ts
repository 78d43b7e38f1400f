import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TooMany } from '#platform/rate-limit.ts'
import { linkBrowser } from '#test/link-browser.ts'
import { aDayWithLinks } from '#test/meeting-links.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'
import { linkLimits } from '../links/link-limits.ts'

const world = useWorld()
const browser = () => linkBrowser(world())
const day = async () => {
  const here = await aMunicipality(world())
  return { here, ...(await aDayWithLinks(world(), here)) }
}

test('a page that fetches itself is noted once an hour of the same people; of somebody new at once', async () => {
  const { amina, aminaPersonId, cafe, aminaId, oksanaPersonId, here } = await day()
  const noted = async (operation: string) => (await world().owner.query<{ subjects: string[] }>('select subjects from audit_log where municipality_id = $1 and operation = $2 order by id', [here.id, operation])).rows.map(({ subjects }) => subjects.toSorted())
  const one = browser()
  for (const _ of [1, 2, 3]) for (const token of [cafe, amina]) await one.day(token)
  expect([await noted('meetings.getEmployerLink'), await noted('meetings.getGuestLink')]).toEqual([[[oksanaPersonId]], [[aminaPersonId]]])
  await here.put((tx) => tx.updateTable('meetingGuest').set({ shownName: 'Amina' }).where('id', '=', aminaId).execute())
  for (const _ of [1, 2]) await one.day(cafe)
  const both = [oksanaPersonId, aminaPersonId].toSorted()
  expect(await noted('meetings.getEmployerLink')).toEqual([[oksanaPersonId], both])
  await world().owner.query("update audit_log set at = at - interval '61 minutes' where municipality_id = $1", [here.id])
  for (const _ of [1, 2]) await one.day(cafe)
  expect(await noted('meetings.getEmployerLink')).toEqual([[oksanaPersonId], both, both])
})

test('a link that opens nothing is noted so many times a minute from one address and no more, on both pages together; one that is open is not held up', async () => {
  const { cafe, here } = await day()
  const one = browser()
  const events = async () => Number((await world().owner.query<{ count: string }>("select count(*) from door_event where kind like 'link_%'")).rows[0]?.count)
  const before = await events()
  const statuses: number[] = []
  for (let index = 0; index < 40; index++) statuses.push((await (index % 2 === 0 ? one.get(`made-up-${index}`) : one.day(`made-up-${index}`))).statusCode)
  expect([statuses.filter((status) => status === 404).length, statuses.filter((status) => status === 429).length, await events() - before]).toEqual([30, 10, 30])
  expect((await one.day(cafe)).statusCode).toBe(200)
  await world().owner.query("update personal_link set revoked_at = '2026-11-20T08:00:00Z' where municipality_id = $1", [here.id])
  expect([(await one.day(cafe)).statusCode, (await linkBrowser(world(), new Date(NOW.getTime() + 60_000)).day(cafe)).statusCode, await events() - before]).toEqual([429, 410, 31])
})

test('a link that is of no meeting day keeps the limit it had, by itself and not by what a fair opens', () => {
  const limits = linkLimits()
  for (let index = 0; index < 300; index++) limits.opened('meet_guests', '10.0.0.1', NOW)
  for (let index = 0; index < 60; index++) limits.opened(index % 2 === 0 ? 'approve' : 'sign_plan', '10.0.0.1', NOW)
  expect(() => limits.opened('approve', '10.0.0.1', NOW)).toThrow(TooMany)
  limits.opened('approve', '10.0.0.2', NOW)
  limits.opened('approve', '10.0.0.1', new Date(NOW.getTime() + 60_000))
})

test('what waits on a device is kept under the id of the link, never its token, and both pages can be forgotten', async () => {
  const { amina, cafe } = await day()
  const linkId = async (token: string) => (await world().owner.query<{ id: string }>('select id from personal_link where token_hash = $1', [createHash('sha256').update(token).digest()])).rows[0]?.id
  for (const token of [amina, cafe]) {
    const { body } = await browser().day(token)
    expect(body).toContain(`data-store="${await linkId(token)}"`)
    expect([body.includes('data-forget '), body.includes('Glem siden og steng lenken')]).toEqual([true, true])
  }
  expect(readFileSync(new URL('browser/queue.browser.js', import.meta.url), 'utf8')).not.toMatch(/(?:setItem|STORE = )[^\n]*location/)
})
