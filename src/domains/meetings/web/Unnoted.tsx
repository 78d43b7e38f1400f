import type { ReactNode } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { notableOf, unnotedOf } from '../unnoted.core.ts'
import { GuestName } from './GuestsTab.tsx'
import { useKeepFocus } from './keep-focus.ts'
import { showsDay, type Day } from './words.ts'

/** `came` is undefined until somebody has answered. */
type Asked = { who: 'guest' | 'employer'; id: string; version: number; came: boolean | undefined; name: string; children: ReactNode }

/** One of whom nobody noted whether he was there; an answer stands in its row, and may be set right. */
function AskedRow({ dayId, who, id, version, came, name, children }: Asked & { dayId: string }) {
  const t = useText('meetings')
  const shell = useText('shell')
  const note = useCommand('meetings.noteCame', { refreshes: showsDay, success: t('unnoted.noted') })
  const { row, pressed } = useKeepFocus(String(came))
  const answer = (next: boolean): void => {
    if (note.pending) return
    pressed()
    void note.run({ dayId, who, id, version, came: next })
  }
  return (
    <li className="meeting-live" ref={row} tabIndex={-1}>
      {children}{came !== undefined && <Tag tone={came ? 'success' : 'neutral'}>{t(came ? 'unnoted.came' : 'unnoted.absent')}</Tag>}
      <div className="meeting-live__do">{[true, false].filter((one) => one !== came).map((one) => <Button key={String(one)} kind={came === undefined ? 'secondary' : 'quiet'} {...(one && { icon: 'check' as const })} pending={note.pending} onClick={() => answer(one)}>{t(one ? 'unnoted.came' : 'unnoted.absent')}<span className="ds-sr-only"> {name}</span></Button>)}</div>
      {note.refusals.length > 0 && <div className="stack"><ErrorSummary refusals={note.refusals} /><Button onClick={() => { void note.refresh().then(() => row.current?.focus()) }}>{shell('stale.reload')}</Button></div>}
    </li>
  )
}

/** After the day: who was not noted while it ran. Their meetings do not count until somebody says whether they were there. */
export function Unnoted({ day }: { day: Day }) {
  const t = useText('meetings')
  const { employers, guests } = notableOf(day)
  const left = unnotedOf(day)
  if (employers.length + guests.length === 0) return null
  const open = left.employers.length + left.guests.length
  return (
    <Section title={t('unnoted.title')} count={open === 0 ? undefined : open} description={open === 0 ? t('unnoted.all') : t('unnoted.help', { count: left.meetings })}>
      <ul className="meeting-items">
        {employers.map(({ id, version, name, cameAt, isNotedAfterwards }) => <AskedRow key={id} dayId={day.id} who="employer" id={id} version={version} came={isNotedAfterwards ? cameAt !== null : undefined} name={name}><div className="meeting-live__what"><strong>{name}</strong></div></AskedRow>)}
        {guests.map((guest) => <AskedRow key={guest.id} dayId={day.id} who="guest" id={guest.id} version={guest.version} came={guest.isNotedAfterwards ? guest.state === 'came' : undefined} name={t('guest.number', { number: guest.number })}>
          <span className="meeting-number" aria-hidden="true">{guest.number}</span><div className="meeting-live__what"><strong><GuestName guest={guest} /></strong></div></AskedRow>)}
      </ul>
    </Section>
  )
}
