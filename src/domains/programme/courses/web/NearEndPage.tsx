import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import './courses.css'
import { toneOf, useReason } from './words.ts'

type Row = Output<'programme.listNearEnd'>['rows'][number]

function useColumns(): Column<Row>[] {
  const t = useText('courses')
  const reasonText = useReason()
  const { formatDate } = useFormat()
  return [
    { key: 'name', header: t('nearEnd.column.name'), names: true, cell: ({ personName, personId }) => <PersonName name={personName} to={`/people/${personId}?tab=courses-courses`} /> },
    { key: 'lastDay', header: t('nearEnd.column.lastDay'), cell: ({ lastDay, daysLeft }) => <>{formatDate(lastDay)} <Tag tone={daysLeft < 60 ? 'danger' : 'warning'}>{daysLeft < 0 ? t('nearEnd.over', { days: -daysLeft }) : t('nearEnd.left', { days: daysLeft })}</Tag></> },
    { key: 'lacking', header: t('nearEnd.column.lacking'), cell: ({ lacking }) => <ul className="course-lacking">{lacking.map(({ element, state, reasons }) => (
      <li key={element}><strong>{t(`element.${element}`)}</strong> <Tag tone={toneOf[state]}>{t(`standing.${state}`)}</Tag><br /><small>{reasons.filter(({ code }) => /^(missing|offer|deadline)\./.test(code)).map(reasonText).join(' ')}</small></li>))}</ul> },
    { key: 'adviser', header: t('nearEnd.column.adviser'), cell: ({ adviserName }) => adviserName ?? <span className="unknown">{t('nearEnd.noAdviser')}</span> },
  ]
}

/** Who nears the end of the programme without what the law asks, the nearest first. */
export function NearEndPage() {
  const t = useText('courses')
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('nearEnd.title')} crumbs={[{ label: t('list.title'), to: '/courses' }]} description={t('nearEnd.help')} />
      <Loaded query={useApi('programme.listNearEnd', {})} rows={6}>{({ rows, undecided }) => <div className="stack">
        {undecided > 0 && <Notice>{t('nearEnd.undecided', { count: undecided })}</Notice>}
        {rows.length === 0 ? <EmptyState title={t('nearEnd.empty')}>{t('nearEnd.emptyHelp')}</EmptyState> : <Table caption={t('nearEnd.caption', { count: rows.length })} columns={columns} rows={rows} rowKey={({ personId }) => personId} />}
      </div>}</Loaded>
    </>
  )
}
