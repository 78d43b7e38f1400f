import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { OccupationField } from '#web/OccupationField.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveTaskListInput } from '../proof.schema.ts'
import { linesOf } from './words.ts'

type List = Output<'competence.listTaskLists'>['lists'][number]

function ListDialog({ list, onClose }: { list: List | undefined; onClose: () => void }) {
  const t = useText('proof')
  const [id] = useState(newId)
  const [lines, setLines] = useState(() => list?.tasks.join('\n'))
  const save = useCommand('competence.saveTaskList', { refreshes: ['competence.listTaskLists', 'competence.getProof'], success: t('lists.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('lists.form')}>
      <Form schema={SaveTaskListInput} initial={{ id, isActive: true, occupationCode: null, tasks: [], ...list }} submit={t('save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={save.refresh}>
        {({ field, set }) => <>
          <TextField {...field('name', t('lists.name'))} />
          <OccupationField {...field('occupationCode', t('lists.occupation'))} valueLabel={list?.occupationCode ? `${list.occupationCode} ${list.occupationName ?? ''}`.trim() : undefined} />
          <TextArea {...field('tasks', t('lists.tasks'))} description={t('lists.tasksHelp')} rows={9} value={lines} onChange={(text) => { setLines(text); set('tasks', linesOf(text)) }} />
          <Checkbox {...field('isActive', t('lists.isActive'))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** The municipality's short lists, by name. */
export function ListsSection() {
  const t = useText('proof')
  const query = useApi('competence.listTaskLists', {})
  const [editing, setEditing] = useState<List | 'new'>()
  return (
    <Loaded query={query} rows={4}>{({ lists, actions }) => (
      <Section title={t('lists.title')} count={lists.length} description={t('lists.help')} actions={actions.includes('change') && <Button icon="plus" onClick={() => setEditing('new')}>{t('lists.add')}</Button>}>
        {lists.length === 0 ? <EmptyState title={t('lists.empty')}>{t('lists.emptyHelp')}</EmptyState> : <ul className="proof-list">{lists.map((list) => (
          <li key={list.id}><div><p><strong>{list.name}</strong> {!list.isActive && <Tag>{t('lists.notActive')}</Tag>}</p>
            <p className="proof-quiet">{[list.occupationCode && `${list.occupationCode} ${list.occupationName ?? ''}`, t('lists.count', { count: list.tasks.length })].filter(Boolean).join(' · ')}</p>
            <p>{list.tasks.join(' · ')}</p></div>
            {actions.includes('change') && <Button kind="quiet" icon="edit" iconOnly onClick={() => setEditing(list)}>{t('lists.change', { name: list.name })}</Button>}</li>))}</ul>}
        {editing !== undefined && <ListDialog list={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
      </Section>)}</Loaded>
  )
}
