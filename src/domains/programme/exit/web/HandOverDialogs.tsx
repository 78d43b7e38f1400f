import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { HandOver } from '../hand-over.schema.ts'
import { ConfirmHandOverInput, LegalBasis, Receiver, SendHandOverInput, WriteHandOverInput } from '../hand-over.schema.ts'
import { showsHandOvers } from './words.ts'

type Write = { personId: string; handOver?: HandOver; receivers: readonly { id: string; name: string }[]; onClose: () => void }

/** The note itself; what is known of her goes with it by itself. */
export function WriteHandOverDialog({ personId, handOver, receivers, onClose }: Write) {
  const t = useText('exit')
  const [id] = useState(newId)
  const write = useCommand('programme.writeHandOver', { refreshes: showsHandOvers, success: t('handOver.saved'), onDone: onClose })
  const initial = { id: handOver?.id ?? id, personId, version: handOver?.version, receiver: handOver?.receiver ?? ('nav' as const), receiverUnit: handOver?.receiverUnit ?? '', receiverAccountId: handOver?.receiverAccountId ?? null,
    legalBasis: handOver?.legalBasis ?? ('exchange' as const), ambitions: handOver?.ambitions ?? '', needs: handOver?.needs ?? '', recommendation: handOver?.recommendation ?? '' }
  return (
    <Dialog open onClose={onClose} title={t('handOver.write')} wide>
      <p>{t('handOver.writeHelp')}</p>
      <Form schema={WriteHandOverInput} initial={initial} submit={t('handOver.save')} draft={`programme.handOver.${initial.id}`} onSubmit={write.run} refusals={write.refusals} pending={write.pending} onCancel={onClose} onReload={write.refresh}>
        {({ field }) => <>
          <Select {...field('receiver', t('handOver.receiver'))} options={Receiver.options.map((value) => ({ value, label: t(`receiver.${value}`) }))} />
          <TextField {...field('receiverUnit', t('handOver.unit'))} description={t('handOver.unitHelp')} />
          <Select {...field('receiverAccountId', t('handOver.account'))} description={t('handOver.accountHelp')} options={receivers.map((one) => ({ value: one.id, label: one.name }))} />
          <RadioGroup {...field('legalBasis', t('handOver.basis'))} options={LegalBasis.options.map((value) => ({ value, label: t(`basis.${value}`), description: t(`basis.${value}.help`) }))} />
          <TextArea {...field('ambitions', t('handOver.ambitions'))} rows={3} />
          <TextArea {...field('needs', t('handOver.needs'))} description={t('handOver.needsHelp')} rows={3} />
          <TextArea {...field('recommendation', t('handOver.recommendation'))} rows={3} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Sends the note, after she has seen it. */
export function SendHandOverDialog({ handOver, onClose }: { handOver: HandOver; onClose: () => void }) {
  const t = useText('exit')
  const { today } = useMe()
  const send = useCommand('programme.sendHandOver', { refreshes: showsHandOvers, success: t('handOver.sent'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('handOver.send')}>
      <Notice tone="info" title={t('handOver.sendWhat')}><p>{handOver.receiverName === null ? t('handOver.sendPaper') : t('handOver.sendTo', { name: handOver.receiverName })}</p></Notice>
      <Form schema={SendHandOverInput} initial={{ id: handOver.id, version: handOver.version, shownToPersonOn: today, personComment: null }} submit={t('handOver.sendNow')} onSubmit={send.run} refusals={send.refusals} pending={send.pending} onCancel={onClose} onReload={send.refresh}>
        {({ field }) => <>
          <DateField {...field('shownToPersonOn', t('handOver.shownOn'))} description={t('handOver.shownHelp')} />
          <TextArea {...field('personComment', t('handOver.comment'))} rows={3} />
        </>}
      </Form>
    </Dialog>
  )
}

/** A case exists, and somebody has it. */
export function ConfirmCaseDialog({ handOver, by, onClose }: { handOver: HandOver; by: 'adviser' | 'receiver'; onClose: () => void }) {
  const t = useText('exit')
  const confirm = useCommand(by === 'receiver' ? 'programme.confirmHandOver' : 'programme.noteHandOverCase', { refreshes: showsHandOvers, success: t('handOver.confirmed'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('handOver.confirm')}>
      <Form schema={ConfirmHandOverInput} initial={{ id: handOver.id, version: handOver.version, caseNumber: '', caseWorker: '' }} submit={t('handOver.confirmSave')} onSubmit={confirm.run} refusals={confirm.refusals} pending={confirm.pending} onCancel={onClose} onReload={confirm.refresh}>
        {({ field }) => <>
          <TextField {...field('caseNumber', t('handOver.caseNumber'))} />
          <TextField {...field('caseWorker', t('handOver.caseWorker'))} />
        </>}
      </Form>
    </Dialog>
  )
}
