import { Skeleton } from '@digdir/designsystemet-react'
import { useText } from '../i18n.tsx'

const widths = ['72%', '94%', '61%', '83%', '68%', '90%', '57%', '79%']

/** The shape of what is coming. Read aloud once. */
export function Loading({ rows = 5 }: { rows?: number }) {
  const t = useText('shell')
  return (
    <div className="loading" role="status">
      <span className="ds-sr-only">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => <Skeleton key={row} variant="text" width={widths[row % widths.length]} aria-hidden="true" />)}
    </div>
  )
}
