import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Drawer } from '#web/ui/Drawer.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SavePracticalFrameInput, type PracticalFrame } from '../competence.schema.ts'
import { useChoices } from './words.ts'

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
const EMPTY: Partial<PracticalFrame> = { weekdays: [1, 2, 3, 4, 5], transport: [], cannot: [] }

function FrameForm({ personId, frame, onClose }: { personId: string; frame: PracticalFrame | null; onClose: () => void }) {
  const t = useText('competence')
  const { transport, cannot } = useChoices()
  const save = useCommand('competence.savePracticalFrame', { refreshes: ['competence.getCompetence'], success: t('saved'), onDone: onClose })
  return (
    <Form schema={SavePracticalFrameInput} initial={{ ...(frame ?? EMPTY), personId }} submit={t('form.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={() => { void save.refresh().then(save.reset) }}>
      {({ field }) => {
        const days = field('weekdays', t('frame.weekdays'))
        return <>
          <NumberField {...field('hoursPerWeek', t('frame.hoursPerWeek'))} />
          <CheckboxGroup {...days} value={days.value?.map(String)} onChange={(next) => days.onChange((next ?? []).map(Number).toSorted((one, other) => one - other))} options={DAYS.map((day) => ({ value: String(day), label: t('weekday', { day: String(day) }) }))} />
          <TextField {...field('earliest', t('frame.earliest'))} description={t('frame.clockHelp')} width="short" />
          <TextField {...field('latest', t('frame.latest'))} description={t('frame.latestHelp')} width="short" />
          <TextArea {...field('careDuties', t('frame.careDuties'))} rows={2} />
          <CheckboxGroup {...field('transport', t('frame.transport'))} options={transport} />
          <NumberField {...field('travelMinutes', t('frame.travelMinutes'))} />
          <CheckboxGroup {...field('cannot', t('frame.cannot'))} description={t('frame.cannotHelp')} options={cannot} />
          <TextArea {...field('note', t('frame.note'))} description={t('frame.noteHelp')} rows={3} />
        </>
      }}
    </Form>
  )
}

function Facts({ frame }: { frame: PracticalFrame }) {
  const t = useText('competence')
  return (
    <DefinitionList columns={2} facts={[
      { term: t('frame.hoursPerWeek'), value: frame.hoursPerWeek === null ? null : t('frame.hours', { hours: frame.hoursPerWeek }) },
      { term: t('frame.weekdays'), value: frame.weekdays.map((day) => t('weekday', { day: String(day) })).join(', ') },
      { term: t('frame.day'), value: frame.earliest || frame.latest ? t('frame.between', { earliest: frame.earliest ?? '–', latest: frame.latest ?? '–' }) : null },
      { term: t('frame.careDuties'), value: frame.careDuties },
      { term: t('frame.transport'), value: frame.transport.map((one) => t(`transport.${one}`)).join(', ') },
      { term: t('frame.travelMinutes'), value: frame.travelMinutes === null ? null : t('frame.minutes', { minutes: frame.travelMinutes }) },
      { term: t('frame.cannot'), value: frame.cannot.length > 0 ? frame.cannot.map((one) => t(`cannot.${one}`)).join(', ') : t('frame.nothing') },
      { term: t('frame.note'), value: frame.note },
    ]} />
  )
}

/** What the days allow: consequences for work, never the reasons. */
export function FramePanel({ id }: { id: string }) {
  const t = useText('competence')
  const [editing, setEditing] = useState(false)
  return (
    <Loaded query={useApi('competence.getCompetence', { personId: id })}>{({ frame, actions }) => {
      const edit = actions.includes('change') && <Button icon="edit" onClick={() => setEditing(true)}>{t(frame ? 'frame.edit' : 'frame.add')}</Button>
      return (
        <Section title={t('panel.frame')} description={t('frame.help')} actions={frame && edit}>
          {frame ? <Facts frame={frame} /> : <EmptyState title={t('frame.empty')} action={edit}>{t('frame.emptyHelp')}</EmptyState>}
          <Drawer open={editing} onClose={() => setEditing(false)} title={t('panel.frame')}><FrameForm personId={id} frame={frame} onClose={() => setEditing(false)} /></Drawer>
        </Section>
      )
    }}</Loaded>
  )
}
