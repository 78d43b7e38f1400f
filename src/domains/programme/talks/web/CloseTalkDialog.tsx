import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { stepOf, untouched } from '../talk.core.ts'
import { CloseTalkInput } from '../talk.schema.ts'
import type { TalkPageData } from './words.ts'
import { showsTalks } from './words.ts'

/** What follows when a talk is closed, and the day it was held. */
export function CloseTalkDialog({ talk, onClose }: { talk: TalkPageData; onClose: () => void }) {
  const t = useText('talks')
  const { today } = useMe()
  const close = useCommand('programme.closeTalk', { refreshes: showsTalks, success: t('close.done'), onDone: onClose })
  const left = untouched(talk)
  const day = talk.plannedOn !== null && talk.plannedOn < today ? talk.plannedOn : today
  const follows = [t('close.stays'), stepOf[talk.kind] === null ? null : t('close.step'), talk.ownWords === null ? null : t('close.words'), t('close.hers')].filter((one) => one !== null)
  return (
    <Dialog open onClose={onClose} title={t('close.title')} wide>
      <div className="stack">
        {left.length > 0 && <Notice tone="warning" title={t('close.untouched', { count: left.length })}>{left.map(({ heading }) => heading).join(', ')}</Notice>}
        <ul className="consequences">{follows.map((line) => <li key={line}>{line}</li>)}</ul>
        <Form schema={CloseTalkInput} initial={{ id: talk.id, version: talk.version, heldOn: day }} submit={t('close.confirm')} onSubmit={close.run} refusals={close.refusals} pending={close.pending} onCancel={onClose} onReload={() => { void close.refresh() }}>
          {({ field }) => <>
            <DateField {...field('heldOn', t('close.heldOn'))} />
            {stepOf[talk.kind] !== null && <TextArea {...field('deviation', t('close.deviation'))} description={t('close.deviationHelp')} rows={2} />}
          </>}
        </Form>
      </div>
    </Dialog>
  )
}
