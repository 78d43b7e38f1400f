import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { Link } from '#web/ui/Link.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { BookingRow } from '../booking.schema.ts'
import { endOf, stateTones, useLanguageText } from './words.ts'
import './interpreters.css'

/** For whom: one, with others, or a group. */
export function Whom({ row, links = false }: { row: Pick<BookingRow, 'personId' | 'personName' | 'others' | 'groupName'>; links?: boolean }) {
  if (row.personId === null) return <bdi>{row.groupName}</bdi>
  return <><PersonName name={row.personName ?? ''} to={links ? `/people/${row.personId}?tab=interpreters-interpreters` : undefined} />{row.others.map((one) => <span key={one.id}>, <PersonName name={one.name} to={links ? `/people/${one.id}?tab=interpreters-interpreters` : undefined} /></span>)}</>
}

/** How it stands, and what is wrong where something is. */
export function States({ row }: { row: Pick<BookingRow, 'state' | 'risk'> }) {
  const t = useText('interpreters')
  return <span className="cluster"><Tag tone={stateTones[row.state]}>{t(`state.${row.state}`)}</Tag>{row.risk !== null && row.risk !== row.state && <Tag tone="warning">{t(`risk.${row.risk}`)}</Tag>}</span>
}

/** One meeting in a list: when, for whom, and how it stands. Of one that is about health only the time, to most. */
export function BookingItem({ row, withDay = false, ofPerson }: { row: BookingRow; withDay?: boolean; /** Given on her own page: then her name and what waits are said elsewhere. */ ofPerson?: string }) {
  const t = useText('interpreters')
  const { formatDate } = useFormat()
  const languageText = useLanguageText()
  const { account } = useMe()
  const when = <>{withDay && <span className="booking__day">{formatDate(row.onDay, 'day')} </span>}<span className="booking__time">{row.fromTime}–{endOf(row)}</span></>
  const waits = ofPerson === undefined && row.openQuestions > 0 && ['draft', 'asked', 'confirmed', 'not_had'].includes(row.state)
  const facts = [languageText(row), t(`modality.${row.modality}`), row.kind === 'assistant' && t('kind.assistant'), row.purpose && t(`purpose.${row.purpose}`), row.place].filter(Boolean)
  return (
    <li className="booking">
      <div className="booking__when">{row.purpose === null ? <span>{when}</span> : <Link to={`/interpreters/${row.id}`}>{when}</Link>}</div>
      <div className="booking__what">
        {(row.personId !== ofPerson || row.others.length > 0) && <div><strong><Whom row={row} /></strong></div>}
        <p>{facts.join(' · ')}</p>
        <p className="booking__who">{row.meetsName && row.meetsId !== account.id && <>{t('list.meets')}: <bdi>{row.meetsName}</bdi>. </>}{(row.interpreterName ?? row.interpreterNumber) !== null && <>{t('list.interpreter')}: <bdi>{row.interpreterName ?? row.interpreterNumber}</bdi>. </>}
          {waits && t('list.questions', { count: row.openQuestions })}</p>
      </div>
      <States row={row} />
    </li>
  )
}

/** Meetings by day. */
export function BookingDays({ rows }: { rows: readonly BookingRow[] }) {
  const t = useText('interpreters')
  const { formatDate } = useFormat()
  const { today } = useMe()
  return <>{[...Map.groupBy(rows, ({ onDay }) => onDay)].map(([day, own]) => (
    <section key={day} className="booking-day" aria-label={formatDate(day, 'day')}>
      <h3>{day === today ? t('list.today', { day: formatDate(day, 'day') }) : formatDate(day, 'day')}</h3>
      <ul className="bookings">{own.map((row) => <BookingItem key={row.id} row={row} />)}</ul>
    </section>))}</>
}
