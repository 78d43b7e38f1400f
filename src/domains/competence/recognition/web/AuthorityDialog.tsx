import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveAuthorityInput, type Authority } from '../recognition.schema.ts'
import { showsRecognition } from './words.ts'

/** How long an answer takes, with where that stands and when it was read. */
export function AuthorityDialog({ authority, onClose }: { authority: Authority; onClose: () => void }) {
  const t = useText('recognition')
  const save = useCommand('competence.saveRecognitionAuthority', { refreshes: showsRecognition, success: t('authority.saved'), onDone: onClose })
  const { id, version, expectedWeeks, source, sourceOn } = authority
  return (
    <Dialog open onClose={onClose} title={t('authority.title', { name: authority.name })}>
      <Form schema={SaveAuthorityInput} initial={{ id, version, expectedWeeks, source, sourceOn }} submit={t('authority.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={save.refresh}>
        {({ field }) => <>
          <p>{t('authority.help')}</p>
          <NumberField {...field('expectedWeeks', t('authority.weeks'))} />
          <TextField {...field('source', t('authority.source'))} description={t('authority.sourceHelp')} />
          <DateField {...field('sourceOn', t('authority.sourceOn'))} />
        </>}
      </Form>
    </Dialog>
  )
}
