import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { InformedHow, SendMappingInput, SentHow } from '../guidance/guidance.schema.ts'
import { MappingContent } from './MappingContent.tsx'
import type { Guidance } from './words.ts'
import { showsGuidance } from './words.ts'

type Props = { paper: Guidance['papers'][number]; receiver: string; onClose: () => void }

/** Notes that the mapping was sent, after she was told what is in it. What it contains is in sight while one does so. */
export function SendMappingDialog({ paper, receiver, onClose }: Props) {
  const t = useText('talks')
  const { today } = useMe()
  const send = useCommand('programme.sendMapping', { refreshes: showsGuidance, success: t('mapping.sent'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('mapping.sendTitle', { receiver })} wide>
      <div className="stack">
        <Notice tone="info" title={t('mapping.basis')}>{t('mapping.secure')}</Notice>
        <MappingContent paper={paper} />
        <Form schema={SendMappingInput} initial={{ id: paper.id, version: paper.version, sentOn: today, informedOn: today }} submit={t('mapping.confirm')} onSubmit={send.run} refusals={send.refusals} pending={send.pending} onCancel={onClose} onReload={() => { void send.refresh() }}>
          {({ field }) => <>
            <DateField {...{ ...field('informedOn', t('mapping.informedOn')), optional: false }} />
            <RadioGroup {...{ ...field('informedHow', t('mapping.informedHow')), optional: false }} options={InformedHow.options.map((value) => ({ value, label: t(`informedHow.${value}`) }))} />
            <TextArea {...field('remark', t('mapping.remark'))} rows={2} />
            <DateField {...field('sentOn', t('mapping.sentDay'))} />
            <RadioGroup {...field('sentHow', t('mapping.howSent'))} options={SentHow.options.map((value) => ({ value, label: t(`sentHow.${value}`) }))} />
          </>}
        </Form>
      </div>
    </Dialog>
  )
}
