import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { AddStepInput, Result, type Case, type StepKind } from '../recognition.schema.ts'
import { showsRecognition } from './words.ts'

/** Notes what happened in a case, with what this kind of step asks for. */
export function StepDialog({ one, kind, onClose }: { one: Case; kind: StepKind; onClose: () => void }) {
  const t = useText('recognition')
  const { today } = useMe()
  const [id] = useState(newId)
  const add = useCommand('competence.addRecognitionStep', { refreshes: showsRecognition, success: t('step.saved'), onDone: onClose })
  const isAnswer = kind === 'answered' || kind === 'complaint_answered'
  const initial = { id, caseId: one.id, kind, onDay: today, caseNumber: one.caseNumber, dueOn: null, result: null, missing: null, note: null }
  return (
    <Dialog open onClose={onClose} title={t(`next.${kind}`)}>
      {kind === 'sent' && one.standing.lacks.length > 0 && <Notice tone="warning" title={t('lacks.title', { count: one.standing.lacks.length })}><p>{t('lacks.sendAnyway')}</p></Notice>}
      <Form schema={AddStepInput} initial={initial} submit={t('step.save')} refusals={add.refusals} pending={add.pending} onCancel={onClose}
        onSubmit={(input) => add.run({ ...input, missing: input.result === 'part' ? input.missing : null, caseNumber: input.caseNumber === one.caseNumber ? null : input.caseNumber })}>
        {({ field, values }) => <>
          <DateField {...field('onDay', t(`step.${kind}`))} />
          {(kind === 'sent' || kind === 'receipt') && <TextField {...field('caseNumber', t('fact.caseNumber'))} description={t('step.caseNumberHelp')} />}
          {kind === 'asked_more' && <DateField {...field('dueOn', t('step.dueOn'))} />}
          {isAnswer && <RadioGroup {...field('result', t('step.result'))} options={Result.options.map((value) => ({ value, label: t(`result.${value}`) }))} />}
          {values.result === 'part' && <TextArea {...field('missing', t('step.whatMissing'))} description={t('step.whatMissingHelp')} rows={3} />}
          {isAnswer && values.result === 'full' && one.profession !== null && <Notice title={t('step.paper', { name: one.profession })} />}
          <TextArea {...field('note', t('fact.note'))} description={t('step.noteHelp')} rows={2} />
        </>}
      </Form>
    </Dialog>
  )
}
