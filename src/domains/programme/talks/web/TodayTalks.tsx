import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import './talks.css'

/** On the page of the day: talks of the week, those not held in time first, and what was agreed and should be done. Nothing where nothing is. */
export function TodayTalks() {
  const t = useText('talks')
  const { formatDate } = useFormat()
  const { data } = useApi('programme.listTodayTalks', {})
  if (!data || data.talks.length + data.steps.length === 0) return null
  return (
    <Section title={t('today.title')} count={data.talks.length + data.steps.length}>
      <ul className="talk-list">
        {data.talks.map((talk) => (
          <li key={talk.id} className="talk-item">
            <div><p className="cluster"><PersonName name={talk.name} to={`/people/${talk.personId}`} />{talk.isLate && <Tag tone="danger">{t('state.late')}</Tag>}</p>
              <small>{[t(`kind.${talk.kind}`), formatDate(talk.plannedOn), talk.plannedAt].filter(Boolean).join(' · ')}</small></div>
            <LinkButton to={`/people/${talk.personId}/talks/${talk.id}`}>{t('today.prepare')}<span className="ds-sr-only">: {talk.name}</span></LinkButton>
          </li>))}
        {data.steps.map((step) => (
          <li key={step.id} className="talk-item">
            <div><p className="cluster"><PersonName name={step.name} to={`/people/${step.personId}`} /><Tag tone="danger">{t('steps.late')}</Tag></p><p className="talk-text">{step.what}</p>
              <small>{t(`owner.${step.who}`)} · {t('steps.due', { date: formatDate(step.dueOn) })}</small></div>
            <LinkButton kind="quiet" to={`/people/${step.personId}/talks/${step.talkId}`}>{t('today.agreed')}<span className="ds-sr-only">: {step.name}</span></LinkButton>
          </li>))}
      </ul>
    </Section>
  )
}
