import { useCommand } from '#web/api.ts'
import type { Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useGo } from '#web/routing.ts'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { OccupationField } from '#web/OccupationField.tsx'
import { Extent, OpeningKind, PhysicalDemand, ReachableBy, SaveOpeningInput } from '../opening.schema.ts'
import { openingWarnings } from '../unlawful-words.core.ts'
import { DemandEditor } from './DemandEditor.tsx'
import type { OpeningTools, OpeningValues } from './openingTools.ts'
import { ScheduleField } from './ScheduleField.tsx'
import { WarningNotice } from './WarningNotice.tsx'

type Employer = Pick<Output<'employers.getEmployer'>, 'contacts' | 'id'>
type Props = { initial: Partial<OpeningValues> & { id: string }; employer: Employer | undefined; occupationName?: string | null }

/** What is written of an opening. Warns of unlawful words while they are typed. */
export function OpeningForm({ initial, employer, occupationName }: Props) {
  const t = useText('opportunities')
  const go = useGo()
  const back = (): void => go(initial.version === undefined && employer ? `/employers/${employer.id}` : `/openings/${initial.id}`)
  const save = useCommand('opportunities.saveOpening', { refreshes: ['opportunities.getOpening', 'opportunities.listOpenings', 'employers.getEmployer', 'employers.listEmployers'],
    success: t('form.saved'), onDone: ({ id }) => go(`/openings/${id}`) })
  return (
    <Form schema={SaveOpeningInput} initial={initial} onSubmit={save.run} refusals={save.refusals} pending={save.pending} submit={t('form.save')} onCancel={back}
      onReload={() => { void save.refresh() }} draft={`opportunities.opening.${initial.id}`}>
      {(tools) => <>
        <WhatFields tools={tools} occupationName={occupationName} />
        <DemandEditor tools={tools} />
        <WhenFields tools={tools} />
        <WhereFields tools={tools} employer={employer} />
        <WarningNotice warnings={warningsOf(tools.values)} />
      </>}
    </Form>
  )
}

const warningsOf = ({ title = '', tasks, transportNote, demands = [] }: Partial<OpeningValues>) =>
  openingWarnings({ title, tasks: tasks ?? null, transportNote: transportNote ?? null, demands: demands.map(({ name, sentence }) => ({ name: name ?? null, sentence: sentence ?? null })) })

function WhatFields({ tools: { field }, occupationName }: { tools: OpeningTools; occupationName?: string | null }) {
  const t = useText('opportunities')
  return (
    <Section title={t('facts.title')}>
      <div className="stack">
        <RadioGroup {...field('kind', t('form.kind'))} options={OpeningKind.options.map((value) => ({ value, label: t(`kind.${value}`), description: t(`form.kind.${value}Help`) }))} />
        <TextField {...field('title', t('form.title'))} description={t('form.titleHelp')} />
        <OccupationField {...field('occupationCode', t('facts.occupation'))} esco={field('escoUri', t('facts.occupation'))} valueLabel={occupationName ?? undefined} />
        <TextArea {...field('tasks', t('form.tasks'))} description={t('form.tasksHelp')} />
        <NumberField {...field('seats', t('facts.seats'))} optional={false} />
        <Checkbox {...field('isOpenToParticipants', t('form.participants'))} description={t('form.participantsHelp')} />
      </div>
    </Section>
  )
}

function WhenFields({ tools }: { tools: OpeningTools }) {
  const t = useText('opportunities')
  const { field, values } = tools
  return (
    <Section title={t('form.when')}>
      <div className="stack">
        <div className="split"><DateField {...field('fromDate', t('form.fromDate'))} /><DateField {...field('toDate', t('form.toDate'))} /></div>
        {values.kind === 'vacancy' && <DateField {...field('applyUntil', t('form.applyUntil'))} />}
        <ScheduleField tools={tools} />
        <NumberField {...field('hoursPerWeek', t('facts.hours'))} />
        <Select {...field('extent', t('facts.extent'))} options={Extent.options.map((value) => ({ value, label: t(`extent.${value}`) }))} />
      </div>
    </Section>
  )
}

function WhereFields({ tools: { field }, employer }: { tools: OpeningTools; employer: Employer | undefined }) {
  const t = useText('opportunities')
  const supervisors = (employer?.contacts ?? []).filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Section title={t('form.where')}>
      <div className="stack">
        <Select {...field('supervisorContactId', t('facts.supervisor'))} empty={t('form.noSupervisor')} options={supervisors} />
        <div className="split"><TextField {...field('postcode', t('form.postcode'))} width="short" inputMode="numeric" /><TextField {...field('place', t('facts.place'))} /></div>
        <CheckboxGroup {...field('reachableBy', t('form.reachableBy'))} options={ReachableBy.options.map((value) => ({ value, label: t(`reach.${value}`) }))} />
        <TextField {...field('transportNote', t('form.transportNote'))} />
        <CheckboxGroup {...field('physicalDemands', t('form.physical'))} options={PhysicalDemand.options.map((value) => ({ value, label: t(`physical.${value}`) }))} />
      </div>
    </Section>
  )
}
