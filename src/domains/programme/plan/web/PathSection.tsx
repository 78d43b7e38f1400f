import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveStepInput } from '../steps.schema.ts'
import type { PlanPage } from './words.ts'
import { showsPlan } from './words.ts'

type Step = PlanPage['steps'][number]
const tones: Record<Step['state'], Tone> = { done: 'success', late: 'danger', planned: 'info', next: 'warning', waiting: 'neutral' }

function StepDialog({ personId, step, open, onClose }: { personId: string; step: Step; open: boolean; onClose: () => void }) {
  const t = useText('plan')
  const [made, setMade] = useState(newId)
  const save = useCommand('programme.saveStep', { refreshes: showsPlan, success: t('step.saved'), onDone: () => { setMade(newId()); onClose() } })
  const { id, version, state: _, ...values } = step
  return (
    <Dialog open={open} onClose={onClose} title={t(`step.${step.kind}`)} wide>
      <Form schema={SaveStepInput} initial={{ ...values, id: id ?? made, personId, ...(version !== null && { version }) }} submit={t('words.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={onClose} onReload={() => { void save.refresh() }}>
        {({ field }) => <>
          <DateField {...field('plannedOn', t('step.plannedOn'))} />
          {step.kind === 'career_guidance' && <DateField {...field('referredOn', t('step.referredOn'))} />}
          <DateField {...field('doneOn', t('step.doneOn'))} />
          <TextField {...field('doneWith', t('step.doneWith'))} />
          <TextArea {...field('result', t('step.result'))} rows={3} />
          <TextArea {...field('deviation', t('step.deviation'))} rows={2} />
        </>}
      </Form>
    </Dialog>
  )
}

function StepItem({ personId, step, mayChange }: { personId: string; step: Step; mayChange: boolean }) {
  const t = useText('plan')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState(false)
  const day = step.doneOn ?? step.plannedOn
  const name = t(`step.${step.kind}`)
  return (
    <li>
      <div className="plan-path__head">
        <span className="cluster"><strong>{name}</strong><Tag tone={tones[step.state]}>{t(`step.state.${step.state}`, { date: day === null ? '' : formatDate(day) })}</Tag>{step.referredOn !== null && <small>{t('step.referred', { date: formatDate(step.referredOn) })}</small>}</span>
        {mayChange && <Button kind="quiet" icon="edit" iconOnly onClick={() => setOpen(true)}>{t('step.editOf', { step: name })}</Button>}
      </div>
      {step.doneWith !== null && <small>{step.doneWith}</small>}
      {step.result !== null && <p className="plan-text">{step.result}</p>}
      {step.deviation !== null && <p className="plan-text"><small>{t('step.deviation')}:</small> {step.deviation}</p>}
      <StepDialog personId={personId} step={step} open={open} onClose={() => setOpen(false)} />
    </li>
  )
}

/** The path to the plan in the municipality's order, and what is known already. */
export function PathSection({ page }: { page: PlanPage }) {
  const t = useText('plan')
  const known = Object.values(page.known).some((count) => count > 0)
  return (
    <Section title={t('steps.title')} description={t('steps.help')}>
      <div className="stack">
        {known && <Notice tone="info" title={t('known.title')} action={<Link to={`/people/${page.personId}`} search={{ tab: 'competence-competence' }}>{t('known.link')}</Link>}>{t('known.line', page.known)}</Notice>}
        <ol className="plan-path">{page.steps.map((step) => <StepItem key={step.kind} personId={page.personId} step={step} mayChange={page.actions.includes('saveStep')} />)}</ol>
      </div>
    </Section>
  )
}
