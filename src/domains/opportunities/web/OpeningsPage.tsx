import { useDeferredValue, useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useOpeningColumns } from './openingColumns.tsx'
import { OpeningFilters } from './OpeningFilters.tsx'
import { ListAddress } from './openingListAddress.ts'

const MANY = 1000

/** Practice places and vacancies, narrowed to those one looks for. */
export function OpeningsPage() {
  const t = useText('opportunities')
  const { formatNumber } = useFormat()
  const [address, change] = useFilters(ListAddress)
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const openings = useApi('opportunities.listOpenings', { ...address, ...(asked && { text: asked }) }, { keep: true })
  const columns = useOpeningColumns()
  const total = openings.data?.total ?? 0
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.description')} />
      <OpeningFilters address={address} change={(next) => change({ ...next, page: 0 })} text={text} onText={(next) => { setText(next); change({ page: 0 }) }}
        found={openings.data && (total >= MANY ? t('list.foundMany', { count: formatNumber(total) }) : t('list.found', { count: total }))} />
      <Loaded query={openings} rows={10}>{({ rows, pageSize }) => rows.length === 0
        ? <EmptyState title={t('list.empty')} action={<LinkButton to="/employers">{t('list.toEmployers')}</LinkButton>}>{t('list.emptyHelp')}</EmptyState>
        : <>
          <Table caption={t('list.title')} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
          <Pagination page={address.page + 1} size={pageSize} total={total} onPage={(page) => change({ page: page - 1 })} />
        </>}</Loaded>
    </>
  )
}
