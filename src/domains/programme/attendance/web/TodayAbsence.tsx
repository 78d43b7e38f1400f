import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { Section } from '#web/ui/Section.tsx'

/** On the page of the day: that absence waits, and the way to it. Nothing where nothing does. */
export function TodayAbsence() {
  const t = useText('attendance')
  const { data } = useApi('programme.countWaitingAbsence', {})
  const count = data ? data.reports + data.undecided : 0
  if (!data || count === 0) return null
  return <Section title={t('today.title')} count={count} actions={<LinkButton to="/attendance">{t('today.open')}</LinkButton>}><p>{t('today.line', { reports: data.reports, undecided: data.undecided })}</p></Section>
}
