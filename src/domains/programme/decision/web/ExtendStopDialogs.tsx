import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useLocale, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import type { z } from 'zod'
import { ExtendInput, StopInput } from '../decision.schema.ts'
import { Judgements } from './AnswerCard.tsx'
import { PaperFields } from './PaperFields.tsx'
import { showsRights } from './words.ts'

type Rights = Output<'programme.getRights'>
type Props = { rights: Rights; programme: NonNullable<Rights['programme']>; open: boolean; onClose: () => void }

/** Extends the programme: how much is left is said first. */
export function ExtendDialog({ rights, programme, open, onClose }: Props) {
  const t = useText('decision')
  const { today } = useMe()
  const { locale } = useLocale()
  const [id, setId] = useState(newId)
  const draft = useApi('programme.draftDecision', { personId: rights.personId, kind: 'extension', locale }, { enabled: open })
  const extend = useCommand('programme.extend', { refreshes: showsRights, success: t('new.saved'), onDone: () => { setId(newId()); onClose() } })
  const left = draft.data?.extensionLeft ?? 0
  return (
    <Dialog open={open} onClose={onClose} title={t('extend.title')} wide>
      {draft.data && <Form schema={ExtendInput} initial={{ id, personId: rights.personId, participationId: programme.id, version: programme.version, decidedOn: today, months: left > 0 ? left : undefined, locale: draft.data.paper }} submit={t('new.save')}
        onSubmit={extend.run} refusals={extend.refusals} pending={extend.pending} onCancel={onClose} onReload={() => { void extend.refresh() }}>
        {(tools) => <>
          <DateField {...tools.field('decidedOn', t('new.decidedOn'))} />
          <NumberField {...tools.field('months', t('extend.months'))} description={t('extend.left', { months: left })} />
          {draft.data.answers.map((one) => <Judgements key={one.rule} steps={one.needsJudgement} />)}
          <PaperFields tools={tools} />
        </>}
      </Form>}
    </Dialog>
  )
}

function StopFields({ tools }: { tools: FormTools<z.input<typeof StopInput>> }) {
  const t = useText('decision')
  return (
    <>
      <RadioGroup {...tools.field('how', t('stop.how'))} options={(['temporary', 'permanent'] as const).map((value) => ({ value, label: t(`stop.${value}`) }))} />
      <RadioGroup {...tools.field('ground', t('stop.ground'))} options={StopInput.shape.ground.options.map((value) => ({ value, label: t(`stop.ground.${value}`) }))} />
      {tools.values.ground === 'face_covering' && <Checkbox {...tools.field('hasWrittenWarning', t('stop.warned'))} />}
      <DateField {...tools.field('decidedOn', t('new.decidedOn'))} />
      <DateField {...tools.field('from', t('stop.from'))} />
      {tools.values.how === 'temporary' && <DateField {...tools.field('to', t('stop.to'))} />}
      <PaperFields tools={tools} />
    </>
  )
}

/** Stops the programme for a time or for good: what follows is said before. */
export function StopDialog({ rights, programme, open, onClose }: Props) {
  const t = useText('decision')
  const { today } = useMe()
  const { locale } = useLocale()
  const [id, setId] = useState(newId)
  const draft = useApi('programme.draftDecision', { personId: rights.personId, kind: 'stop_permanent', locale }, { enabled: open })
  const stop = useCommand('programme.stop', { refreshes: showsRights, success: t('new.saved'), onDone: () => { setId(newId()); onClose() } })
  return (
    <Dialog open={open} onClose={onClose} title={t('stop.title')} wide>
      <div className="stack"><Notice tone="warning">{t('stop.consequence')}</Notice>
      {draft.data && <Form schema={StopInput} initial={{ id, personId: rights.personId, participationId: programme.id, version: programme.version, decidedOn: today, from: today, locale: draft.data.paper }} submit={t('new.save')}
        onSubmit={stop.run} refusals={stop.refusals} pending={stop.pending} onCancel={onClose} onReload={() => { void stop.refresh() }}>
        {(tools) => <StopFields tools={tools} />}
      </Form>}</div>
    </Dialog>
  )
}
