import { useState } from 'react'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { LinkButton, Button } from '#web/ui/Button.tsx'
import { DefinitionList, type Fact } from '#web/ui/DefinitionList.tsx'
import { Drawer } from '#web/ui/Drawer.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { AnswerCard, Judgements, LawSteps } from './AnswerCard.tsx'
import './decision.css'
import { DeadlineList } from './DeadlineList.tsx'
import { DecisionList } from './DecisionList.tsx'
import { ExtendDialog, StopDialog } from './ExtendStopDialogs.tsx'
import { FactForm } from './FactForm.tsx'
import { useOwnFacts } from './words.ts'

type Rights = Output<'programme.getRights'>

/** Answers that have a part of the page of their own. */
const shownElsewhere: readonly string[] = ['programme.targetGroup', 'programme.goal', 'programme.deadlines']

/** The answer first, in one sentence; what may be done about it; why, folded under. */
function Standing({ rights }: { rights: Rights }) {
  const t = useText('decision')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState<'extend' | 'stop'>()
  const group = rights.answers.find(({ rule }) => rule === 'programme.targetGroup')
  const to = (kind: string) => ({ to: `/people/${rights.personId}/decisions/new`, search: { kind } })
  const { programme, actions } = rights
  return (
    <Section title={rights.isFormerAct ? t('standing.former') : t(`standing.${rights.standing ?? 'unknown'}`)} actions={<>
      {actions.includes('decideProgramme') && <LinkButton kind="primary" {...to('programme')}>{t('action.decideProgramme')}</LinkButton>}
      {actions.includes('extend') && <Button onClick={() => setOpen('extend')}>{t('action.extend')}</Button>}
      {actions.includes('stop') && <Button onClick={() => setOpen('stop')}>{t('action.stop')}</Button>}
      {actions.includes('refuse') && <LinkButton {...to('refusal')}>{t('action.refuse')}</LinkButton>}
      <LinkButton kind="quiet" {...to('norwegian')}>{t('action.decideOther')}</LinkButton>
    </>}>
      <div className="stack">
        {programme && programme.endedOn === null && <p>{t('running', { from: formatDate(programme.startsOn, 'long'), to: formatDate(programme.decidedEnd, 'long') })} <Tag tone="info">{t(`goal.${programme.finalGoal}`)}</Tag></p>}
        {programme && programme.endedOn !== null && <p>{t('ended', { date: formatDate(programme.endedOn, 'long') })}</p>}
        {rights.isFormerAct && <Notice tone="warning">{t('standing.formerHelp')}</Notice>}
        {rights.asIf && !rights.isFormerAct && <Notice tone="info">{t('asIf', { date: formatDate(rights.on, 'long') })}</Notice>}
        {group && group.steps.length > 0 && <details className="law-why"><summary>{t('answer.why')}</summary><LawSteps steps={group.steps} /></details>}
      </div>
      {programme && <ExtendDialog rights={rights} programme={programme} open={open === 'extend'} onClose={() => setOpen(undefined)} />}
      {programme && <StopDialog rights={rights} programme={programme} open={open === 'stop'} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

function Goals({ rights: { goals, answers } }: { rights: Rights }) {
  const t = useText('decision')
  const reason = answers.find(({ rule }) => rule === 'programme.goal')
  if (goals.length === 0) return null
  const mark = (one: Rights['goals'][number]) => (one.isFirst ? <Tag tone="info">{t('goals.first')}</Tag> : one.onlyIfUnable ? <small>{t('goals.onlyIfUnable')}</small> : null)
  return (
    <Section title={t('goals.title')} description={t('goals.help')}>
      <Table caption={t('goals.title')} hideCaption rows={goals} rowKey={({ goal }) => goal} columns={[
        { key: 'goal', header: t('goals.goal'), names: true, cell: (one) => <>{t(`goal.${one.goal}`)} {mark(one)}</> },
        { key: 'length', header: t('goals.length'), cell: ({ upToMonths }) => t('months', { count: upToMonths }) },
        { key: 'extension', header: t('goals.extension'), cell: ({ extensionMonths }) => t('months', { count: extensionMonths }) }]} />
      {reason && <><Judgements steps={reason.needsJudgement} /><details className="law-why"><summary>{t('answer.why')}</summary><LawSteps steps={reason.steps} /></details></>}
    </Section>
  )
}

function KnownFacts({ rights }: { rights: Rights }) {
  const t = useText('decision')
  const { formatDate, formatNumber } = useFormat()
  const [editing, setEditing] = useState(false)
  const own = useOwnFacts()
  const values: Record<string, unknown> = { ...rights.facts.legal, ...rights.facts.person }
  const shown = (name: string, kind: string, options: readonly { value: string; label: string }[]): string | null => {
    const value = values[name]
    if (typeof value === 'boolean') return t(value ? 'facts.yes' : 'facts.no')
    if (typeof value === 'number') return formatNumber(value)
    if (typeof value !== 'string') return null
    return kind === 'date' ? formatDate(value) : options.find((one) => one.value === value)?.label ?? value
  }
  const facts: Fact[] = own.map(({ name, label, kind, options }) => ({ term: label, value: shown(name, kind, options) }))
  return (
    <Section title={t('facts.title')} actions={<Button icon="edit" onClick={() => setEditing(true)}>{t('facts.edit')}</Button>}>
      <DefinitionList facts={facts} columns={2} />
      <Drawer open={editing} onClose={() => setEditing(false)} title={t('facts.edit')}><FactForm rights={rights} facts={own} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} /></Drawer>
    </Section>
  )
}

/** What the facts are called where they have a label of their own; others come from the rules. */
function Missing({ rights }: { rights: Rights }) {
  const t = useText('decision')
  if (rights.missing.length === 0) return null
  return <Section title={t('missing.title')} count={rights.missing.length} description={t('missing.help')}><FactForm rights={rights} facts={rights.missing} /></Section>
}

/** What the municipality gets for her, year by year; it is no answer about her rights, and what it lacks is asked for here. */
function Grants({ rights }: { rights: Rights }) {
  const t = useText('decision')
  const { answer, missing } = rights.grants
  return (
    <Section title={t('grants.title')} description={t('grants.help')}>
      <div className="stack">
        <AnswerCard answer={answer} />
        {missing.length > 0 && <FactForm key={missing.map(({ name }) => name).join()} rights={rights} facts={missing} />}
      </div>
    </Section>
  )
}

/** A person's right and duty, what decides it, until when, and what has been decided. */
export function RightsPanel({ id }: { id: string }) {
  const t = useText('decision')
  const { locale } = useLocale()
  const query = useApi('programme.getRights', { personId: id, locale })
  return (
    <Loaded query={query} rows={8}>{(rights) => (
      <>
        <Standing rights={rights} />
        <Missing key={rights.missing.map(({ name }) => name).join()} rights={rights} />
        <DeadlineList deadlines={rights.deadlines} />
        <DecisionList personId={id} />
        <Goals rights={rights} />
        <Section title={t('answers.title')} description={t('answers.help')}>
          <div className="law-answers">{rights.answers.filter(({ rule }) => !shownElsewhere.includes(rule)).map((answer) => <AnswerCard key={answer.rule} answer={answer} />)}</div>
        </Section>
        <Grants rights={rights} />
        <KnownFacts rights={rights} />
      </>
    )}</Loaded>
  )
}
