import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { FromNeighbour } from '../sharing.schema.ts'
import { AnswerNeighbourInput } from '../sharing.schema.ts'
import { showsAnswers } from './words.ts'

/** Ends a stay, after saying that the seat becomes free. */
export function EndSeatButton({ one }: { one: FromNeighbour }) {
  const t = useText('sharing')
  const [asking, setAsking] = useState(false)
  const end = useCommand('matching.endSeat', { refreshes: showsAnswers, success: t('end.done'), onDone: () => setAsking(false) })
  const { answer } = one
  if (!one.actions.includes('end') || answer === null) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('theirs.end')}</Button>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('theirs.end')} confirm={t('theirs.end')} consequences={[t('theirs.endHelp')]} pending={end.pending} refusals={end.refusals}
        onConfirm={() => { void end.run({ id: answer.id, version: answer.version }) }} />
    </>
  )
}

function NotNowDialog({ one, onClose }: { one: FromNeighbour; onClose: () => void }) {
  const t = useText('sharing')
  const [id] = useState(newId)
  const answer = useCommand('matching.answerNeighbour', { refreshes: showsAnswers, success: t('theirs.answered'), onDone: onClose })
  const initial = { id: one.answer?.id ?? id, version: one.answer?.version, putForwardId: one.id, answer: 'not_now' as const }
  return (
    <Dialog open onClose={onClose} title={t('theirs.notNow')}>
      <Form schema={AnswerNeighbourInput} initial={initial} submit={t('theirs.notNow')} onSubmit={answer.run} refusals={answer.refusals} pending={answer.pending} onCancel={onClose} onReload={answer.refresh}>
        {({ field }) => <TextArea {...field('reason', t('theirs.reason'))} optional={false} description={t('theirs.reasonHelp')} rows={3} />}
      </Form>
    </Dialog>
  )
}

/** What the owner of the place may answer now. */
export function AnswerActions({ one }: { one: FromNeighbour }) {
  const t = useText('sharing')
  const [asking, setAsking] = useState<'notNow' | 'confirm'>()
  const [id] = useState(newId)
  const meet = useCommand('matching.answerNeighbour', { refreshes: showsAnswers, success: t('theirs.answered') })
  const confirm = useCommand('matching.confirmSeat', { refreshes: showsAnswers, success: t('theirs.answered'), onDone: () => setAsking(undefined) })
  const { answer, actions } = one
  return (
    <div className="stack no-print">
      <ErrorSummary refusals={meet.refusals} />
      <div className="cluster">
        {actions.includes('meet') && <Button kind="primary" pending={meet.pending} onClick={() => { void meet.run({ id: answer?.id ?? id, version: answer?.version, putForwardId: one.id, answer: 'meet' }) }}>{t('theirs.meet')}</Button>}
        {actions.includes('confirm') && <Button kind="primary" onClick={() => setAsking('confirm')}>{t('theirs.confirm')}</Button>}
        {actions.includes('notNow') && <Button onClick={() => setAsking('notNow')}>{t('theirs.notNow')}</Button>}
        <EndSeatButton one={one} />
      </div>
      {asking === 'notNow' && <NotNowDialog one={one} onClose={() => setAsking(undefined)} />}
      {answer && <ConfirmDialog open={asking === 'confirm'} onClose={() => setAsking(undefined)} title={t('theirs.confirm')} confirm={t('theirs.confirm')} consequences={[t('theirs.confirmHelp')]} pending={confirm.pending} refusals={confirm.refusals}
        onConfirm={() => { void confirm.run({ id: answer.id, version: answer.version }) }} />}
    </div>
  )
}
