import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveExceptionInput } from '../activity.schema.ts'
import { showsWeeks } from './words.ts'

type Activity = Output<'programme.getActivity'>
const cancelled = { movedTo: null, fromTime: null, toTime: null, place: null }

function ExceptionDialog({ activity, open, onClose }: { activity: Activity; open: boolean; onClose: () => void }) {
  const t = useText('week')
  const { today } = useMe()
  const [id, setId] = useState(newId)
  const [what, setWhat] = useState<'cancel' | 'move'>('cancel')
  const save = useCommand('programme.saveException', { refreshes: showsWeeks, success: t('exceptions.saved'), onDone: () => { setId(newId()); onClose() } })
  const usual = activity.schedule[0]
  return (
    <Dialog open={open} onClose={onClose} title={t('exceptions.add')}>
      <Form schema={SaveExceptionInput} initial={{ id, activityId: activity.id, onDay: today, note: null, ...cancelled }} submit={t('exceptions.save')} refusals={save.refusals} pending={save.pending} onCancel={onClose}
        onSubmit={(values) => save.run(what === 'cancel' ? { ...values, ...cancelled } : values)}>
        {({ field, set, values }) => <>
          <DateField {...field('onDay', t('exceptions.day'))} />
          <RadioGroup id="exception-what" name="what" label={t('exceptions.what')} value={what} onChange={(next) => {
            setWhat(next ?? 'cancel')
            if (next === 'move') { set('movedTo', values.onDay ?? null); set('fromTime', usual?.from ?? null); set('toTime', usual?.to ?? null) }
          }} options={[{ value: 'cancel', label: t('exceptions.cancel') }, { value: 'move', label: t('exceptions.move') }]} />
          {what === 'move' && <>
            <DateField {...field('movedTo', t('exceptions.movedTo'))} optional={false} />
            <div className="form__row"><TextField {...field('fromTime', t('slot.from'))} optional={false} width="short" /><TextField {...field('toTime', t('slot.to'))} optional={false} width="short" /></div>
            <TextField {...field('place', t('exceptions.place'))} />
          </>}
          <TextField {...field('note', t('exceptions.note'))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Days on which an activity does not take place, or takes place at another time. */
export function ExceptionsSection({ activity }: { activity: Activity }) {
  const t = useText('week')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState(false)
  const remove = useCommand('programme.removeException', { refreshes: showsWeeks, success: t('exceptions.removed') })
  const mayChange = activity.actions.includes('exceptions')
  return (
    <Section title={t('exceptions.title')} actions={mayChange && <Button icon="calendar" onClick={() => setOpen(true)}>{t('exceptions.add')}</Button>}>
      {activity.exceptions.length === 0 ? <p>{t('exceptions.empty')}</p> : <ul className="participants">{activity.exceptions.map((one) => (
        <li key={one.id}>
          <div>{one.movedTo ? t('exceptions.moved', { day: formatDate(one.onDay, 'day'), to: formatDate(one.movedTo, 'day'), from: one.fromTime ?? '', until: one.toTime ?? '' }) : t('exceptions.cancelled', { day: formatDate(one.onDay, 'day') })}
            {one.place && `, ${one.place}`}{one.note && <><br /><small>{one.note}</small></>}</div>
          {mayChange && <Button kind="quiet" pending={remove.pending} onClick={() => { void remove.run({ id: one.id }) }}>{t('exceptions.remove')}<span className="ds-sr-only"> {formatDate(one.onDay, 'day')}</span></Button>}
        </li>))}</ul>}
      <ExceptionDialog activity={activity} open={open} onClose={() => setOpen(false)} />
    </Section>
  )
}
