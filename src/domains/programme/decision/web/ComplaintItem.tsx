import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { ComplaintOutcome, DecideComplaintInput, HigherOutcome, NoteHigherInput } from '../complaint.schema.ts'
import type { Decision } from './words.ts'

type Complaint = Output<'programme.listDecisions'>['complaints'][number]
type Shown = { complaint: Complaint; open: boolean; onClose: () => void }

function DecideDialog({ complaint, others, open, onClose }: Shown & { others: readonly Decision[] }) {
  const t = useText('decision')
  const { formatDate } = useFormat()
  const { today } = useMe()
  const decide = useCommand('programme.decideComplaint', { refreshes: ['programme.listDecisions'], success: t('complaint.decided'), onDone: onClose })
  const newer = others.filter(({ replaces }) => replaces?.id === complaint.decisionId)
  return (
    <Dialog open={open} onClose={onClose} title={t('complaint.decide')} wide>
      <p className="decision-words">{complaint.body}</p>
      <Form schema={DecideComplaintInput} initial={{ id: complaint.id, version: complaint.version, outcomeOn: today }} submit={t('complaint.decide')} onSubmit={decide.run} refusals={decide.refusals} pending={decide.pending} onCancel={onClose} onReload={() => { void decide.refresh() }}>
        {({ field, values }) => <>
          <RadioGroup {...field('outcome', t('complaint.outcome'))} options={ComplaintOutcome.options.map((value) => ({ value, label: t(`complaint.outcome.${value}`) }))} />
          {(values.outcome === 'reversed' || values.outcome === 'partly_reversed') && <Select {...field('newDecisionId', t('complaint.newDecision'))} description={newer.length === 0 ? t('complaint.newDecisionMissing') : undefined} options={newer.map((one) => ({ value: one.id, label: `${t(`kind.${one.kind}`)} ${formatDate(one.decidedOn)}` }))} />}
          <DateField {...field('outcomeOn', t('complaint.outcomeOn'))} />
          <TextArea {...field('grounds', t('complaint.grounds'))} rows={5} />
        </>}
      </Form>
    </Dialog>
  )
}

function HigherDialog({ complaint, open, onClose }: Shown) {
  const t = useText('decision')
  const { today } = useMe()
  const note = useCommand('programme.noteHigherOutcome', { refreshes: ['programme.listDecisions'], success: t('told.saved'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('complaint.noteHigher')}>
      <Form schema={NoteHigherInput} initial={{ id: complaint.id, version: complaint.version, on: today }} submit={t('told.save')} onSubmit={note.run} refusals={note.refusals} pending={note.pending} onCancel={onClose} onReload={() => { void note.refresh() }}>
        {({ field }) => <>
          <RadioGroup {...field('outcome', t('complaint.noteHigher'))} options={HigherOutcome.options.map((value) => ({ value, label: t(`complaint.higher.${value}`) }))} />
          <DateField {...field('on', t('complaint.outcomeOn'))} />
          <TextArea {...field('note', t('complaint.higherNote'))} rows={3} />
        </>}
      </Form>
    </Dialog>
  )
}

/** One complaint: when it came, whether in time, where it is. */
export function ComplaintItem({ complaint, others }: { complaint: Complaint; others: readonly Decision[] }) {
  const t = useText('decision')
  const { formatDate } = useFormat()
  const [open, setOpen] = useState<'decide' | 'noteHigher'>()
  const close = (): void => setOpen(undefined)
  const { deadline, inTime, outcome, higherOutcome, state } = complaint
  const time = deadline === null ? t('complaint.unknownTime') : t(inTime ? 'complaint.inTime' : 'complaint.late', { date: formatDate(deadline) })
  return (
    <div className="decision-complaint">
      <p className="cluster"><strong>{t('complaint.line', { date: formatDate(complaint.receivedOn) })}</strong><Tag tone={state === 'closed' ? 'neutral' : 'warning'}>{t(`complaint.state.${state}`)}</Tag></p>
      <p><small>{time}{complaint.complainantName !== null && <> · <bdi>{complaint.complainantName}</bdi></>}</small></p>
      <p className="decision-words">{complaint.body}</p>
      {outcome !== null && <p>{t(`complaint.outcome.${outcome}`)}{complaint.outcomeOn !== null && ` (${formatDate(complaint.outcomeOn)})`}</p>}
      {higherOutcome !== null && <p>{t('complaint.noteHigher')}: {t(`complaint.higher.${higherOutcome}`)}{complaint.higherOn !== null && ` (${formatDate(complaint.higherOn)})`}</p>}
      <div className="cluster no-print">
        {complaint.actions.includes('decide') && <Button onClick={() => setOpen('decide')}>{t('complaint.decide')}</Button>}
        {complaint.actions.includes('noteHigher') && <Button onClick={() => setOpen('noteHigher')}>{t('complaint.noteHigher')}</Button>}
      </div>
      <DecideDialog complaint={complaint} others={others} open={open === 'decide'} onClose={close} />
      <HigherDialog complaint={complaint} open={open === 'noteHigher'} onClose={close} />
    </div>
  )
}
