import { useApi, useCommand } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { OccupationField } from '#web/OccupationField.tsx'
import { useGo, usePathParam } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { z } from 'zod'
import type { TradePath } from '../path.schema.ts'
import { FORMS, PathLevels, SavePathInput, STEP_KINDS } from '../path.schema.ts'
import './paths.css'
import { showsPaths } from './words.ts'

type Tools = FormTools<z.input<typeof SavePathInput>>
type Step = z.input<typeof SavePathInput>['steps'][number]
const levelOptions = CEFR_LEVELS.map((value) => ({ value, label: value }))

function StepFields({ step, number, onChange, onMove, onRemove }: { step: Step; number: number; onChange: (next: Step) => void; onMove: () => void; onRemove: () => void }) {
  const t = useText('paths')
  const levels = PathLevels.parse(step.levels ?? {})
  const setLevel = (skill: keyof typeof levels, level: (typeof CEFR_LEVELS)[number] | undefined): void => onChange({ ...step, levels: { ...levels, [skill]: level ?? null } })
  return (
    <fieldset className="path-edit-step">
      <legend>{t('edit.step', { number })}</legend>
      <div className="path-edit-row">
        <Select label={t('edit.kind')} value={step.kind} onChange={(kind) => { if (kind) onChange({ ...step, kind, levels: kind === 'norwegian' ? levels : null }) }} options={STEP_KINDS.map((value) => ({ value, label: t(`step.${value}`) }))} />
        {step.kind !== 'norwegian' && <NumberField label={t('edit.months')} value={step.months} onChange={(months) => onChange({ ...step, months: months ?? null })} optional />}
      </div>
      {step.kind === 'norwegian' && <div className="path-edit-row">{(['listening', 'reading', 'writing', 'oral'] as const).map((skill) => <Select key={skill} label={t(`skill.${skill}`)} value={levels[skill]} empty={t('edit.noLevel')} options={levelOptions} onChange={(level) => setLevel(skill, level)} optional />)}</div>}
      <TextField label={t('edit.stepNote')} value={step.note} onChange={(note) => onChange({ ...step, note: note ?? null })} optional />
      <div className="cluster">{number > 1 && <Button kind="quiet" onClick={onMove}>{t('edit.up')}</Button>}<Button kind="quiet" icon="bin" onClick={onRemove}>{t('edit.removeStep')}</Button></div>
    </fieldset>
  )
}

function Steps({ tools: { values, set } }: { tools: Tools }) {
  const t = useText('paths')
  const steps = values.steps ?? []
  const change = (next: Step[]): void => set('steps', next)
  const moveUp = (at: number): void => { const [one] = steps.slice(at, at + 1); if (one) change(steps.toSpliced(at, 1).toSpliced(at - 1, 0, one)) }
  return (
    <Section title={t('edit.steps')} description={t('edit.stepsHelp')}>
      <div className="stack">
        {steps.map((step, at) => <StepFields key={step.id} step={step} number={at + 1} onChange={(next) => change(steps.with(at, next))} onMove={() => moveUp(at)} onRemove={() => change(steps.toSpliced(at, 1))} />)}
        <div><Button icon="plus" onClick={() => change([...steps, { id: newId().slice(0, 8), kind: 'training' }])}>{t('edit.addStep')}</Button></div>
      </div>
    </Section>
  )
}

function Fields({ tools }: { tools: Tools }) {
  const t = useText('paths')
  const { field } = tools
  return (
    <>
      <Section title={t('path')}>
        <div className="stack">
          <TextField {...field('trade', t('edit.trade'))} />
          <OccupationField {...field('occupationCode', t('edit.occupation'))} />
          <OccupationField {...field('startCode', t('edit.start'))} />
          <RadioGroup {...field('form', t('edit.form'))} options={FORMS.map((value) => ({ value, label: t(`form.${value}`), description: t(`form.${value}.help`) }))} />
          <NumberField {...field('usualMonths', t('edit.usual'))} />
        </div>
      </Section>
      <Steps tools={tools} />
      <Section title={t('conditions')}>
        <div className="stack">{(['requirements', 'adaptations', 'paidBy', 'ask'] as const).map((part) => <TextArea key={part} {...field(part, t(part))} rows={3} />)}</div>
      </Section>
      <Section title={t('edit.confirmed')} description={t('edit.confirmedHelp')}>
        <div className="stack">
          <TextArea {...field('unconfirmed', t('edit.unconfirmed'))} rows={2} />
          <DateField {...field('confirmedOn', t('edit.confirmedOn'))} />
          <TextField {...field('confirmedWith', t('edit.confirmedWith'))} />
          <Checkbox {...field('isActive', t('edit.isActive'))} />
        </div>
      </Section>
    </>
  )
}

function PathForm({ id, path }: { id: string; path: TradePath | undefined }) {
  const t = useText('paths')
  const go = useGo()
  const save = useCommand('competence.savePath', { refreshes: showsPaths, success: t('saved'), onDone: () => go('/paths') })
  return (
    <Form schema={SavePathInput} initial={path ?? { id, isActive: true, steps: [{ id: 'assistant', kind: 'assistant' }, { id: 'trade_test', kind: 'trade_test' }] }} submit={t('save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={() => go('/paths')} onReload={() => { void save.refresh() }} draft={`competence.path.${id}`}>
      {(tools) => <Fields tools={tools} />}
    </Form>
  )
}

/** Makes or changes a road of the catalogue, and notes what the county has confirmed. */
export function EditPathPage() {
  const t = useText('paths')
  const id = usePathParam('id')
  return <><PageHeader title={t('edit.title')} crumbs={[{ label: t('title'), to: '/paths' }]} /><Loaded query={useApi('competence.listPaths', {})} rows={8}>{({ paths }) => <PathForm id={id} path={paths.find((one) => one.id === id)} />}</Loaded></>
}
