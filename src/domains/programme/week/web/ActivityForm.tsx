import { useApi, useCommand, type Input } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { ActivityKind, SaveActivityInput } from '../activity.schema.ts'
import { SlotsField } from './SlotsField.tsx'
import { showsWeeks, useKind } from './words.ts'
import './week.css'

type Values = Input<'programme.saveActivity'>

/** Kinds that count as work-oriented until somebody says otherwise. */
const workOriented = ['work_practice', 'language_practice', 'part_time_work', 'nav_measure']
/** Of health nothing is kept but the time. */
const bare = { title: null, place: null, teacherId: null, courseId: null }

/** A class, or what is one participant's alone. Of health only the time is asked for. */
export function ActivityForm({ initial, onDone, onCancel }: { initial: Partial<Values>; onDone: (id: string) => void; onCancel?: () => void }) {
  const t = useText('week')
  const kindText = useKind()
  const teachers = useApi('programme.listTeachers', {})
  const catalogue = useApi('programme.listCourses', {})
  const save = useCommand('programme.saveActivity', { refreshes: showsWeeks, success: t('activity.saved'), onDone: ({ id }) => onDone(id) })
  const isOwn = Boolean(initial.personId)
  const kinds = ActivityKind.options.filter((kind) => isOwn || kind !== 'health')
  return (
    <Form schema={SaveActivityInput} initial={{ title: null, place: null, teacherId: null, courseId: null, toDate: null, personId: null, schedule: [], isWorkOriented: false, ownWorkHours: 0, ...initial }} submit={t('activity.save')}
      onSubmit={(values) => save.run(values.kind === 'health' ? { ...values, ...bare } : values)} refusals={save.refusals} pending={save.pending} onCancel={onCancel} onReload={() => { void save.refresh() }}>
      {({ field, values, set }) => {
        const isHealth = values.kind === 'health'
        const kind = field('kind', t('activity.kind'))
        const courses = (catalogue.data?.courses ?? []).filter((one) => one.id === values.courseId || (one.kind === values.kind && one.retiredOn === null)).map(({ id, name }) => ({ value: id, label: name }))
        return <>
          <Select {...kind} onChange={(next) => { kind.onChange(next); set('courseId', null); if (next) set('isWorkOriented', workOriented.includes(next)); if (next === 'health') { set('title', null); set('place', null); set('teacherId', null) } }} options={kinds.map((value) => ({ value, label: kindText(value) }))} />
          {isHealth ? <Notice>{t('activity.healthHelp')}</Notice> : <>
            <TextField {...field('title', t('activity.name'))} optional={false} description={t('activity.nameHelp')} />
            {courses.length > 0 && <Select {...field('courseId', t('activity.course'))} description={t('activity.courseHelp')} options={courses} />}
            <TextField {...field('place', t('activity.place'))} />
            <Select {...field('teacherId', t('activity.teacher'))} options={(teachers.data?.teachers ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
          </>}
          <SlotsField slots={values.schedule} onChange={(next) => set('schedule', next)} field={field} label={t('activity.schedule')} />
          <div className="form__row"><DateField {...field('fromDate', t('activity.from'))} /><DateField {...field('toDate', t('activity.to'))} /></div>
          {!isHealth && <>
            <NumberField {...field('ownWorkHours', t('activity.ownWork'))} unit={t('activity.hours')} description={t('activity.ownWorkHelp')} />
            <Checkbox {...field('isWorkOriented', t('activity.workOriented'))} description={t('activity.workOrientedHelp')} />
          </>}
        </>
      }}
    </Form>
  )
}
