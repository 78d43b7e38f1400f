import type { CefrLevel, LanguageSkill, SkillLevel } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import { read, unreadable, type Reading, type RowRemark } from '#shared/file-reading.ts'
import { possibleBirthDays, readRecentDay } from '#shared/norwegian-date.ts'
import { birthDateIn } from '#shared/identity-number.ts'
import type { ParticipantField } from './participants-file.columns.ts'
import { readCountry } from './participants-file.countries.ts'
import { findLanguage } from './participants-file.languages.ts'
import { ddmmyy, readDufNumber, readNationalNumber } from './participants-file.numbers.ts'
import type { NationalNumber, ParticipantRow } from './participants-file.schema.ts'
import {
  readArrival, readEducation, readEmail, readGender, readHours, readLevel, readLicences, readOccupation, readPhone, readPostcode, readProtection,
} from './participants-file.values.ts'

export type RowOptions = { today: PlainDate; allowSynthetic: boolean }
/** The cells of one row by field; empty ones are absent. */
export type RowCells = Map<ParticipantField, string | number>
export type RowReading = { value: ParticipantRow | undefined; refused: RowRemark[]; notes: RowRemark[] }

const MAX_NAME = 200
const MAX_NOTE = 4000

/** Takes cells one by one and gathers what is wrong with them. */
class Row {
  readonly refused: RowRemark[] = []
  readonly notes: RowRemark[] = []
  readonly row: number
  readonly cells: RowCells
  constructor(row: number, cells: RowCells) {
    this.row = row
    this.cells = cells
  }

  refuse(field: string, code: string, params?: RowRemark['params']): void {
    this.refused.push({ row: this.row, field, code, ...(params && { params }) })
  }

  note(field: string, code: string, params?: RowRemark['params']): void {
    this.notes.push({ row: this.row, field, code, ...(params && { params }) })
  }

  take<T>(field: ParticipantField, reader: (cell: string | number) => Reading<T>): T | undefined {
    const cell = this.cells.get(field)
    if (cell === undefined) return undefined
    const reading = reader(cell)
    if (reading.ok) return reading.value
    this.refuse(field, reading.code, reading.params)
    return undefined
  }

  /** As `take`, for readers of text. */
  word<T>(field: ParticipantField, reader: (text: string) => Reading<T>): T | undefined {
    return this.take(field, (cell) => reader(String(cell)))
  }

  text(field: ParticipantField): string | undefined {
    return this.take(field, (cell) => read(String(cell)))
  }
}

function nameIn(row: Row, field: 'givenName' | 'familyName'): string {
  const name = (row.text(field) ?? '').replace(/\s+/g, ' ')
  if (name === '') row.refuse(field, 'name.missing')
  else if (name.length > MAX_NAME) row.refuse(field, 'text.tooLong', { most: MAX_NAME })
  else if (!/\p{L}/u.test(name)) row.refuse(field, 'name.noLetters', { value: name })
  return name
}

/** The day of birth, held against the number: they may not disagree, and the number settles a two-digit year. */
function birthDateOf(row: Row, number: NationalNumber | undefined, today: PlainDate): PlainDate | undefined {
  const known = number && birthDateIn(number.number)
  const days = row.take('birthDate', (cell) => possibleBirthDays(cell, today))
  if (!days) return row.cells.has('birthDate') ? undefined : known?.date
  const fitting = known ? days.filter((day) => (known.date ? day === known.date : ddmmyy(day) === known.ddmmyy)) : days
  if (fitting.length === 0) row.refuse('birthDate', 'birthDate.conflict')
  if (fitting.length > 1) row.refuse('birthDate', 'birthDate.twoCenturies', { first: fitting[0] ?? '', second: fitting[1] ?? '' })
  return fitting.length === 1 ? fitting[0] : undefined
}

function dufOf(row: Row, today: PlainDate): string | undefined {
  const duf = row.take('dufNumber', (cell) => readDufNumber(cell, today))
  if (duf && !duf.checked) row.note('dufNumber', 'dufNumber.checkDigits')
  return duf?.number
}

/** A known language by its code; an unknown one stays as it is written, with a note. */
function languageOf(row: Row, field: ParticipantField, text: string): string {
  const code = findLanguage(text)
  if (code === undefined) row.note(field, 'language.unknown', { value: text })
  return code ?? text
}

