import { Chip } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n.tsx'
import { Button } from './Button.tsx'

export type ActiveFilter = { key: string; label: string; onRemove: () => void }

type Props = { /** The fields to filter by. */ children: ReactNode; active: readonly ActiveFilter[]; onClear: () => void; /** How many are found. */ found?: string }

/** Filters, the ones in use as chips that can be taken off, and how much they leave. */
export function FilterBar({ children, active, onClear, found }: Props) {
  const t = useText('shell')
  return (
    <div className="filters no-print" role="group" aria-label={t('filters')}>
      <div className="filters__fields">{children}</div>
      <div className="filters__active">
        {active.map((filter) => <Chip.Removable key={filter.key} aria-label={t('filters.remove', { label: filter.label })} onClick={filter.onRemove}>{filter.label}</Chip.Removable>)}
        {active.length > 1 && <Button kind="quiet" onClick={onClear}>{t('filters.clear')}</Button>}
        {found !== undefined && <p role="status">{found}</p>}
      </div>
    </div>
  )
}
