import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveFamilyTimeInput } from '../activity.schema.ts'
import { SlotsField } from './SlotsField.tsx'
import { showsWeeks, useScheduleText } from './words.ts'

type Week = Output<'programme.getWeek'>

function NewTime({ personId, onDone }: { personId: string; onDone: () => void }) {
  const t = useText('week')
  const { today } = useMe()
  const [id] = useState(newId)
  const save = useCommand('programme.saveFamilyTime', { refreshes: showsWeeks, success: t('family.saved'), onDone })
  return (
    <Form schema={SaveFamilyTimeInput} initial={{ id, personId, fromDate: today, toDate: null, schedule: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '08:20' })) }} submit={t('family.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onDone}>
      {({ field, values, set }) => <>
        <TextField {...field('label', t('family.label'))} description={t('family.labelHelp')} />
        <SlotsField slots={values.schedule} onChange={(next) => set('schedule', next)} field={field} label={t('activity.schedule')} />
        <div className="form__row"><DateField {...field('fromDate', t('activity.from'))} /><DateField {...field('toDate', t('activity.to'))} /></div>
      </>}
    </Form>
  )
}

/** The children's fixed times in a parent's week. */
export function FamilyTimesDialog({ week, open, onClose }: { week: Week; open: boolean; onClose: () => void }) {
  const t = useText('week')
  const scheduleText = useScheduleText()
  const [adding, setAdding] = useState(false)
  const remove = useCommand('programme.removeFamilyTime', { refreshes: showsWeeks, success: t('family.removed') })
  return (
    <Dialog open={open} onClose={onClose} title={t('family.title')} wide>
      <div className="stack">
        <p>{t('family.help')}</p>
        {week.familyTimes.length === 0 && !adding && <p>{t('family.none')}</p>}
        <ul className="participants">{week.familyTimes.map((one) => (
          <li key={one.id}><div><strong>{one.label}</strong><br />{scheduleText(one.schedule)}</div>
            <Button kind="quiet" icon="bin" pending={remove.pending} onClick={() => { void remove.run({ id: one.id }) }}>{t('family.remove')}<span className="ds-sr-only"> {one.label}</span></Button></li>))}</ul>
        {adding ? <NewTime personId={week.personId} onDone={() => setAdding(false)} /> : <div><Button icon="plus" onClick={() => setAdding(true)}>{t('family.new')}</Button></div>}
      </div>
    </Dialog>
  )
}
