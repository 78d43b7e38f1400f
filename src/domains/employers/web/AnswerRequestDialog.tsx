import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { Request } from '../request.schema.ts'
import { AnswerRequestInput } from '../request.schema.ts'

/** What the employer answered. */
export function AnswerRequestDialog({ request, onClose }: { request: Request | undefined; onClose: () => void }) {
  const t = useText('employers')
  return <Dialog open={request !== undefined} onClose={onClose} title={t('request.answerThis')}>{request && <AnswerForm request={request} onClose={onClose} />}</Dialog>
}

function AnswerForm({ request, onClose }: { request: Request; onClose: () => void }) {
  const t = useText('employers')
  const { today } = useMe()
  const answer = useCommand('employers.answerRequest', { refreshes: ['employers.getEmployer', 'employers.listEmployers', 'employers.getPressure'], success: t('request.answered'), onDone: onClose })
  const now = request.answer === 'open' || request.answer === 'joined' ? undefined : request.answer
  return (
    <Form schema={AnswerRequestInput} initial={{ id: request.id, version: request.version, answeredOn: request.answeredOn ?? today, note: request.answerNote, ...(now && { answer: now }) }}
      onSubmit={answer.run} refusals={answer.refusals} pending={answer.pending} submit={t('save')} onCancel={onClose} onReload={() => { void answer.refresh() }}>
      {({ field }) => <>
        <p>{request.about}</p>
        <RadioGroup {...field('answer', t('request.answer'))} options={(['yes', 'later', 'no', 'withdrawn'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))} />
        <TextArea {...field('note', t('request.answerNote'))} rows={2} />
        <DateField {...field('answeredOn', t('request.askedOn'))} />
      </>}
    </Form>
  )
}
