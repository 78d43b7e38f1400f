import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { WithoutPlan } from '../groups.schema.ts'
import { ConfirmWhereaboutsInput, PlanNextStepInput, WhereaboutsState } from '../groups.schema.ts'

const refreshes = ['programme.listWithoutPlan'] as const

/** What happens next with one who has no plan, when, and who sees to it. */
export function NextStepDialog({ row, owners, onClose }: { row: WithoutPlan; owners: readonly { id: string; name: string }[]; onClose: () => void }) {
  const t = useText('overview')
  const { account } = useMe()
  const [id] = useState(newId)
  const plan = useCommand('programme.planNextStep', { refreshes, success: t('step.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('step.title')}>
      <Form schema={PlanNextStepInput} initial={{ id, personId: row.personId, step: '', ownerId: account.id }} submit={t('step.save')} onSubmit={plan.run} refusals={plan.refusals} pending={plan.pending} onCancel={onClose}>
        {({ field }) => <>
          <TextField {...field('step', t('step.what'))} description={t('step.whatHelp')} />
          <DateField {...field('dueOn', t('step.due'))} />
          <Select {...field('ownerId', t('step.owner'))} options={owners.map((one) => ({ value: one.id, label: one.name }))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Where she is, and when that was confirmed. */
export function WhereaboutsDialog({ row, onClose }: { row: WithoutPlan; onClose: () => void }) {
  const t = useText('overview')
  const { today } = useMe()
  const [id] = useState(newId)
  const confirm = useCommand('programme.confirmWhereabouts', { refreshes, success: t('where.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('where.title')}>
      <Form schema={ConfirmWhereaboutsInput} initial={{ id, personId: row.personId, version: row.whereabouts?.version, state: row.whereabouts?.state ?? 'present', confirmedOn: today, note: null }} submit={t('where.save')}
        onSubmit={confirm.run} refusals={confirm.refusals} pending={confirm.pending} onCancel={onClose} onReload={confirm.refresh}>
        {({ field }) => <>
          <RadioGroup {...field('state', t('where.title'))} options={WhereaboutsState.options.map((value) => ({ value, label: t(`where.${value}`) }))} />
          <DateField {...field('confirmedOn', t('where.on'))} />
          <TextField {...field('note', t('where.note'))} />
        </>}
      </Form>
    </Dialog>
  )
}
