import { useState } from 'react'
import { useApi, useCommand, type Input } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { CEFR_LEVELS } from '#shared/cefr.ts'
import { useKind } from '../../week/web/words.ts'
import { needsAmount } from '../course.core.ts'
import { COURSE_KINDS, Giver, SaveCourseInput, STAGES, TIMINGS } from '../course.schema.ts'
import { elementsFor, measureOf } from '../element.core.ts'
import { showsCourses } from './words.ts'

type Values = Input<'programme.saveCourse'>
type Part = { tools: FormTools<Values> }

function WhatFields({ tools: { field, values, set } }: Part) {
  const t = useText('courses')
  const kindText = useKind()
  const kind = field('kind', t('field.kind'))
  const elements = values.kind === undefined ? [] : elementsFor(values.kind)
  const isMeetings = values.meetings ?? (values.fulfils ? measureOf(values.fulfils) === 'meetings' : false)
  return (
    <>
      <TextField {...field('name', t('field.name'))} />
      <Select {...kind} onChange={(next) => { kind.onChange(next); set('fulfils', null) }} options={COURSE_KINDS.map((value) => ({ value, label: kindText(value) }))} />
      {elements.length > 0 && <Select {...field('fulfils', t('field.fulfils'))} optional={false} empty={t('field.fulfilsNone')} options={elements.map((value) => ({ value, label: t(`element.${value}`) }))} />}
      <TextArea {...field('purpose', t('field.purpose'))} description={t('field.purposeHelp')} rows={3} />
      <div className="form__row"><NumberField {...field('hours', t('field.hours'))} />{isMeetings !== false && <NumberField {...field('meetings', t('field.meetings'))} />}<NumberField {...field('seats', t('field.seats'))} /></div>
      <Select {...field('givenBy', t('field.givenBy'))} options={Giver.options.map((value) => ({ value, label: t(`giver.${value}`) }))} />
      <TextField {...field('giverName', t('field.giverName'))} />
    </>
  )
}

/** Languages, one on each line: what is typed is kept as it stands while it is typed. */
function LanguagesField({ languages, onChange }: { languages: readonly string[]; onChange: (languages: string[]) => void }) {
  const t = useText('courses')
  const [typed, setTyped] = useState(languages.join('\n'))
  const change = (text: string): void => { setTyped(text); onChange(text.split('\n').map((one) => one.trim()).filter((one) => one !== '')) }
  return <TextArea label={t('field.languages')} description={t('field.languagesHelp')} rows={3} optional value={typed} onChange={(text) => change(text ?? '')} />
}

function WhomFields({ tools: { field, values, set } }: Part) {
  const t = useText('courses')
  const levels = CEFR_LEVELS.map((value) => ({ value, label: value }))
  const track = field('track', t('field.track'))
  return (
    <>
      <LanguagesField languages={values.languages ?? []} onChange={(languages) => set('languages', languages)} />
      <div className="form__row"><Select {...field('leastLevel', t('field.leastLevel'))} options={levels} /><Select {...field('mostLevel', t('field.mostLevel'))} options={levels} />
        <Select id={track.id} name={track.name} label={track.label} error={track.error} optional value={values.track ? String(values.track) : undefined} onChange={(next) => set('track', next === undefined ? null : Number(next))} options={['1', '2', '3'].map((value) => ({ value, label: value }))} /></div>
      <Checkbox {...field('forParents', t('field.forParents'))} />
    </>
  )
}

function RoadFields({ tools: { field, values, set } }: Part) {
  const t = useText('courses')
  const catalogue = useApi('programme.listCourses', {})
  const others = (catalogue.data?.courses ?? []).filter(({ id, retiredOn }) => id !== values.id && retiredOn === null).map(({ id, name }) => ({ value: id, label: name }))
  const timing = field('timing', t('field.timing'))
  const chosen = values.timing ?? 'any_time'
  return (
    <>
      <RadioGroup {...field('stage', t('field.stage'))} options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))} />
      <div className="form__row">
        <Select {...timing} optional={false} onChange={(next) => { timing.onChange(next); if (next !== undefined && !needsAmount(next)) set('timingAmount', null) }} options={TIMINGS.map((value) => ({ value, label: t(`timing.${value}`) }))} />
        {needsAmount(chosen) && <NumberField {...field('timingAmount', t('field.timingAmount', { timing: chosen }))} optional={false} />}
      </div>
      <MultiCombobox {...field('requires', t('field.requires'))} options={others} />
      <MultiCombobox {...field('replaces', t('field.replaces'))} options={others} />
    </>
  )
}

/** A course of the catalogue: what it is, for whom, and where it belongs in the road. */
export function CourseForm({ initial, onDone, onCancel }: { initial: Partial<Values>; onDone: (id: string) => void; onCancel: () => void }) {
  const t = useText('courses')
  const save = useCommand('programme.saveCourse', { refreshes: showsCourses, success: t('course.saved'), onDone: ({ id }) => onDone(id) })
  return (
    <Form schema={SaveCourseInput} initial={{ languages: [], requires: [], replaces: [], forParents: false, timing: 'any_time', ...initial }} submit={t('course.save')} refusals={save.refusals} pending={save.pending} onCancel={onCancel} onReload={() => { void save.refresh() }}
      onSubmit={save.run}>
      {(tools) => <>
        <WhatFields tools={tools} />
        <Section plain title={t('form.where')}><div className="stack"><RoadFields tools={tools} /></div></Section>
        <Section plain title={t('form.whom')}><div className="stack"><WhomFields tools={tools} /></div></Section>
      </>}
    </Form>
  )
}
