import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { NoteToldInput, ToldHow } from '../decision.schema.ts'
import type { Decision } from './words.ts'

/** When and how she was told of a decision: from then the time for complaining runs. */
export function ToldDialog({ decision, open, onClose }: { decision: Decision; open: boolean; onClose: () => void }) {
  const t = useText('decision')
  const { today } = useMe()
  const note = useCommand('programme.noteTold', { refreshes: ['programme.listDecisions', 'programme.previewDecision'], success: t('told.saved'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('told.title')}>
      <p>{t('told.help')}</p>
      <Form schema={NoteToldInput} initial={{ id: decision.id, version: decision.version, toldOn: today }} submit={t('told.save')} onSubmit={note.run} refusals={note.refusals} pending={note.pending} onCancel={onClose} onReload={() => { void note.refresh() }}>
        {({ field }) => <>
          <DateField {...field('toldOn', t('told.on'))} />
          <RadioGroup {...field('toldHow', t('told.how'))} options={ToldHow.options.map((value) => ({ value, label: t(`told.how.${value}`) }))} />
        </>}
      </Form>
    </Dialog>
  )
}
