import { useFormat, useText } from '#web/i18n.tsx'
import type { Day } from './words.ts'

/** What is the next thing to do with a day, in one line. */
export function NextStep({ day }: { day: Day }) {
  const t = useText('meetings')
  const { formatDate } = useFormat()
  const { state, employers, guests, toAsk, actions } = day
  const answered = [...employers, ...guests].filter(({ reply }) => reply !== 'not_asked' && reply !== 'invited').length
  const next = (): string => {
    if (state === 'closed') return t('next.closed')
    if (state === 'live') return t('next.live')
    if (employers.length === 0) return t('next.employers')
    if (guests.length === 0) return t('next.guests')
    if (toAsk.guests + toAsk.employers + toAsk.byHand > 0) return t('next.invite', { count: toAsk.guests + toAsk.employers + toAsk.byHand })
    if (day.plan === null) return t('next.plan', { answered, all: employers.length + guests.length })
    return actions.includes('start') ? t('next.start') : t('next.wait', { date: formatDate(day.onDate, 'day') })
  }
  return <p className="meeting-next"><strong>{t('next.title')}</strong> {next()}</p>
}
