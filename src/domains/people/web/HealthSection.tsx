import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'
import { SaveHealthNoteInput } from '../person.schema.ts'

type Note = Output<'people.listHealthNotes'>['rows'][number]

function NoteForm({ personId, note, onClose }: { personId: string; note: Note | undefined; onClose: () => void }) {
  const t = useText('people')
  const { today } = useMe()
  const [id] = useState(newId)
  const save = useCommand('people.saveHealthNote', { refreshes: ['people.listHealthNotes', 'competence.getCompetence'], success: t('health.saved'), onDone: onClose })
  return (
    <Form schema={SaveHealthNoteInput} initial={note ? { ...note, personId } : { id, personId, notedOn: today }} submit={t('health.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending}
      onReload={() => { void save.refresh() }} onCancel={onClose}>
      {({ field }) => <>
        <DateField {...field('notedOn', t('health.notedOn'))} />
        <TextArea {...field('body', t('health.body'))} description={t('health.bodyHelp')} rows={5} />
        <TextArea {...field('consequence', t('health.consequence'))} description={t('health.consequenceHelp')} rows={2} />
        <Checkbox {...field('tellOthers', t('health.tellOthers'))} description={t('health.tellOthersHelp')} />
      </>}
    </Form>
  )
}

/** The health compartment: seen by the health service alone. */
export function HealthSection({ personId }: { personId: string }) {
  const t = useText('people')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState<Note | 'new'>()
  const query = useApi('people.listHealthNotes', { personId })
  const add = query.data?.actions.includes('write') && <Button icon="plus" onClick={() => setOpen('new')}>{t('health.add')}</Button>
  return (
    <Section title={t('tab.health')} description={t('health.help')} actions={add}>
      <Loaded query={query}>{({ rows, actions }) => rows.length === 0 ? <EmptyState title={t('health.empty')} /> : (
        <Timeline items={rows.map((note) => ({ id: note.id, when: formatDate(note.notedOn, 'long'), title: note.consequence ?? t('health.note'),
          text: <><p className="people-note">{note.body}</p>{actions.includes('write') && <Button kind="quiet" icon="edit" onClick={() => setOpen(note)}>{t('health.edit')}</Button>}</> }))} />
      )}</Loaded>
      <Dialog open={open !== undefined} onClose={() => setOpen(undefined)} title={t(open === 'new' ? 'health.add' : 'health.edit')}>
        <NoteForm personId={personId} note={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      </Dialog>
    </Section>
  )
}
