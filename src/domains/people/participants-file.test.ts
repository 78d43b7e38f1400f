import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import type { FileReading } from '#shared/file-reading.ts'
import { writeSheets } from '#platform/sheets.ts'
import { PARTICIPANT_COLUMNS } from './participants-file.columns.ts'
import { ParticipantRow } from './participants-file.schema.ts'
import { participantExamples, writeParticipantTemplate } from './participants-file.template.ts'
import { readParticipants } from './participants-file.ts'

const options = { today: plainDate('2026-03-01'), allowSynthetic: true }
const readText = (text: string, more: Partial<typeof options> = {}): Promise<FileReading<ParticipantRow>> =>
  readParticipants(new TextEncoder().encode(text), { ...options, ...more })
/** One person with these columns besides a name. */
const person = (columns: Record<string, string>, more: Partial<typeof options> = {}): Promise<FileReading<ParticipantRow>> => {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
  return readText(`Fornavn;Etternavn;${Object.keys(columns).join(';')}\nA;B;${Object.values(columns).map(quote).join(';')}`, more)
}
const valueOf = async (columns: Record<string, string>): Promise<Partial<ParticipantRow>> => {
  const reading = await person(columns)
  expect(reading.refused).toEqual([])
  return reading.rows[0]?.value ?? {}
}
const refusalOf = async (columns: Record<string, string>, more: Partial<typeof options> = {}): Promise<string[]> => {
  const reading = await person(columns, more)
  expect(reading.rows).toEqual([])
  return reading.refused.map(({ row, field, code }) => `${row} ${field} ${code}`)
}

describe('the header', () => {
  test.each([
    ['bokmål', 'Fornavn;Etternavn;Fødselsdato;Øvrige språk'], ['nynorsk', 'Førenamn;Etternamn;Fødd;Andre språk'], ['English', 'First name;Surname;Date of birth;Other languages'],
    ['shouting without Norwegian letters', 'FORNAVN *;ETTERNAVN*;FOEDSELSDATO;OVRIGE SPRAK'],
  ])('%s', async (_, header) => {
    const reading = await readText(`${header}\nAli;Hassan;1.2.1985;engelsk`)
    expect(reading).toEqual({ rows: [{ row: 2, value: { givenName: 'Ali', familyName: 'Hassan', birthDate: '1985-02-01', otherLanguages: ['en'], addressProtection: 'none', norwegian: [], licences: [] } }], refused: [], notes: [] })
  })

  test('explanations above it and unknown columns are no fault; the unknown are noted', async () => {
    const reading = await readText('Liste over deltakere\n\nSkostørrelse;Etternavn;Fornavn\n43;B;A\n')
    expect(reading.rows.map(({ row, value }) => [row, value.givenName])).toEqual([[4, 'A']])
    expect(reading.notes).toEqual([{ row: 3, field: 'Skostørrelse', code: 'participants.unknownColumn', params: { column: 'Skostørrelse' } }])
  })

  test('none, a missing column, one twice, and nothing under it refuse the file', async () => {
    const code = async (text: string): Promise<string> => (await readText(text)).refused.map((remark) => `${remark.row} ${remark.code}`).join()
    expect(await code('a;b\n1;2')).toBe('0 participants.noHeader')
    expect(await code('Fornavn;Telefon\nA;40000000')).toBe('0 participants.missingColumns')
    expect(await code('Fornavn;Etternavn;Mobil;Telefon\nA;B;1;2')).toBe('0 participants.columnTwice')
    expect(await code('Fornavn;Etternavn\n;\n')).toBe('0 participants.onlyHeader')
  })

  test('no two columns answer to one name', () => {
    const names = Object.values(PARTICIPANT_COLUMNS).flat().map((name) => name.toLowerCase())
    expect(names).toHaveLength(new Set(names).size)
  })
})

