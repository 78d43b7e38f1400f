import { useText } from '#web/i18n.tsx'
import type { ActiveFilter } from '#web/ui/FilterBar.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { EmployerKind, EmployerStatus } from '../employer.schema.ts'
import type { ListAddress } from './employerListAddress.ts'

type Props = { address: ListAddress; change: (next: Partial<ListAddress>) => void; text: string; onText: (text: string) => void; found?: string }

const MONTHS = [3, 6, 12]
const empty = { kind: undefined, places: undefined, contact: undefined, notAskedForMonths: undefined, status: undefined, municipality: undefined }

/** Search and filters of the list of employers. */
export function EmployerFilters({ address, change, text, onText, found }: Props) {
  const t = useText('employers')
  const { kind, places, contact, notAskedForMonths: months, status, municipality } = address
  const active: ActiveFilter[] = [
    ...(kind ? [{ key: 'kind', label: t(`kind.${kind}`), onRemove: () => change({ kind: undefined }) }] : []),
    ...(places ? [{ key: 'places', label: t(`filter.places.${places}`), onRemove: () => change({ places: undefined }) }] : []),
    ...(contact ? [{ key: 'contact', label: t(`filter.contact.${contact}`), onRemove: () => change({ contact: undefined }) }] : []),
    ...(months ? [{ key: 'months', label: `${t('filter.notAsked')} ${t('filter.notAsked.months', { count: months })}`, onRemove: () => change({ notAskedForMonths: undefined }) }] : []),
    ...(status ?? []).map((one) => ({ key: one, label: t(`status.${one}`), onRemove: () => change({ status: undefined }) })),
    ...(municipality ? [{ key: 'municipality', label: t(`filter.municipality.${municipality}`), onRemove: () => change({ municipality: undefined }) }] : []),
  ]
  const all = t('filter.all')
  return (
    <FilterBar active={active} onClear={() => change(empty)} found={found}>
      <SearchField label={t('list.search')} placeholder={t('list.search')} value={text} onChange={onText} />
      <Select label={t('filter.places')} empty={all} value={places} onChange={(value) => change({ places: value })}
        options={(['with', 'without'] as const).map((value) => ({ value, label: t(`filter.places.${value}`) }))} />
      <Select label={t('filter.contact')} empty={all} value={contact} onChange={(value) => change({ contact: value })}
        options={(['mine', 'with', 'without'] as const).map((value) => ({ value, label: t(`filter.contact.${value}`) }))} />
      <Select label={t('filter.notAsked')} empty={all} value={months === undefined ? undefined : String(months)} onChange={(value) => change({ notAskedForMonths: value === undefined ? undefined : Number(value) })}
        options={MONTHS.map((count) => ({ value: String(count), label: t('filter.notAsked.months', { count }) }))} />
      <Select label={t('filter.kind')} empty={all} value={kind} onChange={(value) => change({ kind: value })}
        options={EmployerKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <Select label={t('filter.status')} empty={all} value={status?.[0]} onChange={(value) => change({ status: value && [value] })}
        options={EmployerStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))} />
      <Select label={t('filter.municipality')} empty={all} value={municipality} onChange={(value) => change({ municipality: value })}
        options={(['own', 'other'] as const).map((value) => ({ value, label: t(`filter.municipality.${value}`) }))} />
    </FilterBar>
  )
}
