import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { FromNeighbour } from '../sharing.schema.ts'
import { EndSeatButton } from './AnswerActions.tsx'
import { stateTones } from './words.ts'

/** Whom neighbours have put forward for our places: nothing of them is read before one of them is opened. */
export function FromNeighbours({ rows }: { rows: readonly FromNeighbour[] }) {
  const t = useText('sharing')
  const may = useMay()
  const { formatDate } = useFormat()
  if (rows.length === 0) return <EmptyState title={t('theirs.empty')}>{t('theirs.emptyHelp')}</EmptyState>
  return (
    <Table caption={t('tab.theirs')} hideCaption rows={rows} rowKey={({ id }) => id} columns={[
      { key: 'place', header: t('column.place'), names: true, cell: ({ openingId, openingTitle }) => <Link to={`/openings/${openingId}`}>{openingTitle}</Link> },
      { key: 'municipality', header: t('column.municipality'), cell: ({ fromName }) => fromName },
      { key: 'since', header: t('column.since'), cell: ({ putForwardOn }) => formatDate(putForwardOn) },
      { key: 'state', header: t('column.state'), cell: ({ state, answer }) => <><Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>{answer?.reason && <span className="match-gap">{answer.reason}</span>}</> },
      { key: 'do', header: t('column.do'), cell: (row) => (row.isShown ? may('matching.present') && <Link to={`/sharing/here/${row.id}`}>{t('theirs.read')}</Link> : <><span className="match-gap">{t('theirs.hidden')}</span><EndSeatButton one={row} /></>) },
    ]} />
  )
}
