import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { OccupationField } from '#web/OccupationField.tsx'
import { RecordEducationInput, RecordWorkInput, type Education, type Work } from '../competence.schema.ts'
import type { EntryFormProps } from './entry.ts'
import { useChoices } from './words.ts'

/** Education by level and field. Whether it is recognised in Norway is followed as a case of its own. */
export function EducationForm({ personId, value, onClose }: EntryFormProps<Education>) {
  const t = useText('competence')
  const { countries, countryName } = useNames()
  const { nus, evidence } = useChoices()
  const [id] = useState(newId)
  const save = useCommand('competence.recordEducation', { refreshes: ['competence.getCompetence'], success: t('saved'), onDone: onClose })
  return (
    <Form schema={RecordEducationInput} initial={{ id, evidence: 'claimed', ...value, personId }} submit={t('form.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field }) => {
        const [level, country] = [field('level', t('form.nus')), field('country', t('form.country'))]
        return <>
          <Select {...level} value={level.value === undefined || level.value === null ? undefined : String(level.value)} onChange={(next) => level.onChange(next === undefined ? undefined : Number(next))} options={nus} />
          <TextField {...field('field', t('form.field'))} description={t('form.fieldHelp')} />
          <Combobox {...country} options={countries} valueLabel={country.value ? countryName(country.value) : undefined} />
          <NumberField {...field('fromYear', t('form.fromYear'))} />
          <NumberField {...field('toYear', t('form.toYear'))} />
          <Checkbox {...field('isCompleted', t('form.isCompleted'))} />
          <RadioGroup {...field('evidence', t('form.evidence'))} options={evidence} />
        </>
      }}
    </Form>
  )
}

/** Work done, here or before; the occupation makes it count in the matching. */
export function WorkForm({ personId, value, onClose }: EntryFormProps<Work>) {
  const t = useText('competence')
  const { countries, countryName } = useNames()
  const { evidence } = useChoices()
  const [id] = useState(newId)
  const save = useCommand('competence.recordWork', { refreshes: ['competence.getCompetence'], success: t('saved'), onDone: onClose })
  return (
    <Form schema={RecordWorkInput} initial={{ id, evidence: 'claimed', ...value, personId }} submit={t('form.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field }) => {
        const country = field('country', t('form.country'))
        return <>
          <TextField {...field('title', t('form.title'))} description={t('form.titleHelp')} />
          <OccupationField {...field('occupationCode', t('form.occupation'))} esco={field('escoUri', t('form.occupation'))} description={t('form.occupationHelp')} valueLabel={value?.escoName ?? (value?.occupationCode ? `${value.occupationCode} ${value.occupationName ?? ''}`.trim() : undefined)} />
          <TextField {...field('employerName', t('form.employer'))} />
          <Combobox {...country} options={countries} valueLabel={country.value ? countryName(country.value) : undefined} />
          <NumberField {...field('fromYear', t('form.fromYear'))} />
          <NumberField {...field('toYear', t('form.toYear'))} />
          <NumberField {...field('months', t('form.months'))} />
          <RadioGroup {...field('evidence', t('form.evidence'))} options={evidence} />
        </>
      }}
    </Form>
  )
}
