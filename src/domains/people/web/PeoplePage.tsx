import { useEffect, useState } from 'react'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { useFilters, useQuickSearch } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { CefrBar } from '#web/ui/CefrBar.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { ListState, NO_FILTERS, useActiveFilters } from './filters.ts'
import './people.css'
import { PeopleFilters } from './PeopleFilters.tsx'
import { SavedViews } from './SavedViews.tsx'
import { levelWord, pictured, statusTones, useAge } from './words.ts'

const MOST_COUNTED = 1000
const TYPING_PAUSE = 250
type Row = Output<'people.listPeople'>['rows'][number]
type Key = 'name' | 'status' | 'age' | 'norwegian' | 'adviser' | 'placement' | 'settled'

/** The text searched for, a moment after the last key, from the quick search of the top bar to begin with. */
function useSearchText() {
  const quick = useQuickSearch()
  const [own, setOwn] = useState({ quick, typed: quick })
  const [text, setText] = useState(quick)
  const typed = own.quick === quick ? own.typed : quick // another quick search comes before what was typed here
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, setTyped: (next: string): void => setOwn({ quick, typed: next }), text }
}

function useColumns(): Column<Row, Key>[] {
  const t = useText('people')
  const age = useAge()
  const { formatDate } = useFormat()
  return [
    { key: 'name', header: t('column.name'), names: true, sortable: true, cell: (row) => <PersonName name={`${row.givenName} ${row.familyName}`} to={`/people/${row.id}`} protectedAddress={row.addressProtection !== 'none'} /> },
    { key: 'status', header: t('column.status'), cell: (row) => <Tag tone={statusTones[row.status]}>{t(`status.${row.status}`)}</Tag> },
    { key: 'age', header: t('column.age'), align: 'end', cell: (row) => age(row.birthDate) ?? '–' },
    { key: 'norwegian', header: t('column.norwegian'), cell: (row) => (row.norwegian === null ? <span className="unknown">{t('list.notAssessed')}</span> : <span className="people-level"><CefrBar label="" known={pictured(row.norwegian)} words={t('level', { level: levelWord(row.norwegian) })} /></span>) },
    { key: 'adviser', header: t('column.adviser'), cell: (row) => (row.adviserName ? <bdi>{row.adviserName}</bdi> : <Tag tone="warning">{t('list.noAdviser')}</Tag>) },
    { key: 'placement', header: t('column.placement'), cell: (row) => row.placedAt ?? '–' },
    { key: 'settled', header: t('column.settled'), sortable: true, cell: (row) => (row.settledOn ? formatDate(row.settledOn) : '–') },
  ]
}

function NobodyFound({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  const t = useText('people')
  const may = useMay()
  if (isNarrowed) return <EmptyState title={t('list.nobodyFound')} action={<Button onClick={onClear}>{t('list.clear')}</Button>}>{t('list.nobodyFoundHelp')}</EmptyState>
  return (
    <EmptyState title={t('list.empty')} action={may('people.write') && <span className="cluster"><LinkButton to="/people/new" kind="primary" icon="plus">{t('new.title')}</LinkButton>
      {may('people.import') && <LinkButton to="/import" icon="import">{t('list.import')}</LinkButton>}</span>}>{t('list.emptyHelp')}</EmptyState>
  )
}

/** Everybody one follows up: found by name however it is spelt, narrowed by what matters, kept as views. */
export function PeoplePage() {
  const t = useText('people')
  const may = useMay()
  const [state, change] = useFilters(ListState)
  const { typed, setTyped, text } = useSearchText()
  const { sort, page, ...filter } = state
  const query = useApi('people.listPeople', { ...filter, ...(text ? { text, sort: 'nearness' as const } : { sort }), page: page - 1 }, { keep: true })
  const active = useActiveFilters(state, change)
  const columns = useColumns()
  const total = query.data?.total ?? 0
  const clear = (): void => { setTyped(''); change(NO_FILTERS) }
  const search = (next: string): void => { setTyped(next); if (page !== 1) change({ page: 1 }) }
  return (
    <>
      <PageHeader title={t('list.title')} actions={may('people.write') && <>
        <LinkButton to="/people/duplicates" kind="quiet">{t('duplicates.title')}</LinkButton>
        <LinkButton to="/people/new" kind="primary" icon="plus">{t('new.title')}</LinkButton></>} />
      <SavedViews filter={filter} onOpen={(view) => change({ ...NO_FILTERS, ...view })} />
      <FilterBar active={active} onClear={clear} found={query.data ? (total >= MOST_COUNTED ? t('list.more', { total: MOST_COUNTED }) : t('list.found', { total })) : undefined}>
        <div className="people-search"><SearchField label={t('list.search')} placeholder={t('list.searchHelp')} value={typed} onChange={search} /></div>
        <div className="people-filters"><PeopleFilters state={state} onChange={(next) => change({ ...next, page: 1 })} /></div>
      </FilterBar>
      <Loaded query={query} rows={8}>{({ rows, pageSize }) => rows.length === 0 ? <NobodyFound isNarrowed={active.length > 0 || text !== ''} onClear={clear} /> : <>
        <Table caption={t('list.title')} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} sort={text ? undefined : { key: sort, direction: sort === 'settled' ? 'descending' : 'ascending' }}
          onSort={text ? undefined : ({ key }) => change({ sort: key === 'settled' ? 'settled' : 'name', page: 1 })} />
        <Pagination page={page} size={pageSize} total={total} onPage={(next) => change({ page: next })} />
      </>}</Loaded>
    </>
  )
}
