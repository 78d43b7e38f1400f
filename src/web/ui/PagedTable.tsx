import { useState } from 'react'
import { Pagination } from './Pagination.tsx'
import { Table, type TableProps } from './Table.tsx'

const SIZE = 25

/** A table of rows that are all here already, shown a page at a time. */
export function PagedTable<Row, K extends string>({ rows, ...table }: TableProps<Row, K>) {
  const [asked, setPage] = useState(1)
  const page = Math.min(asked, Math.max(1, Math.ceil(rows.length / SIZE)))
  return (
    <>
      <Table {...table} rows={rows.slice((page - 1) * SIZE, page * SIZE)} />
      {rows.length > SIZE && <Pagination page={page} size={SIZE} total={rows.length} onPage={setPage} />}
    </>
  )
}
