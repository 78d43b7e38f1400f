import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Section } from '#web/ui/Section.tsx'
import { PresentationTable } from './PresentationTable.tsx'
import './matching.css'

const MOST = 5

/** On the day's page: the presentations whose next step is mine. Nothing is drawn when there are none. */
export function WaitingPanel() {
  const t = useText('matching')
  const { data } = useApi('matching.listPresentations', { mine: true })
  if (!data || data.total === 0) return null
  return (
    <Section title={t('panel.today')} count={data.total} actions={data.total > MOST && <Link to="/matches">{t('board.title')}</Link>}>
      <PresentationTable rows={data.rows.slice(0, MOST)} caption={t('panel.today')} />
    </Section>
  )
}
