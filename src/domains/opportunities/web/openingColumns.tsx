import { useFormat, useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import type { Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { OpeningRow } from '../opening.schema.ts'
import { OpeningStateTag } from './OpeningStateTag.tsx'

/** What a row says of the Norwegian: the highest that is required, else the highest wished. */
function hardest(norwegian: OpeningRow['norwegian']): OpeningRow['norwegian'][number] | undefined {
  return norwegian.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired) || b.level.localeCompare(a.level))[0]
}

/** The columns of a list of openings. */
export function useOpeningColumns(): Column<OpeningRow, string>[] {
  const t = useText('opportunities')
  const { formatDate } = useFormat()
  return [
    { key: 'title', header: t('column.title'), names: true, cell: (row) => <>
      <Link to={`/openings/${row.id}`}>{row.title}</Link><br />
      <small>{t(`kind.${row.kind}`)}{row.source === 'nav' && `, ${t('source.nav')}`}{row.occupationName && `, ${row.occupationName}`}</small>
    </> },
    { key: 'employer', header: t('column.employer'), cell: (row) => row.employerId ? <Link to={`/employers/${row.employerId}`}><bdi>{row.employerName}</bdi></Link> : <bdi>{row.employerName ?? '–'}</bdi> },
    { key: 'place', header: t('column.place'), cell: (row) => row.place ?? '–' },
    { key: 'seats', header: t('column.seats'), cell: (row) => t('seats.of', { free: row.freeSeats, seats: row.seats }) },
    { key: 'norwegian', header: t('column.norwegian'), cell: (row) => {
      const asked = hardest(row.norwegian)
      if (!asked) return <span className="unknown">{t('norwegian.none')}</span>
      return t(asked.isRequired ? 'norwegian.asks' : 'norwegian.wish', { level: asked.level, skill: t(`skill.${asked.skill}`) })
    } },
    { key: 'until', header: t('column.until'), cell: (row) => <div>
      {row.applyUntil ? formatDate(row.applyUntil) : row.applyUntilText ?? (row.toDate ? formatDate(row.toDate) : '–')}
      {row.daysLeft !== null && row.state === 'open' && <><br /><small>{t('daysLeft', { count: row.daysLeft })}</small></>}
    </div> },
    { key: 'status', header: t('column.status'), cell: (row) => <div className="cluster">
      <OpeningStateTag state={row.state} />{row.isOpenToParticipants && <Tag tone="accent">{t('filter.participants')}</Tag>}
    </div> },
  ]
}
