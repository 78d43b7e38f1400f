import { useMemo, useState } from 'react'
import type { ImportOutcome, ImportResult } from '#shared/import-result.ts'
import { useFindText, useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import { refusalsCsv, saveFile } from './refusalsCsv.ts'

type Row = ImportResult['rows'][number]
type Remark = ImportResult['refused'][number]
const PAGE = 25
const tones: Record<ImportOutcome, Tone> = { created: 'success', changed: 'info', unchanged: 'neutral', refused: 'danger', duplicate: 'warning' }
const OUTCOMES = ['created', 'changed', 'unchanged', 'refused', 'duplicate'] as const

const byRow = (remarks: readonly Remark[]): Map<number, Remark[]> => Map.groupBy(remarks, ({ row }) => row)

function useFieldName(): (field: string) => string {
  const text = useFindText()
  return (field) => text(`field.${field}`, 'people') ?? text(`skill.${field}`, 'people') ?? text(`number.${field}`, 'people') ?? text(`import.field.${field}`, 'people') ?? field
}

/** What happens to one row: its changes field by field, why it is refused, what was read otherwise than written. */
function What({ row, refused, notes }: { row: Row; refused: readonly Remark[]; notes: readonly Remark[] }) {
  const t = useText('people')
  const textOf = useRefusalText()
  const nameOf = useFieldName()
  const remark = (one: Remark) => `${one.field ? `${nameOf(one.field)}: ` : ''}${textOf(one)}`
  return (
    <ul className="people-plain">
      {row.changes?.map(({ field, from, to }, at) => <li key={`${field} ${at}`}>{nameOf(field)}: {from !== null && <><del>{from}</del> → </>}<ins>{to ?? t('merge.empty')}</ins></li>)}
      {refused.map((one, at) => <li key={`${one.code} ${at}`}>{remark(one)}</li>)}
      {notes.map((one, at) => <li key={`${one.code} ${at}`} className="unknown">{remark(one)}</li>)}
    </ul>
  )
}

function Figures({ result }: { result: ImportResult }) {
  const t = useText('people')
  const { formatNumber } = useFormat()
  const figures = [['created', result.created], ['changed', result.changed], ['unchanged', result.unchanged], ['refused', result.refusedRows]] as const
  return <div className="people-figures">{figures.map(([what, count]) => <p key={what} className="people-figure"><strong>{formatNumber(count)}</strong> {t(`import.count.${what}`)}</p>)}</div>
}

function WholeFile({ result }: { result: ImportResult }) {
  const textOf = useRefusalText()
  const known = new Set(result.rows.map(({ row }) => row))
  const remarks = [...result.refused.filter(({ row }) => row === 0), ...result.notes.filter(({ row }) => !known.has(row))]
  return remarks.length > 0 && <ul className="people-plain">{remarks.map((one, at) => <li key={`${one.code} ${at}`}>{textOf(one)}</li>)}</ul>
}

/** The answer of an import, whichever: figures, every row, and the refusals as a file to put right. */
export function ImportReport({ result, fileName }: { result: ImportResult; fileName: string }) {
  const t = useText('people')
  const textOf = useRefusalText()
  const nameOf = useFieldName()
  const [outcome, setOutcome] = useState<ImportOutcome>()
  const [page, setPage] = useState(1)
  const [refused, notes] = useMemo(() => [byRow(result.refused), byRow(result.notes)], [result])
  const rows = outcome ? result.rows.filter((row) => row.outcome === outcome) : result.rows
  const columns: Column<Row, 'row' | 'name' | 'outcome' | 'what'>[] = [
    { key: 'row', header: t('import.row'), align: 'end', cell: ({ row }) => row },
    { key: 'name', header: t('column.name'), names: true, cell: ({ row, name, personId }) => (name ? <PersonName name={name} to={personId && `/people/${personId}`} /> : t('import.rowNumber', { row })) },
    { key: 'outcome', header: t('import.outcome'), cell: (row) => <Tag tone={tones[row.outcome]}>{t(`import.outcome.${row.outcome}`)}</Tag> },
    { key: 'what', header: t('import.whatHappens'), cell: (row) => <What row={row} refused={refused.get(row.row) ?? []} notes={notes.get(row.row) ?? []} /> },
  ]
  const download = (): void => saveFile(`${fileName.replace(/\.[^.]*$/, '')}-${t('import.refusalsFile')}.csv`,
    refusalsCsv([t('import.row'), t('column.name'), t('import.field'), t('import.reason')], result.refused.map((one) => [String(one.row), result.rows.find(({ row }) => row === one.row)?.name ?? '', one.field ? nameOf(one.field) : '', textOf(one)])))
  return (
    <>
      <Figures result={result} />
      <WholeFile result={result} />
      {result.rows.length > 0 && <>
        <div className="people-controls no-print">
          <Select label={t('import.show')} value={outcome} empty={t('import.showAll')} onChange={(next) => { setOutcome(next); setPage(1) }} options={OUTCOMES.map((value) => ({ value, label: t(`import.outcome.${value}`) }))} />
          {result.refused.length > 0 && <Button icon="file" onClick={download}>{t('import.refusals')}</Button>}
        </div>
        <Table caption={t('import.rows')} hideCaption columns={columns} rows={rows.slice((page - 1) * PAGE, page * PAGE)} rowKey={({ row }) => String(row)} />
        <Pagination page={page} size={PAGE} total={rows.length} onPage={setPage} />
      </>}
    </>
  )
}
