import { weekday } from '#shared/date.ts'
import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { markSigns } from './words.ts'
import './attendance.css'

type Day = Output<'programme.getAttendance'>['days'][number]
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Weeks of a month, each of seven places. */
function weeksOf(days: readonly Day[]): (Day | undefined)[][] {
  const before = days[0] ? weekday(days[0].onDay) - 1 : 0
  const places: (Day | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days]
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) => Array.from({ length: 7 }, (_day, at) => places[week * 7 + at]))
}

/** A month as a calendar: a sign for each day, its word for those who listen, and the signs explained below. */
export function MonthCalendar({ days, caption }: { days: readonly Day[]; caption: string }) {
  const t = useText('attendance')
  const { formatNumber } = useFormat()
  const used = [...new Set(days.map(({ mark }) => mark))].filter((mark) => mark !== 'none')
  const hours = (minutes: number): string => formatNumber(minutes / 60, { maximumFractionDigits: 1 })
  return (
    <>
      <table className="month">
        <caption className="ds-sr-only">{caption}</caption>
        <thead><tr>{WEEKDAYS.map((day) => <th key={day} scope="col"><span aria-hidden="true">{t(`weekday.${day}`).slice(0, 2)}</span><span className="ds-sr-only">{t(`weekday.${day}`)}</span></th>)}</tr></thead>
        <tbody>{weeksOf(days).map((week, at) => (
          <tr key={at}>{week.map((day, place) => day === undefined ? <td key={`${at}-${place}`} className="month__gap">{'\u00a0'}</td> : (
            <td key={day.onDay} data-mark={day.mark}><span className="month__date">{Number(day.onDay.slice(8))}</span><span className="month__sign" aria-hidden="true">{markSigns[day.mark]}</span>
              <span className="ds-sr-only">{t(`mark.${day.mark}`)}{day.planned > 0 && `, ${t('month.hours', { present: hours(day.present), planned: hours(day.planned) })}`}</span></td>))}</tr>))}</tbody>
      </table>
      <ul className="month__legend" aria-label={t('month.legend')}>{used.map((mark) => <li key={mark}><span data-mark={mark} className="month__sign" aria-hidden="true">{markSigns[mark]}</span> {t(`mark.${mark}`)}</li>)}</ul>
    </>
  )
}
