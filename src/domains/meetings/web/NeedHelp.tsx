import { useText } from '#web/i18n.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { GuestName } from './GuestsTab.tsx'
import type { Day } from './words.ts'

/** Who pressed "I need help" in her invitation, and which employers asked to be called: first on the page, until an answer is noted. */
export function NeedHelp({ day }: { day: Day }) {
  const t = useText('meetings')
  const guests = day.guests.filter(({ reply }) => reply === 'later')
  const employers = day.employers.filter(({ reply }) => reply === 'later')
  if (day.state === 'closed' || guests.length + employers.length === 0) return null
  return (
    <Notice tone="warning" title={t('reply.later')}>
      <ul>
        {guests.map((guest) => <li key={guest.id}>{t('guest.number', { number: guest.number })}: <GuestName guest={guest} link /></li>)}
        {employers.map((one) => <li key={one.id}>{[one.name, one.contactName, one.contactPhone].filter(Boolean).join(', ')}</li>)}
      </ul>
    </Notice>
  )
}
