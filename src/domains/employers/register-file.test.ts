import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRegisterUnits } from './register-file.ts'
import { RegisterUnit } from './register-file.schema.ts'

const read = (content: unknown): ReturnType<typeof readRegisterUnits> => readRegisterUnits(new TextEncoder().encode(JSON.stringify(content)))
const unit = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ organisasjonsnummer: '974760673', navn: 'REGISTERENHETEN', organisasjonsform: { kode: 'AS' }, ...more })

describe('units of the company register', () => {
  test('only what the register says is there: missing employees are not zero', () => {
    expect(read(unit()).rows).toEqual([{ row: 1, value: { orgNumber: '974760673', name: 'REGISTERENHETEN', kind: 'enhet', orgForm: 'AS', industryCodes: [], status: 'active' } }])
    expect(read(unit({ antallAnsatte: 0 })).rows[0]?.value.employees).toBe(0)
    expect(read(unit({ harRegistrertAntallAnsatte: true })).rows[0]?.value).not.toHaveProperty('employees')
  })

  test('a page of a search, a list, a download and an empty search', () => {
    expect(read({ _embedded: { underenheter: [unit(), unit({ organisasjonsnummer: '923609016' })] }, page: { totalElements: 2 } }).rows.map(({ row, value }) => [row, value.kind])).toEqual([[1, 'underenhet'], [2, 'underenhet']])
    expect(read([unit(), unit()]).rows).toHaveLength(2)
    expect(read({ page: { totalElements: 0 } })).toEqual({ rows: [], refused: [], notes: [] })
  })

  test.each([
    [{ slettedato: '2017-10-20' }, 'deleted'], [{ konkurs: true }, 'bankrupt'], [{ underAvvikling: true }, 'winding_up'], [{ underTvangsavviklingEllerTvangsopplosning: true }, 'winding_up'],
    [{ nedleggelsesdato: '2018-10-20' }, 'winding_up'], [{ konkurs: false, slettedato: null }, 'active'],
  ])('%j is %s', (more, status) => {
    expect(read(unit(more)).rows[0]?.value.status).toBe(status)
  })

  test('a workplace is known by its link, its form or its address', () => {
    for (const more of [{ _links: { self: { href: 'https://data.brreg.no/enhetsregisteret/api/underenheter/974760673' } } }, { organisasjonsform: { kode: 'BEDR' } }, { beliggenhetsadresse: { adresse: ['Gata 1', null, ''] } }]) {
      expect(read(unit(more)).rows[0]?.value.kind).toBe('underenhet')
    }
  })

  test('letters R has written as codes are put back, and it is noted; other angle brackets are left', () => {
    const reading = read(unit({ navn: 'R<U+00F8>r & S<U+00D8>NN <U+0041> <b>' }))
    expect(reading.rows[0]?.value.name).toBe('Rør & SØNN <U+0041> <b>')
    expect(reading.notes).toMatchObject([{ row: 1, code: 'register.lettersRepaired' }])
  })

  test('wrong control digits, a wrong parent, no name and wrong shapes are refused in their row', () => {
    const reading = read([unit(), unit({ organisasjonsnummer: '974760674' }), unit({ overordnetEnhet: '112233445' }), unit({ navn: ' ' }), unit({ antallAnsatte: 'mange' }), 7])
    expect(reading.rows.map(({ row }) => row)).toEqual([1])
    expect(reading.refused.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, 'orgNumber', 'orgNumber.invalid'], [3, 'parentOrgNumber', 'orgNumber.invalid'], [4, 'name', 'register.noName'], [5, 'antallAnsatte', 'register.shape'], [6, '', 'register.shape'],
    ])
  })

  test('other JSON and no JSON are refused whole', () => {
    expect(read({ tull: 1 }).refused).toEqual([{ row: 0, code: 'register.unknownFormat' }])
    expect(readRegisterUnits(new TextEncoder().encode('organisasjonsnummer,navn')).refused).toEqual([{ row: 0, code: 'file.notJson' }])
  })

  test('nothing makes it throw, and what it gives has the promised shape', () => {
    const brreg = fc.record({ organisasjonsnummer: fc.constantFrom('974760673', 974760673, '1', null), navn: fc.oneof(fc.string(), fc.integer()), forretningsadresse: fc.jsonValue(), slettedato: fc.oneof(fc.string(), fc.constant('2020-01-01')), naeringskode1: fc.jsonValue() }, { requiredKeys: [] })
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), brreg, fc.array(brreg)), fc.uint8Array(), (content, bytes) => {
      expect(Array.isArray(readRegisterUnits(bytes).refused)).toBe(true)
      for (const { value } of read(content).rows) expect(RegisterUnit.safeParse(value)).toMatchObject({ success: true })
    }))
    expect(readRegisterUnits(new TextEncoder().encode('['.repeat(200_000))).refused).toHaveLength(1)
    expect(readRegisterUnits(new TextEncoder().encode(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).refused).toHaveLength(1)
  })
})

const DATA = '../shared/data/brreg'
describe.skipIf(!existsSync(DATA))('real answers (needs ../shared/data)', () => {
  const all = (folder: string): ReturnType<typeof readRegisterUnits>[] =>
    readdirSync(`${DATA}/${folder}`).map((name) => readRegisterUnits(readFileSync(`${DATA}/${folder}/${name}`)))

  test('seven units and eight workplaces, each with its parent', () => {
    const units = all('nav-mock-tenor').flatMap(({ rows }) => rows.map(({ value }) => value))
    expect([units.filter(({ kind }) => kind === 'enhet').length, units.filter(({ kind }) => kind === 'underenhet').length]).toEqual([7, 8])
    expect(units.every(({ kind, parentOrgNumber }) => kind === 'enhet' || parentOrgNumber !== undefined)).toBe(true)
  })

  test('invented numbers are refused, real ones read', () => {
    const readings = all('python-brreg')
    expect(readings.flatMap(({ rows }) => rows)).toHaveLength(3)
    expect(new Set(readings.flatMap(({ refused }) => refused.map(({ code }) => code)))).toEqual(new Set(['orgNumber.invalid']))
  })

  test('files damaged by R come out with Norwegian letters', () => {
    const units = all('tidybrreg').flatMap(({ rows }) => rows.map(({ value }) => value))
    expect(units).toHaveLength(6)
    expect(JSON.stringify(units)).not.toContain('<U+')
    expect(units.find(({ orgNumber }) => orgNumber === '923609016')).toMatchObject({ employees: 21_408, industryCodes: [{ code: '06.100', text: 'Utvinning av råolje' }, {}, {}] })
  })
})
