import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { OccupationField } from '#web/OccupationField.tsx'
import { RecordCertificateInput, RecordSkillInput, RecordWishInput, type Certificate, type Skill, type Wish } from '../competence.schema.ts'
import type { EntryFormProps } from './entry.ts'
import { useChoices } from './words.ts'

/** One skill, and how it is known. */
export function SkillForm({ personId, value, onClose }: EntryFormProps<Skill>) {
  const t = useText('competence')
  const { evidence } = useChoices()
  const [id] = useState(newId)
  const save = useCommand('competence.recordSkill', { refreshes: ['competence.getCompetence'], success: t('saved'), onDone: onClose })
  return (
    <Form schema={RecordSkillInput} initial={{ id, evidence: 'claimed', ...value, personId }} submit={t('form.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field }) => <>
        <TextField {...field('name', t('form.skillName'))} description={t('form.skillNameHelp')} />
        <RadioGroup {...field('evidence', t('form.evidence'))} options={evidence} />
        <DateField {...field('knownOn', t('form.knownOn'))} />
        <TextField {...field('seenBy', t('form.seenBy'))} />
      </>}
    </Form>
  )
}

/** A paper: driving licence, trade certificate, authorisation, course. */
export function CertificateForm({ personId, value, onClose }: EntryFormProps<Certificate>) {
  const t = useText('competence')
  const { certificates, evidence } = useChoices()
  const [id] = useState(newId)
  const save = useCommand('competence.recordCertificate', { refreshes: ['competence.getCompetence'], success: t('saved'), onDone: onClose })
  return (
    <Form schema={RecordCertificateInput} initial={{ id, evidence: 'claimed', ...value, personId }} submit={t('form.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field, values }) => <>
        <Select {...field('kind', t('form.kind'))} options={certificates} />
        <TextField {...field('name', t(values.kind === 'driving_licence' ? 'form.licenceClass' : 'form.name'))} />
        <DateField {...field('validUntil', t('form.validUntil'))} />
        <RadioGroup {...field('evidence', t('form.evidence'))} options={evidence} />
      </>}
    </Form>
  )
}

/** What she wants to work with, in her own words. */
export function WishForm({ personId, value, onClose }: EntryFormProps<Wish>) {
  const t = useText('competence')
  const [id] = useState(newId)
  const save = useCommand('competence.recordWish', { refreshes: ['competence.getCompetence'], success: t('saved'), onDone: onClose })
  return (
    <Form schema={RecordWishInput} initial={{ id, rank: 1, ...value, personId }} submit={t('form.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field }) => <>
        <TextField {...field('wording', t('form.wording'))} description={t('form.wordingHelp')} />
        <OccupationField {...field('occupationCode', t('form.occupation'))} esco={field('escoUri', t('form.occupation'))} description={t('form.occupationHelp')} valueLabel={value?.escoName ?? (value?.occupationCode ? `${value.occupationCode} ${value.occupationName ?? ''}`.trim() : undefined)} />
        <NumberField {...field('rank', t('form.rank'))} />
      </>}
    </Form>
  )
}
