import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { linkBrowser } from '#test/link-browser.ts'
import { aDayWithLinks } from '#test/meeting-links.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { meetingStyle } from './meeting-style.ts'

const world = useWorld()
const browser = () => linkBrowser(world())
const day = async () => {
  const here = await aMunicipality(world())
  return { here, ...(await aDayWithLinks(world(), here)) }
}
const tap = (token: string, fields: Record<string, string>) => browser().tap(token, fields)

test('the employer says that it is here, and what was left open when the day was closed may still be answered', async () => {
  const { cafe, cafeId, aminaId, here } = await day()
  expect((await browser().day(cafe)).body).toContain('Vi er her')
  expect((await tap(cafe, { id: randomUUID(), employer: cafeId, here: 'yes', at: '2026-11-20T08:59:00.000Z' })).json()).toEqual({ refused: null })
  const { body } = await browser().day(cafe)
  expect([body.includes('Kommunen ser at dere er her'), body.includes('name="here"')]).toEqual([true, false])
  await here.put(async (tx) => {
    await tx.updateTable('meetingDay').set({ state: 'closed' }).execute()
    await tx.updateTable('meetingSlot').set({ state: 'not_held', unnotedAtClose: true }).where('guestId', '=', aminaId).execute()
  })
  const closed = (await browser().day(cafe)).body
  expect([closed.includes('id="s3-14"'), closed.includes('Dette møtet blir ikke noe av')]).toEqual([true, false])
})

test('an employer of which a colleague has noted that it is not here is told so, and whom to tell, in its language', async () => {
  const { cafe, cafeId, here } = await day()
  await here.put((tx) => tx.updateTable('meetingEmployer').set({ cameAt: '2026-11-20T09:00:00.000Z' as never, leftAt: '09:30' }).where('id', '=', cafeId).execute())
  expect((await tap(cafe, { id: randomUUID(), employer: cafeId, here: 'yes', at: '2026-11-20T08:59:00.000Z' })).json()).toEqual({ refused: null })
  const { body } = await browser().day(cafe)
  expect([body.includes('Kommunen har notert at dere ikke er her'), body.includes('\u2068Voksenopplæringen\u2069'), body.includes('Kommunen ser at dere er her'), body.includes('name="here"')]).toEqual([true, true, false, false])
  for (const [lang, words] of [['nn', 'Sei frå til'], ['en', 'Tell'], ['uk', 'Скажіть про це'], ['ar', 'أخبروا']] as const) expect((await browser().day(cafe, `?lang=${lang}`)).body).toContain(words)
})

test('who shares a device closes the link with one press, also without script; it opens nothing from the history any more', async () => {
  const { amina, cafe } = await day()
  for (const token of [amina, cafe]) {
    const answer = await browser().postDay(token, { action: 'close' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/l/${token}`])
    const closed = await browser().get(token)
    expect([closed.statusCode, closed.body.includes('Lenken er brukt'), (await browser().day(token)).statusCode]).toEqual([410, false, 410])
  }
})

test('asks of no browser what Safari 16.0 and Firefox 115 do not know, without another way', () => {
  expect(meetingStyle().css.replaceAll(/\/\*[^]*?\*\//g, '')).not.toMatch(/:has\(|@media \(?width|@container|color-mix|light-dark|text-wrap|^\s*&/m)
  for (const name of ['live', 'queue', 'worker']) {
    const script = readFileSync(new URL(`browser/${name}.browser.js`, import.meta.url), 'utf8')
    expect(script, name).not.toMatch(/new FormData\([^)]+,|Object\.groupBy|withResolvers|AbortSignal\.any|\.findLast|popover|scheduler\./)
    expect(script.includes('wakeLock.request') && !script.includes("'wakeLock' in navigator"), name).toBe(false)
  }
})
