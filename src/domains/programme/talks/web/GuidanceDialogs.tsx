import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { OccupationField } from '#web/OccupationField.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { FINAL_GOALS } from '#rules/person-facts.ts'
import { OrderGuidanceInput, RecordGuidanceInput } from '../guidance/guidance.schema.ts'
import type { Guidance } from './words.ts'
import { showsGuidance } from './words.ts'

type Props = { guidance: Guidance; onClose: () => void }

/** Refers her to a career centre: the one somebody was last referred to, unless another is written. */
export function OrderGuidanceDialog({ guidance: { personId, step, usual }, onClose }: Props) {
  const t = useText('talks')
  const { today } = useMe()
  const [id] = useState(newId)
  const order = useCommand('programme.orderGuidance', { refreshes: showsGuidance, success: t('guidance.ordered'), onDone: onClose })
  const known = step?.receiver ? step : usual
  const initial = { id: step?.id ?? id, personId, ...(step && { version: step.version }), receiver: known?.receiver ?? '', receiverEmail: known?.receiverEmail ?? null, receiverAddress: known?.receiverAddress ?? null, orderedOn: step?.orderedOn ?? today, plannedOn: step?.plannedOn ?? null }
  return (
    <Dialog open onClose={onClose} title={t('guidance.order')} wide>
      <Form schema={OrderGuidanceInput} initial={initial} submit={t('guidance.orderSave')} onSubmit={order.run} refusals={order.refusals} pending={order.pending} onCancel={onClose} onReload={() => { void order.refresh() }}>
        {({ field }) => <>
          <TextField {...field('receiver', t('guidance.receiver'))} description={t('guidance.receiverHelp')} />
          <TextField {...field('receiverEmail', t('guidance.email'))} />
          <TextField {...field('receiverAddress', t('guidance.address'))} />
          <div className="form__row"><DateField {...field('orderedOn', t('guidance.orderedOn'))} /><DateField {...field('plannedOn', t('guidance.plannedOn'))} /></div>
        </>}
      </Form>
    </Dialog>
  )
}

/** What the guidance came to, when it comes back. */
export function RecordGuidanceDialog({ guidance: { recommended }, step, onClose }: Props & { step: NonNullable<Guidance['step']> }) {
  const t = useText('talks')
  const plan = useText('plan')
  const { today } = useMe()
  const record = useCommand('programme.recordGuidance', { refreshes: showsGuidance, success: t('guidance.recorded'), onDone: onClose })
  const initial = { id: step.id, version: step.version, doneOn: step.doneOn ?? step.plannedOn ?? today, recommendedGoal: recommended?.finalGoal ?? null, occupationCode: recommended?.occupationCode ?? null, proposals: recommended?.proposals ?? null, deviation: step.deviation }
  return (
    <Dialog open onClose={onClose} title={t('guidance.record')} wide>
      <Form schema={RecordGuidanceInput} initial={initial} submit={t('guidance.recordSave')} onSubmit={record.run} refusals={record.refusals} pending={record.pending} onCancel={onClose} onReload={() => { void record.refresh() }}>
        {({ field }) => <>
          <DateField {...field('doneOn', t('guidance.doneOn'))} />
          <Select {...field('recommendedGoal', t('guidance.goal'))} options={FINAL_GOALS.map((value) => ({ value, label: plan(`goal.${value}`) }))} />
          <OccupationField {...field('occupationCode', t('guidance.occupation'))} valueLabel={recommended?.occupationName ?? undefined} />
          <TextArea {...field('proposals', t('guidance.proposals'))} description={t('guidance.proposalsHelp')} rows={4} />
          <TextArea {...field('deviation', t('guidance.orderDeviation'))} rows={2} />
        </>}
      </Form>
    </Dialog>
  )
}
