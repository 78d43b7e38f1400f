import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Section } from '#web/ui/Section.tsx'
import { unnotedOf } from '../unnoted.core.ts'
import { GuestName } from './GuestsTab.tsx'
import { showsDay, type Day } from './words.ts'

/** After the day: who was not noted while it ran. Their meetings do not count until somebody says whether they were there. */
export function Unnoted({ day }: { day: Day }) {
  const t = useText('meetings')
  const note = useCommand('meetings.noteCame', { refreshes: showsDay, success: t('unnoted.noted') })
  const { employers, guests, meetings } = unnotedOf(day)
  if (employers.length + guests.length === 0) return null
  const answers = (who: 'guest' | 'employer', id: string, name: string) => (
    <div className="meeting-live__do">{([true, false] as const).map((came) => <Button key={String(came)} {...(came && { icon: 'check' as const })} pending={note.pending} onClick={() => { void note.run({ dayId: day.id, who, id, came }) }}>{t(came ? 'unnoted.came' : 'unnoted.absent')}<span className="ds-sr-only"> {name}</span></Button>)}</div>
  )
  return (
    <Section title={t('unnoted.title')} count={employers.length + guests.length} description={t('unnoted.help', { count: meetings })}>
      <ErrorSummary refusals={note.refusals} />
      <ul className="meeting-items">
        {employers.map(({ id, name }) => <li key={id} className="meeting-live"><div className="meeting-live__what"><strong>{name}</strong></div>{answers('employer', id, name)}</li>)}
        {guests.map((guest) => <li key={guest.id} className="meeting-live"><span className="meeting-number" aria-hidden="true">{guest.number}</span><div className="meeting-live__what"><strong><GuestName guest={guest} /></strong></div>{answers('guest', guest.id, t('guest.number', { number: guest.number }))}</li>)}
      </ul>
    </Section>
  )
}
