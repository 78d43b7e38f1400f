import { useFormat, useText } from '../i18n.tsx'
import { Button } from './Button.tsx'

type Props = { /** From 1. */ page: number; size: number; total: number; onPage: (page: number) => void }

/** Which of all are shown, and the way to the others. */
export function Pagination({ page, size, total, onPage }: Props) {
  const t = useText('shell')
  const { formatNumber } = useFormat()
  if (total === 0) return null
  const from = (page - 1) * size + 1
  const to = Math.min(page * size, total)
  return (
    <nav className="pagination no-print" aria-label={t('pages')}>
      <p aria-live="polite">{t('pages.shown', { from: formatNumber(from), to: formatNumber(to), total: formatNumber(total) })}</p>
      <div className="cluster">
        <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>{t('pages.previous')}</Button>
        <Button disabled={to >= total} onClick={() => onPage(page + 1)}>{t('pages.next')}</Button>
      </div>
    </nav>
  )
}
