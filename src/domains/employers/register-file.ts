import { PlainDate } from '#shared/date.ts'
import { refusedFile, type FileReading, type RowRemark } from '#shared/file-reading.ts'
import { decodeJson } from '#shared/file-text.ts'
import { isOrgNumber } from '#shared/org-number.ts'
import { BrregUnit, type RegisterUnit } from './register-file.schema.ts'

/** A unit of the file, and what the list it stood in says it is. */
type Found = { unit: unknown; listedAs?: RegisterUnit['kind'] }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The units in any of the answers of data.brreg.no: a search page, a list, or one unit. Undefined for anything else. */
function unitsIn(content: unknown): Found[] | undefined {
  if (Array.isArray(content)) return content.map((unit: unknown) => ({ unit }))
  if (!isRecord(content)) return undefined
  if ('organisasjonsnummer' in content) return [{ unit: content }]
  const lists = isRecord(content._embedded) ? content._embedded : content
  const listed = (['enheter', 'underenheter'] as const).flatMap((key): Found[] => {
    const list = lists[key]
    return Array.isArray(list) ? list.map((unit: unknown) => ({ unit, listedAs: key === 'enheter' ? 'enhet' : 'underenhet' })) : []
  })
  const isEmptySearch = isRecord(content.page) && content.page.totalElements === 0
  return listed.length > 0 || isEmptySearch || 'enheter' in lists || 'underenheter' in lists ? listed : undefined
}

/** R writes letters it cannot show as `<U+00F8>`. The code says exactly which letter it was, so it is put back. */
const repairLetters = (text: string): string =>
  text.replace(/<U\+([0-9A-F]{4,6})>/g, (whole, code: string) => {
    const point = Number.parseInt(code, 16)
    return point >= 0xa0 && point <= 0x10_ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole
  })

const WORKPLACE_FORMS = ['BEDR', 'AAFY']

function kindOf(unit: BrregUnit, listedAs: Found['listedAs']): RegisterUnit['kind'] {
  if (listedAs) return listedAs
  const saysWorkplace = /\/underenheter\//.test(unit._links?.self?.href ?? '') || unit.respons_klasse === 'Underenhet'
    || WORKPLACE_FORMS.includes(unit.organisasjonsform?.kode ?? '') || Boolean(unit.beliggenhetsadresse)
  return saysWorkplace ? 'underenhet' : 'enhet'
}

/** A workplace with a closing date that the register has not deleted yet counts as winding up. */
function statusOf(unit: BrregUnit): RegisterUnit['status'] {
  if (unit.slettedato) return 'deleted'
  if (unit.konkurs) return 'bankrupt'
  return unit.underAvvikling || unit.underTvangsavviklingEllerTvangsopplosning || unit.nedleggelsesdato ? 'winding_up' : 'active'
}

const tidy = (text: string | null | undefined): string | undefined => (text && repairLetters(text).replace(/\s+/g, ' ').trim()) || undefined

function addressOf(unit: BrregUnit): RegisterUnit['address'] {
  const address = unit.beliggenhetsadresse ?? unit.forretningsadresse
  if (!address) return undefined
  const [postcode, place, municipalityNumber] = [tidy(address.postnummer), tidy(address.poststed), tidy(address.kommunenummer)]
  return {
    lines: (address.adresse ?? []).map(tidy).filter((line) => line !== undefined),
    ...(postcode && { postcode }), ...(place && { place }), ...(municipalityNumber && /^\d{4}$/.test(municipalityNumber) && { municipalityNumber }),
  }
}

const industriesOf = (unit: BrregUnit): RegisterUnit['industryCodes'] =>
  [unit.naeringskode1, unit.naeringskode2, unit.naeringskode3].flatMap((coded) => {
    const code = tidy(coded?.kode)
    return code ? [{ code, text: tidy(coded?.beskrivelse) ?? '' }] : []
  })

const dayIn = (text: string | null | undefined): PlainDate | undefined => PlainDate.safeParse(text?.slice(0, 10)).data

function toUnit(unit: BrregUnit, listedAs: Found['listedAs']): RegisterUnit {
  const [orgForm, address] = [tidy(unit.organisasjonsform?.kode), addressOf(unit)]
  const [deletedOn, registeredOn] = [dayIn(unit.slettedato), dayIn(unit.registreringsdatoEnhetsregisteret)]
  return {
    orgNumber: unit.organisasjonsnummer, name: tidy(unit.navn) ?? '', kind: kindOf(unit, listedAs), industryCodes: industriesOf(unit), status: statusOf(unit),
    ...(unit.overordnetEnhet && { parentOrgNumber: unit.overordnetEnhet }), ...(orgForm && { orgForm }),
    ...(typeof unit.antallAnsatte === 'number' && { employees: unit.antallAnsatte }),
    ...(address && { address }), ...(deletedOn && { deletedOn }), ...(registeredOn && { registeredOn }),
  }
}

/** What keeps a unit out: a number that is not one, or no name. */
function faultsOf(row: number, unit: RegisterUnit): RowRemark[] {
  const wrongNumber = (field: string, value: string | undefined): RowRemark[] =>
    value === undefined || isOrgNumber(value) ? [] : [{ row, field, code: 'orgNumber.invalid', params: { value } }]
  return [
    ...wrongNumber('orgNumber', unit.orgNumber), ...wrongNumber('parentOrgNumber', unit.parentOrgNumber),
    ...(unit.name === '' ? [{ row, field: 'name', code: 'register.noName' }] : []),
  ]
}

function readUnit(row: number, { unit, listedAs }: Found, reading: FileReading<RegisterUnit>): void {
  const shape = BrregUnit.safeParse(unit)
  if (!shape.success) {
    reading.refused.push(...shape.error.issues.map((issue) => ({ row, field: issue.path.join('.'), code: 'register.shape', params: { field: issue.path.join('.') || '–' } })))
    return
  }
  const value = toUnit(shape.data, listedAs)
  const faults = faultsOf(row, value)
  reading.refused.push(...faults)
  if (faults.length > 0) return
  reading.rows.push({ row, value })
  if (/<U\+[0-9A-F]{4,6}>/.test(JSON.stringify(shape.data))) reading.notes.push({ row, code: 'register.lettersRepaired', params: { name: value.name } })
}

/**
 * Reads units of the company register (Enhetsregisteret) from the JSON of data.brreg.no: one unit, a list, or a page of
 * a search; an empty search is no rows and no refusal. Row numbers are the place in the list, from 1.
 */
export function readRegisterUnits(bytes: Uint8Array): FileReading<RegisterUnit> {
  const content = decodeJson(bytes)
  if (!content.ok) return refusedFile(content.code, content.params)
  const units = unitsIn(content.value)
  if (!units) return refusedFile('register.unknownFormat')
  const reading: FileReading<RegisterUnit> = { rows: [], refused: [], notes: [] }
  for (const [at, found] of units.entries()) readUnit(at + 1, found, reading)
  return reading
}
