import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { FollowUp } from '../follow-up.schema.ts'
import { AnswerConcernInput, RaiseConcernInput } from '../follow-up.schema.ts'
import { showsContacts } from './words.ts'

/** Raises a small problem, with a day by which it is answered (PLA-06). */
export function ConcernDialog({ agreementId, open, onClose }: { agreementId: string; open: boolean; onClose: () => void }) {
  const t = useText('follow-up')
  const [id, setId] = useState(newId)
  const raise = useCommand('followUp.raiseConcern', { refreshes: showsContacts, success: t('concern.saved'), onDone: () => { setId(newId()); onClose() } })
  return (
    <Dialog open={open} onClose={onClose} title={t('concern.title')}>
      <Form schema={RaiseConcernInput} initial={{ id, agreementId, raisedBy: 'employer' }} submit={t('concern.save')} onSubmit={raise.run} refusals={raise.refusals} pending={raise.pending} onCancel={onClose}>
        {({ field }) => <>
          <RadioGroup {...field('raisedBy', t('concern.raisedBy'))} options={(['participant', 'employer', 'municipality'] as const).map((value) => ({ value, label: t(`party.${value}`) }))} />
          <TextArea {...field('note', t('concern.note'))} description={t('note.noteHelp')} rows={3} />
          <DateField {...field('answerDue', t('concern.answerDue'))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Answers what was raised. */
export function AnswerDialog({ concern, open, onClose }: { concern: FollowUp; open: boolean; onClose: () => void }) {
  const t = useText('follow-up')
  const answer = useCommand('followUp.answerConcern', { refreshes: showsContacts, success: t('answer.saved'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('answer.title')}>
      <p className="quoted">{concern.note}</p>
      <Form schema={AnswerConcernInput} initial={{ id: concern.id, version: concern.version }} submit={t('answer.save')} onSubmit={answer.run} refusals={answer.refusals} pending={answer.pending} onCancel={onClose} onReload={answer.refresh}>
        {({ field }) => <TextArea {...field('answer', t('answer.text'))} rows={3} />}
      </Form>
    </Dialog>
  )
}
