import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { GuestName } from './GuestsTab.tsx'
import { RoomSign } from './RoomSign.tsx'
import { SetMeetingDialog, type FreeSeat } from './SetMeetingDialog.tsx'
import { showsDay, standing, type Day, type Employer, type Slot } from './words.ts'

type Column = { employer: Employer; table: number }

/** One meeting: the number large, her name beneath, pressed to pin it. */
function Cell({ day, slot, may, onPin }: { day: Day; slot: Slot; may: boolean; onPin: () => void }) {
  const t = useText('meetings')
  const guest = day.guests.find(({ id }) => id === slot.guestId)
  if (!guest) return null
  const interpreter = day.interpreters.find(({ id }) => id === slot.interpreterId)
  const content = <><strong>{guest.number}{slot.fixed && <span className="meeting-pin" aria-hidden="true"> ●</span>}</strong><span><GuestName guest={guest} link={!may} /></span>{interpreter && <span className="quiet">{t('plan.with', { name: interpreter.name })}</span>}</>
  return may
    ? <button type="button" className="meeting-cell" aria-pressed={slot.fixed} data-state={slot.state} title={t(slot.fixed ? 'plan.unpin' : 'plan.pin')} onClick={onPin}><span className="ds-sr-only">{t(slot.fixed ? 'plan.unpin' : 'plan.pin')}: </span>{content}</button>
    : <div className="meeting-cell" data-state={slot.state} data-moved={slot.isMoved || undefined}>{content}</div>
}

/** A seat nobody has: pressed to put a meeting there. */
function Free({ may, label, onSet }: { may: boolean; label: string; onSet: () => void }) {
  const t = useText('meetings')
  if (may) return <button type="button" className="meeting-cell meeting-cell--free" title={t('plan.set')} onClick={onSet}><span aria-hidden="true">+</span><span className="ds-sr-only">{label}</span></button>
  return <span className="meeting-cell meeting-cell--free"><span className="ds-sr-only">{t('plan.free')}</span></span>
}

/** The plan as a picture: rounds down, tables across. */
export function Timetable({ day, may }: { day: Day; may: boolean }) {
  const t = useText('meetings')
  const [seat, setSeat] = useState<FreeSeat>()
  const pin = useCommand('meetings.pinMeeting', { refreshes: showsDay })
  const slots = standing(day)
  const columns: Column[] = day.employers.filter((one) => one.reply !== 'no').flatMap((employer) => Array.from({ length: employer.tables }, (_, index) => ({ employer, table: index + 1 })))
  const roomOf = (roomId: string | null) => { const room = day.rooms.find(({ id }) => id === roomId); return room && <> · <RoomSign picture={room.picture} size={16} /> {room.name}</> }
  return (
    <div className="meeting-grid" role="group" aria-label={t('plan.table')} tabIndex={0}>
      <table>
        <thead><tr><th scope="col">{t('plan.time')}</th>{columns.map(({ employer, table }) => <th key={`${employer.id} ${table}`} scope="col">{employer.name}<small>{t('plan.tableNumber', { number: table })}{roomOf(employer.roomId)}</small></th>)}</tr></thead>
        <tbody>{day.rounds.map((round, index) => (
          <tr key={round.from}><th scope="row">{round.from}–{round.to}</th>{columns.map(({ employer, table }) => {
            const slot = slots.find((one) => one.round === index && one.employerId === employer.id && one.table === table)
            return <td key={`${employer.id} ${table}`}>{slot ? <Cell day={day} slot={slot} may={may} onPin={() => { void pin.run({ dayId: day.id, slotId: slot.id, fixed: !slot.fixed }) }} /> : <Free may={may} label={t('plan.setTitle', { employer: employer.name, from: round.from, table })} onSet={() => setSeat({ employer, table, round: index })} />}</td>
          })}</tr>))}</tbody>
      </table>
      {seat && <SetMeetingDialog day={day} seat={seat} onClose={() => setSeat(undefined)} />}
    </div>
  )
}
