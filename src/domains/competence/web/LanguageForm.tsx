import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { Combobox } from '#web/ui/Combobox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { RecordLanguageInput, type LanguageLevel } from '../competence.schema.ts'
import type { EntryFormProps } from './entry.ts'
import { useChoices } from './words.ts'

/** A level in one skill. An assessment made again is a new level; the old one stays as history. */
export function LanguageForm({ personId, value, onClose }: EntryFormProps<LanguageLevel>) {
  const t = useText('competence')
  const { languages, languageName } = useNames()
  const { skills, levels, evidence } = useChoices()
  const [id] = useState(newId)
  const save = useCommand('competence.recordLanguageLevel', { refreshes: ['competence.getCompetence', 'people.listPeople'], success: t('saved'), onDone: onClose })
  return (
    <Form schema={RecordLanguageInput} initial={{ id, language: 'no', ...value, personId }} submit={t('form.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
      {({ field }) => {
        const language = field('language', t('form.language'))
        return <>
          <Combobox {...language} options={languages} valueLabel={language.value ? languageName(language.value) : undefined} />
          <Select {...field('skill', t('form.skill'))} options={skills} />
          <Select {...field('level', t('form.level'))} options={levels} />
          <RadioGroup {...field('evidence', t('form.evidence'))} options={evidence} />
          <DateField {...field('assessedOn', t('form.assessedOn'))} />
          <TextField {...field('source', t('form.source'))} description={t('form.sourceHelp')} />
        </>
      }}
    </Form>
  )
}
