import type { PlainDate } from '#shared/date.ts'
import type { FileReading, RowRemark } from '#shared/file-reading.ts'
import type { FieldChange, ImportRow } from '#shared/import-result.ts'
import type { EmployerStatus } from './employer.schema.ts'
import type { RegisterUnit } from './register-file.schema.ts'

/** What the register decides of an employer; everything else in the row is ours. */
export type RegisterFacts = {
  orgNumber: string; kind: RegisterUnit['kind']; parentOrgNumber: string | null; name: string; orgForm: string | null
  industryCode: string | null; industryText: string | null; employees: number | null
  street: string | null; postcode: string | null; place: string | null; municipalityNumber: string | null
  status: EmployerStatus; registeredOn: PlainDate | null; deletedOn: PlainDate | null
}
export type KnownEmployer = RegisterFacts & { id: string; version: number; openings: number }

/** A row to write: a new one without `known`. */
export type UnitToWrite = { row: number; known: KnownEmployer | undefined; facts: RegisterFacts; fields: string[] }

/** The register's facts in our columns. The first industry code is the main one. */
export function factsOf(unit: RegisterUnit): RegisterFacts {
  const [industry] = unit.industryCodes
  return {
    orgNumber: unit.orgNumber, kind: unit.kind, parentOrgNumber: unit.parentOrgNumber ?? null, name: unit.name, orgForm: unit.orgForm ?? null,
    industryCode: industry?.code ?? null, industryText: industry?.text || null, employees: unit.employees ?? null,
    street: unit.address?.lines.join(', ') || null, postcode: unit.address?.postcode ?? null, place: unit.address?.place ?? null,
    municipalityNumber: unit.address?.municipalityNumber ?? null, status: unit.status, registeredOn: unit.registeredOn ?? null, deletedOn: unit.deletedOn ?? null,
  }
}

const fieldsOf = (facts: RegisterFacts): [string, string | number | null][] => Object.entries(facts)

/** Of a deleted unit the register tells little: what was known before is kept. */
const keepWhatWasKnown = (next: RegisterFacts, known: RegisterFacts): RegisterFacts => ({
  ...next, kind: known.kind, parentOrgNumber: next.parentOrgNumber ?? known.parentOrgNumber, orgForm: next.orgForm ?? known.orgForm,
  industryCode: next.industryCode ?? known.industryCode, industryText: next.industryText ?? known.industryText, employees: next.employees ?? known.employees,
  street: next.street ?? known.street, postcode: next.postcode ?? known.postcode, place: next.place ?? known.place,
  municipalityNumber: next.municipalityNumber ?? known.municipalityNumber, registeredOn: next.registeredOn ?? known.registeredOn,
})

const inWords = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value))

function changesBetween(known: RegisterFacts, next: RegisterFacts): FieldChange[] {
  const before = new Map(fieldsOf(known))
  return fieldsOf(next).filter(([field, value]) => before.get(field) !== value).map(([field, value]) => ({ field, from: inWords(before.get(field)), to: inWords(value) }))
}

/** What an import comes to: the rows as they will be shown, what is to be written, and what to say about it. */
export type EmployerPlan = { rows: ImportRow[]; toWrite: UnitToWrite[]; refused: RowRemark[]; notes: RowRemark[] }

/** Compares the units of a file with the employers that are known. A unit that stands twice in the file is refused the second time. */
export function planEmployers(reading: FileReading<RegisterUnit>, known: ReadonlyMap<string, KnownEmployer>): EmployerPlan {
  const plan: EmployerPlan = { rows: [], toWrite: [], refused: [...reading.refused], notes: [...reading.notes] }
  const firstRow = new Map<string, number>()
  for (const { row, value } of reading.rows) {
    const first = firstRow.get(value.orgNumber)
    if (first !== undefined) {
      plan.refused.push({ row, field: 'orgNumber', code: 'employers.twiceInFile', params: { value: value.orgNumber, first } })
      continue
    }
    firstRow.set(value.orgNumber, row)
    planUnit(plan, row, value, known.get(value.orgNumber))
  }
  const missing = plan.toWrite.filter(({ facts }) => facts.status !== 'deleted' && facts.parentOrgNumber !== null && !known.has(facts.parentOrgNumber) && !firstRow.has(facts.parentOrgNumber))
  plan.notes.push(...missing.map(({ row, facts }) => ({ row, code: 'employers.parentUnknown', params: { name: facts.name, parent: facts.parentOrgNumber ?? '' } })))
  return plan
}

function planUnit(plan: EmployerPlan, row: number, unit: RegisterUnit, known: KnownEmployer | undefined): void {
  const read = factsOf(unit)
  const facts = known && read.status === 'deleted' ? keepWhatWasKnown(read, known) : read
  const changes = known ? changesBetween(known, facts) : []
  const outcome = known ? (changes.length > 0 ? 'changed' : 'unchanged') : 'created'
  plan.rows.push({ row, outcome, name: facts.name, ...(changes.length > 0 && { changes }) })
  if (outcome !== 'unchanged') plan.toWrite.push({ row, known, facts, fields: changes.map(({ field }) => field) })
  if (known && known.openings > 0 && known.status === 'active' && facts.status !== 'active') {
    plan.notes.push({ row, code: 'employers.goneWithOpenings', params: { name: facts.name, count: known.openings } })
  }
}
