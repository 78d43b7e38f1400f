import { useFormat, useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { WishRow } from '../wish.schema.ts'
import '../../web/matching.css'

/** Standing wishes with how many fit today. */
export function WishTable({ rows, hideEmployer = false }: { rows: readonly WishRow[]; hideEmployer?: boolean }) {
  const t = useText('standing-wishes')
  const { formatDate } = useFormat()
  const columns: Column<WishRow>[] = [
    { key: 'wish', header: t('column.wish'), names: true, cell: ({ id, title, occupationName }) => <><Link to={`/standing-wishes/${id}`}>{title}</Link>{occupationName !== null && <span className="match-gap">{occupationName}</span>}</> },
    ...(hideEmployer ? [] : [{ key: 'employer', header: t('column.employer'), cell: ({ employerId, employerName }: WishRow) => <Link to={`/employers/${employerId}`}><bdi>{employerName}</bdi></Link> }]),
    { key: 'since', header: t('column.since'), cell: ({ since, endedOn, endReason }) => (endedOn !== null && endReason !== null ? t('page.ended', { day: formatDate(endedOn), reason: t(`end.${endReason}`) }) : formatDate(since)) },
    { key: 'fits', header: t('column.fits'), align: 'end', cell: ({ fits }) => (fits > 0 ? <Tag tone="success">{String(fits)}</Tag> : 0) },
    { key: 'nearly', header: t('column.nearly'), align: 'end', cell: ({ nearly }) => nearly },
    { key: 'rings', header: t('column.rings'), cell: ({ rings }) => (rings > 0 ? <Tag tone="accent">{t('ringCount', { count: rings })}</Tag> : '–') },
    { key: 'contact', header: t('column.contact'), cell: ({ contactName }) => <bdi>{contactName ?? '–'}</bdi> },
  ]
  return <Table caption={t('title')} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />
}
