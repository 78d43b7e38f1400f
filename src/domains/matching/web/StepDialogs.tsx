import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { PlainDate } from '#shared/date.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { DecideInput, RecordMeetingInput } from '../presentation.schema.ts'
import { showsPresentations, type Presentation } from './words.ts'

/** Notes that she and the employer have met (EMP-05). */
export function MeetingDialog({ presentation, onClose }: { presentation: Presentation; onClose: () => void }) {
  const t = useText('matching')
  const today = PlainDate.parse(useMe().today)
  const record = useCommand('matching.recordMeeting', { refreshes: showsPresentations, success: t('done'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('action.recordMeeting')}>
      <Form schema={RecordMeetingInput} initial={{ presentationId: presentation.id, version: presentation.version, on: today }} submit={t('action.recordMeeting')} onSubmit={record.run} refusals={record.refusals} pending={record.pending} onCancel={onClose} onReload={record.refresh}>
        {({ field }) => <>
          <DateField {...field('on', t('meeting.on'))} />
          <TextArea {...field('note', t('meeting.note'))} rows={3} />
        </>}
      </Form>
    </Dialog>
  )
}

type Ending = { presentation: Presentation; outcome: 'declined_by_employer' | 'declined_by_person' | 'withdrawn'; title: string; onClose: () => void }

/** Ends it with a reason. */
export function ReasonDialog({ presentation, outcome, title, onClose }: Ending) {
  const t = useText('matching')
  const decide = useCommand('matching.decide', { refreshes: showsPresentations, success: t('done'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={title}>
      <Form schema={DecideInput} initial={{ presentationId: presentation.id, version: presentation.version, outcome }} submit={title} onSubmit={decide.run} refusals={decide.refusals} pending={decide.pending} onCancel={onClose} onReload={decide.refresh}>
        {({ field }) => <TextArea {...field('reason', t('reason'))} optional={false} description={t('reason.help')} rows={3} />}
      </Form>
    </Dialog>
  )
}
