import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { CodeOutcomeInput, NotHiredReason, Outcome } from '../evaluation.schema.ts'
import { showsEvaluation } from './words.ts'

/** How it ended, coded so that it can be counted (PLA-09). */
export function OutcomeDialog({ page, open, onClose }: { page: Output<'followUp.getEvaluation'>; open: boolean; onClose: () => void }) {
  const t = useText('follow-up')
  const { today } = useMe()
  const code = useCommand('followUp.codeOutcome', { refreshes: showsEvaluation, success: t('outcome.saved'), onDone: onClose })
  const initial = { agreementId: page.agreementId, version: page.agreementVersion, outcome: page.outcome ?? undefined, outcomeOn: page.outcomeOn ?? (page.lastDay < today ? page.lastDay : today), hired: page.hired, notHiredReason: page.notHiredReason }
  return (
    <Dialog open={open} onClose={onClose} title={t('evaluation.codeOutcome')}>
      <Form schema={CodeOutcomeInput} initial={initial} submit={t('outcome.save')} refusals={code.refusals} pending={code.pending} onCancel={onClose} onReload={code.refresh}
        onSubmit={(input) => code.run({ ...input, hired: input.outcome === 'hired' ? input.hired : null, notHiredReason: input.outcome === 'not_hired' ? input.notHiredReason : null })}>
        {({ field, values }) => <>
          <RadioGroup {...field('outcome', t('outcome.title'))} options={Outcome.options.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
          {values.outcome === 'hired' && <>
            <NumberField {...field('hired.percent', t('outcome.percent'))} />
            <RadioGroup {...field('hired.form', t('outcome.form'))} options={(['permanent', 'temporary', 'seasonal', 'on_call'] as const).map((value) => ({ value, label: t(`outcome.form.${value}`) }))} />
            <TextField {...field('hired.where', t('outcome.where'))} description={t('outcome.whereHelp')} /></>}
          {values.outcome === 'not_hired' && <RadioGroup {...field('notHiredReason', t('outcome.reason'))} options={NotHiredReason.options.map((value) => ({ value, label: t(`outcome.reason.${value}`) }))} />}
          <DateField {...field('outcomeOn', t('outcome.on'))} />
        </>}
      </Form>
    </Dialog>
  )
}
