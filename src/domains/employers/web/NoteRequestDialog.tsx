import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { OtherRingsNotice } from '#web/WhoHas.tsx'
import { AskedBy, NoteRequestInput } from '../request.schema.ts'
import { PressureNotice } from './PressureNotice.tsx'

type Named = { id: string; name: string }

/** A request noted in seconds, with the warning before it. */
export function NoteRequestDialog({ employer, onClose }: { employer: Named | undefined; onClose: () => void }) {
  const t = useText('employers')
  return (
    <Dialog open={employer !== undefined} onClose={onClose} title={employer ? t('request.noteFor', { name: employer.name }) : ''}>
      {employer && <NoteRequestForm employer={employer} onClose={onClose} />}
    </Dialog>
  )
}

function NoteRequestForm({ employer, onClose }: { employer: Named; onClose: () => void }) {
  const t = useText('employers')
  const { today } = useMe()
  const [initial] = useState(() => ({ id: newId(), employerId: employer.id, seats: 1, askedBy: 'refugee_service' as const, askedOn: today }))
  const pressure = useApi('employers.getPressure', { employerId: employer.id })
  const note = useCommand('employers.noteRequest', { refreshes: ['employers.getEmployer', 'employers.listEmployers', 'employers.getPressure'], success: t('request.noted'), onDone: onClose })
  return (
    <div className="stack">
      {pressure.data && <PressureNotice pressure={pressure.data} />}
      <Form schema={NoteRequestInput} initial={initial} onSubmit={note.run} refusals={note.refusals} pending={note.pending} submit={t('request.note')} onCancel={onClose}>
        {({ field, values }) => <>
          <OtherRingsNotice askedBy={values.askedBy} />
          <Select {...field('askedBy', t('request.askedBy'))} options={AskedBy.options.map((value) => ({ value, label: t(`asked.${value}`) }))} />
          <TextField {...field('about', t('request.about'))} description={t('request.aboutHelp')} />
          <NumberField {...field('seats', t('request.seats'))} optional={false} />
          <DateField {...field('askedOn', t('request.askedOn'))} optional={false} />
        </>}
      </Form>
    </div>
  )
}
