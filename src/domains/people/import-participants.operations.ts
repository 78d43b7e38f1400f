import { z } from 'zod'
import { planImportedCompetence, writeImportedCompetence, type ImportedCompetence } from '#domains/competence/index.ts'
import { ImportInput, ImportResult, MAX_IMPORT_ROWS, changedRow, importResult, type ImportRow } from '#shared/import-result.ts'
import { refusedFile, type FileReading, type RowRemark } from '#shared/file-reading.ts'
import { FileOutput } from '#platform/files.ts'
import { noteImport } from '#platform/note-import.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { identityOf, nameOf, planRow, type Plan } from './import-participants.core.ts'
import { loadKnown, matchRows, writePeople, type Planned } from './import-participants.rows.ts'
import { allowsSynthetic } from './numbers.operations.ts'
import type { ParticipantRow } from './participants-file.schema.ts'
import { writeParticipantTemplate } from './participants-file.template.ts'
import { readParticipants } from './participants-file.ts'

type Found = { rows: ImportRow[]; refused: RowRemark[]; notes: RowRemark[] }
type FileRow = { row: number; value: ParticipantRow; plan: Plan }

const remarks = (row: number, plan: Plan): RowRemark[] =>
  'refusals' in plan ? plan.refusals.map(({ code, path, params }) => ({ row, code, ...(path && { field: path }), ...(params && { params }) })) : []

/** Decides every row; a second row with the identity of an earlier one, or that comes to the same person, is refused. */
async function planRows({ tx, actor }: Context, reading: FileReading<ParticipantRow>, lock: boolean): Promise<FileRow[]> {
  const matches = await matchRows(tx, reading.rows)
  const ids = [...new Set([...matches.values()].flatMap((some) => some.map(({ personId }) => personId)))]
  const known = await loadKnown(tx, ids, lock)
  const firstRow = new Map<string, number>()
  return reading.rows.map(({ row, value }) => {
    const plan = planRow(value, { matches: matches.get(row) ?? [], known, held: actor.permissions })
    const identity = 'known' in plan ? plan.known.id : identityOf(value)
    const first = firstRow.get(identity)
    firstRow.set(identity, first ?? row)
    return { row, value, plan: first === undefined || 'refusals' in plan ? plan : { outcome: 'refused', refusals: [{ code: 'people.rowTwice', params: { first } }] } }
  })
}

const competenceOf = (personId: string, { norwegian, assessedOn, educationLevel, occupation, licences, wishedOccupation, hoursPerWeek }: ParticipantRow): ImportedCompetence =>
  ({ personId, norwegian, assessedOn, educationLevel, occupation, licences, wishedOccupation, hoursPerWeek })

/** Rows that can be carried out, each with its person's id; new people get theirs here. */
const carriedOut = (rows: readonly FileRow[]): (Planned & { row: number; value: ParticipantRow })[] => rows.flatMap(({ row, value, plan }) => {
  if ('refusals' in plan) return []
  return [{ row, value, plan, personId: 'known' in plan ? plan.known.id : crypto.randomUUID() }]
})

type Competence = Awaited<ReturnType<typeof planImportedCompetence>>

function toImportRow({ row, value, plan, personId }: Planned & { row: number; value: ParticipantRow }, competence: Competence, isWriting: boolean): ImportRow {
  const name = nameOf(value)
  if (plan.outcome === 'created') return { row, outcome: 'created', name, ...(isWriting && { personId }) }
  const changes = [...plan.changes, ...(competence.changes.get(personId) ?? [])]
  return { ...changedRow(row, name, changes), personId }
}

export const importParticipants = operation({
  permission: 'people.import', input: ImportInput, output: ImportResult,
  subjects: (_, { rows }) => rows.flatMap(({ personId }) => personId ?? []),
  async run(context, ask) {
    const { tx, today } = context
    const read = await readParticipants(ask.bytes, { today, allowSynthetic: await allowsSynthetic(tx) })
    const reading = read.rows.length > MAX_IMPORT_ROWS ? refusedFile<ParticipantRow>('import.tooManyRows', { most: MAX_IMPORT_ROWS }) : read
    const rows = await planRows(context, reading, !ask.dryRun)
    const planned = carriedOut(rows)
    const competence = await planImportedCompetence(tx, planned.map(({ personId, value }) => competenceOf(personId, value)))
    const found: Found = {
      refused: [...reading.refused, ...rows.flatMap(({ row, plan }) => remarks(row, plan))],
      notes: [...reading.notes, ...planned.flatMap(({ row, personId }) => (competence.unknownOccupations.get(personId) ?? []).map((value) => ({ row, code: 'people.occupationNotInStandard', params: { value } })))],
      rows: rows.flatMap(({ row, value, plan }): ImportRow[] => ('refusals' in plan ? [{ row, outcome: plan.outcome, name: nameOf(value), ...(plan.personId && { personId: plan.personId }) }] : [])),
    }
    const { written } = importResult(ask, found)
    found.rows.push(...planned.map((one) => toImportRow(one, competence, written)))
    const result = importResult(ask, found)
    if (!result.written) return result
    await writePeople(context, planned)
    await writeImportedCompetence(tx, competence)
    await noteImport(tx, 'participants', ask, result)
    return result
  },
})

export const getTemplate = operation({
  permission: 'people.import', reads: true, input: z.object({}), output: FileOutput, subjects: () => [],
  async run() {
    const bytes = Uint8Array.from(await writeParticipantTemplate())
    return { fileName: 'deltakere-mal.xlsx', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
  },
})
