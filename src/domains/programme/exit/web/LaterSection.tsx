import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'
import type { Exit } from '../exit.schema.ts'
import { Activity, NoteLaterInput } from '../exit.schema.ts'
import { showsExit } from './words.ts'

function LaterDialog({ exit, onClose }: { exit: Exit; onClose: () => void }) {
  const t = useText('exit')
  const { today } = useMe()
  const [id] = useState(newId)
  const note = useCommand('programme.noteLaterStatus', { refreshes: showsExit, success: t('later.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('later.note')}>
      <Form schema={NoteLaterInput} initial={{ id, participationId: exit.participationId, askedOn: today, hoursPerWeek: null, isRelevant: null, livesElsewhere: false, source: 'person' }} submit={t('later.save')}
        refusals={note.refusals} pending={note.pending} onCancel={onClose} onSubmit={(input) => note.run({ ...input, hoursPerWeek: input.activity.startsWith('work_') ? input.hoursPerWeek : null })}>
        {({ field, values }) => <>
          <DateField {...field('askedOn', t('later.askedOn'))} />
          <Select {...field('activity', t('later.activity'))} options={Activity.options.map((value) => ({ value, label: t(`activity.${value}`) }))} />
          {values.activity?.startsWith('work_') && <>
            <NumberField {...field('hoursPerWeek', t('later.hours'))} />
            <Checkbox {...field('isRelevant', t('later.relevant'))} /></>}
          <Checkbox {...field('livesElsewhere', t('later.elsewhere'))} />
          <RadioGroup {...field('source', t('later.source'))} options={(['person', 'employer', 'nav', 'school', 'other'] as const).map((value) => ({ value, label: t(`source.${value}`) }))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** How she does a year after the programme and later; when it is to be asked again. */
export function LaterSection({ exit }: { exit: Exit }) {
  const t = useText('exit')
  const { formatDate, formatNumber } = useFormat()
  const { today } = useMe()
  const [noting, setNoting] = useState(false)
  const [next] = exit.laterDue
  return (
    <Section title={t('later.title')} description={next === undefined ? t('later.help') : next <= today ? t('later.dueNow', { date: formatDate(next) }) : t('later.dueNext', { date: formatDate(next) })}
      actions={exit.actions.includes('noteLater') && <Button icon="edit" onClick={() => setNoting(true)}>{t('later.note')}</Button>}>
      {exit.later.length === 0 ? <EmptyState title={t('later.empty')}>{t('later.emptyHelp')}</EmptyState>
        : <Timeline items={exit.later.map((one) => ({ id: one.id, when: formatDate(one.askedOn), title: t(`activity.${one.activity}`),
          text: [one.hoursPerWeek !== null && t('later.hoursText', { hours: formatNumber(one.hoursPerWeek) }), one.isRelevant === true && t('later.relevantText'), one.livesElsewhere && t('later.elsewhereText'), t(`source.${one.source}`)].filter(Boolean).join(' · ') }))} />}
      {noting && <LaterDialog exit={exit} onClose={() => setNoting(false)} />}
    </Section>
  )
}
