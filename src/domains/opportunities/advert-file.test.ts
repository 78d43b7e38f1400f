import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { readAdverts } from './advert-file.ts'
import { AdvertRow } from './advert-file.schema.ts'

const today = plainDate('2026-03-01')
const UUID = '10584075-1e5c-4a83-bf49-c80bcab83018'
const readBytes = (bytes: Uint8Array): ReturnType<typeof readAdverts> => readAdverts(bytes, { today })
const read = (content: unknown): ReturnType<typeof readAdverts> => readBytes(new TextEncoder().encode(JSON.stringify(content)))
const ad = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ uuid: UUID, title: 'Kokk', status: 'ACTIVE', ...more })
const first = (content: unknown): Partial<AdvertRow> => read(content).rows[0]?.value ?? {}

const JSON_OF_ENTRY = {
  uuid: UUID, published: '2026-02-01T23:30:00Z', expires: '2026-03-10T22:59:59Z', title: 'Kokk søkes', description: '<p>Vi søker</p><script>1</script>',
  workLocations: [{ municipal: 'BERGEN', city: 'BERGEN', postalCode: '5003' }, { municipal: 'OSLO' }], jobtitle: 'Kokk', link: `https://arbeidsplassen.nav.no/stillinger/stilling/${UUID}`,
  categoryList: [{ categoryType: 'STYRK08', code: '5120', name: 'Kokker', score: 1 }, { categoryType: 'ESCO', code: 'http://data.europa.eu/esco/x', name: 'kokk' }, { categoryType: 'JANZZ', code: '123', name: 'Kokk' }],
  employer: { name: 'Eksempelkroa AS', orgnr: '974760673' }, engagementtype: 'Fast', extent: 'Heltid', positioncount: '3', applicationDue: '10.3.2026', sector: 'Privat',
}

describe('the public feed', () => {
  test('a page tells only what changed', () => {
    const reading = read({ version: '1.0', next_url: null, items: [{ id: UUID, title: 'x', _feed_entry: { uuid: UUID, status: 'INACTIVE', title: 'Kokk', businessName: 'Kroa', municipal: 'BERGEN', sistEndret: '2026-02-01T10:00:00+01:00' } }] })
    expect(reading.rows).toEqual([{ row: 1, value: { externalId: UUID, listingOnly: true, title: 'Kokk', status: 'inactive', employerName: 'Kroa', municipalityName: 'BERGEN', occupationCodes: [], escoUris: [], positions: 1, changedAt: '2026-02-01T09:00:00.000Z' } }])
  })

  test.each(['json', 'ad_content'])('an entry with its advertisement in %s', (key) => {
    const reading = read({ uuid: UUID, sistEndret: '2026-02-02T08:00:00Z', status: 'ACTIVE', [key]: JSON_OF_ENTRY })
    expect(reading.rows[0]?.value).toEqual({
      externalId: UUID, listingOnly: false, title: 'Kokk søkes', status: 'active', employerName: 'Eksempelkroa AS', employerOrgNumber: '974760673', municipalityName: 'BERGEN', place: 'BERGEN', postcode: '5003',
      occupationCodes: ['5120'], escoUris: [], positions: 3, jobTitle: 'Kokk', published: '2026-02-02', expires: '2026-03-10', changedAt: '2026-02-02T08:00:00.000Z', applicationDue: '2026-03-10', extent: 'full_time', engagement: 'Fast',
      descriptionHtml: '<p>Vi søker</p>', link: JSON_OF_ENTRY.link,
    })
    expect(reading.notes).toEqual([{ row: 1, field: 'place', code: 'advert.morePlaces', params: { count: 2 } }])
  })

  test('one that was taken down has no text and no title, and is still known', () => {
    expect(first({ uuid: UUID, sistEndret: '2026-02-02T08:00:00Z', status: 'INACTIVE', json: null })).toMatchObject({ externalId: UUID, status: 'inactive', listingOnly: true, title: '' })
  })
})

