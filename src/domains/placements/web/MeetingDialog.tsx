import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Steps } from '#web/ui/Steps.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { MeetingApproval, OutsideParty } from '../approval.schema.ts'
import { OnBehalfReason } from '../approval.schema.ts'
import { isWellRecorded } from '../approval.core.ts'
import type { Agreement } from './agreementShown.ts'
import { showsAgreement } from './words.ts'

type Props = { agreement: Agreement; open: boolean; onClose: () => void }

/** Everyone approves now: the participant, the employer, then the municipality, on this one screen (PLA-04). */
export function MeetingDialog({ agreement, open, onClose }: Props) {
  const t = useText('placements')
  return <Dialog open={open} onClose={onClose} title={t('action.meeting')} wide>{open && <Sitting agreement={agreement} onClose={onClose} />}</Dialog>
}

function Sitting({ agreement, onClose }: Omit<Props, 'open'>) {
  const t = useText('placements')
  const given = (party: string): boolean => agreement.approvals.some((one) => one.party === party && one.revision === agreement.revision && one.withdrawnAt === null)
  const [steps] = useState(() => [...(['participant', 'employer'] as const).filter((party) => !given(party)), 'municipality' as const])
  const [at, setAt] = useState(0)
  const record = useCommand('placements.approveInMeeting', { refreshes: showsAgreement })
  const conclude = useCommand('placements.approveAsMunicipality', { refreshes: showsAgreement, success: t('approvals.concluded'), onDone: onClose })
  const party = steps[at] ?? 'municipality'
  const names = { participant: agreement.person.name, employer: agreement.contacts.find(({ id }) => id === agreement.signingContactId)?.name ?? '' }
  const approve = async (one: MeetingApproval): Promise<void> => {
    const done = await record.run({ agreementId: agreement.id, revision: agreement.revision, parties: [one] })
    if (done) setAt(at + 1)
  }
  return (
    <div className="stack">
      <Steps label={t('meeting.steps')} steps={steps.map((one) => t(`party.${one}`))} current={at} />
      <ErrorSummary refusals={[...record.refusals, ...conclude.refusals]} />
      {party === 'municipality'
        ? <>
          <p>{t('meeting.municipality')}</p>
          <div className="cluster">
            <Button kind="primary" icon="check" pending={conclude.pending} onClick={() => { void conclude.run({ id: newId(), agreementId: agreement.id, revision: agreement.revision }) }}>{t('action.approve')}</Button>
            <Button kind="quiet" onClick={onClose}>{t('meeting.later')}</Button>
          </div>
        </>
        : <PartyStep key={party} party={party} name={names[party]} interpreter={party === 'participant' && agreement.person.interpreterLanguage !== null} pending={record.pending} onApprove={(one) => { void approve(one) }} onSkip={() => (at === 0 && steps.length === 3 ? setAt(1) : onClose())} />}
    </div>
  )
}

type StepProps = { party: OutsideParty; name: string; interpreter: boolean; pending: boolean; onApprove: (one: MeetingApproval) => void; onSkip: () => void }

/** One party's yes: who gave it, and how it was given. */
function PartyStep({ party, name, interpreter, pending, onApprove, onSkip }: StepProps) {
  const t = useText('placements')
  const textOf = useRefusalText()
  const [one, setOne] = useState<MeetingApproval>(() => ({ id: newId(), party, name, how: interpreter ? 'meeting_with_interpreter' : 'meeting' }))
  const [tried, setTried] = useState(false)
  const refusals = [...isWellRecorded(one), ...(one.name.trim() === '' ? [{ code: 'shape.required', path: 'name' }] : [])]
  const errorAt = (path: string): string | undefined => { const found = tried ? refusals.find((refusal) => refusal.path === path) : undefined; return found && textOf(found) }
  const set = (next: Partial<MeetingApproval>): void => setOne((before) => ({ ...before, ...next }))
  const send = (): void => { setTried(true); if (refusals.length === 0) onApprove(one) }
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <p>{t(`meeting.${party}`)}</p>
      <TextField label={t('meeting.name')} value={one.name} onChange={(value) => set({ name: value ?? '' })} error={errorAt('name')} />
      <RadioGroup label={t('meeting.how')} value={one.how} onChange={(how) => set({ how: how ?? 'meeting', onBehalfReason: undefined, ...(how === 'meeting_with_interpreter' ? {} : { interpreter: undefined }) })}
        options={(['meeting', 'meeting_with_interpreter', 'paper', 'on_behalf'] as const).map((value) => ({ value, label: t(`meeting.how.${value}`) }))} />
      {one.how === 'meeting_with_interpreter' && <TextField label={t('meeting.interpreter')} description={t('meeting.interpreter.help')} value={one.interpreter} onChange={(value) => set({ interpreter: value })} error={errorAt('interpreter')} />}
      {one.how === 'on_behalf' && <Select label={t('meeting.reason')} value={one.onBehalfReason} onChange={(value) => set({ onBehalfReason: value })} error={errorAt('onBehalfReason')} options={OnBehalfReason.options.map((value) => ({ value, label: t(`onBehalf.${value}`) }))} />}
      <div className="cluster">
        <Button kind="primary" type="submit" icon="check" pending={pending}>{t('meeting.approve', { party: t(`party.${party}`) })}</Button>
        <Button kind="quiet" onClick={onSkip}>{t('meeting.skip')}</Button>
      </div>
    </form>
  )
}
