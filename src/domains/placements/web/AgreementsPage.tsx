import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { useFilters } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Table } from '#web/ui/Table.tsx'
import { AgreementState } from '../agreement.schema.ts'
import { useAgreementColumns } from './agreementColumns.tsx'
import './placements.css'

const Address = z.object({ state: AgreementState.optional().catch(undefined), mine: z.coerce.boolean().default(false), endingSoon: z.coerce.boolean().default(false), page: z.coerce.number().int().min(0).default(0) })

/** Every placement: those that wait for somebody first, then those that run and end soonest. */
export function AgreementsPage() {
  const t = useText('placements')
  const may = useMay()
  const [{ state, mine, endingSoon, page }, change] = useFilters(Address)
  const columns = useAgreementColumns()
  const query = useApi('placements.listAgreements', { ...(state && { states: [state] }), ...(mine && { mine }), ...(endingSoon && { endingSoon }), page }, { keep: true })
  const narrow = (next: Partial<z.input<typeof Address>>): void => change({ ...next, page: 0 })
  const active = [
    ...(state ? [{ key: 'state', label: t(`state.${state}`), onRemove: () => narrow({ state: undefined }) }] : []),
    ...(mine ? [{ key: 'mine', label: t('filter.mine'), onRemove: () => narrow({ mine: false }) }] : []),
    ...(endingSoon ? [{ key: 'endingSoon', label: t('filter.endingSoon'), onRemove: () => narrow({ endingSoon: false }) }] : []),
  ]
  const begin = may('placements.write') && <LinkButton kind="primary" icon="plus" to="/placements/new">{t('list.new')}</LinkButton>
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.description')} actions={begin} />
      <FilterBar active={active} onClear={() => narrow({ state: undefined, mine: false, endingSoon: false })} found={query.data && t('list.found', { count: query.data.total })}>
        <Select label={t('filter.state')} empty={t('filter.all')} value={state} onChange={(value) => narrow({ state: value })} options={AgreementState.options.map((value) => ({ value, label: t(`state.${value}`) }))} />
        <Checkbox label={t('filter.mine')} value={mine} onChange={(value) => narrow({ mine: value ?? false })} />
        <Checkbox label={t('filter.endingSoon')} value={endingSoon} onChange={(value) => narrow({ endingSoon: value ?? false })} />
      </FilterBar>
      <Loaded query={query} rows={10}>{({ rows, total, pageSize }) => rows.length === 0
        ? <EmptyState title={t(active.length > 0 ? 'list.none' : 'list.empty')} action={begin}>{t(active.length > 0 ? 'list.noneHelp' : 'list.emptyHelp')}</EmptyState>
        : <>
          <Table caption={t('list.title')} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />
          <Pagination page={page + 1} size={pageSize} total={total} onPage={(next) => change({ page: next - 1 })} />
        </>}</Loaded>
    </>
  )
}
