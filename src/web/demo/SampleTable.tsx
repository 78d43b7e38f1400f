import { useState } from 'react'
import { useFormat } from '../i18n.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { Pagination } from '../ui/Pagination.tsx'
import { PersonName } from '../ui/PersonName.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { Table, type Column, type Sort } from '../ui/Table.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { Button } from '../ui/Button.tsx'
import texts from './samples.json' with { type: 'json' }

const { columns: names, rows } = texts.table
type Row = (typeof rows)[number]
type Key = keyof typeof names

const tones: Record<string, Tone> = { success: 'success', warning: 'warning', danger: 'danger', info: 'info' }

function useColumns(): Column<Row, Key>[] {
  const { formatDate, formatNumber } = useFormat()
  return [
    { key: 'name', header: names.name, names: true, sortable: true, cell: (row) => <PersonName name={row.name} to="/ui" protectedAddress={row.protected} /> },
    { key: 'phase', header: names.phase, cell: (row) => <Tag tone={tones[row.tone]}>{row.phase}</Tag> },
    { key: 'language', header: names.language, sortable: true, cell: (row) => row.level },
    { key: 'hours', header: names.hours, align: 'end', sortable: true, cell: (row) => formatNumber(row.hours) },
    { key: 'next', header: names.next, cell: (row) => formatDate(row.next) },
  ]
}

export function SampleTable() {
  const columns = useColumns()
  const [sort, setSort] = useState<Sort<Key>>({ key: 'name', direction: 'ascending' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['2']))
  const [search, setSearch] = useState('')
  const [phase, setPhase] = useState<string>()
  const [page, setPage] = useState(2)
  return (
    <Section title={texts.table.title} count={rows.length} description={texts.table.caption} actions={<Button kind="primary" icon="plus">{texts.actions.secondary}</Button>}>
      <FilterBar active={texts.table.chips.map((label) => ({ key: label, label, onRemove: () => setSearch('') }))} onClear={() => setSearch('')} found={texts.table.found}>
        <SearchField label={texts.table.search} placeholder={texts.table.search} value={search} onChange={setSearch} />
        <Select label={texts.table.filterPhase} value={phase} onChange={setPhase} options={rows.map((row) => ({ value: row.id, label: row.phase }))} />
      </FilterBar>
      <Table caption={texts.table.caption} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} sort={sort} onSort={setSort}
        selection={{ chosen, onChange: setChosen, label: (key) => `${texts.table.choose} ${rows.find((row) => row.id === key)?.name ?? ''}` }} />
      <Pagination page={page} size={25} total={1204} onPage={setPage} />
    </Section>
  )
}
