import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { addDays, addMonths, daysBetween, PlainDate } from '#shared/date.ts'
import type { CalendarItem, CalendarKind, PaymentCalendar } from '../payments.schema.ts'
import { CalendarKind as kinds } from '../payments.schema.ts'
import { shownAs, useMoneyWords } from './words.ts'

type Place = (day: PlainDate) => number

/** Where a day is between the first day of the first month and the end of the last, in parts of a hundred. */
function placesIn(months: readonly PlainDate[]): Place {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return () => 0
  const days = daysBetween(first, addMonths(last, 1))
  return (day) => Math.min(100, Math.max(0, (100 * daysBetween(first, day)) / days))
}

const between = (place: Place, from: PlainDate, after: PlainDate) => ({ insetInlineStart: `${place(from)}%`, inlineSize: `${place(after) - place(from)}%` })

/** One row: a mark for each day the money comes; for start-up support a bar over the month it is for. */
function Row({ items, place, label, today }: { items: readonly CalendarItem[]; place: Place; label: string; today: PlainDate }) {
  const { formatDate } = useFormat()
  const { amountOf } = useMoneyWords()
  return (
    <div className="money__row">
      <span className="money__kind">{label}</span>
      <span className="money__track">{items.map((one) => (
        <span key={one.key}>
          {one.startUpMonth !== null && one.state !== 'stopped' && <span className="money__bar" style={between(place, one.dueOn, addMonths(one.dueOn, 1))} />}
          <span className="money__mark" data-state={shownAs(one, today)} title={`${formatDate(one.payOn)} · ${amountOf(one)}`} style={{ insetInlineStart: `${place(one.payOn)}%` }} />
        </span>))}</span>
    </div>
  )
}

/** Twelve months across, a row for each kind, today marked, and the days without money as a band. The table beneath says the same in words. */
export function MoneyPicture({ calendar: { months, items, warnings } }: { calendar: PaymentCalendar }) {
  const t = useText('payments')
  const today = PlainDate.parse(useMe().today)
  const { shortMonth } = useMoneyWords()
  const place = placesIn(months)
  const rows = kinds.options.filter((kind) => items.some((one) => one.kind === kind)).toSorted((a, b) => firstOf(items, a).localeCompare(firstOf(items, b)))
  const end = addMonths(months.at(-1) ?? today, 1)
  const isToday = today >= (months[0] ?? today) && today < end
  return (
    <div className="money" role="img" aria-label={t('calendar.picture')}>
      <div className="money__row money__row--months"><span className="money__kind" /><span className="money__months">{months.map((month, index) => (
        <span key={month}>{shortMonth(month)}{(index === 0 || month.slice(5, 7) === '01') && <small>{month.slice(0, 4)}</small>}</span>))}</span></div>
      <div className="money__rows">
        <div className="money__behind"><span className="money__kind" /><span className="money__track">
          {warnings.map((one) => <span key={one.kind} className="money__gap" data-kind={one.kind} style={between(place, one.from, one.to === null ? end : addDays(one.to, 1))} />)}
          {isToday && <span className="money__today" style={{ insetInlineStart: `${place(today)}%` }}><small>{t('calendar.today')}</small></span>}
        </span></div>
        {rows.map((kind) => <Row key={kind} items={items.filter((one) => one.kind === kind)} place={place} label={t(`kind.${kind}`)} today={today} />)}
      </div>
    </div>
  )
}

const firstOf = (items: readonly CalendarItem[], kind: CalendarKind): string => items.find((one) => one.kind === kind)?.payOn ?? ''
