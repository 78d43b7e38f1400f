import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { stateTones, useCaseWords } from './words.ts'
import './recognition.css'

const MOST = 5

/** On the page of the day: my cases that are late, or whose day to look has come. Nothing where there are none. */
export function TodayRecognition() {
  const t = useText('recognition')
  const { data } = useApi('competence.listRecognitions', { mine: true, due: true })
  const { educationName, waitingText } = useCaseWords()
  if (!data || data.rows.length === 0) return null
  return (
    <Section title={t('today.title')} count={data.rows.length} actions={<Link to="/recognition">{t('today.open')}</Link>}>
      <ul className="recognition-list">{data.rows.slice(0, MOST).map((one) => (
        <li key={one.id}><div><p><PersonName name={one.personName} to={`/people/${one.personId}`} search={{ tab: 'recognition-recognition' }} protectedAddress={one.hasProtectedAddress} /> <Tag tone={one.standing.isLate ? 'danger' : stateTones[one.standing.state]}>{one.standing.isLate ? t('late') : t(`state.${one.standing.state}`)}</Tag></p>
          <p className="recognition-quiet">{educationName(one.education)} · {waitingText(one.standing)}</p></div></li>))}</ul>
    </Section>
  )
}
