import type { CSSProperties } from 'react'
import { addDays, weekday } from '#shared/date.ts'
import type { PlainDate } from '#shared/date.ts'
import { minutesOf } from '#shared/schedule.ts'
import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { WeekSlot } from '../week.schema.ts'
import { hoursShown, lanesOf } from './lanes.ts'
import { useKind, weekdayOf } from './words.ts'
import './week.css'

type Week = Output<'programme.getWeek'>

/** Figures for the style sheet: React writes them as properties, which our content policy allows. */
const placed = (values: Record<`--${string}`, number>): CSSProperties => values

function Slot({ slot, week, place, isNarrow }: { slot: WeekSlot; week: Week; place: CSSProperties; isNarrow: boolean }) {
  const t = useText('week')
  const kindText = useKind()
  const titleOf = (key: string): string => { const other = week.slots.find((one) => one.key === key); return other ? other.title ?? kindText(other.kind) : '' }
  const clashes = week.clashes.filter(({ first, second }) => first === slot.key || second === slot.key)
  const to = slot.source === 'placement' ? `/placements/${slot.sourceId}` : slot.source !== 'family' && slot.kind !== 'busy' ? `/week/${slot.sourceId}` : undefined
  const title = slot.title ?? kindText(slot.kind)
  return (
    <li className="slot" data-source={slot.source} data-clash={clashes.length > 0} data-narrow={isNarrow} data-short={slot.minutes < 60} style={place}>
      <p className="slot__time">{slot.from}–{slot.to}</p>
      <p className="slot__title">{to ? <Link to={to}>{title}</Link> : title}</p>
      <p className="slot__more">{[slot.title === null || slot.source === 'family' ? t(`source.${slot.source}`) : kindText(slot.kind), slot.place].filter(Boolean).join(' · ')}</p>
      {slot.isMoved && <p className="slot__mark"><Icon name="calendar" size={16} /> {t('week.moved')}</p>}
      {slot.isWorkOriented && <p className="slot__mark"><Icon name="placement" size={16} /> {t('week.workOriented')}</p>}
      {clashes.map(({ first, second }) => <p key={`${first}${second}`} className="slot__mark slot__mark--clash"><Icon name="warning" size={16} /> <span className="slot__full">{t('clash.mark', { other: titleOf(first === slot.key ? second : first) })}</span><span className="slot__brief" aria-hidden="true">{t('clash.short')}</span></p>)}
    </li>
  )
}

function Day({ day, week, first }: { day: PlainDate; week: Week; first: number }) {
  const t = useText('week')
  const kindText = useKind()
  const { formatDate } = useFormat()
  const { today } = useMe()
  const slots = week.slots.filter(({ onDay }) => onDay === day)
  const lanes = lanesOf(slots)
  const cancelled = week.cancelled.filter(({ onDay }) => onDay === day)
  return (
    <li className="week-day" data-empty={slots.length === 0}>
      <h3><span aria-hidden="true">{t('week.day', { weekday: t(`weekday.${weekdayOf(weekday(day))}`), date: Number(day.slice(8)) })}</span><span className="ds-sr-only">{formatDate(day, 'day')}</span>{day === today && <Tag tone="info">{t('list.today')}</Tag>}{week.daysOff.includes(day) && <span className="week-day__off"> {t('week.dayOff')}</span>}</h3>
      {cancelled.map(({ title, kind }) => <p key={`${title}${kind}`} className="week-day__cancelled">{t('week.cancelledNamed', { title: title ?? kindText(kind) })}</p>)}
      {slots.length === 0 ? <p className="week-day__free">{t('week.free')}</p> : <ol className="week-day__slots">{slots.map((slot) => {
        const { lane, lanes: of } = lanes.get(slot.key) ?? { lane: 0, lanes: 1 }
        return <Slot key={slot.key} slot={slot} week={week} isNarrow={of > 1} place={placed({ '--from': minutesOf(slot.from) / 60 - first, '--hours': Math.max(0.5, Math.min(slot.minutes, 1440 - minutesOf(slot.from)) / 60), '--lane': lane, '--lanes': of })} />
      })}</ol>}
    </li>
  )
}

/** A week by time: days beside one another where there is room, a list by day where there is not. The same words in both. */
export function WeekGrid({ week }: { week: Week }) {
  const t = useText('week')
  const { first, last } = hoursShown(week.slots)
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(week.monday, at)).filter((day, at) => at < 5 || week.slots.some(({ onDay }) => onDay === day))
  return (
    <div className="week-grid" style={placed({ '--hours-shown': last - first, '--days-shown': days.length })}>
      <div className="week-grid__hours" aria-hidden="true">{Array.from({ length: last - first }, (_, at) => <span key={at}>{String(first + at).padStart(2, '0')}</span>)}</div>
      <ol className="week-grid__days" aria-label={t('week.caption')}>{days.map((day) => <Day key={day} day={day} week={week} first={first} />)}</ol>
    </div>
  )
}
