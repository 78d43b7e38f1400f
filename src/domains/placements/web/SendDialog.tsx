import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { ShownConsent, SubmitInput } from '../approval.schema.ts'
import type { Agreement } from './agreementShown.ts'
import { showsAgreement } from './words.ts'

type Props = { agreement: Agreement; open: boolean; onClose: () => void }

/** Says who will be asked, in which way, before anything is sent; her own yes to being named comes first (EMP-05). */
export function SendDialog({ agreement, open, onClose }: Props) {
  const t = useText('placements')
  const submit = useCommand('placements.submitForApproval', { refreshes: showsAgreement, success: ({ sent }) => t(agreement.isNavs ? 'send.registered' : 'send.done', { count: sent.length }), onDone: onClose })
  const signer = agreement.contacts.find(({ id }) => id === agreement.signingContactId)
  const line = (party: string, email: string | null | undefined): string => (email ? t('send.mail', { party, email }) : t('send.noMail', { party }))
  return (
    <Dialog open={open} onClose={onClose} title={t(agreement.isNavs ? 'action.register' : 'send.title')}>
      <Form schema={SubmitInput} initial={{ agreementId: agreement.id, version: agreement.version }} submit={t(agreement.isNavs ? 'action.register' : 'action.send')} onSubmit={submit.run} refusals={submit.refusals} pending={submit.pending} onCancel={onClose}>
        {({ field }) => agreement.isNavs ? <p>{t('send.navs')}</p> : <>
          <ul className="consequences"><li>{line(t('party.participant'), agreement.person.email)}</li><li>{line(t('party.employer'), signer?.email)}</li></ul>
          {agreement.needsConsent && <RadioGroup {...field('consent', t('consent.title', { name: agreement.person.name }))} optional={false} description={t('consent.help')} options={ShownConsent.options.map((value) => ({ value, label: t(`consent.${value}`) }))} />}
        </>}
      </Form>
    </Dialog>
  )
}
