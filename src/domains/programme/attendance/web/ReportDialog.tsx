import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { isolate } from '#web/texts.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { NoteReportInput } from '../absence.schema.ts'
import { showsAbsence } from './words.ts'

type Props = { personId: string; personName: string; open: boolean; onClose: () => void }

/** Writes down that somebody was reported away: by whoever was told. */
export function ReportDialog({ personId, personName, open, onClose }: Props) {
  const t = useText('attendance')
  const { today } = useMe()
  const [id, setId] = useState(newId)
  const note = useCommand('programme.noteAbsenceReport', { refreshes: showsAbsence, success: t('report.saved'), onDone: () => { setId(newId()); onClose() } })
  return (
    <Dialog open={open} onClose={onClose} title={t('report.noteTitle', { name: isolate(personName) })}>
      <Form schema={NoteReportInput} initial={{ id, personId, fromDate: today, toDate: today, words: null, channel: 'call', agreementId: null }} submit={t('report.save')} onSubmit={note.run} refusals={note.refusals} pending={note.pending} onCancel={onClose}>
        {({ field }) => <>
          <div className="form__row"><DateField {...field('fromDate', t('absence.from'))} /><DateField {...field('toDate', t('absence.to'))} /></div>
          <RadioGroup {...field('channel', t('report.channel'))} options={(['call', 'teacher'] as const).map((value) => ({ value, label: t(`channel.${value}`) }))} />
          <TextArea {...field('words', t('report.words'))} description={t('report.noteHelp')} rows={3} />
        </>}
      </Form>
    </Dialog>
  )
}
