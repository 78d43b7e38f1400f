import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Employer } from '../employer.schema.ts'
import { SaveEmployerRelationInput } from '../employer.schema.ts'

/** Capacity and limits, as the employer sees them (EMP-03, EMP-08). */
export function RelationSection({ employer }: { employer: Employer }) {
  const t = useText('employers')
  const { formatDate, formatNumber } = useFormat()
  const [open, setOpen] = useState(false)
  const day = (value: string | null) => value && formatDate(value)
  const facts = [
    { term: t('relation.seatsAtOnce'), value: employer.seatsAtOnce === null ? null : t('relation.seatsValue', { count: employer.seatsAtOnce }) },
    { term: t('relation.notWhen'), value: employer.notWhen },
    { term: t('relation.staffAskedOn'), value: day(employer.staffAskedOn) },
    { term: t('relation.requestCap'), value: employer.requestCap === null ? null : formatNumber(employer.requestCap) },
    { term: t('relation.fullUntil'), value: day(employer.fullUntil) },
    { term: t('relation.note'), value: employer.note },
  ]
  return (
    <Section title={t('relation.title')} description={t('relation.description')}
      actions={employer.actions.includes('changeRelation') && <Button icon="edit" onClick={() => setOpen(true)}>{t('relation.change')}</Button>}>
      <DefinitionList facts={facts} columns={2} />
      <Dialog open={open} onClose={() => setOpen(false)} title={t('relation.title')}><RelationForm employer={employer} onClose={() => setOpen(false)} /></Dialog>
    </Section>
  )
}

function RelationForm({ employer, onClose }: { employer: Employer; onClose: () => void }) {
  const t = useText('employers')
  const save = useCommand('employers.saveEmployerRelation', { refreshes: ['employers.getEmployer', 'employers.listEmployers'], success: t('relation.saved'), onDone: onClose })
  const { id, version, seatsAtOnce, staffAskedOn, notWhen, requestCap, fullUntil, note } = employer
  return (
    <Form schema={SaveEmployerRelationInput} initial={{ id, version, seatsAtOnce, staffAskedOn, notWhen, requestCap, fullUntil, note }} onSubmit={save.run} refusals={save.refusals}
      pending={save.pending} submit={t('save')} onCancel={onClose} onReload={() => { void save.refresh() }}>
      {({ field }) => <>
        <NumberField {...field('seatsAtOnce', t('relation.seatsAtOnce'))} />
        <TextField {...field('notWhen', t('relation.notWhen'))} description={t('relation.notWhenHelp')} />
        <DateField {...field('staffAskedOn', t('relation.staffAskedOn'))} description={t('relation.staffAskedHelp')} />
        <NumberField {...field('requestCap', t('relation.requestCap'))} description={t('relation.requestCapHelp')} />
        <DateField {...field('fullUntil', t('relation.fullUntil'))} />
        <TextArea {...field('note', t('relation.note'))} description={t('relation.noteHelp')} />
      </>}
    </Form>
  )
}
