import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { showsDay, standing, type Day, type Employer } from './words.ts'

/** A free seat of the plan: which employer's table, in which round. */
export type FreeSeat = { employer: Employer; table: number; round: number }

/** Puts a meeting on a free seat by hand, pinned. Only those who are free then are offered; one who meets this employer already is moved here. */
export function SetMeetingDialog({ day, seat, onClose }: { day: Day; seat: FreeSeat; onClose: () => void }) {
  const t = useText('meetings')
  const [guestId, setGuestId] = useState<string>()
  const set = useCommand('meetings.setMeeting', { refreshes: showsDay, success: t('plan.setDone'), onDone: onClose })
  const { employer, table, round } = seat
  const at = day.rounds[round]
  const busy = new Set(standing(day).filter((slot) => slot.round === round).map((slot) => slot.guestId))
  const options = day.guests.filter(({ id, reply }) => reply !== 'no' && !busy.has(id)).map(({ id, number, personName, shownName }) => ({ value: id, label: [number, personName ?? shownName].filter(Boolean).join(' ') }))
  return (
    <Dialog open onClose={onClose} title={t('plan.setTitle', { employer: employer.name, from: at?.from ?? '', table })}
      actions={<Button kind="primary" pending={set.pending} disabled={guestId === undefined} onClick={() => { if (guestId !== undefined) void set.run({ dayId: day.id, guestId, employerId: employer.id, round, table }) }}>{t('plan.set')}</Button>}>
      <ErrorSummary refusals={set.refusals} />
      <Combobox id="set-guest" label={t('plan.setWho')} description={t('plan.setHelp')} options={options} value={guestId} onChange={setGuestId} />
    </Dialog>
  )
}
