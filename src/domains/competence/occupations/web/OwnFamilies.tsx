import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { OccupationNames, OccupationsField } from '#web/OccupationsField.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveFamilyInput } from '../occupations.schema.ts'

type Family = Output<'competence.getOccupationSources'>['own'][number]
const SHOWN_BY = ['competence.getOccupationSources', 'competence.nearOccupations'] as const

function FamilyForm({ family, onClose }: { family: Family | undefined; onClose: () => void }) {
  const t = useText('occupations')
  const [id] = useState(() => family?.id ?? newId())
  const save = useCommand('competence.saveFamily', { refreshes: [...SHOWN_BY], success: t('own.saved'), onDone: onClose })
  const initial = family ? { id, version: family.version, name: family.name, source: family.source, codes: family.codes } : { id, codes: [] }
  return (
    <Form schema={SaveFamilyInput} initial={initial} submit={t('save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={() => { void save.refresh() }}>
      {({ field }) => <>
        <TextField {...field('name', t('own.name'))} />
        <OccupationsField {...field('codes', t('own.codes'))} description={t('own.codesHelp')} />
        <TextField {...field('source', t('own.why'))} description={t('own.whyHelp')} />
      </>}
    </Form>
  )
}

function Remove({ family, onClose }: { family: Family | undefined; onClose: () => void }) {
  const t = useText('occupations')
  const remove = useCommand('competence.removeFamily', { refreshes: [...SHOWN_BY], success: t('own.removed'), onDone: onClose })
  return <ConfirmDialog open={family !== undefined} onClose={onClose} title={t('own.removeTitle', { name: family?.name ?? '' })} confirm={t('remove')} danger consequences={[t('own.removeConsequence')]}
    pending={remove.pending} refusals={remove.refusals} onConfirm={() => { if (family) void remove.run({ id: family.id }) }} />
}

/** The families the municipality has made itself, each with its reason. */
export function OwnFamilies({ families, mayChange }: { families: readonly Family[]; mayChange: boolean }) {
  const t = useText('occupations')
  const { formatDate } = useFormat()
  const [editing, setEditing] = useState<Family | 'new'>()
  const [removing, setRemoving] = useState<Family>()
  const close = (): void => setEditing(undefined)
  const buttons = (family: Family) => <span className="row-buttons">
    <Button kind="quiet" icon="edit" iconOnly onClick={() => setEditing(family)}>{t('own.change', { name: family.name })}</Button>
    <Button kind="quiet" icon="bin" iconOnly onClick={() => setRemoving(family)}>{t('own.remove', { name: family.name })}</Button>
  </span>
  return (
    <Section title={t('own')} description={t('ownHelp')} actions={mayChange && <Button icon="plus" onClick={() => setEditing('new')}>{t('own.new')}</Button>}>
      {families.length === 0 ? <EmptyState title={t('ownEmpty')}>{t('ownEmptyHelp')}</EmptyState> : <Table caption={t('own')} hideCaption rows={families} rowKey={({ id }) => id} columns={[
        { key: 'name', header: t('own.name'), names: true, cell: ({ name }) => name },
        { key: 'codes', header: t('own.codes'), cell: ({ codes }) => <OccupationNames codes={codes} /> },
        { key: 'why', header: t('own.why'), cell: ({ source, on }) => [source, on && formatDate(on)].filter(Boolean).join(', ') },
        ...(mayChange ? [{ key: 'actions', header: t('actions'), cell: buttons }] : []),
      ]} />}
      <Dialog open={editing !== undefined} onClose={close} title={editing === 'new' || editing === undefined ? t('own.new') : t('own.change', { name: editing.name })}>
        {editing !== undefined && <FamilyForm key={editing === 'new' ? 'new' : `${editing.id} ${editing.version}`} family={editing === 'new' ? undefined : editing} onClose={close} />}
      </Dialog>
      <Remove family={removing} onClose={() => setRemoving(undefined)} />
    </Section>
  )
}
