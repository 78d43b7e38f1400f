import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { ReturnRunInput } from '../benefit.schema.ts'
import type { Run } from './run.ts'
import { showsRun, useKroner, useMonth } from './words.ts'

function ReturnDialog({ run, open, onClose }: { run: Run; open: boolean; onClose: () => void }) {
  const t = useText('benefit')
  const send = useCommand('programme.returnBenefitRun', { refreshes: showsRun, success: t('return.done'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('return.title')}>
      <Form schema={ReturnRunInput} initial={{ runId: run.id, version: run.version }} submit={t('return.act')} onSubmit={send.run} refusals={send.refusals} pending={send.pending} onCancel={onClose} onReload={send.refresh}>
        {({ field }) => <TextArea {...field('reason', t('return.reason'))} rows={3} />}
      </Form>
    </Dialog>
  )
}

/** What stands between a run and the payment, and for whoever approves: what it leads to, before it is done. */
export function ApproveSection({ run }: { run: Run }) {
  const t = useText('benefit')
  const month = useMonth()
  const kroner = useKroner()
  const textOf = useRefusalText()
  const { formatDate } = useFormat()
  const [open, setOpen] = useState<'approve' | 'return' | null>(null)
  const close = (): void => setOpen(null)
  const approve = useCommand('programme.approveBenefitRun', { refreshes: showsRun, success: t('approve.done'), onDone: close })
  const mayApprove = run.actions.includes('approve')
  // who prepared it is told that somebody else approves, not that it is an obstacle
  const obstacles = run.obstacles.filter(({ code }) => mayApprove || (code !== 'benefit.fourEyes' && code !== 'benefit.decidedByYou'))
  return (
    <Section title={t('approve.title')} actions={mayApprove && <>
      {run.actions.includes('return') && <Button onClick={() => setOpen('return')}>{t('return.act')}</Button>}
      <Button kind="primary" disabled={obstacles.length > 0} onClick={() => setOpen('approve')}>{t('approve.act')}</Button></>}>
      {obstacles.length > 0
        ? <><p>{t('approve.obstacles')}</p><ul>{obstacles.map((one) => <li key={one.code}>{textOf(one)}</li>)}</ul></>
        : <p>{t(mayApprove ? 'approve.ready' : 'approve.waits')} {mayApprove && run.changes.length > 0 && t('approve.seeChanges')}</p>}
      <ConfirmDialog open={open === 'approve'} onClose={close} title={t('approve.question', { month: month(run.month) })} confirm={t('approve.act')} pending={approve.pending} refusals={approve.refusals}
        consequences={[t('approve.sum', { people: run.people, amount: kroner(run.totalOre), day: formatDate(run.payOn, 'long') }), t('approve.fixed'), t('approve.attendance'), t('approve.seen')]}
        onConfirm={() => { void approve.run({ runId: run.id, version: run.version }) }} />
      <ReturnDialog run={run} open={open === 'return'} onClose={close} />
    </Section>
  )
}
