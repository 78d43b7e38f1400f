import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { PlainDate } from '#shared/date.ts'
import type { Exit, ExitStep } from '../exit.schema.ts'
import { SettleStepInput } from '../exit.schema.ts'
import { showsExit } from './words.ts'

/** The empty details of the two steps that have any. */
const emptyDetails = (kind: ExitStep['kind'], exit: Exit, today: PlainDate): Pick<ExitStep, 'norwegian' | 'gap'> => ({
  norwegian: kind === 'norwegian' ? { form: 'evening', provider: '', hoursPerWeek: 4, from: exit.lastDay ?? today, agreedWithEmployer: false } : null,
  gap: kind === 'gap' ? { lastBenefitOn: exit.lastDay ?? today, firstMoneyOn: exit.lastDay ?? today, from: 'wage', coveredBy: '' } : null,
})

/** Settles one step: done on a day, or not needed and why. */
export function SettleDialog({ exit, step, onClose }: { exit: Exit; step: ExitStep; onClose: () => void }) {
  const t = useText('exit')
  const today = PlainDate.parse(useMe().today)
  const [id] = useState(newId)
  const settle = useCommand('programme.settleExitStep', { refreshes: showsExit, success: t('settle.saved'), onDone: onClose })
  const empty = emptyDetails(step.kind, exit, today)
  const initial = { id: step.id ?? id, participationId: exit.participationId, version: step.version ?? undefined, kind: step.kind, doneOn: step.state === 'not_needed' ? null : step.doneOn ?? today,
    notNeeded: step.state === 'not_needed', note: step.note, norwegian: step.norwegian ?? empty.norwegian, gap: step.gap ?? empty.gap }
  return (
    <Dialog open onClose={onClose} title={t(`step.${step.kind}`)}>
      <Form schema={SettleStepInput} initial={initial} submit={t('settle.save')} refusals={settle.refusals} pending={settle.pending} onCancel={onClose} onReload={settle.refresh}
        onSubmit={(input) => settle.run({ ...input, doneOn: input.notNeeded ? null : input.doneOn, norwegian: input.notNeeded ? null : input.norwegian, gap: input.notNeeded ? null : input.gap })}>
        {({ field, values }) => <>
          <Checkbox {...field('notNeeded', t('settle.notNeeded'))} />
          {values.notNeeded !== true && <DateField {...field('doneOn', t('settle.doneOn'))} />}
          {values.notNeeded !== true && step.kind === 'norwegian' && <>
            <RadioGroup {...field('norwegian.form', t('detail.form'))} options={(['evening', 'weekend', 'digital', 'at_work', 'daytime'] as const).map((value) => ({ value, label: t(`form.${value}`) }))} />
            <TextField {...field('norwegian.provider', t('detail.provider'))} />
            <NumberField {...field('norwegian.hoursPerWeek', t('detail.hours'))} />
            <DateField {...field('norwegian.from', t('detail.from'))} />
            <Checkbox {...field('norwegian.agreedWithEmployer', t('detail.agreed'))} /></>}
          {values.notNeeded !== true && step.kind === 'gap' && <>
            <DateField {...field('gap.lastBenefitOn', t('detail.lastBenefitOn'))} />
            <DateField {...field('gap.firstMoneyOn', t('detail.firstMoneyOn'))} />
            <RadioGroup {...field('gap.from', t('detail.money'))} options={(['wage', 'study_support', 'nav', 'other'] as const).map((value) => ({ value, label: t(`money.${value}`) }))} />
            <TextField {...field('gap.coveredBy', t('detail.coveredBy'))} /></>}
          <TextArea {...field('note', t(values.notNeeded === true ? 'settle.why' : 'settle.note'))} rows={3} />
        </>}
      </Form>
    </Dialog>
  )
}
