import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { GuestName } from './GuestsTab.tsx'
import { RoomSign } from './RoomSign.tsx'
import { showsDay, standing, type Change, type Day, type Slot } from './words.ts'

type Shown = { day: Day; onChange?: (change: Change) => void }

/** Whether a meeting of this round came to be: one that did not gives its time to others. */
function MarkMeeting({ day, slot, number, onChange }: { day: Day; slot: Slot; number: number; onChange: (change: Change) => void }) {
  const t = useText('meetings')
  const mark = useCommand('meetings.markMeeting', { refreshes: showsDay, onDone: onChange })
  const of = <span className="ds-sr-only"> {t('guest.number', { number })}</span>
  if (slot.state === 'held') return <Tag tone="success">{t('live.held')}</Tag>
  return <div className="meeting-live__do">{([true, false] as const).map((held) => <Button key={String(held)} kind={held ? 'secondary' : 'quiet'} pending={mark.pending} onClick={() => { void mark.run({ dayId: day.id, id: slot.id, held }) }}>{t(held ? 'live.held' : 'live.notHeld')}{of}</Button>)}</div>
}

function Meeting({ day, slot, onChange }: Shown & { slot: Slot }) {
  const t = useText('meetings')
  const guest = day.guests.find(({ id }) => id === slot.guestId)
  const employer = day.employers.find(({ id }) => id === slot.employerId)
  const room = day.rooms.find(({ id }) => id === slot.roomId)
  if (!guest) return null
  return (
    <li className="meeting-live">
      <span className="meeting-number" aria-hidden="true">{guest.number}</span>
      <div className="meeting-live__what"><strong><GuestName guest={guest} /></strong>{(guest.state === 'expected' || guest.state === 'late') && <> <em>{t('live.notHere')}</em></>}
        <p>{employer?.name} · {t('plan.tableNumber', { number: slot.table })}{room && <> · <RoomSign picture={room.picture} /> {room.name}</>}</p></div>
      {onChange && <MarkMeeting day={day} slot={slot} number={guest.number} onChange={onChange} />}
    </li>
  )
}

/** What is now, or next: who sits where, by number. */
export function LiveRound({ day, index, title, onChange }: Shown & { index: number | undefined; title: string }) {
  const t = useText('meetings')
  const round = index === undefined ? undefined : day.rounds[index]
  if (!round) return <Section title={title}><p>{t('live.nothing')}</p></Section>
  const slots = standing(day).filter((slot) => slot.round === index)
  return <Section title={`${title}: ${round.from}–${round.to}`} count={slots.length}><ul className="meeting-items">{slots.map((slot) => <Meeting key={slot.id} day={day} slot={slot} onChange={onChange} />)}</ul></Section>
}
