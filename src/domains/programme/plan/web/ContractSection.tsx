import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SignInMeetingInput } from '../plan.schema.ts'
import type { Plan, PlanPage } from './words.ts'
import { showsPlan } from './words.ts'

type Shown = { page: PlanPage; plan: Plan }

/** Her yes. The interpreter who is confirmed for her today is proposed. */
function SignDialog({ personId, plan, open, onClose }: { personId: string; plan: Plan; open: boolean; onClose: () => void }) {
  const t = useText('plan')
  const { languageName } = useNames()
  const { data, isPending } = useApi('interpreters.getInterpreterOfDay', { personId }, { enabled: open })
  const proposed = data?.interpreter ? { interpreter: data.interpreter.name, interpreterLanguage: languageName(data.interpreter.language) } : {}
  const [id, setId] = useState(newId)
  const sign = useCommand('programme.signInMeeting', { refreshes: showsPlan, success: t('sign.saved'), onDone: () => { setId(newId()); onClose() } })
  return (
    <Dialog open={open} onClose={onClose} title={t('sign.dialog')}>
      {isPending ? <Loading /> : <Form schema={SignInMeetingInput} initial={{ id, planId: plan.id, revision: plan.revision, how: 'meeting_with_interpreter', ...proposed }} submit={t('sign.save')} onSubmit={sign.run} refusals={sign.refusals} pending={sign.pending} onCancel={onClose}>
        {({ field, values }) => <>
          <RadioGroup {...field('how', t('sign.how'))} options={(['meeting_with_interpreter', 'meeting', 'paper'] as const).map((value) => ({ value, label: t(`sign.choice.${value}`) }))} />
          <TextField {...field('name', t('sign.name'))} />
          {values.how === 'meeting_with_interpreter' && <>
            <TextField {...{ ...field('interpreter', t('sign.interpreter')), optional: false }} />
            <TextField {...{ ...field('interpreterLanguage', t('sign.interpreterLanguage')), optional: false }} />
          </>}
        </>}
      </Form>}
    </Dialog>
  )
}

function useSignatureText(): (one: Plan['signatures'][number] | undefined) => string {
  const t = useText('plan')
  const { formatMoment } = useFormat()
  return (one) => (one === undefined ? t('sign.notYet') : `${one.name}, ${formatMoment(one.signedAt)}, ${t(`sign.how.${one.how}`, { interpreter: one.interpreter ?? '', language: one.interpreterLanguage ?? '' })}`)
}

/** The contract that goes with the plan, or the declaration: who has said yes, and how to get hers. */
export function ContractSection({ page, plan }: Shown) {
  const t = useText('plan')
  const textOf = useRefusalText()
  const said = useSignatureText()
  const { formatDate } = useFormat()
  const [open, setOpen] = useState(false)
  const municipality = useCommand('programme.signAsMunicipality', { refreshes: showsPlan, success: t('sign.saved') })
  const send = useCommand('programme.sendPlanLink', { refreshes: showsPlan, success: ({ email }) => t('sign.linkSent', { email }) })
  const close = useCommand('programme.closePlanLink', { refreshes: showsPlan })
  if (plan.kind === null || plan.kind === 'none') return null
  const may = (action: PlanPage['actions'][number]): boolean => page.actions.includes(action)
  const refusals = [...municipality.refusals, ...send.refusals, ...close.refusals]
  const parties = plan.kind === 'contract' ? (['participant', 'municipality'] as const) : (['municipality'] as const)
  return (
    <Section title={t(`kind.${plan.kind}`)} actions={<>
      {may('sign') && <Button kind="primary" onClick={() => setOpen(true)}>{t('action.sign')}</Button>}
      {may('sendLink') && <Button icon="mail" pending={send.pending} onClick={() => { void send.run({ planId: plan.id }) }}>{t('action.sendLink')}</Button>}
      {may('signAsMunicipality') && <Button pending={municipality.pending} onClick={() => { void municipality.run({ id: newId(), planId: plan.id, revision: plan.revision }) }}>{t('action.signAsMunicipality')}</Button>}
    </>}>
      <div className="stack">
        {refusals.length > 0 && <Notice tone="warning" title={refusals.map((one) => textOf(one)).join(' ')} />}
        <DefinitionList facts={parties.map((party) => ({ term: t(`sign.party.${party}`), value: said(plan.signatures.find((one) => one.party === party && one.revision === plan.revision)) }))} />
        {plan.openLink && <p className="cluster"><small>{t('sign.link', { email: plan.openLink.email, date: formatDate(plan.openLink.expiresAt.slice(0, 10)) })}</small><Button kind="quiet" pending={close.pending} onClick={() => { void close.run({ planId: plan.id }) }}>{t('action.closeLink')}</Button></p>}
      </div>
      <SignDialog personId={page.personId} plan={plan} open={open} onClose={() => setOpen(false)} />
    </Section>
  )
}
