import { useDeferredValue, useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import type { z } from 'zod'
import { Combobox } from '#web/ui/Combobox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import type { FieldProps } from '#web/ui/field.ts'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { StartTrialInput, type Proof } from '../proof.schema.ts'
import { linesOf, showsProof } from './words.ts'

type Tools = FormTools<z.input<typeof StartTrialInput>>

function EmployerField(props: FieldProps<string> & { label: string }) {
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const found = useApi('employers.listEmployers', { text }, { enabled: text.length > 1, keep: true })
  const options = (found.data?.rows ?? []).map(({ id, name, place }) => ({ value: id, label: name, description: place ?? undefined }))
  return <Combobox {...props} options={options} onSearch={setTyped} searching={found.isFetching} />
}

function Tasks({ proof, tools: { field, set } }: { proof: Proof; tools: Tools }) {
  const t = useText('proof')
  const [listId, setListId] = useState<string>()
  const [lines, setLines] = useState<string>()
  const take = (text: string | undefined): void => { setLines(text); set('tasks', linesOf(text).map((task) => ({ id: newId(), task }))) }
  const choose = (id: string | undefined): void => {
    setListId(id)
    const list = proof.lists.find((one) => one.id === id)
    if (!list) return
    set('name', list.name)
    set('occupationCode', list.occupationCode)
    take(list.tasks.join('\n'))
  }
  return <>
    {proof.lists.length > 0 && <Select id="trial-list" name="list" label={t('trial.list')} empty={t('trial.ownList')} value={listId} onChange={choose} options={proof.lists.map(({ id, name }) => ({ value: id, label: name }))} />}
    <TextField {...field('name', t('trial.name'))} />
    <TextArea {...field('tasks', t('lists.tasks'))} description={t('lists.tasksHelp')} rows={8} value={lines} onChange={take} />
  </>
}

/** Begins a trial: where, and against which tasks. */
export function StartTrialDialog({ proof, onClose }: { proof: Proof; onClose: () => void }) {
  const t = useText('proof')
  const { today, account } = useMe()
  const { formatDate } = useFormat()
  const [id] = useState(newId)
  const start = useCommand('competence.startTrial', { refreshes: showsProof, success: t('trial.saved'), onDone: onClose })
  const [newest] = proof.placements
  return (
    <Dialog open onClose={onClose} title={t('trial.start')}>
      <Form schema={StartTrialInput} initial={{ id, personId: proof.personId, startsOn: today, responsibleId: account.id, agreementId: newest?.id ?? null, employerId: null, occupationCode: null, tasks: [] }} submit={t('trial.save')}
        onSubmit={(input) => start.run({ ...input, employerId: input.agreementId ? null : input.employerId })} refusals={start.refusals} pending={start.pending} onCancel={onClose}>
        {(tools) => <>
          {proof.placements.length > 0 && <Select {...tools.field('agreementId', t('trial.where'))} description={t('trial.whereHelp')} empty={t('trial.apart')} options={proof.placements.map((one) => ({ value: one.id, label: [one.employerName, one.fromDate && formatDate(one.fromDate)].filter(Boolean).join(', ') }))} />}
          {!tools.values.agreementId && <EmployerField {...tools.field('employerId', t('trial.employer'))} />}
          <DateField {...tools.field('startsOn', t('trial.startsOn'))} />
          <Tasks proof={proof} tools={tools} />
        </>}
      </Form>
    </Dialog>
  )
}
