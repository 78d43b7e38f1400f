import { useState } from 'react'
import { useApi, useCommand, type Input } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useGo, usePathParam } from '#web/routing.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { DayKind, SaveDayInput } from '../meeting.schema.ts'
import { cutRounds } from '../rounds.core.ts'
import { RoundsField } from './RoundsField.tsx'
import { showsDay } from './words.ts'
import './meetings.css'

type Values = Input<'meetings.saveDay'>
const USUAL = { start: '10:00', rounds: 8, length: 12, change: 3, breakAfter: 4, breakLength: 20 }

function DayForm({ initial, hasPlan, onCancel }: { initial: Partial<Values>; hasPlan?: boolean; onCancel: () => void }) {
  const t = useText('meetings')
  const go = useGo()
  const save = useCommand('meetings.saveDay', { refreshes: showsDay, success: ({ planUndone, askedAnew }) => (askedAnew > 0 ? t('form.moved', { count: askedAnew }) : t(planUndone ? 'form.planUndone' : 'form.saved')), onDone: ({ id }) => go(`/meetings/${id}`) })
  const list = (text: string | undefined): string[] => (text ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '')
  const [runFor, setRunFor] = useState((initial.runFor ?? []).join(', '))
  return (
    <Form schema={SaveDayInput} initial={initial} submit={t('form.save')} onSubmit={(values) => save.run(values)} refusals={save.refusals} pending={save.pending} onCancel={onCancel} onReload={() => { void save.refresh() }}>
      {({ field, values, set }) => <>
        {hasPlan && <Notice tone="warning" title={t('form.hasPlan')}><p>{t('form.hasPlanHelp')}</p></Notice>}
        <RadioGroup {...field('kind', t('field.kind'))} options={DayKind.options.map((value) => ({ value, label: t(`kind.${value}`), description: t(`kindHelp.${value}`) }))} />
        <TextField {...field('title', t('field.title'))} />
        <div className="form__row"><DateField {...field('onDate', t('field.onDate'))} /><DateField {...field('replyBy', t('field.replyBy'))} /></div>
        <RoundsField value={values.rounds ?? []} onChange={(rounds) => set('rounds', rounds)} error={field('rounds', t('rounds.title')).error} />
        <div className="form__row"><TextField {...field('place', t('field.place'))} /><TextField {...field('address', t('field.address'))} /></div>
        <TextField {...field('office', t('field.office'))} description={t('field.officeHelp')} />
        <TextField id="runFor" label={t('field.runFor')} description={t('field.runForHelp')} optional value={runFor} onChange={(next) => { setRunFor(next ?? ''); set('runFor', list(next)) }} />
        <RadioGroup {...field('openTo', t('field.openTo'))} options={(['own', 'all_jobseekers'] as const).map((value) => ({ value, label: t(`openTo.${value}`), description: t(`openToHelp.${value}`) }))} />
        <TextArea {...field('whoMayCome', t('field.whoMayCome'))} description={t('field.whoMayComeHelp')} />
      </>}
    </Form>
  )
}

/** A new day, step by step: what, when, where, for whom. */
export function NewDayPage() {
  const t = useText('meetings')
  const go = useGo()
  const [id] = useState(newId)
  return (
    <>
      <PageHeader title={t('form.new')} crumbs={[{ label: t('list.title'), to: '/meetings' }]} description={t('form.newHelp')} />
      <DayForm initial={{ id, kind: 'speed_interviews', rounds: cutRounds(USUAL), openTo: 'own', runFor: [], address: null, whoMayCome: null, replyBy: null }} onCancel={() => go('/meetings')} />
    </>
  )
}

export function EditDayPage() {
  const t = useText('meetings')
  const go = useGo()
  const id = usePathParam('id')
  return <Loaded query={useApi('meetings.getDay', { dayId: id })} rows={8}>{(day) => {
    const { version, kind, title, onDate, place, address, rounds, office, runFor, openTo, whoMayCome, replyBy } = day
    return (
      <>
        <PageHeader title={t('form.edit')} crumbs={[{ label: t('list.title'), to: '/meetings' }, { label: title, to: `/meetings/${id}` }]} />
        <DayForm initial={{ id, version, kind, title, onDate, place, address, rounds, office, runFor, openTo, whoMayCome, replyBy }} hasPlan={day.plan !== null} onCancel={() => go(`/meetings/${id}`)} />
      </>
    )
  }}</Loaded>
}
