import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { PlainDate } from '#shared/date.ts'
import { EnterValueInput } from '../../settings.schema.ts'
import { unitWord, useFigure } from './figure.ts'
import type { Value } from './settings.ts'

type Props = { value: Value; /** The entry to correct. */ entry?: Value['entered'][number]; onClose: () => void }

/** The day a new figure is due: the one missing, or the next of the year. */
const dueFrom = ({ missingFrom, renews, today }: Value): PlainDate | undefined => {
  if (missingFrom !== undefined && missingFrom.slice(5) === renews) return missingFrom
  const next = renews !== undefined && today ? `${Number(today.from.slice(0, 4)) + 1}-${renews}` : undefined
  return PlainDate.safeParse(next).data
}

/** A new figure from a day on, or a corrected one; a repeal and a mistake are said as such. */
export function ValueForm({ value, entry, onClose }: Props) {
  const t = useText('rule-settings')
  const { formatDate } = useFormat()
  const figure = useFigure()
  const [id] = useState(newId)
  const save = useCommand('rules.enterValue', { refreshes: ['rules.listSettings', 'rules.list'], success: t('saved'), onDone: onClose })
  // what was entered for the same day before is what this one replaces
  const lastOf = (day: string): string | null => value.entered.find((one) => one.isCurrent && one.appliesFrom === day)?.id ?? null
  const initial = { id, name: value.name, replaces: entry?.id ?? null, appliesFrom: entry?.appliesFrom ?? dueFrom(value), value: entry?.value, source: entry?.source, certainty: entry?.certainty, isWithdrawn: false }
  return (
    <Form schema={EnterValueInput} initial={initial} submit={t('save')} onSubmit={(input) => save.run({ ...input, replaces: lastOf(input.appliesFrom) })} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field, values, set }) => <>
        {value.today && <p className="setting-quiet">{t('values.nowIs', { figure: figure(value.today.value, value.unit), day: formatDate(value.today.from) })}</p>}
        {entry ? <p>{t('values.correcting', { day: formatDate(entry.appliesFrom) })}</p> : <DateField {...field('appliesFrom', t('values.appliesFrom'))} />}
        {values.value !== null && <NumberField {...field('value', t('values.value'))} optional={false} unit={t('values.unit', { unit: unitWord(value.unit) })} />}
        <Checkbox label={t('values.isRepeal')} description={t('values.isRepealHelp')} value={values.value === null && values.isWithdrawn !== true} onChange={(on) => { set('value', on ? null : undefined); set('isWithdrawn', false) }} />
        {entry && <Checkbox label={t('values.withdraw')} description={t('values.withdrawHelp')} value={values.isWithdrawn === true} onChange={(on) => { set('isWithdrawn', on === true); set('value', on ? null : entry.value ?? undefined) }} />}
        <TextArea {...field('source', t('source'))} description={t('values.sourceHelp')} />
        <RadioGroup {...field('certainty', t('values.certainty'))} options={(['V', 'P', 'K'] as const).map((mark) => ({ value: mark, label: t(`values.certainty.${mark}`) }))} />
        <p className="setting-quiet">{t('values.consequence')}</p>
      </>}
    </Form>
  )
}
