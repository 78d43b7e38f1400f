import { useState } from 'react'
import { z } from 'zod'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { useFilters, useGo, usePathParam } from '#web/routing.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { DecideInput, ReplacesWhy } from '../decision.schema.ts'
import { AnswerCard, Judgements } from './AnswerCard.tsx'
import './decision.css'
import type { Decision } from './words.ts'
import { PaperFields } from './PaperFields.tsx'
import { showsRights } from './words.ts'

const Kind = DecideInput.shape.kind
const Shown = z.object({ kind: Kind.catch('programme'), replaces: z.uuid().optional().catch(undefined) })
type Tools = FormTools<z.input<typeof DecideInput>>
type Draft = Output<'programme.draftDecision'>

function ProgrammeFields({ tools: { field, values }, draft }: { tools: Tools; draft: Draft }) {
  const t = useText('decision')
  const goal = draft.goals.find((one) => one.goal === values.programme?.finalGoal)
  return (
    <>
      <RadioGroup {...field('programme.finalGoal', t('new.goal'))} options={draft.goals.map((one) => ({ value: one.goal, label: t(`goal.${one.goal}`),
        description: [t('new.monthsHelp', { months: one.upToMonths }), one.isFirst ? t('goals.first') : '', one.onlyIfUnable ? t('goals.onlyIfUnable') : ''].filter(Boolean).join(' ') }))} />
      <DateField {...field('programme.offeredOn', t('new.offeredOn'))} />
      <DateField {...field('programme.startsOn', t('new.startsOn'))} />
      <NumberField {...field('programme.months', t('new.months'))} description={goal && t('new.monthsHelp', { months: goal.upToMonths })} />
    </>
  )
}

function OtherFields({ tools: { field } }: { tools: Tools }) {
  const t = useText('decision')
  return (
    <>
      <TextArea {...field('decided', t('new.decided'))} description={t('new.decidedHelp')} rows={3} />
      <DateField {...field('validFrom', t('new.validFrom'))} />
      <DateField {...field('validTo', t('new.validTo'))} />
    </>
  )
}

function Fields({ tools, draft, old }: { tools: Tools; draft: Draft; old: Decision | undefined }) {
  const t = useText('decision')
  const { formatDate } = useFormat()
  const { kind } = tools.values
  return (
    <>
      {old && <Notice tone="info">{t('new.replaces', { date: formatDate(old.decidedOn, 'long'), kind: t(`kind.${old.kind}`) })}</Notice>}
      {old && <RadioGroup {...tools.field('replaces.why', t('new.replacesWhy'))} options={ReplacesWhy.options.map((value) => ({ value, label: t(`new.why.${value}`) }))} />}
      <DateField {...tools.field('decidedOn', t('new.decidedOn'))} />
      {kind === 'programme' && <ProgrammeFields tools={tools} draft={draft} />}
      {kind !== 'programme' && kind !== 'refusal' && <OtherFields tools={tools} />}
      <PaperFields tools={tools} />
    </>
  )
}

function DecisionForm({ personId, kind, draft, old }: { personId: string; kind: z.infer<typeof Kind>; draft: Draft; old: Decision | undefined }) {
  const t = useText('decision')
  const go = useGo()
  const { today } = useMe()
  const [[id, participationId]] = useState(() => [newId(), newId()] as const)
  const decide = useCommand('programme.decide', { refreshes: showsRights, success: t('new.saved'), onDone: (made) => go(`/people/${personId}/decisions/${made.id}`, { replace: true }) })
  const first = draft.goals.find(({ isFirst }) => isFirst) ?? (draft.goals.length === 1 ? draft.goals[0] : undefined)
  const programme = kind === 'programme' ? { participationId, offeredOn: old?.terms.offeredOn ?? today, startsOn: old?.terms.startsOn, finalGoal: old?.terms.finalGoal ?? first?.goal, months: old?.terms.months ?? first?.upToMonths } : null
  return (
    // reason for the cast: a form begins before everything in it is filled in, and the shape is checked when it is sent
    <Form schema={DecideInput} initial={{ id, personId, kind, decidedOn: today, locale: draft.paper, programme: programme as z.input<typeof DecideInput>['programme'], decided: kind === 'programme' || kind === 'refusal' ? null : draft.decided[draft.paper],
      replaces: old ? { decisionId: old.id, why: 'correction' } : null }} submit={t('new.save')} draft={`programme.decide.${personId}.${kind}`}
      onSubmit={decide.run} refusals={decide.refusals} pending={decide.pending} onCancel={() => go(`/people/${personId}?tab=decision-rights`)}>
      {(tools) => <Fields tools={tools} draft={draft} old={old} />}
    </Form>
  )
}

function DraftSide({ draft }: { draft: Draft }) {
  const t = useText('decision')
  const judged = draft.answers.flatMap(({ needsJudgement }) => needsJudgement)
  return (
    <div className="stack">
      {draft.missing.length > 0 && <Notice tone="warning" title={t('missing.title')}><ul>{draft.missing.map(({ name, label }) => <li key={name}>{label}</li>)}</ul></Notice>}
      {judged.length > 0 && <Section title={t('new.judgements')}><Judgements steps={judged} /></Section>}
      <Section title={t('new.rules')}><div className="stack">{draft.answers.filter(({ rule, answer }) => rule !== 'programme.length' || answer !== null).map((answer) => <AnswerCard key={answer.rule} answer={answer} />)}</div></Section>
    </div>
  )
}

/** A new decision: what the rules say beside what the adviser decides and why. */
export function NewDecisionPage() {
  const t = useText('decision')
  const { locale } = useLocale()
  const personId = usePathParam('id')
  const [{ kind, replaces }, change] = useFilters(Shown)
  const person = useApi('people.getPerson', { personId })
  const draft = useApi('programme.draftDecision', { personId, kind, locale })
  const decisions = useApi('programme.listDecisions', { personId }, { enabled: replaces !== undefined })
  const old = decisions.data?.decisions.find(({ id }) => id === replaces)
  const name = person.data ? `${person.data.givenName} ${person.data.familyName}` : ''
  const crumbs = [{ label: name, to: `/people/${personId}` }]
  return (
    <>
      <PageHeader title={t('new.title')} crumbs={crumbs} />
      <Select id="kind" name="kind" label={t('new.kind')} value={kind} onChange={(next) => { if (next) change({ kind: next }) }} options={Kind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <Loaded query={draft} rows={8}>{(loaded) => (
        <div className="decision-new">
          {replaces === undefined || old ? <DecisionForm key={`${kind}${replaces ?? ''}`} personId={personId} kind={kind} draft={loaded} old={old} /> : null}
          <DraftSide draft={loaded} />
        </div>
      )}</Loaded>
    </>
  )
}
