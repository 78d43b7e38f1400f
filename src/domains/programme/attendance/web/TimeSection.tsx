import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SavePartTimeInput, SavePauseInput } from '../absence.schema.ts'
import { showsAbsence, usePeriod } from './words.ts'

type Month = Output<'programme.getAttendance'>
type Pause = NonNullable<Month['pauses']>[number]
type PartTime = Month['partTimes'][number]
type Opened = { what: 'pause'; row?: Pause } | { what: 'partTime'; row?: PartTime }

const shows = [...showsAbsence, 'programme.getWeek'] as const

function PauseForm({ personId, row, onDone }: { personId: string; row: Pause | undefined; onDone: () => void }) {
  const t = useText('attendance')
  const { today } = useMe()
  const [id] = useState(newId)
  const save = useCommand('programme.savePause', { refreshes: shows, success: t('time.saved'), onDone })
  return (
    <Form schema={SavePauseInput} initial={row ?? { id, personId, fromDate: today, toDate: null, addsToLength: true }} submit={t('time.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onDone} onReload={() => { void save.refresh() }}>
      {({ field }) => <>
        <p>{t('time.pauseConsequence')}</p>
        <div className="form__row"><DateField {...field('fromDate', t('time.from'))} /><DateField {...field('toDate', t('time.to'))} /></div>
        <TextField {...field('reason', t('time.reason'))} description={t('time.pauseReasonHelp')} />
        <Checkbox {...field('addsToLength', t('time.adds'))} />
      </>}
    </Form>
  )
}

function PartTimeForm({ personId, row, onDone }: { personId: string; row: PartTime | undefined; onDone: () => void }) {
  const t = useText('attendance')
  const { today } = useMe()
  const [id] = useState(newId)
  const save = useCommand('programme.savePartTime', { refreshes: shows, success: t('time.saved'), onDone })
  return (
    <Form schema={SavePartTimeInput} initial={row ?? { id, personId, fromDate: today, toDate: null }} submit={t('time.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onDone} onReload={() => { void save.refresh() }}>
      {({ field }) => <>
        <NumberField {...field('percent', t('time.percent'))} />
        <div className="form__row"><DateField {...field('fromDate', t('time.from'))} /><DateField {...field('toDate', t('time.to'))} /></div>
        <Select {...field('reason', t('time.reason'))} options={(['job', 'education', 'care', 'adapted', 'other'] as const).map((value) => ({ value, label: t(`partTime.${value}`) }))} />
      </>}
    </Form>
  )
}

/** Frozen time and part-time shares: what is there, and the way to note more. */
export function TimeSection({ month }: { month: Month }) {
  const t = useText('attendance')
  const period = usePeriod()
  const [opened, setOpened] = useState<Opened>()
  const close = (): void => setOpened(undefined)
  const { personId, partTimes } = month
  const pauses = month.pauses ?? []
  return (
    <Section title={t('time.title')} actions={<><Button onClick={() => setOpened({ what: 'pause' })}>{t('time.pause')}</Button><Button onClick={() => setOpened({ what: 'partTime' })}>{t('time.partTime')}</Button></>}>
      {pauses.length + partTimes.length === 0 ? <p>{t('time.none')}</p> : <ul className="desk-list">
        {pauses.map((row) => <li key={row.id}><div><strong>{t('time.frozen', { reason: row.reason })}</strong><p>{period(row)} · {t(row.addsToLength ? 'time.adds' : 'time.notAdded')}</p></div><Button kind="quiet" onClick={() => setOpened({ what: 'pause', row })}>{t('time.end')}<span className="ds-sr-only"> {period(row)}</span></Button></li>)}
        {partTimes.map((row) => <li key={row.id}><div><strong>{t('time.share', { percent: row.percent })}</strong><p>{period(row)} · {t(`partTime.${row.reason}`)}</p></div><Button kind="quiet" onClick={() => setOpened({ what: 'partTime', row })}>{t('time.end')}<span className="ds-sr-only"> {period(row)}</span></Button></li>)}
      </ul>}
      <Dialog open={opened !== undefined} onClose={close} title={t(opened?.what === 'partTime' ? 'time.partTime' : 'time.pause')}>
        {opened?.what === 'pause' && <PauseForm personId={personId} row={opened.row} onDone={close} />}
        {opened?.what === 'partTime' && <PartTimeForm personId={personId} row={opened.row} onDone={close} />}
      </Dialog>
    </Section>
  )
}
