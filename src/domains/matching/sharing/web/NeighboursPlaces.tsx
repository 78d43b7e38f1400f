import { useText } from '#web/i18n.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { SharedPlace } from '../sharing.schema.ts'

/** Places neighbours share with us. */
export function NeighboursPlaces({ rows }: { rows: readonly SharedPlace[] }) {
  const t = useText('sharing')
  if (rows.length === 0) return <EmptyState title={t('places.empty')}>{t('places.emptyHelp')}</EmptyState>
  return (
    <Table caption={t('tab.places')} hideCaption rows={rows} rowKey={({ id }) => id} columns={[
      { key: 'place', header: t('column.place'), names: true, cell: ({ id, title, employerName, place }) => <><Link to={`/sharing/places/${id}`}>{title}</Link><span className="match-gap">{[employerName, place].filter(Boolean).join(', ')}</span></> },
      { key: 'municipality', header: t('column.municipality'), cell: ({ ownerName }) => ownerName },
      { key: 'free', header: t('column.free'), cell: ({ freeSeats, seats }) => <Tag tone={freeSeats > 0 ? 'success' : 'neutral'}>{t('place.freeOf', { free: freeSeats, seats })}</Tag> },
      { key: 'contact', header: t('column.contact'), cell: ({ contactName }) => <bdi>{contactName ?? '–'}</bdi> },
      { key: 'ours', header: t('column.ours'), align: 'end', cell: ({ putForward }) => putForward },
    ]} />
  )
}
