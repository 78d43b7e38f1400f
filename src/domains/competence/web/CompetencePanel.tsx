import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { Competence, EntryKind } from '../competence.schema.ts'
import './competence.css'
import { EntryForm, type Editing } from './EntryForm.tsx'
import { EntryList, type Entry } from './EntryList.tsx'
import { LanguagePictures } from './LanguagePictures.tsx'
import { useEntries } from './useEntries.tsx'

const KINDS = ['work', 'education', 'skill', 'certificate', 'wish'] as const satisfies readonly EntryKind[]

function Parts({ personId, competence }: { personId: string; competence: Competence }) {
  const t = useText('competence')
  const [editing, setEditing] = useState<Editing>()
  const [removing, setRemoving] = useState<{ kind: EntryKind; entry: Entry }>()
  const remove = useCommand('competence.removeEntry', { refreshes: ['competence.getCompetence'], success: t('removed'), onDone: () => setRemoving(undefined) })
  const entries = useEntries(competence)
  const mayChange = competence.actions.includes('change')
  const add = (kind: EntryKind) => mayChange && <Button icon="plus" onClick={() => setEditing({ kind, value: undefined })}>{t(`add.${kind}`)}</Button>
  const ask = (kind: EntryKind) => (entry: Entry): void => { remove.reset(); setRemoving({ kind, entry }) }
  return (
    <div className="competence-stack">
      <Section title={t('title.language')} actions={add('language')}>
        <LanguagePictures languages={competence.languages} onEdit={mayChange ? (value) => setEditing({ kind: 'language', value }) : undefined} onRemove={mayChange ? ask('language') : undefined} />
      </Section>
      {KINDS.map((kind) => (
        <Section key={kind} title={t(`title.${kind}`)} actions={add(kind)}>
          <EntryList empty={t(`empty.${kind}`)} entries={entries[kind]} onEdit={mayChange ? (entry) => setEditing({ kind, value: entry.value } as Editing) : undefined /* the list is of this kind */} onRemove={mayChange ? ask(kind) : undefined} />
        </Section>
      ))}
      <Dialog open={editing !== undefined} onClose={() => setEditing(undefined)} title={editing ? t(`add.${editing.kind}`) : ''}>
        {editing && <EntryForm personId={personId} editing={editing} onClose={() => setEditing(undefined)} />}
      </Dialog>
      <ConfirmDialog open={removing !== undefined} onClose={() => setRemoving(undefined)} title={t('remove.title')} consequences={[t('remove.consequence', { what: removing?.entry.title ?? '' }), t('remove.matching')]}
        confirm={t('remove.confirm')} danger pending={remove.pending} refusals={remove.refusals} onConfirm={() => { if (removing) void remove.run({ kind: removing.kind, id: removing.entry.id, personId }) }} />
    </div>
  )
}

/** What a person can: language as pictures, then work, education, skills, papers and wishes, each with how it is known. */
export function CompetencePanel({ id }: { id: string }) {
  return <Loaded query={useApi('competence.getCompetence', { personId: id })} rows={8}>{(competence) => <Parts personId={id} competence={competence} />}</Loaded>
}
