import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useRefusalText, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { limitRefusals } from '../seat.core.ts'
import { wordOf } from './WishesTab.tsx'
import { showsDay, standing, type Day, type Employer, type Guest } from './words.ts'

/** A free seat of the plan: which employer's table, in which round. */
export type FreeSeat = { employer: Employer; table: number; round: number }

/** Who is free then and whom neither side has said no to, with what both wish and which meeting of the two would be moved; whom the room or the interpreters do not allow comes last, with the reason. */
function useFree(day: Day, { employer, table, round }: FreeSeat) {
  const t = useText('meetings')
  const textOf = useRefusalText()
  const { guests, wishes, rounds } = day
  const slots = standing(day)
  const busy = new Set(slots.filter((slot) => slot.round === round).map(({ guestId }) => guestId))
  const said = new Map(wishes.filter(({ employerId }) => employerId === employer.id).map((wish) => [wish.guestId, wish]))
  const about = ({ id }: Guest): string => {
    const { byGuest, byEmployer } = said.get(id) ?? { byGuest: 0, byEmployer: 0 }
    const before = slots.find((slot) => slot.guestId === id && slot.employerId === employer.id)
    return [t('plan.setWishes', { guest: t(wordOf(byGuest)), employer: t(wordOf(byEmployer)) }), before && t('plan.setMoves', { from: rounds[before.round]?.from ?? '' })].filter(Boolean).join(' · ')
  }
  const free = guests.filter(({ id, reply }) => reply !== 'no' && !busy.has(id) && (said.get(id)?.byGuest ?? 0) >= 0 && (said.get(id)?.byEmployer ?? 0) >= 0)
  return free.map((guest) => ({ guest, reasons: limitRefusals(day, { guest, employer, round, table }) })).toSorted((a, b) => a.reasons.length - b.reasons.length)
    .map(({ guest, reasons }) => ({ value: guest.id, label: [guest.number, guest.personName ?? guest.shownName].filter(Boolean).join(' '), description: [...reasons.map(textOf), about(guest)].join(' ') }))
}

/** Puts a meeting on a free seat by hand, pinned. Only those who are free then are offered; one who meets this employer already is moved here. */
export function SetMeetingDialog({ day, seat, onClose }: { day: Day; seat: FreeSeat; onClose: () => void }) {
  const t = useText('meetings')
  const [guestId, setGuestId] = useState<string>()
  const set = useCommand('meetings.setMeeting', { refreshes: showsDay, success: t('plan.setDone'), onDone: onClose })
  const { employer, table, round } = seat
  const options = useFree(day, seat)
  return (
    <Dialog open onClose={onClose} title={t('plan.setTitle', { employer: employer.name, from: day.rounds[round]?.from ?? '', table })}
      actions={options.length > 0 && <><Button kind="primary" pending={set.pending} disabled={guestId === undefined} onClick={() => { if (guestId !== undefined) void set.run({ dayId: day.id, guestId, employerId: employer.id, round, table }) }}>{t('plan.set')}</Button></>}>
      <div className="stack meeting-set">
        <ErrorSummary refusals={set.refusals} />
        {options.length === 0 ? <EmptyState title={t('plan.setNobody')}>{t('plan.setNobodyHelp')}</EmptyState>
          : <Combobox id="set-guest" label={t('plan.setWho')} description={t('plan.setHelp')} options={options} value={guestId} onChange={setGuestId} />}
      </div>
    </Dialog>
  )
}
