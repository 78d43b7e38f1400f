import { useApi, type Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { z } from 'zod'
import { needsReason } from '../plan.core.ts'
import type { PlanElement } from '../plan.schema.ts'
import { ELEMENT_KINDS } from '../plan.schema.ts'

export type Edited = z.input<typeof PlanElement>
type Props = { elements: readonly Edited[]; onChange: (elements: Edited[]) => void; errorAt: (path: string) => string | undefined }
type One = { element: Edited; number: number; onChange: (next: Partial<Edited>) => void; onRemove: () => void; error: (name: string) => string | undefined }

type Course = Output<'programme.listCourses'>['courses'][number]
/** What an element takes from the course it was chosen from; choosing none leaves what is written. */
const ofCourse = (course: Course | undefined): Partial<Edited> => (course === undefined ? { courseId: null } : { courseId: course.id, title: course.name })

function ElementFields({ element, number, onChange, onRemove, error }: One) {
  const t = useText('plan')
  const { kind } = element
  const isHealth = kind === 'health'
  const catalogue = useApi('programme.listCourses', {})
  const courses = (catalogue.data?.courses ?? []).filter((one) => one.id === element.courseId || (one.kind === kind && one.retiredOn === null))
  return (
    <fieldset className="plan-edit-element">
      <legend>{t('elements.number', { number })}</legend>
      <div className="plan-edit-element__row">
        <Select label={t('elements.kind')} value={kind} onChange={(next) => { if (next) onChange(next === 'health' ? { kind: next, title: null, reason: null, courseId: null } : { kind: next, courseId: null }) }} options={ELEMENT_KINDS.map((value) => ({ value, label: t(`element.${value}`) }))} />
        {courses.length > 0 && <Select label={t('elements.course')} description={t('elements.courseHelp')} value={element.courseId} optional onChange={(id) => onChange(ofCourse(courses.find((one) => one.id === id)))} options={courses.map(({ id, name }) => ({ value: id, label: name }))} />}
        {!isHealth && <TextField label={t('elements.name')} value={element.title} onChange={(title) => onChange({ title: title ?? null })} optional />}
        <NumberField label={t('elements.hours')} value={element.hoursPerWeek} onChange={(hoursPerWeek) => onChange({ hoursPerWeek: hoursPerWeek ?? null })} optional />
        <DateField label={t('elements.from')} value={element.fromDate} onChange={(fromDate) => onChange({ fromDate: fromDate ?? null })} optional />
        <DateField label={t('elements.to')} value={element.toDate} onChange={(toDate) => onChange({ toDate: toDate ?? null })} error={error('toDate')} optional />
      </div>
      {isHealth ? <p className="section__description">{t('elements.health')}</p>
        : <TextArea label={t('elements.reason')} value={element.reason} onChange={(reason) => onChange({ reason: reason ?? null })} error={error('reason')} rows={2} optional={!needsReason(kind)} />}
      <div><Button kind="quiet" icon="bin" onClick={onRemove}>{t('elements.remove')}</Button></div>
    </fieldset>
  )
}

/** The elements of a plan: each lives on with its id for as long as it stays in. */
export function ElementEditor({ elements, onChange, errorAt }: Props) {
  const t = useText('plan')
  const change = (at: number, next: Partial<Edited>): void => onChange(elements.map((one, index) => (index === at ? { ...one, ...next } : one)))
  return (
    <fieldset className="plan-edit-elements">
      <legend><h2>{t('elements.title')}</h2></legend>
      {elements.map((one, at) => <ElementFields key={one.id} element={one} number={at + 1} onChange={(next) => change(at, next)} onRemove={() => onChange(elements.filter((_, index) => index !== at))} error={(name) => errorAt(`elements.${at}.${name}`)} />)}
      <div><Button icon="plus" onClick={() => onChange([...elements, { id: newId(), kind: 'norwegian' }])}>{t('elements.add')}</Button></div>
    </fieldset>
  )
}
