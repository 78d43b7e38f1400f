import { Table as DsTable } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n.tsx'

export type Sort<K extends string = string> = { key: K; direction: 'ascending' | 'descending' }

export type Column<Row, K extends string = string> = {
  key: K
  header: string
  cell: (row: Row) => ReactNode
  sortable?: boolean
  /** `end` for numbers. */
  align?: 'start' | 'end'
  /** The column that names the row: its header for those who listen, its title on a narrow screen. */
  names?: boolean
}

type Selection = { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void; label: (key: string) => string }

export type TableProps<Row, K extends string> = {
  /** What the table holds; `hideCaption` keeps it for those who listen. */
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row, K>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort<K>
  onSort?: (sort: Sort<K>) => void
  selection?: Selection
}

const turned = <K extends string>(key: K, sort: Sort<K> | undefined): Sort<K> =>
  ({ key, direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending' })

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(key)) next.add(key)
  return next
}

/** Rows of the same kind. On a narrow screen each row stands as a card with its column names. */
export function Table<Row, K extends string>({ caption, hideCaption, columns, rows, rowKey, sort, onSort, selection }: TableProps<Row, K>) {
  const t = useText('shell')
  const keys = rows.map(rowKey)
  const all = keys.length > 0 && keys.every((key) => selection?.chosen.has(key))
  const header = (column: Column<Row, K>): ReactNode => (
    <DsTable.HeaderCell key={column.key} role="columnheader" scope="col" data-align={column.align}
      sort={column.sortable && onSort ? (sort?.key === column.key ? sort.direction : 'none') : undefined}
      onClick={column.sortable && onSort ? () => onSort(turned(column.key, sort)) : undefined}>{column.header}</DsTable.HeaderCell>
  )
  const cell = (row: Row, column: Column<Row, K>): ReactNode => column.names
    ? <th key={column.key} scope="row" role="rowheader" data-align={column.align}>{column.cell(row)}</th>
    : <td key={column.key} role="cell" data-label={column.header} data-align={column.align}><div>{column.cell(row)}</div></td>
  return (
    <DsTable className="table" role="table" stickyHeader hover>
      <caption className={hideCaption ? 'ds-sr-only' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {selection && <th role="columnheader" scope="col" className="table__pick"><input type="checkbox" className="ds-input" aria-label={t('table.chooseAll')} checked={all}
            onChange={() => selection.onChange(new Set(all ? [] : keys))} /></th>}
          {columns.map(header)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => {
          const key = rowKey(row)
          return (
            <tr key={key} role="row" data-chosen={selection?.chosen.has(key) || undefined}>
              {selection && <td role="cell" className="table__pick"><input type="checkbox" className="ds-input" aria-label={selection.label(key)} checked={selection.chosen.has(key)}
                onChange={() => selection.onChange(toggled(selection.chosen, key))} /></td>}
              {columns.map((column) => cell(row, column))}
            </tr>
          )
        })}
      </tbody>
    </DsTable>
  )
}
