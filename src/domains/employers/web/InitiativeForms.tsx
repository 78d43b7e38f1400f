import { useState } from 'react'
import { plainDate } from '#shared/date.ts'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { answerWithin } from '../employer.core.ts'
import type { Employer } from '../employer.schema.ts'
import type { Initiative } from '../initiative.schema.ts'
import { AnswerInitiativeInput, PassOnInitiativeInput, ReceiveInitiativeInput } from '../initiative.schema.ts'
import { useColleagues } from './ContactPersonSection.tsx'

const refreshes = ['employers.getEmployer', 'employers.listWaitingInitiatives'] as const

/** An initiative as the employer put it, with who answers and when. The contact person answers unless another is chosen. */
export function ReceiveInitiativeForm({ employer, onClose }: { employer: Employer; onClose: () => void }) {
  const t = useText('employers')
  const { today, account } = useMe()
  const colleagues = useColleagues()
  const [initial] = useState(() => ({ id: newId(), employerId: employer.id, receivedOn: today, answerDue: answerWithin(plainDate(today)), ownerId: employer.contactAccountId ?? account.id }))
  const receive = useCommand('employers.receiveInitiative', { refreshes, success: t('initiative.saved'), onDone: onClose })
  return (
    <Form schema={ReceiveInitiativeInput} initial={initial} onSubmit={receive.run} refusals={receive.refusals} pending={receive.pending} submit={t('save')} onCancel={onClose}>
      {({ field }) => <>
        <TextArea {...field('wording', t('initiative.wording'))} description={t('initiative.wordingHelp')} />
        <Combobox {...field('ownerId', t('initiative.owner'))} options={colleagues} valueLabel={employer.contactName ?? account.name} />
        <DateField {...field('answerDue', t('initiative.due'))} />
        <DateField {...field('receivedOn', t('initiative.receivedOn'))} />
      </>}
    </Form>
  )
}

export function AnswerInitiativeForm({ initiative: { id, version, wording }, onClose }: { initiative: Initiative; onClose: () => void }) {
  const t = useText('employers')
  const answer = useCommand('employers.answerInitiative', { refreshes, success: t('initiative.saved'), onDone: onClose })
  return (
    <Form schema={AnswerInitiativeInput} initial={{ id, version }} onSubmit={answer.run} refusals={answer.refusals} pending={answer.pending} submit={t('save')} onCancel={onClose} onReload={() => { void answer.refresh() }}>
      {({ field }) => <>
        <p>{wording}</p>
        <RadioGroup {...field('outcome', t('initiative.outcome'))} options={(['yes', 'no', 'kept_as_wish'] as const).map((value) => ({ value, label: t(`outcome.${value}`) }))} />
        <TextArea {...field('note', t('initiative.note'))} />
      </>}
    </Form>
  )
}

/** Before a holiday, or when the answer takes longer. */
export function PassOnInitiativeForm({ initiative, onClose }: { initiative: Initiative; onClose: () => void }) {
  const t = useText('employers')
  const colleagues = useColleagues()
  const { id, version, ownerId, answerDue } = initiative
  const passOn = useCommand('employers.passOnInitiative', { refreshes, success: t('initiative.saved'), onDone: onClose })
  return (
    <Form schema={PassOnInitiativeInput} initial={{ id, version, ownerId, answerDue }} onSubmit={passOn.run} refusals={passOn.refusals} pending={passOn.pending} submit={t('save')} onCancel={onClose} onReload={() => { void passOn.refresh() }}>
      {({ field }) => <>
        <p>{t('initiative.passOnHelp')}</p>
        <Combobox {...field('ownerId', t('initiative.owner'))} options={colleagues} valueLabel={initiative.ownerName} />
        <DateField {...field('answerDue', t('initiative.due'))} />
      </>}
    </Form>
  )
}
