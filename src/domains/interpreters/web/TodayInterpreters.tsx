import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { BookingItem } from './BookingList.tsx'

/** On the page of the day, for the one who meets: what is at risk first, with what the law asks, then the meetings of the week. */
export function TodayInterpreters() {
  const t = useText('interpreters')
  const { today, account } = useMe()
  const { data } = useApi('interpreters.listBookings', { mine: true, days: 7 })
  const rows = (data?.rows ?? []).filter((row) => row.meetsId === account.id && (row.risk !== null || ['asked', 'confirmed'].includes(row.state)))
  if (rows.length === 0) return null
  const without = rows.some(({ state, risk, onDay }) => state === 'not_had' || (risk !== null && risk !== 'not_recorded' && onDay <= today))
  return (
    <Section title={t('today.title')} count={rows.length} actions={<LinkButton to="/interpreters">{t('today.open')}</LinkButton>}>
      {without && <Notice tone="warning" title={t('duty.title')}><p>{t('duty.text')}</p></Notice>}
      <ul className="bookings bookings--dated">{rows.toSorted((a, b) => Number(b.risk !== null) - Number(a.risk !== null)).map((row) => <BookingItem key={row.id} row={row} withDay />)}</ul>
    </Section>
  )
}
