import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { hasTypst } from '#platform/typst.ts'
import { aDayWithLinks } from '#test/meeting-links.ts'
import { linkBrowser } from '#test/link-browser.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const aDay = async () => {
  const here = await aMunicipality(world())
  return { here, adviser: await here.as('programme_adviser'), ...(await aDayWithLinks(world(), here)) }
}

test.skipIf(!hasTypst())('every guest’s plan in her language, and every employer’s list, each in one file for the archive', async () => {
  const { adviser, dayId, aminaId, aminaPersonId } = await aDay()
  const pages = (bytes: Uint8Array): number => Buffer.from(bytes).toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0
  for (const [of, name, count] of [['guests', 'planer', 3], ['employers', 'lister', 2], ['doors', 'dorer', 1]] as const) {
    const { bytes, fileName } = await adviser.call('meetings.getPapers', { dayId, of })
    const text = Buffer.from(bytes).toString('latin1')
    for (const mark of ['%PDF-', '/StructTreeRoot', '<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>']) expect(text, `${of} ${mark}`).toContain(mark)
    expect([fileName, pages(bytes)]).toEqual([`motedag-2026-11-20-${name}.pdf`, count])
    if (process.env['KEEP_PDF']) writeFileSync(`${process.env['KEEP_PDF']}/${fileName}`, bytes)
  }
  expect(pages((await adviser.call('meetings.getPapers', { dayId, of: 'guests', ids: [aminaId] })).bytes)).toBe(1)
  expect(await adviser.auditTrail(aminaPersonId)).toContain('meetings.getPapers')
})

test('nobody to print for is said, and of another day nothing is set', async () => {
  const { adviser, dayId } = await aDay()
  expect(await adviser.refusals('meetings.getPapers', { dayId, of: 'guests', ids: [randomUUID()] })).toEqual([{ code: 'meetings.nobodyToPrint' }])
  await expect(adviser.call('meetings.getPapers', { dayId: randomUUID(), of: 'guests' })).rejects.toThrow(NotFound)
})

test('links are closed one by one: the guest’s, the employer’s, the wall’s', async () => {
  const { adviser, dayId, amina, aminaId, cafe, cafeId, wall, bakery } = await aDay()
  const statusOf = async (token: string) => (await linkBrowser(world()).get(token)).statusCode
  expect(await adviser.call('meetings.closeLinks', { dayId })).toMatchObject({ closed: 1, personIds: [] })
  expect([await statusOf(wall), await statusOf(cafe)]).toEqual([410, 302])
  expect((await adviser.call('meetings.closeLinks', { dayId, guestId: aminaId })).closed).toBe(1)
  expect((await adviser.call('meetings.closeLinks', { dayId, employerId: cafeId })).closed).toBe(1)
  expect([await statusOf(amina), await statusOf(cafe), await statusOf(bakery)]).toEqual([410, 410, 302])
  expect((await adviser.call('meetings.closeLinks', { dayId })).closed).toBe(0)
  await expect((await aDay()).adviser.call('meetings.closeLinks', { dayId })).rejects.toThrow(NotFound)
})
