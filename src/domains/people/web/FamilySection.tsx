import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveFamilyTieInput } from '../person.schema.ts'
import { useChoices } from './words.ts'

type Person = Output<'people.getPerson'>

function AddRelative({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useText('people')
  const { relations } = useChoices()
  const [id] = useState(newId)
  const [text, setText] = useState('')
  const people = useApi('people.listPeople', { text, sort: 'nearness' }, { enabled: text.length > 1, keep: true })
  const save = useCommand('people.saveFamilyTie', { refreshes: ['people.getPerson'], success: t('family.saved'), onDone: onClose })
  const options = (people.data?.rows ?? []).filter((row) => row.id !== personId).map((row) => ({ value: row.id, label: `${row.givenName} ${row.familyName}`, description: row.birthDate ?? undefined }))
  return (
    <Form schema={SaveFamilyTieInput} initial={{ id, personId }} submit={t('family.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field, values }) => <>
        <Select {...field('relation', t('family.relation'))} options={relations} />
        <Combobox {...field('relativeId', t('family.inFotfeste'))} description={t('family.inFotfesteHelp')} options={options} onSearch={setText} searching={people.isFetching} />
        {!values.relativeId && <>
          <TextField {...field('relativeName', t('family.name'))} description={t('family.nameHelp')} />
          <NumberField {...field('relativeBirthYear', t('family.birthYear'))} />
        </>}
      </>}
    </Form>
  )
}

/** Her family as she has told of it: those who are in Fotfeste lead to their own page. */
export function FamilySection({ person }: { person: Person }) {
  const t = useText('people')
  const [adding, setAdding] = useState(false)
  const remove = useCommand('people.removeFamilyTie', { refreshes: ['people.getPerson'], success: t('family.removed') })
  const mayChange = person.actions.includes('change')
  const add = mayChange && <Button icon="plus" onClick={() => setAdding(true)}>{t('family.add')}</Button>
  return (
    <Section title={t('tab.family')} actions={person.family.length > 0 && add}>
      {person.family.length === 0 ? <EmptyState title={t('family.empty')} action={add}>{t('family.emptyHelp')}</EmptyState> : (
        <ul className="people-list">
          {person.family.map((tie) => (
            <li key={tie.id}>
              <span>{t(`relation.${tie.relation}`)}: <PersonName name={tie.name} to={tie.relativeId ? `/people/${tie.relativeId}` : undefined} />{tie.birthYear !== null && ` (${t('family.born', { year: String(tie.birthYear) })})`}</span>
              {mayChange && <Button kind="quiet" icon="bin" iconOnly pending={remove.pending} onClick={() => { void remove.run({ id: tie.id }) }}>{t('family.remove', { name: tie.name })}</Button>}
            </li>
          ))}
        </ul>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('family.add')}><AddRelative personId={person.id} onClose={() => setAdding(false)} /></Dialog>
    </Section>
  )
}
