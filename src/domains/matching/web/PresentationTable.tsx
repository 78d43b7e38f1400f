import { useFormat, useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { fullName, stateTones, type Presentation } from './words.ts'

/** Presentations in a list: who, where, how far, and whose turn it is. */
export function PresentationTable({ rows, caption }: { rows: readonly Presentation[]; caption: string }) {
  const t = useText('matching')
  const { formatDate } = useFormat()
  const columns: Column<Presentation>[] = [
    { key: 'person', header: t('column.person'), names: true, cell: ({ id, person }) => <Link to={`/matches/${id}`}><bdi>{fullName(person)}</bdi></Link> },
    { key: 'opening', header: t('column.opening'), cell: ({ opening }) => <>{opening.title}<span className="match-gap">{[opening.employerName, opening.place].filter(Boolean).join(', ')}</span></> },
    { key: 'state', header: t('column.state'), cell: ({ state, outcome }) => <Tag tone={stateTones[state]}>{state === 'ended' ? t(`outcome.${outcome}`) : t(`state.${state}`)}</Tag> },
    { key: 'waits', header: t('column.waitsFor'), cell: ({ waitsFor, person, contactName }) => <>{t(`waits.${waitsFor}`)}<span className="match-gap"><bdi>{waitsFor === 'adviser' ? person.adviserName : waitsFor === 'contact' ? contactName : null}</bdi></span></> },
    { key: 'since', header: t('column.since'), cell: ({ createdAt }) => formatDate(createdAt.slice(0, 10)) },
  ]
  return <Table caption={caption} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />
}