function oneLanguage(row: Row, field: 'firstLanguage' | 'interpreterLanguage'): string | undefined {
  const text = row.text(field)
  if (text === undefined || (field === 'interpreterLanguage' && /^(?:nei|ingen|inga|ikke behov|ikkje behov|no|none)$/i.test(text))) return undefined
  return languageOf(row, field, text)
}

const languagesIn = (row: Row): string[] =>
  [...new Set((row.text('otherLanguages') ?? '').split(/[,;/+&\n]|\s(?:og|and)\s/).map((part) => part.trim()).filter(Boolean)
    .map((part) => languageOf(row, 'otherLanguages', part)))]

const SKILLS: [ParticipantField, LanguageSkill][] = [
  ['listening', 'listening'], ['reading', 'reading'], ['spokenInteraction', 'spoken_interaction'], ['spokenProduction', 'spoken_production'], ['writing', 'writing'],
]

/** A single level for speaking stands for conversation and presentation where these have none of their own. */
function norwegianIn(row: Row): SkillLevel[] {
  const speaking = row.word('speaking', readLevel)
  return SKILLS.flatMap(([field, skill]) => {
    const fallback: CefrLevel | undefined = skill.startsWith('spoken_') ? speaking : undefined
    const level = row.word(field, readLevel) ?? fallback
    return level ? [{ skill, level }] : []
  })
}

function addressIn(row: Row): ParticipantRow['address'] {
  const [street, postcode, place] = [row.text('street'), row.take('postcode', readPostcode), row.text('place')]
  if (street === undefined && postcode === undefined && place === undefined) return undefined
  return { ...(street && { street }), ...(postcode && { postcode }), ...(place && { place }) }
}

const note = (cell: string | number): Reading<string> =>
  String(cell).length <= MAX_NOTE ? read(String(cell)) : unreadable('text.tooLong', { most: MAX_NOTE })

function personalia(row: Row, { today, allowSynthetic }: RowOptions): Pick<ParticipantRow, 'givenName' | 'familyName' | 'birthDate' | 'nationalNumber' | 'dufNumber'> {
  const nationalNumber = row.take('nationalNumber', (cell) => readNationalNumber(cell, allowSynthetic))
  return {
    givenName: nameIn(row, 'givenName'), familyName: nameIn(row, 'familyName'),
    nationalNumber, birthDate: birthDateOf(row, nationalNumber, today), dufNumber: dufOf(row, today),
  }
}

/** Drops what is absent, so that a row holds only what the file says. */
const present = (row: ParticipantRow): ParticipantRow => {
  for (const key of Object.keys(row)) if (Reflect.get(row, key) === undefined) Reflect.deleteProperty(row, key)
  return row
}

/** Reads one row; every fault in it at once, and no value when there is any. */
export function readParticipantRow(at: number, cells: RowCells, options: RowOptions): RowReading {
  const row = new Row(at, cells)
  const day = (cell: string | number): Reading<PlainDate> => readRecentDay(cell, options.today)
  const value: ParticipantRow = {
    ...personalia(row, options),
    gender: row.word('gender', readGender), country: row.word('country', readCountry),
    firstLanguage: oneLanguage(row, 'firstLanguage'), otherLanguages: languagesIn(row),
    phone: row.take('phone', readPhone), email: row.word('email', readEmail), address: addressIn(row),
    arrivalCategory: row.word('arrivalCategory', readArrival), settledOn: row.take('settledOn', day),
    addressProtection: row.word('addressProtection', readProtection) ?? 'none',
    interpreterLanguage: oneLanguage(row, 'interpreterLanguage'), educationLevel: row.word('educationLevel', readEducation),
    occupation: row.take('occupation', readOccupation), norwegian: norwegianIn(row), assessedOn: row.take('assessedOn', day),
    licences: row.word('licences', readLicences) ?? [], wishedOccupation: row.take('wishedOccupation', readOccupation),
    hoursPerWeek: row.take('hoursPerWeek', readHours), note: row.take('note', note),
  }
  return { value: row.refused.length === 0 ? present(value) : undefined, refused: row.refused, notes: row.notes }
}
