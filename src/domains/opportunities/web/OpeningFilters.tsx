import { useText } from '#web/i18n.tsx'
import type { ActiveFilter } from '#web/ui/FilterBar.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { OccupationField } from '#web/OccupationField.tsx'
import { DemandLevel, OpeningKind, OpeningState } from '../opening.schema.ts'
import type { ListAddress } from './openingListAddress.ts'

type Props = { address: ListAddress; change: (next: Partial<ListAddress>) => void; text: string; onText: (text: string) => void; found?: string }

const SEATS = [1, 2, 3, 5]
const empty = { kind: undefined, status: 'open' as const, norwegianAtMost: undefined, openToParticipants: undefined, freeSeatsAtLeast: undefined, occupationCode: undefined }

/** Search and filters of the list of openings. */
export function OpeningFilters({ address, change, text, onText, found }: Props) {
  const t = useText('opportunities')
  const { kind, status, norwegianAtMost: level, openToParticipants: own, freeSeatsAtLeast: seats, occupationCode } = address
  const active: ActiveFilter[] = [
    ...(kind ? [{ key: 'kind', label: t(`kind.${kind}`), onRemove: () => change({ kind: undefined }) }] : []),
    ...(status === 'open' ? [] : [{ key: 'status', label: t(`state.${status}`), onRemove: () => change({ status: 'open' }) }]),
    ...(level ? [{ key: 'level', label: t('filter.norwegianChip', { level }), onRemove: () => change({ norwegianAtMost: undefined }) }] : []),
    ...(own === undefined ? [] : [{ key: 'own', label: t(own ? 'filter.participantsYes' : 'filter.participantsNo'), onRemove: () => change({ openToParticipants: undefined }) }]),
    ...(seats ? [{ key: 'seats', label: t('filter.freeSeatsChip', { count: seats }), onRemove: () => change({ freeSeatsAtLeast: undefined }) }] : []),
    ...(occupationCode ? [{ key: 'occupation', label: `${t('filter.occupation')} ${occupationCode}`, onRemove: () => change({ occupationCode: undefined }) }] : []),
  ]
  const all = t('filter.all')
  return (
    <FilterBar active={active} onClear={() => change(empty)} found={found}>
      <SearchField label={t('list.search')} placeholder={t('list.search')} value={text} onChange={onText} />
      <Select label={t('filter.kind')} empty={all} value={kind} onChange={(value) => change({ kind: value })} options={OpeningKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <OccupationField label={t('filter.occupation')} value={occupationCode} onChange={(value) => change({ occupationCode: value })} />
      <Select label={t('filter.norwegian')} empty={all} value={level} onChange={(value) => change({ norwegianAtMost: value })} options={DemandLevel.options.map((value) => ({ value, label: value }))} />
      <Select label={t('filter.freeSeats')} empty={all} value={seats === undefined ? undefined : String(seats)} onChange={(value) => change({ freeSeatsAtLeast: value === undefined ? undefined : Number(value) })}
        options={SEATS.map((count) => ({ value: String(count), label: String(count) }))} />
      <Select label={t('filter.participants')} empty={all} value={own === undefined ? undefined : own ? 'yes' : 'no'} onChange={(value) => change({ openToParticipants: value === undefined ? undefined : value === 'yes' })}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))} />
      <Select label={t('filter.status')} value={status} onChange={(value) => change({ status: value ?? 'open' })} options={OpeningState.options.map((value) => ({ value, label: t(`state.${value}`) }))} />
      <Select label={t('filter.sort')} value={address.sort} onChange={(value) => change({ sort: value ?? 'newest' })} options={(['newest', 'title', 'deadline'] as const).map((value) => ({ value, label: t(`sort.${value}`) }))} />
    </FilterBar>
  )
}
