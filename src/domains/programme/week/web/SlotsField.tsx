import { weeklyHours } from '#shared/schedule.ts'
import type { Schedule } from '#shared/schedule.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { WEEKDAYS, weekdayOf } from './words.ts'

type Field = { id?: string; name?: string; label: string; value: string | null | undefined; onChange: (value: string | undefined) => void; error?: string; optional?: boolean }
type Props = {
  slots: Schedule | undefined
  onChange: (slots: Schedule) => void
  /** The form's own `field`, so that each time shows what is wrong with it. */
  field: (path: `schedule.${number}.from` | `schedule.${number}.to`, label: string) => Field
  label: string
}

/** Fixed hours, a line for each stretch. A new line is the next working day after the last one, at the same hours. */
export function SlotsField({ slots = [], onChange, field, label }: Props) {
  const t = useText('week')
  const { formatNumber } = useFormat()
  const sum = weeklyHours(slots.filter(({ from, to }) => /^\d\d:\d\d$/.test(from) && /^\d\d:\d\d$/.test(to)))
  const add = (): void => {
    const last = slots.at(-1)
    onChange([...slots, { weekday: last && last.weekday < 5 ? last.weekday + 1 : 1, from: last?.from ?? '08:30', to: last?.to ?? '11:30' }])
  }
  return (
    <fieldset className="slots-field" tabIndex={-1}>
      <legend>{label}</legend>
      <ul className="slots">
        {slots.map((slot, at) => (
          // a slot has no id of its own; its fields hold no state of theirs
          <li key={at}>
            <Select label={t('slot.day')} value={String(slot.weekday)} onChange={(value) => onChange(slots.map((one) => (one === slot ? { ...one, weekday: Number(value ?? 1) } : one)))} options={WEEKDAYS.map((value) => ({ value: String(value), label: t(`weekday.${value}`) }))} />
            <TextField {...field(`schedule.${at}.from`, t('slot.from'))} width="short" />
            <TextField {...field(`schedule.${at}.to`, t('slot.to'))} width="short" />
            <Button kind="quiet" icon="bin" iconOnly onClick={() => onChange(slots.filter((_, other) => other !== at))}>{t('slot.remove', { day: t(`weekday.${weekdayOf(slot.weekday)}`), from: slot.from })}</Button>
          </li>
        ))}
      </ul>
      <div className="cluster"><Button icon="plus" onClick={add}>{t('slot.add')}</Button>{sum > 0 && <span role="status">{t('slot.sum', { hours: formatNumber(sum) })}</span>}</div>
    </fieldset>
  )
}