describe('fields', () => {
  test.each([
    ['2018-12-02T01:00', '2018-12-02'], ['2021-04-23', '2021-04-23'], ['21.11.2018', '2018-11-21'], ['31.12.18', '2018-12-31'], ['29. november 2018', '2018-11-29'], ['\n\t\t\t..07.12.2018', '2018-12-07'],
    ['Snarest', { text: 'Snarest' }], ['Fortøpende', { text: 'Fortøpende' }], ['30.02.2019', { text: '30.02.2019' }], ['', undefined],
  ])('a deadline %j', (applicationdue, expected) => {
    expect(first(ad({ properties: { applicationdue } })).applicationDue).toEqual(expected)
  })

  test.each([['Heltid', 'full_time'], ['Deltid', 'part_time'], ['Heltid_og_Deltid', 'both'], ['Heltid_og_deltid', 'both'], ['', undefined]])('extent %s', (extent, expected) => {
    expect(first(ad({ properties: { extent } })).extent).toBe(expected)
  })

  test('codes of four digits are kept once each; shorter ones and ones of unknown kind are left out with a note', () => {
    const category = (categoryType: string | null, code: string): unknown => ({ categoryType, code, name: 'x' })
    const reading = read(ad({ categoryList: [category('STYRK08NAV', '7411.01'), category('STYRK08', '7411'), category('STYRK08NAV', '53'), category(null, '7411.11'), category('ESCO', 'http://x')] }))
    expect(reading.rows[0]?.value.occupationCodes).toEqual(['7411'])
    expect(reading.notes.map(({ code, params }) => [code, params?.value])).toEqual([['advert.occupationCode', '53'], ['advert.occupationCode', '7411.11']])
  })

  test('a wrong organisation number is left out, numbers of positions must be numbers', () => {
    const reading = read(ad({ employer: { name: 'X', orgnr: '123456789' }, properties: { positioncount: 'flere' } }))
    expect(reading.rows[0]?.value).toMatchObject({ employerName: 'X', positions: 1 })
    expect(reading.rows[0]?.value).not.toHaveProperty('employerOrgNumber')
    expect(reading.notes.map(({ code }) => code)).toEqual(['advert.orgNumber', 'advert.positions'])
  })

  test('fields of an unexpected kind are as if missing; no id or no title is refused', () => {
    expect(first(ad({ employer: 'x', locationList: 7, categoryList: {}, properties: [1] }))).toMatchObject({ title: 'Kokk' })
    const reading = read([ad(), ad({ uuid: 'x' }), ad({ title: ' ' }), 7])
    expect(reading.rows.map(({ row }) => row)).toEqual([1])
    expect(reading.refused.map(({ row, code }) => [row, code])).toEqual([[2, 'advert.noId'], [3, 'advert.noTitle'], [4, 'advert.shape']])
  })

  test('other content is refused whole', () => {
    expect(read({ tull: 1 }).refused).toEqual([{ row: 0, code: 'advert.unknownFormat' }])
    expect(readBytes(new TextEncoder().encode('<html>')).refused).toEqual([{ row: 0, code: 'file.notJson' }])
  })
})

test('nothing makes it throw, and what it gives has the promised shape', () => {
  const wild = fc.record({ uuid: fc.constant(UUID), title: fc.string(), published: fc.string(), sistEndret: fc.string(), employer: fc.jsonValue(), properties: fc.dictionary(fc.constantFrom('adtext', 'applicationdue', 'extent', 'positioncount', 'sourceurl'), fc.jsonValue()), categoryList: fc.jsonValue() }, { requiredKeys: ['uuid'] })
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), wild, fc.array(wild)), fc.uint8Array(), (content, bytes) => {
    expect(Array.isArray(readBytes(bytes).refused)).toBe(true)
    for (const { value } of read(content).rows) expect(AdvertRow.safeParse(value)).toMatchObject({ success: true })
  }))
})

const DATA = '../shared/data/nav-job-ads'
describe.skipIf(!existsSync(DATA))('real advertisements (needs ../shared/data)', () => {
  const file = (name: string): ReturnType<typeof readAdverts> => readBytes(readFileSync(`${DATA}/${name}`))

  test('forty for electricians', () => {
    const readings = [file('pam-eures-stilling-eksport/elektriker_page1.json'), file('pam-eures-stilling-eksport/elektriker_page2.json')]
    const adverts = readings.flatMap(({ rows }) => rows.map(({ value }) => value))
    expect(readings.flatMap(({ refused }) => refused)).toEqual([])
    expect(adverts).toHaveLength(40)
    expect(adverts.filter(({ occupationCodes }) => occupationCodes.includes('7221'))).toHaveLength(12)
    expect(adverts.filter(({ applicationDue }) => applicationDue === undefined)).toHaveLength(5)
    expect(adverts.filter(({ applicationDue }) => typeof applicationDue === 'object')).toHaveLength(8)
    expect(adverts.every(({ descriptionHtml = '' }) => !/<(?!\/?(?:p|br|ul|ol|li|strong|em|b|i|h3|h4|a)\b)/.test(descriptionHtml))).toBe(true)
  })

  test('one of each other form', () => {
    expect(file('pam-public-feed/result.json').rows).toHaveLength(3)
    expect(file('pam-eures-stilling-eksport/ad-db6cc067-7f39-42f1-9866-d9ee47894ec6_with-elastic-metadata.json').rows[0]?.value).toMatchObject({ applicationDue: '2018-12-31' })
    expect(file('pam-matchprofile-api/bartender.json').rows[0]?.value).toMatchObject({ occupationCodes: ['5132', '5131'], municipalityNumber: '3803', extent: 'part_time', positions: 2 })
    expect(file('pam-stilling-feed/ad_dto.json').rows[0]?.value).toMatchObject({ occupationCodes: ['2342'], extent: 'both', applicationDue: '2021-04-23' })
  })
})