describe('numbers and dates of birth', () => {
  const number = 'Fødselsnummer'
  test('a number says when somebody was born, and settles a two-digit year', async () => {
    expect(await valueOf({ [number]: '158272 97337' })).toMatchObject({ nationalNumber: { kind: 'fnr', number: '15827297337', synthetic: true }, birthDate: '1972-02-15' })
    expect(await valueOf({ [number]: '41819077906' })).toMatchObject({ nationalNumber: { kind: 'dnr' } })
    expect(await valueOf({ [number]: '02838897382', Fødselsdato: '02.03.88' })).toMatchObject({ birthDate: '1988-03-02' })
    expect(await valueOf({ [number]: '2838897382', Fødselsdato: '' })).toMatchObject({ nationalNumber: { number: '02838897382' }, birthDate: '1988-03-02' })
  })

  test('what does not fit is refused', async () => {
    expect(await refusalOf({ [number]: '15827297337', Fødselsdato: '16.02.1972' })).toEqual(['2 birthDate birthDate.conflict'])
    expect(await refusalOf({ [number]: '15827297337', Fødselsdato: '30.02.1972' })).toEqual(['2 birthDate date.impossible'])
    expect(await refusalOf({ [number]: '15827297338' })).toEqual(['2 nationalNumber nationalNumber.invalid'])
    expect(await refusalOf({ [number]: '1582729733' })).toEqual(['2 nationalNumber nationalNumber.invalid'])
    expect(await refusalOf({ [number]: '158272' })).toEqual(['2 nationalNumber nationalNumber.length'])
    expect(await refusalOf({ [number]: '1,58273E+10' })).toEqual(['2 nationalNumber nationalNumber.rounded'])
    expect(await refusalOf({ [number]: '15827297337' }, { allowSynthetic: false })).toEqual(['2 nationalNumber nationalNumber.synthetic'])
    expect(await refusalOf({ Fødselsdato: '01.02.20' })).toEqual(['2 birthDate birthDate.twoCenturies'])
    expect(await refusalOf({ Fødselsdato: '01.02.2030' })).toEqual(['2 birthDate birthDate.notLiving'])
  })

  test('the number never stands in a refusal', async () => {
    const reading = await person({ [number]: '15827297338', 'DUF-nummer': '123456789012' })
    expect(JSON.stringify(reading)).not.toMatch(/15827297338|123456789012/)
  })

  test('DUF numbers: form is demanded, control digits only remarked upon', async () => {
    expect(await person({ 'DUF-nummer': '2024 0000 0105' })).toMatchObject({ rows: [{ value: { dufNumber: '202400000105' } }], notes: [] })
    expect(await person({ DUF: '202400000106' })).toMatchObject({ rows: [{ value: { dufNumber: '202400000106' } }], notes: [{ code: 'dufNumber.checkDigits' }] })
    expect(await refusalOf({ DUF: '20240000010' })).toEqual(['2 dufNumber dufNumber.length'])
    expect(await refusalOf({ DUF: '203000000105' })).toEqual(['2 dufNumber dufNumber.year'])
  })

  test('the same person twice is refused the second time', async () => {
    const reading = await readText(`Fornavn;Etternavn;Fnr\nA;B;15827297337\nC;D;15827297337`)
    expect(reading.rows.map(({ row }) => row)).toEqual([2])
    expect(reading.refused).toEqual([{ row: 3, field: 'nationalNumber', code: 'person.twiceInFile', params: { first: 2 } }])
  })
})

