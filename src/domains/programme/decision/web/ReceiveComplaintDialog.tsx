import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { Complainant, ReceiveComplaintInput, ReceivedHow } from '../complaint.schema.ts'
import type { Decision } from './words.ts'

/** Takes in a complaint about one decision. */
export function ReceiveComplaintDialog({ decision, open, onClose }: { decision: Decision; open: boolean; onClose: () => void }) {
  const t = useText('decision')
  const { today } = useMe()
  const [id, setId] = useState(newId)
  const receive = useCommand('programme.receiveComplaint', { refreshes: ['programme.listDecisions'], success: ({ inTime }) => t(inTime === false ? 'complaint.receivedLate' : 'complaint.received'), onDone: () => { setId(newId()); onClose() } })
  return (
    <Dialog open={open} onClose={onClose} title={t('complaint.receive')} wide>
      <Form schema={ReceiveComplaintInput} initial={{ id, decisionId: decision.id, receivedOn: today, complainant: 'participant' }} submit={t('complaint.receive')} onSubmit={receive.run} refusals={receive.refusals} pending={receive.pending} onCancel={onClose}>
        {({ field, values }) => <>
          <DateField {...field('receivedOn', t('complaint.receivedOn'))} />
          <RadioGroup {...field('receivedHow', t('complaint.receivedHow'))} options={ReceivedHow.options.map((value) => ({ value, label: t(`complaint.how.${value}`) }))} />
          <RadioGroup {...field('complainant', t('complaint.who'))} options={Complainant.options.map((value) => ({ value, label: t(`complaint.who.${value}`) }))} />
          {values.complainant === 'representative' && <TextField {...field('complainantName', t('complaint.whoName'))} />}
          <TextArea {...field('body', t('complaint.body'))} description={t('complaint.bodyHelp')} rows={5} />
          <TextArea {...field('lateAcceptedWhy', t('complaint.lateWhy'))} rows={2} />
        </>}
      </Form>
    </Dialog>
  )
}
