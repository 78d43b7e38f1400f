import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import type { FollowUp } from '../follow-up.schema.ts'
import { MoveContactInput, PlanContactInput } from '../follow-up.schema.ts'
import { showsContacts } from './words.ts'

/** Plans a contact for a day. */
export function PlanDialog({ agreementId, open, onClose }: { agreementId: string; open: boolean; onClose: () => void }) {
  const t = useText('follow-up')
  const [id, setId] = useState(newId)
  const plan = useCommand('followUp.planContact', { refreshes: showsContacts, success: t('plan.saved'), onDone: () => { setId(newId()); onClose() } })
  return (
    <Dialog open={open} onClose={onClose} title={t('plan.title')}>
      <Form schema={PlanContactInput} initial={{ id, agreementId, kind: 'visit' }} submit={t('plan.save')} onSubmit={plan.run} refusals={plan.refusals} pending={plan.pending} onCancel={onClose}>
        {({ field }) => <>
          <RadioGroup {...field('kind', t('note.kind'))} options={(['visit', 'call', 'meeting'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <DateField {...field('dueOn', t('plan.dueOn'))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Moves a planned contact to another day. */
export function MoveDialog({ contact, open, onClose }: { contact: FollowUp; open: boolean; onClose: () => void }) {
  const t = useText('follow-up')
  const move = useCommand('followUp.moveContact', { refreshes: showsContacts, success: t('move.saved'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('move.title')}>
      <Form schema={MoveContactInput} initial={{ id: contact.id, version: contact.version, dueOn: contact.dueOn ?? undefined }} submit={t('move.save')} onSubmit={move.run} refusals={move.refusals} pending={move.pending} onCancel={onClose} onReload={move.refresh}>
        {({ field }) => <DateField {...field('dueOn', t('plan.dueOn'))} />}
      </Form>
    </Dialog>
  )
}
