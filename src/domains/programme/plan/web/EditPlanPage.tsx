import { useState } from 'react'
import type { z } from 'zod'
import { useApi, useCommand } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useLocale, useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { OccupationField } from '#web/OccupationField.tsx'
import { useGo, usePathParam } from '#web/routing.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { FinalGoal } from '#rules/person-facts.ts'
import { CEFR_LEVELS } from '#shared/cefr.ts'
import { isLower } from '../plan.core.ts'
import { SavePlanInput } from '../plan.schema.ts'
import { ElementEditor } from './ElementEditor.tsx'
import { DeviationField } from './Recommendation.tsx'
import { LocalNeedNow } from './LocalNeed.tsx'
import { LowerGoal } from './LowerGoal.tsx'
import './plan.css'
import type { PlanPage } from './words.ts'
import { showsPlan } from './words.ts'

type Tools = FormTools<z.input<typeof SavePlanInput>>
type Part = { tools: Tools; page: PlanPage }

function GoalFields({ tools: { field, values, set }, page }: Part) {
  const t = useText('plan')
  const had = page.plan?.content.finalGoal ?? null
  const goal = values.content?.finalGoal ?? null
  return (
    <Section title={t('content.title')}>
      <div className="stack">
        <RadioGroup {...field('content.finalGoal', t('content.finalGoal'))} options={FinalGoal.options.map((value) => ({ value, label: t(`goal.${value}`) }))} />
        {goal !== null && isLower(had, goal) && <LowerGoal personId={page.personId} goal={goal} bound={field('consequencesSeen', t('lower.seen'))} />}
        <RadioGroup {...field('content.goalIs', t('content.goalIs'))} options={(['provisional', 'confirmed'] as const).map((value) => ({ value, label: t(`content.${value}`) }))} />
        <NumberField {...field('content.months', t('content.months'))} />
        <OccupationField {...field('content.occupationCode', t('content.occupation'))} valueLabel={values.content?.occupationCode === page.plan?.content.occupationCode ? page.plan?.content.occupationName ?? undefined : undefined} onChange={(code) => set('content.occupationCode', code ?? null)} />
        {page.recommended && <DeviationField recommended={page.recommended} chosen={values.content ?? {}} bound={field('content.guidanceDeviation', t('guidance.deviation'))} />}
        <LocalNeedNow personId={page.personId} occupationCode={values.content?.occupationCode ?? null} />
        <TextArea {...field('content.needWeighed', t('need.weighed'))} description={t('need.weighedHelp')} rows={2} />
        <TextArea {...field('content.longTermGoals', t('content.longTermGoals'))} description={t('content.longTermGoalsHelp')} rows={3} />
      </div>
    </Section>
  )
}

function NorwegianFields({ tools: { field }, page }: Part) {
  const t = useText('plan')
  const options = CEFR_LEVELS.map((value) => ({ value, label: value }))
  return (
    <Section title={t('norwegian.title')} description={page.norwegianLeast ? t('norwegian.least', page.norwegianLeast) : undefined}>
      <div className="stack">
        <div className="plan-levels">{(['listening', 'reading', 'writing', 'oral'] as const).map((skill) => <Select key={skill} {...field(`content.norwegian.${skill}`, t(`norwegian.${skill}`))} optional={false} empty={t('norwegian.none')} options={options} />)}</div>
        <TextArea {...field('content.norwegianWhy', t('norwegian.why'))} description={t('norwegian.whyHelp')} rows={3} />
        <div className="plan-levels">
          <NumberField {...field('content.norwegianHours', t('norwegian.hours'))} />
          <NumberField {...field('content.socialStudiesHours', t('norwegian.social'))} />
          <TextField {...field('content.socialStudiesLanguage', t('norwegian.socialLanguage'))} />
        </div>
      </div>
    </Section>
  )
}

function RestFields({ tools: { field }, page }: Part) {
  const t = useText('plan')
  return (
    <>
      <Section title={t('after.title')}><TextArea {...field('content.afterProgramme', t('after.title'))} description={t('after.help')} rows={3} /></Section>
      <Section title={t('disagreement.title')}>
        <div className="stack">
          <TextArea {...field('content.disagreement', t('disagreement'))} rows={2} />
          <TextArea {...field('content.disagreementAnswer', t('disagreement.answer'))} rows={2} />
        </div>
      </Section>
      <DateField {...field('reviewOn', t('edit.reviewOn'))} />
      {page.plan && <TextArea {...{ ...field('reason', t('edit.reason')), optional: false }} description={t('edit.reasonHelp')} rows={2} />}
      {page.plan?.signed === 'signed' && <Notice tone="warning">{t('edit.newYes')}</Notice>}
    </>
  )
}

/** What a new plan begins with: what was decided, and the least goal in Norwegian. */
const firstDraft = (page: PlanPage) => ({ finalGoal: page.decided?.finalGoal ?? null, months: page.decided?.months ?? null, norwegian: page.norwegianLeast ?? undefined })

function PlanForm({ page }: { page: PlanPage }) {
  const t = useText('plan')
  const textOf = useRefusalText()
  const go = useGo()
  const [id] = useState(newId)
  const back = `/people/${page.personId}?tab=plan-plan`
  const save = useCommand('programme.savePlan', { refreshes: showsPlan, success: t('edit.saved'), onDone: () => go(back) })
  const { plan } = page
  const errorAt = (path: string): string | undefined => { const found = save.refusals.find((one) => one.path === path); return found && textOf(found) }
  return (
    <Form schema={SavePlanInput} initial={plan ? { id: plan.id, personId: page.personId, version: plan.version, content: plan.content, elements: plan.elements, reviewOn: plan.reviewOn } : { id, personId: page.personId, content: firstDraft(page), elements: [] }}
      submit={t('edit.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={() => go(back)} onReload={() => { void save.refresh() }} draft={`programme.plan.${page.personId}`}>
      {(tools) => <>
        <GoalFields tools={tools} page={page} />
        <NorwegianFields tools={tools} page={page} />
        <ElementEditor elements={tools.values.elements ?? []} onChange={(elements) => tools.set('elements', elements)} errorAt={errorAt} />
        <RestFields tools={tools} page={page} />
      </>}
    </Form>
  )
}

/** Makes or changes a plan: one for programme and Norwegian together. */
export function EditPlanPage() {
  const t = useText('plan')
  const { locale } = useLocale()
  const personId = usePathParam('id')
  const person = useApi('people.getPerson', { personId })
  const query = useApi('programme.getPlan', { personId, locale })
  const name = person.data ? `${person.data.givenName} ${person.data.familyName}` : ''
  return (
    <>
      <PageHeader title={t('edit.title')} crumbs={[{ label: name, to: `/people/${personId}` }]} />
      <Loaded query={query} rows={10}>{(page) => <PlanForm page={page} />}</Loaded>
    </>
  )
}