describe('values', () => {
  test.each([
    ['Land', 'Syria', 'country', 'SY'], ['Land', 'syr', 'country', 'SY'], ['Land', 'UKRAINA', 'country', 'UA'], ['Land', 'DR Kongo', 'country', 'CD'], ['Land', 'Hviterussland', 'country', 'BY'],
    ['Land', 'Sør-Sudan', 'country', 'SS'], ['Land', 'Palestina', 'country', 'PS'], ['Land', 'Statsløs', 'country', 'XX'], ['Land', 'Elfenbenskysten', 'country', 'CI'], ['Land', 'Germany', 'country', 'DE'],
    ['Morsmål', 'Dari', 'firstLanguage', 'prs'], ['Morsmål', 'Sorani', 'firstLanguage', 'ckb'], ['Morsmål', 'farsi', 'firstLanguage', 'fa'], ['Morsmål', 'tigrinja', 'firstLanguage', 'ti'], ['Morsmål', 'Ukrainian', 'firstLanguage', 'uk'],
    ['Telefon', '400 00 000', 'phone', '+4740000000'], ['Telefon', '004740000000', 'phone', '+4740000000'], ['Telefon', '+380 (50) 123-45-67', 'phone', '+380501234567'], ['Telefon', '4740000000', 'phone', '+4740000000'],
    ['Kjønn', 'K', 'gender', 'female'], ['Postnummer', '502', 'address', { postcode: '0502' }],
    ['Ankomstkategori', 'Kollektiv beskyttelse', 'arrivalCategory', 'collective_protection'], ['Ankomstkategori', 'Familiesameining', 'arrivalCategory', 'family_reunification'],
    ['Adressesperre', 'STRENGT_FORTROLIG', 'addressProtection', 'strictly_confidential'], ['Adressesperre', 'kode 7', 'addressProtection', 'confidential'],
    ['Bosatt dato', '1/9-25', 'settledOn', '2025-09-01'], ['Bosatt dato', '45901', 'settledOn', '2025-09-01'],
    ['Utdanning', 'Bachelor', 'educationLevel', 6], ['Utdanning', '0', 'educationLevel', 0], ['Yrke', '7411.01 Elektriker', 'occupation', { code: '7411', title: 'Elektriker' }], ['Yrke', 'Kokk', 'occupation', { title: 'Kokk' }],
    ['Førerkort', 'klasse B og C1', 'licences', ['B', 'C1']], ['Førerkort', 'Nei', 'licences', []], ['Timer per uke', '37,5 timer', 'hoursPerWeek', 37.5],
  ])('%s %s', async (column, written, field, expected) => {
    expect(await valueOf({ [column]: written })).toMatchObject({ [field]: expected })
  })

  test.each([
    ['Land', 'Kongo', 'country country.ambiguous'], ['Land', 'Narnia', 'country country.unknown'], ['Telefon', '12345', 'phone phone.unknown'], ['E-post', 'a@b', 'email email.unknown'],
    ['Ankomstkategori', 'turist', 'arrivalCategory arrivalCategory.unknown'], ['Adressesperre', 'ja', 'addressProtection addressProtection.unknown'], ['Norsk lese', 'A1/A2', 'reading level.unknown'],
    ['Førerkort', 'ja', 'licences licences.unknown'], ['Timer per uke', '168', 'hoursPerWeek hoursPerWeek.unknown'], ['Yrke', '74', 'occupation occupation.code'], ['Postnummer', '12345', 'postcode postcode.unknown'],
  ])('%s %s is refused', async (column, written, expected) => {
    expect(await refusalOf({ [column]: written })).toEqual([`2 ${expected}`])
  })

  test('one level for speaking stands for both spoken skills where they have none', async () => {
    expect(await valueOf({ 'Norsk snakke': 'a2', 'Norsk presentasjon': 'under A1', 'Norsk lese': 'B1' })).toMatchObject({
      norwegian: [{ skill: 'reading', level: 'B1' }, { skill: 'spoken_interaction', level: 'A2' }, { skill: 'spoken_production', level: 'A1-' }],
    })
  })

  test('an unknown language stays as written, with a note', async () => {
    expect(await person({ 'Øvrige språk': 'engelsk, klingonsk' })).toMatchObject({ rows: [{ value: { otherLanguages: ['en', 'klingonsk'] } }], notes: [{ row: 2, code: 'language.unknown', params: { value: 'klingonsk' } }] })
  })

  test('every fault in a row is told at once', async () => {
    expect(await refusalOf({ Telefon: 'x', Land: 'y', Fødselsdato: 'z' })).toEqual(['2 birthDate date.unknown', '2 country country.unknown', '2 phone phone.unknown'])
    const reading = await readText('Fornavn;Etternavn;Telefon\n;123;40000000')
    expect(reading.refused.map(({ code }) => code)).toEqual(['name.missing', 'name.noLetters'])
  })
})

