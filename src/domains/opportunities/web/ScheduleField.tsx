import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { day } from './OpeningFacts.tsx'
import type { OpeningTools } from './openingTools.ts'
import './openings.css'

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** The working week, a line for each stretch. A new line is the day after the last one, at the same hours. */
export function ScheduleField({ tools: { field, values, set } }: { tools: OpeningTools }) {
  const t = useText('opportunities')
  const slots = values.schedule ?? []
  const add = (): void => {
    const last = slots.at(-1)
    set('schedule', [...slots, { weekday: last ? (last.weekday % 7) + 1 : 1, from: last?.from ?? '08:00', to: last?.to ?? '14:00' }])
  }
  return (
    <fieldset className="demand-editor">
      <legend>{t('facts.schedule')}</legend>
      <ul className="slots">
        {slots.map((slot, at) => (
          // a slot has no id of its own; its fields hold no state of theirs
          <li key={at}>
            <Select label={t('form.slotDay')} value={String(slot.weekday)} onChange={(value) => set(`schedule.${at}.weekday`, Number(value ?? 1))} options={WEEK.map((value) => ({ value: String(value), label: t(`weekday.${value}`) }))} />
            <TextField {...field(`schedule.${at}.from`, t('form.slotFrom'))} width="short" />
            <TextField {...field(`schedule.${at}.to`, t('form.slotTo'))} width="short" />
            <Button kind="quiet" icon="bin" iconOnly onClick={() => set('schedule', slots.filter((_, other) => other !== at))}>{t('form.removeSlot', { day: t(`weekday.${day(slot.weekday)}`) })}</Button>
          </li>
        ))}
      </ul>
      <div><Button icon="plus" onClick={add}>{t('form.addSlot')}</Button></div>
    </fieldset>
  )
}
