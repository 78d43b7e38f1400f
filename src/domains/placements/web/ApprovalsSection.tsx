import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Party } from '../approval.schema.ts'
import type { Agreement } from './agreementShown.ts'
import { MeetingDialog } from './MeetingDialog.tsx'
import { SendDialog } from './SendDialog.tsx'
import { linkTones, showsAgreement } from './words.ts'

type Props = { agreement: Agreement }
const parties = ['participant', 'employer', 'municipality'] as const

/** Who has said yes, how and when; and the ways to ask the others. */
export function ApprovalsSection({ agreement }: Props) {
  const t = useText('placements')
  const [open, setOpen] = useState<'send' | 'meeting'>()
  const approve = useCommand('placements.approveAsMunicipality', { refreshes: showsAgreement, success: t('approvals.concluded') })
  const may = (action: Agreement['actions'][number]): boolean => agreement.actions.includes(action)
  const isReady = agreement.missing.length === 0 && agreement.obstacles.length === 0
  const close = (): void => setOpen(undefined)
  return (
    <Section title={t('doc.approvals')} description={t(agreement.isNavs ? 'approvals.navs' : 'approvals.help')} actions={<>
      {may('register') && <Button kind="primary" icon="check" disabled={!isReady} onClick={() => setOpen('send')}>{t('action.register')}</Button>}
      {may('submit') && <Button kind={may('approveInMeeting') ? 'secondary' : 'primary'} icon="mail" disabled={!isReady} onClick={() => setOpen('send')}>{t(agreement.state === 'draft' ? 'action.send' : 'action.sendAgain')}</Button>}
      {may('approveInMeeting') && <Button kind="primary" icon="people" onClick={() => setOpen('meeting')}>{t('action.meeting')}</Button>}
      {may('approveAsMunicipality') && <Button kind="primary" icon="check" pending={approve.pending} onClick={() => { void approve.run({ id: newId(), agreementId: agreement.id, revision: agreement.revision }) }}>{t('action.approve')}</Button>}
    </>}>
      <ErrorSummary refusals={approve.refusals} />
      {(may('submit') || may('register')) && !isReady && <p className="section__description">{t('approvals.notReady', { count: agreement.missing.length + agreement.obstacles.length })} {agreement.missing.map((part) => t(`missing.${part}`)).join(', ')}</p>}
      {!agreement.isNavs && <ol className="approvals">{parties.map((party) => <PartyApproval key={party} agreement={agreement} party={party} />)}</ol>}
      <SendDialog agreement={agreement} open={open === 'send'} onClose={close} />
      <MeetingDialog agreement={agreement} open={open === 'meeting'} onClose={close} />
    </Section>
  )
}

function PartyApproval({ agreement, party }: Props & { party: Party }) {
  const t = useText('placements')
  const { formatMoment } = useFormat()
  const given = agreement.approvals.find((one) => one.party === party && one.revision === agreement.revision && one.withdrawnAt === null)
  return (
    <li data-given={given !== undefined}>
      <span className="approvals__mark" aria-hidden="true"><Icon name={given ? 'check' : 'clock'} /></span>
      <div>
        <p className="approvals__party">{t(`party.${party}`)}</p>
        {given ? <p><bdi>{given.name}</bdi>, {formatMoment(given.approvedAt)} {t(`how.${given.how}`)}
          {given.interpreter && <> (<bdi>{given.interpreter}</bdi>)</>}{given.onBehalfReason && ` (${t(`onBehalf.${given.onBehalfReason}`)})`}
          {given.recordedBy && party !== 'municipality' && <small> {t('approvals.recordedBy', { name: given.recordedBy })}</small>}</p>
          : <p className="section__description">{t('doc.notApproved')}</p>}
        {party !== 'municipality' && !given && <LinkLine agreement={agreement} party={party} />}
      </div>
      {given && agreement.actions.includes('withdrawApproval') && <Withdraw agreement={agreement} approvalId={given.id} party={party} />}
    </li>
  )
}

/** The newest link that was mailed to a party, and what can be done with it. */
function LinkLine({ agreement, party }: Props & { party: 'participant' | 'employer' }) {
  const t = useText('placements')
  const { formatMoment } = useFormat()
  const link = agreement.links.findLast((one) => one.party === party)
  const resend = useCommand('placements.resendLink', { refreshes: showsAgreement, success: t('link.sent') })
  const revoke = useCommand('placements.revokeLink', { refreshes: showsAgreement, success: t('link.revoked') })
  if (agreement.state !== 'waiting') return null
  const input = { agreementId: agreement.id, party }
  return (
    <div className="stack">
      <ErrorSummary refusals={[...resend.refusals, ...revoke.refusals]} />
      <p className="cluster">
        {link ? <><Tag tone={linkTones[link.state]}>{t(`link.${link.state}`)}</Tag><small>{t('link.sentTo', { email: link.email, when: formatMoment(link.createdAt) })}</small></> : <small>{t('link.none')}</small>}
        {agreement.actions.includes('submit') && <Button kind="quiet" icon="mail" pending={resend.pending} onClick={() => { void resend.run(input) }}>{t(link ? 'link.resend' : 'link.send')}</Button>}
        {link?.state === 'open' && agreement.actions.includes('submit') && <Button kind="quiet" icon="lock" pending={revoke.pending} onClick={() => { void revoke.run(input) }}>{t('link.revoke')}</Button>}
      </p>
    </div>
  )
}

function Withdraw({ agreement, approvalId, party }: Props & { approvalId: string; party: Party }) {
  const t = useText('placements')
  const [open, setOpen] = useState(false)
  const withdraw = useCommand('placements.withdrawApproval', { refreshes: showsAgreement, success: t('withdraw.done'), onDone: () => setOpen(false) })
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>{t('withdraw.button')}</Button>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title={t('withdraw.title', { party: t(`party.${party}`) })} consequences={[t('withdraw.one'), ...(party === 'municipality' ? [] : [t('withdraw.two')])]}
        confirm={t('withdraw.button')} danger pending={withdraw.pending} refusals={withdraw.refusals} onConfirm={() => { void withdraw.run({ agreementId: agreement.id, approvalId, reason: 'asked_by_party' }) }} />
    </>
  )
}
