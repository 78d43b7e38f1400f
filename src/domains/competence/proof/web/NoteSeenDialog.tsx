import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { NoteSeenInput, Seen, type Trial } from '../proof.schema.ts'
import { showsProof } from './words.ts'

/** What the employer says was seen: task by task, with name and role of the one who saw it. */
export function NoteSeenDialog({ trial, onClose }: { trial: Trial; onClose: () => void }) {
  const t = useText('proof')
  const { today } = useMe()
  const note = useCommand('competence.noteTasksSeen', { refreshes: showsProof, success: t('trial.seenSaved'), onDone: onClose })
  const options = Seen.options.map((value) => ({ value, label: t(`seen.${value}`) }))
  return (
    <Dialog open onClose={onClose} title={t('trial.note')}>
      <Form schema={NoteSeenInput} initial={{ trialId: trial.id, seenOn: today, tasks: [] }} submit={t('save')} onSubmit={note.run} refusals={note.refusals} pending={note.pending} onCancel={onClose}>
        {({ field, values, set }) => <>
          <TextField {...field('seenBy', t('trial.seenBy'))} description={t('trial.seenByHelp')} />
          <TextField {...field('seenRole', t('trial.seenRole'))} />
          <DateField {...field('seenOn', t('trial.seenOn'))} />
          {trial.tasks.map((one) => {
            const others = (values.tasks ?? []).filter(({ id }) => id !== one.id)
            const chosen = values.tasks?.find(({ id }) => id === one.id)?.seen
            return <Select key={one.id} {...field('tasks', one.task)} id={`seen-${one.id}`} value={chosen} empty={one.seen ? t('seen.keep', { seen: t(`seen.${one.seen}`) }) : t('seen.open')} options={options}
              onChange={(seen) => set('tasks', seen === undefined ? others : [...others, { id: one.id, seen }])} />
          })}
        </>}
      </Form>
    </Dialog>
  )
}
