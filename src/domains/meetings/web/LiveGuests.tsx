import { useState } from 'react'
import { fold } from '#shared/text.ts'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import { GuestName } from './GuestsTab.tsx'
import { useKeepFocus, useKeepPlace } from './keep-focus.ts'
import { LateDialog } from './LateDialog.tsx'
import { showsDay, standing, type Change, type Day, type Guest } from './words.ts'

const tones: Record<Guest['state'], Tone> = { expected: 'neutral', came: 'success', late: 'warning', no_show: 'danger', left: 'neutral' }

function GuestRow({ day, guest, onPress, onChange }: { day: Day; guest: Guest; onPress: () => void; onChange: (change: Change) => void }) {
  const t = useText('meetings')
  const [late, setLate] = useState(false)
  const mark = useCommand('meetings.markGuest', { refreshes: showsDay, onDone: onChange })
  const { row, pressed } = useKeepFocus(guest.state)
  const as = (state: 'came' | 'no_show' | 'left' | 'expected') => () => { pressed(); onPress(); void mark.run({ dayId: day.id, id: guest.id, as: state }) }
  const waits = guest.state === 'expected' || guest.state === 'late'
  const next = standing(day).find((slot) => slot.guestId === guest.id && (day.rounds[slot.round]?.from ?? '') >= day.clock)
  const name = <span className="ds-sr-only"> {t('guest.number', { number: guest.number })}</span>
  return (
    <li className="meeting-live" ref={row} tabIndex={-1}>
      <span className="meeting-number" aria-hidden="true">{guest.number}</span>
      <div className="meeting-live__what"><strong><GuestName guest={guest} /></strong> <Tag tone={tones[guest.state]}>{t(`at.${guest.state}`)}{guest.state === 'late' && guest.lateUntil ? ` ${guest.lateUntil}` : ''}</Tag>
        {next && <p>{day.rounds[next.round]?.from} {day.employers.find(({ id }) => id === next.employerId)?.name}</p>}</div>
      <div className="meeting-live__do">
        {waits && <><Button kind="primary" icon="check" pending={mark.pending} onClick={as('came')}>{t('mark.came')}{name}</Button><Button pending={mark.pending} onClick={as('no_show')}>{t('mark.no_show')}{name}</Button><Button kind="quiet" onClick={() => setLate(true)}>{t('mark.late')}{name}</Button></>}
        {guest.state === 'came' && <Button kind="quiet" pending={mark.pending} onClick={as('left')}>{t('mark.left')}{name}</Button>}
        {(guest.state === 'no_show' || guest.state === 'left') && <Button pending={mark.pending} onClick={as('came')}>{t('mark.back')}{name}</Button>}
      </div>
      {late && <LateDialog title={t('late.title', { name: t('guest.number', { number: guest.number }) })} pending={mark.pending} refusals={mark.refusals} onClose={() => setLate(false)} onLate={(until) => { void mark.run({ dayId: day.id, id: guest.id, as: 'late', until }).then((done) => { if (done) setLate(false) }) }} />}
    </li>
  )
}

/** By the number she says, or by name. */
const isSought = ({ number, personName, shownName }: Guest, sought: string): boolean => /^\s*\d+\s*$/.test(sought) ? String(number).startsWith(sought.trim()) : fold(personName ?? shownName ?? '').includes(fold(sought))

/** Everybody who is to come, with large buttons: here, not here, late. */
export function LiveGuests({ day, onlyMissing, sought, onChange }: { day: Day; onlyMissing: boolean; sought: string; onChange: (change: Change) => void }) {
  const t = useText('meetings')
  const planned = new Set(day.slots.map(({ guestId }) => guestId))
  const shown = day.guests.filter((one) => (one.reply !== 'no' || planned.has(one.id)) && (!onlyMissing || one.state === 'expected' || one.state === 'late') && isSought(one, sought))
  const { list, pressed } = useKeepPlace<HTMLUListElement>(shown.map(({ id }) => id), '#only-missing')
  if (shown.length === 0) return <p role="status">{t(sought === '' ? 'live.allNoted' : 'live.foundNobody')}</p>
  return <ul className="meeting-items" ref={list}>{shown.map((one) => <GuestRow key={one.id} day={day} guest={one} onPress={() => pressed(one.id)} onChange={onChange} />)}</ul>
}
