import { useFormat, useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import type { Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { AgreementRow } from '../agreement.schema.ts'
import { stateTones } from './words.ts'

type Key = 'who' | 'employer' | 'kind' | 'period' | 'state' | 'next' | 'responsible'

/** The columns of a list of agreements, but for those that say what the page is about already. */
export function useAgreementColumns(without: readonly Key[] = []): Column<AgreementRow, Key>[] {
  const t = useText('placements')
  const { formatDate } = useFormat()
  const day = (value: string | null): string => (value === null ? '' : formatDate(value))
  const columns: Column<AgreementRow, Key>[] = [
    { key: 'who', header: t('column.who'), names: true, cell: ({ id, personName }) => <Link to={`/placements/${id}`}><bdi>{personName}</bdi></Link> },
    { key: 'employer', header: t('column.employer'), cell: ({ id, employerName }) => (without.includes('who') ? <Link to={`/placements/${id}`}><bdi>{employerName}</bdi></Link> : <bdi>{employerName}</bdi>), names: without.includes('who') },
    { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'state', header: t('column.state'), cell: ({ state, approved }) => <span className="cluster"><Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>{state === 'waiting' && approved !== null && <small>{t('approvals.count', { count: approved })}</small>}</span> },
    { key: 'period', header: t('column.period'), cell: ({ fromDate, toDate, endedOn }) => (fromDate === null ? <span className="unknown">{t('period.none')}</span> : <><span className="nowrap">{day(fromDate)} –</span> <span className="nowrap">{day(endedOn ?? toDate)}</span></>) },
    { key: 'next', header: t('column.next'), cell: ({ nextFollowUp }) => day(nextFollowUp) },
    { key: 'responsible', header: t('column.responsible'), cell: ({ responsibleName }) => <bdi>{responsibleName}</bdi> },
  ]
  return columns.filter(({ key }) => !without.includes(key))
}
