import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { CorrectAttendanceInput } from '../attendance.schema.ts'
import { showsAbsence } from './words.ts'

type Month = Output<'programme.getAttendance'>
type Registration = Month['registrations'][number]

function CorrectDialog({ registration, onClose }: { registration: Registration | undefined; onClose: () => void }) {
  const t = useText('attendance')
  const { formatDate } = useFormat()
  const [id, setId] = useState(newId)
  const correct = useCommand('programme.correctAttendance', { refreshes: showsAbsence, success: t('month.corrected'), onDone: () => { setId(newId()); onClose() } })
  return (
    <Dialog open={registration !== undefined} onClose={onClose} title={t('month.correctTitle', { day: registration ? formatDate(registration.onDay, 'day') : '' })}>
      <Form schema={CorrectAttendanceInput} initial={{ id, attendanceId: registration?.id, presentMinutes: registration?.presentMinutes }} submit={t('month.correct')} onSubmit={correct.run} refusals={correct.refusals} pending={correct.pending} onCancel={onClose}>
        {({ field }) => <><NumberField {...field('presentMinutes', t('month.presentMinutes', { planned: registration?.plannedMinutes ?? 0 }))} /><TextField {...field('reason', t('class.reason'))} /></>}
      </Form>
    </Dialog>
  )
}

/** Every registration of the month with who made it, folded; a correction beside what it corrects. */
export function RegistrationsSection({ month }: { month: Month }) {
  const t = useText('attendance')
  const { formatDate, formatMoment } = useFormat()
  const [correcting, setCorrecting] = useState<Registration>()
  if (month.registrations.length === 0) return null
  return (
    <Section title={t('month.registrations')} count={month.registrations.length}>
      <details><summary>{t('month.registrations')}</summary>
        <ul className="desk-list">{month.registrations.map((one) => (
          <li key={one.id} data-over={one.isReplaced}>
            <div><strong>{formatDate(one.onDay, 'day')}</strong> {one.title} <Tag tone={one.state === 'present' ? 'success' : one.state === 'absent' ? 'warning' : 'info'}>{t(`state.${one.state}`)}</Tag>{one.isReplaced && <Tag>{t('month.replaced')}</Tag>}
              <p>{t('month.minutes', { present: one.presentMinutes, planned: one.plannedMinutes })} · {t('month.by', { how: t(`how.${one.how}`), name: one.registeredByName ?? '', at: formatMoment(one.registeredAt) })}</p>
              {one.correctionReason && <p className="desk-list__words">{one.correctionReason}</p>}</div>
            {month.actions.includes('correct') && !one.isReplaced && <Button kind="quiet" onClick={() => setCorrecting(one)}>{t('month.correct')}<span className="ds-sr-only"> {formatDate(one.onDay, 'day')} {one.title}</span></Button>}
          </li>))}</ul></details>
      <CorrectDialog registration={correcting} onClose={() => setCorrecting(undefined)} />
    </Section>
  )
}