describe('the template', () => {
  test('its own header is understood without notes, and is refused only for being empty', async () => {
    expect(await readParticipants(await writeParticipantTemplate(), options)).toEqual({ rows: [], refused: [{ row: 0, code: 'participants.onlyHeader' }], notes: [] })
  })

  test('its examples can be read', async () => {
    const template = await readParticipants(await writeSheets([{ name: 'Deltakere', rows: participantExamples() }]), options)
    expect(template.refused).toEqual([])
    expect(template.notes).toEqual([])
    expect(template.rows.map(({ value }) => ParticipantRow.parse(value).country)).toEqual(['SY', 'UA'])
  })
})

test('what is read has the shape it promises, and nothing makes it throw', async () => {
  const names = Object.values(PARTICIPANT_COLUMNS).map(([first]) => first)
  const value = fc.oneof(fc.string(), fc.constantFrom('1.2.85', 'Syria', 'A2', 'B, C', '40000000', 'fortrolig', '37,5', '7411', '=1', '-'))
  await fc.assert(fc.asyncProperty(fc.array(value, { minLength: names.length, maxLength: names.length }), fc.uint8Array({ maxLength: 100 }), async (values, bytes) => {
    const text = `${names.join('\t')}\n${values.map((one) => `"${one.replaceAll('"', '""')}"`).join('\t')}`
    const reading = await readText(text)
    for (const row of reading.rows) expect(ParticipantRow.safeParse(row.value)).toMatchObject({ success: true })
    expect((await readParticipants(bytes, options)).rows).toEqual([])
  }))
})

const SYNTHETIC = '../shared/data/names-ids/skatteetaten-20230922_testdataRettslighandleevneOgVergemaal.txt'
test.skipIf(!existsSync(SYNTHETIC))('the tax administration\'s synthetic persons are read (needs ../shared/data)', async () => {
  const text = readFileSync(SYNTHETIC, 'utf8').replace('ENTITETSIDENTIFIKATOR', 'Fødselsnummer').replace('GRADERINGSNIVAA', 'Gradering')
  const reading = await readText(text)
  expect(reading.rows).toHaveLength(20)
  // The last one's number and date of birth are of two different days.
  expect(reading.refused).toEqual([{ row: 22, field: 'birthDate', code: 'birthDate.conflict' }])
  expect(reading.rows.filter(({ value }) => value.addressProtection !== 'none')).toHaveLength(3)
})

test('10,000 participants are read, as text and as a workbook', async () => {
  const header = ['Fornavn', 'Etternavn', 'Fødselsdato', 'Land', 'Morsmål', 'Øvrige språk', 'Telefon', 'E-post', 'Adresse', 'Postnummer', 'Ankomstkategori', 'Bosatt dato', 'Norsk lytte', 'Norsk lese', 'Førerkort', 'Merknad']
  const rows = Array.from({ length: 10_000 }, (_, at) => [`Navn ${at}`, `Navnesen ${at}`, '01.02.1985', 'Syria', 'arabisk', 'engelsk, kurmanji', 40_000_000 + at, `p${at}@example.no`, `Veien ${at}`, '0502', 'asyl', '1.9.2025', 'A2', 'A1', 'B', `Merknad ${at}`])
  const csv = new TextEncoder().encode([header, ...rows].map((row) => row.join(';')).join('\n'))
  for (const bytes of [csv, await writeSheets([{ name: 'A', rows: [header, ...rows] }])]) {
    const reading = await readParticipants(bytes, options)
    expect(reading.refused).toEqual([])
    expect(reading.rows).toHaveLength(10_000)
  }
})
