import { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../form.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { CheckboxGroup } from '../ui/CheckboxGroup.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FileField } from '../ui/FileField.tsx'
import { MultiCombobox } from '../ui/MultiCombobox.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import texts from './samples.json' with { type: 'json' }

const words = texts.form
const Talk = z.object({
  name: z.string().min(1), on: PlainDate, hours: z.number().positive(), place: z.enum(['office', 'workplace', 'school']),
  kind: z.enum(['meeting', 'phone', 'visit']), employer: z.string().optional(), topics: z.array(z.enum(['work', 'family', 'health'])).optional(),
  languages: z.array(z.string()).optional(), notes: z.string().max(200).optional(), agreed: z.boolean().default(false),
})
const stale: Refusal = { code: 'stale', params: { by: texts.facts.list[3]?.[1] ?? '', fields: 'on,notes' } }

export function SampleForm() {
  const toast = useToast()
  const [refusals, setRefusals] = useState<Refusal[]>([stale])
  const save = async (): Promise<boolean> => { setRefusals([]); toast(words.saved); return true }
  return (
    <Section title={words.title}>
      <Form schema={Talk} initial={{ kind: 'meeting' }} refusals={refusals} submit={words.save} draft="ui.sample" onSubmit={save} onReload={() => setRefusals([])} onCancel={() => setRefusals([])}>
        {({ field }) => <>
          <TextField {...field('name', words.name)} description={words.nameHelp} />
          <DateField {...field('on', words.on)} />
          <NumberField {...field('hours', words.hours)} unit={words.unit} />
          <Select {...field('place', words.place)} options={[{ value: 'office', label: words.places.office }, { value: 'workplace', label: words.places.workplace }, { value: 'school', label: words.places.school }]} />
          <RadioGroup {...field('kind', words.kind)} options={[{ value: 'meeting', label: words.kinds.meeting }, { value: 'phone', label: words.kinds.phone }, { value: 'visit', label: words.kinds.visit }]} />
          <Combobox {...field('employer', words.country)} options={words.employers.map((name) => ({ value: name, label: name }))} />
          <MultiCombobox {...field('languages', words.languages)} options={words.languageNames.map((name) => ({ value: name, label: name }))} />
          <CheckboxGroup {...field('topics', words.topics)} options={[{ value: 'work', label: words.topicNames.work }, { value: 'family', label: words.topicNames.family }, { value: 'health', label: words.topicNames.health }]} />
          <FileField label={words.file} description={words.fileHelp} accept=".xlsx,.csv" onFile={(file) => toast(file.name)} sent={0.4} />
          <TextArea {...field('notes', words.notes)} limit={200} />
          <Checkbox {...field('agreed', words.agreed)} />
        </>}
      </Form>
    </Section>
  )
}
