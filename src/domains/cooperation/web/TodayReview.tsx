import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { Section } from '#web/ui/Section.tsx'

/** On the page of the day: that the division of work is to be reviewed by the one who reads this. Nothing otherwise. */
export function TodayReview() {
  const t = useText('cooperation')
  const { formatDate } = useFormat()
  const { data } = useApi('cooperation.getMyDivisionReview', {})
  if (!data?.reviewOn) return null
  return <Section title={t('review.due')} actions={<LinkButton to="/division">{t('review.open')}</LinkButton>}><p>{t('review.mine', { date: formatDate(data.reviewOn, 'long') })}</p></Section>
}
