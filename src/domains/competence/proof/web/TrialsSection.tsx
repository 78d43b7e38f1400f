import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Proof, Trial, TrialTask } from '../proof.schema.ts'
import { NoteSeenDialog } from './NoteSeenDialog.tsx'
import { StartTrialDialog } from './StartTrialDialog.tsx'
import { seenTones, showsProof } from './words.ts'

function Task({ one }: { one: TrialTask }) {
  const t = useText('proof')
  const { formatDate } = useFormat()
  return (
    <li><div><p>{one.task}</p>
      {one.seen !== null && <p className="proof-quiet">{t('seen.by', { name: one.seenBy ?? '', role: one.seenRole ?? '', date: one.seenOn ? formatDate(one.seenOn) : '' })}{one.byLink && ` (${t('seen.byLink')})`}</p>}
      {one.personAnswer !== null && <p className="proof-quiet"><bdi>{t('seen.answer', { answer: one.personAnswer })}</bdi></p>}</div>
      <Tag tone={one.seen ? seenTones[one.seen] : 'neutral'}>{t(`seen.${one.seen ?? 'open'}`)}</Tag></li>
  )
}

function TrialCard({ trial }: { trial: Trial }) {
  const t = useText('proof')
  const { formatDate } = useFormat()
  const [doing, setDoing] = useState<Trial['actions'][number]>()
  const done = (): void => setDoing(undefined)
  const ask = useCommand('competence.askAboutTasks', { refreshes: showsProof, success: ({ email }) => t('trial.sent', { email }), onDone: done })
  const close = useCommand('competence.closeTrial', { refreshes: showsProof, success: t('trial.closedDone'), onDone: done })
  const about = [t('trial.from', { employer: trial.employerName, date: formatDate(trial.startsOn) }), trial.askedOn.length > 0 && t('trial.asked', { date: formatDate(trial.askedOn.at(-1) ?? '') }), trial.closedOn && t('trial.closed', { date: formatDate(trial.closedOn) })]
  return (
    <article className="proof-trial">
      <div className="proof-head"><div><h3>{trial.name}</h3><p className="proof-quiet">{about.filter(Boolean).join(' · ')}</p></div>
        <div className="cluster">{trial.actions.includes('note') && <Button icon="edit" onClick={() => setDoing('note')}>{t('trial.note')}</Button>}
          {trial.actions.includes('ask') && <Button icon="mail" onClick={() => setDoing('ask')}>{t('trial.ask')}</Button>}
          {trial.actions.includes('close') && <Button kind="quiet" onClick={() => setDoing('close')}>{t('trial.close')}</Button>}</div></div>
      <ol className="proof-list">{trial.tasks.map((one) => <Task key={one.id} one={one} />)}</ol>
      {doing === 'note' && <NoteSeenDialog trial={trial} onClose={done} />}
      <ConfirmDialog open={doing === 'ask'} onClose={done} title={t('trial.askTitle')} consequences={[t('trial.askConsequence'), t('trial.askConsequence2')]} confirm={t('trial.ask')} pending={ask.pending} refusals={ask.refusals} onConfirm={() => void ask.run({ trialId: trial.id })} />
      <ConfirmDialog open={doing === 'close'} onClose={done} title={t('trial.closeTitle')} consequences={[t('trial.closeConsequence')]} confirm={t('trial.close')} pending={close.pending} refusals={close.refusals} onConfirm={() => void close.run({ id: trial.id, version: trial.version })} />
    </article>
  )
}

/** Trials at work against a short list: each task with who saw it, when, and what she says herself. */
export function TrialsSection({ proof }: { proof: Proof }) {
  const t = useText('proof')
  const [starting, setStarting] = useState(false)
  return (
    <Section title={t('trial.title')} description={t('trial.help')} actions={proof.actions.includes('change') && <Button icon="plus" onClick={() => setStarting(true)}>{t('trial.start')}</Button>}>
      {proof.trials.length === 0 ? <EmptyState title={t('trial.empty')}>{t('trial.emptyHelp')}</EmptyState> : proof.trials.map((trial) => <TrialCard key={trial.id} trial={trial} />)}
      {starting && <StartTrialDialog proof={proof} onClose={() => setStarting(false)} />}
    </Section>
  )
}
