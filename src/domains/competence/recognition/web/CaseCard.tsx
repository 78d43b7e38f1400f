import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'
import type { Case, Step, StepKind } from '../recognition.schema.ts'
import { CaseDialog } from './CaseDialog.tsx'
import { Documents } from './Documents.tsx'
import { StepDialog } from './StepDialog.tsx'
import { resultTones, showsRecognition, stateTones, useCaseWords } from './words.ts'

function Steps({ one, mayWrite }: { one: Case; mayWrite: boolean }) {
  const t = useText('recognition')
  const { formatDate } = useFormat()
  const [removing, setRemoving] = useState<Step>()
  const remove = useCommand('competence.removeRecognitionStep', { refreshes: showsRecognition, success: t('step.removed'), onDone: () => setRemoving(undefined) })
  const text = (step: Step) => <>
    {step.result && <Tag tone={resultTones[step.result]}>{t(`result.${step.result}`)}</Tag>}
    {[step.missing && t('step.missing', { what: step.missing }), step.dueOn && t('step.due', { date: formatDate(step.dueOn) }), step.note].filter(Boolean).map((line) => <p key={String(line)}>{line}</p>)}
    {mayWrite && step === one.steps.at(-1) && <Button kind="quiet" icon="bin" onClick={() => setRemoving(step)}>{t('step.remove')}</Button>}</>
  return <>
    <Timeline items={one.steps.map((step) => ({ id: step.id, when: formatDate(step.onDay), title: t(`step.${step.kind}`), text: text(step) }))} />
    <ConfirmDialog open={removing !== undefined} onClose={() => setRemoving(undefined)} title={t('step.removeTitle')} consequences={[t('step.removeConsequence')]} confirm={t('step.remove')} danger pending={remove.pending} refusals={remove.refusals}
      onConfirm={() => { if (removing) void remove.run({ id: removing.id, caseId: one.id }) }} />
  </>
}

function Facts({ one }: { one: Case }) {
  const t = useText('recognition')
  const { formatDate } = useFormat()
  const { waitingText } = useCaseWords()
  const { standing, authority } = one
  return (
    <DefinitionList columns={2} facts={[
      { term: t('fact.authority'), value: authority.name }, { term: t('fact.waiting'), value: waitingText(standing) },
      ...(authority.expectedWeeks === null ? [] : [{ term: t('fact.source'), value: t('fact.sourceText', { weeks: authority.expectedWeeks, source: authority.source ?? '', date: authority.sourceOn ? formatDate(authority.sourceOn) : '' }) }]),
      { term: t('fact.caseNumber'), value: one.caseNumber }, { term: t('fact.responsible'), value: one.responsibleName }, { term: t('fact.nextCheck'), value: one.nextCheckOn && formatDate(one.nextCheckOn) },
      ...(one.note === null ? [] : [{ term: t('fact.note'), value: one.note }]),
    ]} />
  )
}

/** One case: where it is, what lacks, what has happened, and what may come next. */
export function CaseCard({ one }: { one: Case }) {
  const t = useText('recognition')
  const { formatDate } = useFormat()
  const { educationName } = useCaseWords()
  const [doing, setDoing] = useState<StepKind | 'change'>()
  const { standing } = one
  const mayWrite = one.next.length > 0 || standing.state === 'withdrawn'
  const isSendable = standing.state === 'gathering' && standing.lacks.length > 0
  return (
    <Section title={educationName(one.education)} description={[t(`scheme.${one.authority.scheme}`), one.profession].filter(Boolean).join(' · ')} actions={mayWrite && <Button icon="edit" onClick={() => setDoing('change')}>{t('change.button')}</Button>}>
      <div className="stack">
        <p className="cluster"><Tag tone={stateTones[standing.state]}>{t(`state.${standing.state}`)}</Tag>{standing.result && <Tag tone={resultTones[standing.result]}>{t(`result.${standing.result}`)}</Tag>}{standing.isLate && <Tag tone="danger">{t('late')}</Tag>}</p>
        {standing.state === 'asked' && <Notice tone="warning" title={t('asked.title')}><p>{standing.answerDueOn === null ? t('asked.text') : t('asked.due', { date: formatDate(standing.answerDueOn) })}</p></Notice>}
        {isSendable && <Notice title={t('lacks.title', { count: standing.lacks.length })}><ul>{standing.lacks.map((lack) => <li key={`${lack.name}-${lack.what}`}>{t(`lacks.${lack.what}`, { name: lack.name, who: lack.gatheredBy })}</li>)}</ul></Notice>}
        {standing.result === 'part' && standing.missing !== null && <Notice tone="warning" title={t('part.title')}><p>{standing.missing}</p></Notice>}
        <Facts one={one} />
        <Documents one={one} mayWrite={mayWrite} />
        {one.steps.length > 0 && <Steps one={one} mayWrite={mayWrite} />}
        {one.next.length > 0 && <div className="cluster">{one.next.map((kind, index) => <Button key={kind} kind={index === 0 && !isSendable ? 'primary' : 'secondary'} onClick={() => setDoing(kind)}>{t(`next.${kind}`)}</Button>)}</div>}
      </div>
      {doing === 'change' && <CaseDialog one={one} onClose={() => setDoing(undefined)} />}
      {doing !== undefined && doing !== 'change' && <StepDialog one={one} kind={doing} onClose={() => setDoing(undefined)} />}
    </Section>
  )
}
