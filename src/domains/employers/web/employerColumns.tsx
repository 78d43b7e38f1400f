import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Link } from '#web/ui/Link.tsx'
import type { Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { EmployerRow } from '../employer.schema.ts'
import { EmployerStatusTag } from './EmployerStatusTag.tsx'

/** The columns of the list. With `onNote` each row has a button that notes a request. */
export function useEmployerColumns(onNote: ((row: EmployerRow) => void) | undefined): Column<EmployerRow, string>[] {
  const t = useText('employers')
  const { formatDate, formatNumber } = useFormat()
  const columns: Column<EmployerRow, string>[] = [
    { key: 'name', header: t('column.name'), names: true, sortable: true, cell: (row) => <>
      <Link to={`/employers/${row.id}`}><bdi>{row.name}</bdi></Link>
      <br /><small>{row.parentName === null ? t(`kind.${row.kind}`) : t('kindOfRow.unitOf', { name: row.parentName })}</small>
      {row.status !== 'active' && <><br /><EmployerStatusTag status={row.status} /></>}
    </> },
    { key: 'place', header: t('column.place'), cell: (row) => row.place ?? '–' },
    { key: 'contact', header: t('column.contact'), cell: (row) => row.contactName === null ? <span className="unknown">{t('contactPerson.none')}</span> : <bdi>{row.contactName}</bdi> },
    { key: 'openings', header: t('column.openings'), align: 'end', sortable: true, cell: (row) => formatNumber(row.openings) },
    { key: 'lastAsked', header: t('column.lastAsked'), sortable: true, cell: (row) => <div>
      {row.lastAskedOn === null ? t('never') : formatDate(row.lastAskedOn)}
      {row.fullUntil !== null && <><br /><Tag tone="warning">{t('fullUntil', { day: formatDate(row.fullUntil) })}</Tag></>}
    </div> },
    { key: 'requests', header: t('column.requests'), align: 'end', cell: (row) => formatNumber(row.openRequests) },
  ]
  if (!onNote) return columns
  return [...columns, { key: 'actions', header: t('column.actions'), cell: (row) => row.status === 'deleted' ? null
    : <Button kind="quiet" icon="phone" iconOnly onClick={() => onNote(row)}>{t('request.noteFor', { name: row.name })}</Button> }]
}
