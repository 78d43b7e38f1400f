import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveCaseInput, type Case } from '../recognition.schema.ts'
import { showsRecognition } from './words.ts'

/** Who has the case, its number at the authority, and when somebody looks at it next. */
export function CaseDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const t = useText('recognition')
  const colleagues = useApi('people.listAdvisers', {})
  const save = useCommand('competence.saveRecognition', { refreshes: showsRecognition, success: t('change.saved'), onDone: onClose })
  const { id, version, responsibleId, caseNumber, nextCheckOn, profession, note } = one
  return (
    <Dialog open onClose={onClose} title={t('change.title')}>
      <Form schema={SaveCaseInput} initial={{ id, version, responsibleId, caseNumber, nextCheckOn, profession, note }} submit={t('change.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={save.refresh}>
        {({ field }) => <>
          <Select {...field('responsibleId', t('fact.responsible'))} options={(colleagues.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))} />
          <TextField {...field('caseNumber', t('fact.caseNumber'))} />
          <DateField {...field('nextCheckOn', t('fact.nextCheck'))} description={t('change.nextCheckHelp')} />
          <TextField {...field('profession', t('open.profession'))} />
          <TextArea {...field('note', t('fact.note'))} description={t('change.noteHelp')} rows={3} />
        </>}
      </Form>
    </Dialog>
  )
}
