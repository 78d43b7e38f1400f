import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { stateTones } from './words.ts'
import './meetings.css'

type Row = Output<'meetings.listDays'>['coming'][number]

function DayItem({ row }: { row: Row }) {
  const t = useText('meetings')
  const { formatDate } = useFormat()
  return (
    <li className="meeting-day">
      <div className="meeting-day__when"><strong>{formatDate(row.onDate, 'day')}</strong><span>{row.from}–{row.to}</span></div>
      <div className="meeting-day__what"><Link to={`/meetings/${row.id}`}>{row.title}</Link><p>{t(`kind.${row.kind}`)} · {row.place}</p>
        <p>{t('list.counts', { employers: row.employers, guests: row.guests, meetings: row.meetings })}</p></div>
      <Tag tone={stateTones[row.state]}>{t(`state.${row.state}`)}</Tag>
    </li>
  )
}

/** Every meeting day: those to come, and those that are over. */
export function DaysPage() {
  const t = useText('meetings')
  const may = useMay()
  const make = may('meetings.write') && <LinkButton kind="primary" icon="plus" to="/meetings/new">{t('action.new')}</LinkButton>
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.description')} actions={make} />
      <Loaded query={useApi('meetings.listDays', {})} rows={5}>{({ coming, past }) => (
        <div className="stack">
          <Section title={t('list.coming')} count={coming.length}>{coming.length === 0
            ? <EmptyState title={t('list.empty')} action={make}>{t('list.emptyHelp')}</EmptyState> : <ul className="meeting-days">{coming.map((row) => <DayItem key={row.id} row={row} />)}</ul>}</Section>
          {past.length > 0 && <Section title={t('list.past')} count={past.length}><ul className="meeting-days">{past.map((row) => <DayItem key={row.id} row={row} />)}</ul></Section>}
        </div>
      )}</Loaded>
    </>
  )
}
