import { useDeferredValue, useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters, useQuickSearch } from '#web/routing.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useMay } from '#web/me.tsx'
import type { EmployerRow } from '../employer.schema.ts'
import { EmployerFilters } from './EmployerFilters.tsx'
import { useEmployerColumns } from './employerColumns.tsx'
import { ListAddress } from './employerListAddress.ts'
import { NoteRequestDialog } from './NoteRequestDialog.tsx'

const MANY = 1000
const sortKeys = { name: 'name', lastAsked: 'lastAsked', openings: 'places' } as const

/** Every employer, narrowed to those one looks for; a request is noted from the row. */
export function EmployersPage() {
  const t = useText('employers')
  const { formatNumber } = useFormat()
  const may = useMay()
  const [address, change] = useFilters(ListAddress)
  const [text, setText] = useState(useQuickSearch())
  const [noting, setNoting] = useState<EmployerRow>()
  const asked = useDeferredValue(text)
  const employers = useApi('employers.listEmployers', { ...address, ...(asked && { text: asked }) }, { keep: true })
  const total = employers.data?.total ?? 0
  const columns = useEmployerColumns(may('employers.write') ? setNoting : undefined)
  const sorted = Object.entries(sortKeys).find(([, sort]) => sort === address.sort)?.[0]
  const isNarrowed = asked !== '' || Object.keys(address).length > 3
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.description')} />
      <EmployerFilters address={address} change={(next) => change({ ...next, page: 0 })} text={text} onText={(next) => { setText(next); change({ page: 0 }) }}
        found={employers.data && (total >= MANY ? t('list.foundMany', { count: formatNumber(total) }) : t('list.found', { count: total }))} />
      <Loaded query={employers} rows={10}>{({ rows, pageSize }) => rows.length === 0
        ? <EmptyState title={t(isNarrowed ? 'list.none' : 'list.empty')}>{t(isNarrowed ? 'list.noneHelp' : 'list.emptyHelp')}</EmptyState>
        : <>
          <Table caption={t('list.title')} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id}
            sort={{ key: sorted ?? 'name', direction: address.direction }}
            onSort={({ key, direction }) => change({ sort: key === 'openings' ? 'places' : key === 'lastAsked' ? 'lastAsked' : 'name', direction, page: 0 })} />
          <Pagination page={address.page + 1} size={pageSize} total={total} onPage={(page) => change({ page: page - 1 })} />
        </>}</Loaded>
      <NoteRequestDialog employer={noting} onClose={() => setNoting(undefined)} />
    </>
  )
}
