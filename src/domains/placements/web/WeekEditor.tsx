import type { Schedule, ScheduleSlot } from '#shared/schedule.ts'
import { minutesOf, weeklyHours } from '#shared/schedule.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { TimeInput } from './TimeInput.tsx'

type Props = { schedule: Schedule; onChange: (schedule: Schedule) => void }

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const usual = { from: '08:00', to: '14:00' }
const DAY_FROM = 6 * 60
const DAY_TO = 22 * 60

const byTime = (slots: Schedule): Schedule => slots.toSorted((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1))

/** Where in the day a stretch lies, in hundredths of the bar from six to ten in the evening. */
function place({ from, to }: ScheduleSlot): { x: number; width: number } {
  const within = (minutes: number): number => Math.min(100, Math.max(0, ((minutes - DAY_FROM) / (DAY_TO - DAY_FROM)) * 100))
  const stop = minutesOf(to) > minutesOf(from) ? minutesOf(to) : 1440
  return { x: within(minutesOf(from)), width: within(stop) - within(minutesOf(from)) }
}

/** The working week: each day's hours as fields, with a picture of them beside, and their sum. */
export function WeekEditor({ schedule, onChange }: Props) {
  const t = useText('placements')
  const { formatNumber } = useFormat()
  const change = (slot: ScheduleSlot, next: Partial<ScheduleSlot>): void => onChange(schedule.map((one) => (one === slot ? { ...one, ...next } : one)))
  const add = (weekday: number): void => {
    const like = schedule.findLast(({ weekday: other }) => other < weekday) ?? schedule[0]
    const own = schedule.findLast((one) => one.weekday === weekday)
    onChange(byTime([...schedule, own ? { weekday, from: own.to, to: own.to < '20:00' ? `${String(Number(own.to.slice(0, 2)) + 2).padStart(2, '0')}${own.to.slice(2)}` : '23:00' } : { ...usual, ...(like && { from: like.from, to: like.to }), weekday }]))
  }
  return (
    <fieldset className="week-editor" id="agreement-schedule" tabIndex={-1}>
      <legend>{t('doc.week')}</legend>
      <ul>
        {weekdays.map((weekday) => {
          const slots = schedule.filter((one) => one.weekday === weekday)
          const day = t(`weekday.${weekday}`)
          return (
            <li key={weekday} data-free={slots.length === 0}>
              <span className="week-editor__day">{day}</span>
              <span className="week-editor__slots">
                {slots.map((slot, at) => (
                  <span key={`${slot.weekday}-${String(at)}`} className="week-editor__slot">
                    <TimeInput label={t('week.from', { day })} value={slot.from} onChange={(from) => change(slot, { from })} />
                    <span aria-hidden="true">–</span>
                    <TimeInput label={t('week.to', { day })} value={slot.to} onChange={(to) => change(slot, { to })} />
                    <Button kind="quiet" icon="close" iconOnly onClick={() => onChange(schedule.filter((one) => one !== slot))}>{t('week.remove', { day, from: slot.from })}</Button>
                  </span>
                ))}
                <Button kind="quiet" icon="plus" iconOnly={slots.length > 0} onClick={() => add(weekday)}>{slots.length > 0 ? t('week.addMore', { day }) : <>{t('week.add')}<span className="ds-sr-only"> {day}</span></>}</Button>
              </span>
              <svg className="week-editor__bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect className="week-editor__track" width="100" height="8" rx="1" />{slots.map((slot) => <rect key={slot.from} {...place(slot)} height="8" rx="1" />)}</svg>
            </li>
          )
        })}
      </ul>
      <p role="status" className="week-editor__sum">{t('doc.hoursText', { hours: weeklyHours(schedule) })}{schedule.length > 0 && ` · ${t('week.percent', { percent: formatNumber(weeklyHours(schedule) / 37.5, { style: 'percent', maximumFractionDigits: 0 }) })}`}</p>
    </fieldset>
  )
}
