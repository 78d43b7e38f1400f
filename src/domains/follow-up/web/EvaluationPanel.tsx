import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList, type Fact } from '#web/ui/DefinitionList.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { EmployerAnswers, ParticipantAnswers } from '../evaluation.schema.ts'
import { EmployerAnswersDialog, ParticipantAnswersDialog } from './AnswersDialog.tsx'
import { OutcomeDialog } from './OutcomeDialog.tsx'
import { showsEvaluation } from './words.ts'

type Page = Output<'followUp.getEvaluation'>

const told = (term: string, value: string | null): Fact[] => (value === null ? [] : [{ term, value }])

function useEmployerFacts(): (answers: EmployerAnswers) => Fact[] {
  const t = useText('follow-up')
  return (answers) => [
    ...told(t('evaluation.wentWell'), answers.wentWell), ...told(t('evaluation.didNot'), answers.didNot), ...told(t('evaluation.nextTime'), answers.nextTime),
    { term: t('evaluation.wouldHostAgain'), value: t(`evaluation.host.${answers.wouldHostAgain}`) }, { term: t('evaluation.isHired'), value: t(`evaluation.hire.${answers.isHired}`) },
    ...told(t('evaluation.notHiredReason'), answers.notHiredReason === null ? null : t(`outcome.reason.${answers.notHiredReason}`)),
    ...told(t('evaluation.skills'), answers.skills.length > 0 ? answers.skills.join(', ') : null), ...told(t('evaluation.attest'), answers.attest ? t('evaluation.host.yes') : null),
  ]
}

function useParticipantFacts(): (answers: ParticipantAnswers) => Fact[] {
  const t = useText('follow-up')
  return (answers) => [
    ...told(t('evaluation.wentWell'), answers.wentWell), ...told(t('evaluation.didNot'), answers.didNot), ...told(t('evaluation.learned'), answers.learned),
    { term: t('evaluation.spokeNorwegian'), value: t(`evaluation.spoke.${answers.spokeNorwegian}`) }, { term: t('evaluation.wasTreatedWell'), value: t(`evaluation.treated.${answers.wasTreatedWell}`) },
    { term: t('evaluation.wantsToGoOn'), value: t(`evaluation.wants.${answers.wantsToGoOn}`) },
  ]
}

function Answers({ page, party }: { page: Page; party: 'participant' | 'employer' }) {
  const t = useText('follow-up')
  const { formatDate, formatMoment } = useFormat()
  const employerFacts = useEmployerFacts()
  const participantFacts = useParticipantFacts()
  const answered = page.evaluations.find((one) => one.party === party)
  const asked = page.asked.findLast((one) => one.party === party)
  return (
    <article>
      <h3>{t(`evaluation.${party}`)}</h3>
      {answered ? <>
        <p>{answered.byLink ? t('evaluation.byLink', { date: formatMoment(answered.answeredAt) }) : t('evaluation.byColleague', { name: answered.notedBy ?? '', date: formatMoment(answered.answeredAt) })}</p>
        <DefinitionList facts={answered.employer ? employerFacts(answered.employer) : answered.participant ? participantFacts(answered.participant) : []} /></>
        : <p><Tag tone="warning">{t('evaluation.notAnswered')}</Tag> {asked && t('evaluation.sentOn', { date: formatDate(asked.sentOn) })}</p>}
    </article>
  )
}

function OutcomeLine({ page }: { page: Page }) {
  const t = useText('follow-up')
  const { formatDate } = useFormat()
  if (page.outcome === null) return <Tag tone="neutral">{t('outcome.none')}</Tag>
  const more = page.hired ? t('outcome.hiredAs', { percent: page.hired.percent, form: t(`outcome.form.${page.hired.form}`) }) : page.notHiredReason ? t(`outcome.reason.${page.notHiredReason}`) : ''
  return <><Tag tone={page.outcome === 'hired' ? 'success' : 'info'}>{t(`outcome.${page.outcome}`)}</Tag> {more} {page.outcomeOn && formatDate(page.outcomeOn)}</>
}

type Open = 'noteEmployer' | 'noteParticipant' | 'codeOutcome' | undefined

function Buttons({ page, onOpen }: { page: Page; onOpen: (open: Open) => void }) {
  const t = useText('follow-up')
  const textOf = useRefusalText()
  const ask = useCommand('followUp.askForEvaluation', { refreshes: showsEvaluation, success: ({ sent }) => t('evaluation.asked', { count: sent.length }) })
  return (
    <>
      {ask.refusals.length > 0 && <Notice tone="warning" title={ask.refusals.map((one) => textOf(one)).join(' ')} />}
      <div className="cluster no-print">
        {page.actions.includes('ask') && <Button kind="primary" icon="mail" pending={ask.pending} onClick={() => { void ask.run({ agreementId: page.agreementId }) }}>{t('evaluation.ask')}</Button>}
        {(['noteEmployer', 'noteParticipant', 'codeOutcome'] as const).filter((action) => page.actions.includes(action)).map((action) => <Button key={action} onClick={() => onOpen(action)}>{t(`evaluation.${action}`)}</Button>)}
      </div>
    </>
  )
}

/** What both sides say at the end, what was seen at work, and what came of it. */
export function EvaluationPanel({ id }: { id: string }) {
  const t = useText('follow-up')
  const { formatDate } = useFormat()
  const query = useApi('followUp.getEvaluation', { agreementId: id })
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  return (
    <Section title={t('evaluation.title')} description={t('evaluation.help')}>
      <Loaded query={query} rows={2}>{(page) => (
        <div className="stack">
          {!page.isOpen && <p>{page.opensOn ? t('evaluation.opensOn', { date: formatDate(page.opensOn) }) : t('evaluation.nothing')}</p>}
          {page.isOpen && <div className="answers"><Answers page={page} party="employer" /><Answers page={page} party="participant" /></div>}
          <DefinitionList facts={[{ term: t('outcome.title'), value: <OutcomeLine page={page} /> },
            ...(page.observedSkills.length > 0 ? [{ term: t('evaluation.observed'), value: page.observedSkills.map(({ name, seenBy }) => (seenBy ? `${name} (${t('evaluation.seenBy', { name: seenBy })})` : name)).join(', ') }] : [])]} />
          <Buttons page={page} onOpen={setOpen} />
          <EmployerAnswersDialog agreementId={id} open={open === 'noteEmployer'} onClose={close} />
          <ParticipantAnswersDialog agreementId={id} open={open === 'noteParticipant'} onClose={close} />
          <OutcomeDialog page={page} open={open === 'codeOutcome'} onClose={close} />
        </div>
      )}</Loaded>
    </Section>
  )
}
