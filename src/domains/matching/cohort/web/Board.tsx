import { memo, useCallback, useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react'
import { useText } from '#web/i18n.tsx'
import { useFilters, useGo } from '#web/routing.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { askedFor, KEYS } from './askedFor.ts'
import { RowItem } from './RowItem.tsx'
import { Shown } from './Whole.tsx'
import { employerKey, forwardAddress, inAlphabet, nameOf, type Asked, type Place, type Plan, type Row } from './words.ts'

type Shows = ReturnType<typeof Shown.parse>
const SHOWS = ['placed', 'without', 'decided', 'ready', 'released'] as const

const isUnderWay = ({ released, putForward }: Row): boolean => released !== null || putForward !== null

function isShown(row: Row, place: Place | undefined, { show, employer }: Shows, text: string): boolean {
  const isOfKind = show === 'all' || (show === 'placed' && row.openingId !== null) || (show === 'without' && row.openingId === null) || (show === 'released' && isUnderWay(row))
    || (show === 'ready' && row.openingId !== null && !isUnderWay(row)) || (show === 'decided' && (row.isPinned || row.isHeld || row.forbids.length > 0 || row.source === 'hand'))
  if (!isOfKind || (employer !== undefined && (place === undefined || employerKey(place) !== employer))) return false
  return text === '' || `${nameOf(row)} ${row.person.adviserName ?? ''} ${place?.title ?? ''} ${place?.employerName ?? ''} ${place?.sharedBy ?? ''}`.toLocaleLowerCase('nb').includes(text)
}

/** Moves the focus to the row before or after, and does what a letter stands for on the row that has the focus itself. */
function onKeys(event: KeyboardEvent<HTMLElement>, rows: readonly Row[], ask: (row: Row, key: keyof typeof KEYS) => void): void {
  if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
  const here = event.target.closest<HTMLElement>('[data-person]')
  if (!here) return
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-person]')]
    all[all.indexOf(here) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
    event.preventDefault()
  }
  const row = rows.find(({ person }) => person.id === here.dataset['person'])
  const key = event.key.toLowerCase()
  if (row && event.target === here && (key === 'l' || key === 'n' || key === 'f' || key === 's' || key === 'u')) { event.preventDefault(); ask(row, key) }
}

function useShownRows(plan: Plan, filters: Shows, typed: string) {
  const text = useDeferredValue(typed.trim().toLocaleLowerCase('nb'))
  const places = useMemo(() => new Map(plan.places.map((one) => [one.openingId, one])), [plan.places])
  const sorted = useMemo(() => plan.rows.toSorted((a, b) => inAlphabet(a.person.familyName, b.person.familyName) || inAlphabet(a.person.givenName, b.person.givenName)), [plan.rows])
  const rows = useMemo(() => sorted.filter((row) => isShown(row, places.get(row.openingId ?? ''), filters, text)), [sorted, places, filters, text])
  return { rows, places, placed: rows.filter(({ openingId }) => openingId !== null), without: rows.filter(({ openingId }) => openingId === null) }
}

/** Everybody in a plan, with and without a place: filtered, walked through and decided on, by mouse or keyboard. Not drawn anew when a dialog opens or closes. */
export const Board = memo(({ plan, onAsk }: { plan: Plan; onAsk: (asked: Asked) => void }) => {
  const t = useText('cohort')
  const [filters, change] = useFilters(Shown)
  const [typed, setTyped] = useState('')
  const { rows, places, placed, without } = useShownRows(plan, filters, typed)
  const [chosen, setActive] = useState<string>()
  const active = rows.some(({ person }) => person.id === chosen) ? chosen : (placed[0] ?? without[0])?.person.id
  const go = useGo()
  const ask = useCallback((row: Row, action: Row['actions'][number]) => {
    if (action === 'putForward') { go(forwardAddress(row)); return }
    const asked = askedFor(row, action, t)
    if (asked) onAsk(asked)
  }, [onAsk, t, go])
  // a mouse that lies still while rows are scrolled beneath it by keyboard points at nobody
  const activate = ({ target }: { target: EventTarget }): void => { if (target instanceof Element) setActive((now) => target.closest<HTMLElement>('[data-person]')?.dataset['person'] ?? now) }
  const employer = filters.employer === undefined ? undefined : plan.places.find((place) => employerKey(place) === filters.employer)
  const list = (some: readonly Row[]) => (
    <ul className="cohort-rows">{some.map((row) => <li key={row.person.id}><RowItem row={row} place={places.get(row.openingId ?? '')} isActive={row.person.id === active} onAsk={ask} /></li>)}</ul>
  )
  return (
    <div className="stack">
      <FilterBar active={employer ? [{ key: 'employer', label: t('filter.employer', { name: employer.sharedBy === null ? employer.employerName ?? t('employers.unknown') : t('place.from', { municipality: employer.sharedBy }) }), onRemove: () => change({ employer: undefined }) }] : []}
        onClear={() => change({ employer: undefined, show: 'all' })} found={t('filter.found', { count: rows.length })}>
        <TextField label={t('filter.search')} value={typed} onChange={(next) => setTyped(next ?? '')} />
        <Select label={t('filter.show')} value={filters.show === 'all' ? undefined : filters.show} empty={t('filter.all')} onChange={(next) => change({ show: next ?? 'all' })} options={SHOWS.map((value) => ({ value, label: t(`filter.${value}`) }))} />
      </FilterBar>
      {plan.actions.length > 0 && <p className="cohort-quiet cohort-keys">{t('keys')}</p>}
      <div className="stack" role="presentation" onFocus={activate} onPointerUp={activate} onPointerMove={(event) => { if (event.pointerType === 'mouse' && (event.movementX !== 0 || event.movementY !== 0)) activate(event) }} onKeyDown={(event) => onKeys(event, rows, (row, key) => { const action = KEYS[key].find((one) => row.actions.includes(one)); if (action) ask(row, action) })}>
        {rows.length === 0 && <EmptyState title={t('group.none')} />}
        {placed.length > 0 && <Section plain title={t('group.placed')} count={placed.length}>{list(placed)}</Section>}
        {without.length > 0 && <Section plain title={t('group.without')} count={without.length} actions={<Link to="/what-if">{t('row.helpAll')}</Link>}>{list(without)}</Section>}
      </div>
    </div>
  )
})
