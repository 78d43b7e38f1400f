import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Section } from '#web/ui/Section.tsx'
import { RingList } from './RingList.tsx'

const MOST = 5

/** On the day's page, for the employer's contact person: whom a standing wish rang for. Nothing is drawn when none did. */
export function TodayRings() {
  const t = useText('standing-wishes')
  const { data } = useApi('matching.listMyRings', {})
  if (!data || data.rows.length === 0) return null
  return <Section title={t('today.title')} count={data.rows.length} actions={data.rows.length > MOST && <Link to="/standing-wishes">{t('title')}</Link>}><RingList rings={data.rows.slice(0, MOST)} withWish /></Section>
}
