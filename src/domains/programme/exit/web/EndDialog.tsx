import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Exit } from '../exit.schema.ts'
import { Activity, EndProgrammeInput, EndReason } from '../exit.schema.ts'
import { showsExit } from './words.ts'

const stays = (reason: EndReason | undefined): boolean => reason !== 'moved' && reason !== 'left_norway' && reason !== 'died'

/** Ends the programme: why, to what, and what happens next. What follows is said before it is done. */
export function EndDialog({ exit, open, onClose }: { exit: Exit; open: boolean; onClose: () => void }) {
  const t = useText('exit')
  const { today } = useMe()
  const [stepId] = useState(newId)
  const colleagues = useApi('people.listAdvisers', {}, { enabled: open })
  const end = useCommand('programme.endProgramme', { refreshes: showsExit, success: t('end.saved'), onDone: onClose })
  const open_ = exit.steps.filter(({ state }) => state === 'late' || state === 'soon' || state === 'later').length
  const initial = { participationId: exit.participationId, version: exit.version, endedOn: exit.lastDay !== null && exit.lastDay < today ? exit.lastDay : undefined, nextStep: { id: stepId, step: '', dueOn: '', ownerId: '' } }
  return (
    <Dialog open={open} onClose={onClose} title={t('end.title')}>
      <Notice tone="warning" title={t('end.consequences')}><ul><li>{t('end.consequence.benefit')}</li><li>{t('end.consequence.final')}</li>{open_ > 0 && <li>{t('end.consequence.open', { count: open_ })}</li>}</ul></Notice>
      <Form schema={EndProgrammeInput} initial={initial} submit={t('end.save')} refusals={end.refusals} pending={end.pending} onCancel={onClose} onReload={end.refresh}
        onSubmit={(input) => end.run({ ...input, nextStep: stays(input.reason) ? input.nextStep : null })}>
        {({ field, values }) => <>
          <DateField {...field('endedOn', t('end.on'))} />
          <Select {...field('reason', t('end.reason'))} options={EndReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))} />
          <Select {...field('activity', t('end.activity'))} options={Activity.options.map((value) => ({ value, label: t(`activity.${value}`) }))} />
          {stays(values.reason) && <>
            <h3>{t('end.next')}</h3>
            <p>{t('end.nextHelp')}</p>
            <TextField {...field('nextStep.step', t('end.nextStep'))} />
            <DateField {...field('nextStep.dueOn', t('end.nextDue'))} />
            <Select {...field('nextStep.ownerId', t('end.nextOwner'))} options={(colleagues.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} /></>}
        </>}
      </Form>
    </Dialog>
  )
}
