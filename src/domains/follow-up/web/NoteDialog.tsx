import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { FollowUp } from '../follow-up.schema.ts'
import { NoteContactInput } from '../follow-up.schema.ts'
import { showsContacts } from './words.ts'

const kinds = ['call', 'visit', 'meeting', 'message'] as const

/** A call or visit noted in under a minute (PLA-21): three taps and, if one likes, a sentence. */
export function NoteDialog({ agreementId, planned, open, onClose }: { agreementId: string; planned?: FollowUp; open: boolean; onClose: () => void }) {
  const t = useText('follow-up')
  const { today } = useMe()
  const [fresh, setFresh] = useState(newId)
  const note = useCommand('followUp.noteContact', { refreshes: showsContacts, success: t('note.saved'), onDone: () => { setFresh(newId()); onClose() } })
  const kind = planned && planned.kind !== 'concern' ? planned.kind : 'call'
  const initial = { id: planned?.id ?? fresh, agreementId, version: planned?.version, kind, doneOn: today, talkedWith: [], mood: null, note: null, nextStep: null, nextStepDue: null }
  return (
    <Dialog open={open} onClose={onClose} title={t('note.title')}>
      <Form schema={NoteContactInput} initial={initial} submit={t('note.save')} draft={`followUp.note.${planned?.id ?? agreementId}`}
        onSubmit={note.run} refusals={note.refusals} pending={note.pending} onCancel={onClose}>
        {({ field }) => (
          <>
            <RadioGroup {...field('kind', t('note.kind'))} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
            <CheckboxGroup {...field('talkedWith', t('note.talkedWith'))} options={(['participant', 'employer'] as const).map((value) => ({ value, label: t(`party.${value}`) }))} />
            <RadioGroup {...field('mood', t('note.mood'))} options={(['good', 'so_so', 'bad'] as const).map((value) => ({ value, label: t(`mood.${value}`) }))} />
            <TextArea {...field('note', t('note.note'))} description={t('note.noteHelp')} rows={3} />
            <DateField {...field('doneOn', t('note.doneOn'))} />
            <TextField {...field('nextStep', t('note.nextStep'))} />
            <DateField {...field('nextStepDue', t('note.nextStepDue'))} />
          </>
        )}
      </Form>
    </Dialog>
  )
}
