import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import type { LocalNeed, NeedRow } from '../local-need.schema.ts'
import type { Plan } from './words.ts'

const tones: Record<NeedRow['level'], Tone> = { much: 'success', some: 'info', little: 'warning', unknown: 'neutral' }

/** What is known of one occupation, each thing in words; what is not known says so. */
function useNeedFacts(): (row: NeedRow) => { term: string; value: string | null }[] {
  const t = useText('plan')
  const { formatNumber } = useFormat()
  const some = (count: number | 'few'): string => (count === 'few' ? t('need.few') : formatNumber(count))
  return ({ employers, practicePlaces, vacancies, reach, forecast, results }) => {
    const seats = practicePlaces + (vacancies ?? 0)
    const numbers = employers === null || employers.count === 0 ? [] : [employers.now !== null && t('need.now', { count: employers.now }), employers.coming !== null && t('need.coming', { count: employers.coming }), employers.isShared && t('need.shared')]
    return [
      { term: t('need.employers'), value: employers === null ? t('need.employersUnknown') : [t('need.employersNamed', { count: employers.count, asked: employers.asked }), ...numbers].filter(Boolean).join(' ') },
      { term: t('need.open'), value: [t('need.places', { count: practicePlaces }), vacancies === null ? t('need.vacanciesUnknown') : t('need.vacancies', { count: vacancies }), seats > 0 && t('need.reach', reach)].filter(Boolean).join(' ') },
      { term: t('need.forecast'), value: forecast === null ? t('need.forecastUnknown') : [t(`need.level.${forecast.level}`), forecast.people !== null && t('need.people', { count: forecast.people }), t('need.source', { source: forecast.source, year: String(forecast.sourceYear), horizon: String(forecast.horizonYear) }), forecast.ofGroup && t('need.ofGroup'), forecast.isOld && t('need.isOld')].filter(Boolean).join(' · ') },
      { term: t('need.results'), value: results.ended === 0 ? t('need.noResults') : results.ended === null ? t('need.resultsHired', { hired: some(results.hired) }) : t('need.resultsText', { ended: some(results.ended), hired: some(results.hired) }) },
    ]
  }
}

function Row({ row, label }: { row: NeedRow; label: string }) {
  const t = useText('plan')
  const facts = useNeedFacts()
  return (
    <li className="plan-need">
      <p className="cluster"><small>{label}</small><strong>{row.name}</strong><Tag tone={tones[row.level]}>{t(`need.level.${row.level}`)}</Tag></p>
      <DefinitionList columns={2} facts={facts(row)} />
    </li>
  )
}

/** The plan's occupation, her wishes, and then what is near and asked for more. */
function Rows({ need }: { need: LocalNeed }) {
  const t = useText('plan')
  return (
    <div className="stack">
      <ul className="plan-needs">
        {need.goal ? <Row row={need.goal} label={t('need.goal')} /> : <li>{t('need.noGoal')}</li>}
        {need.wishes.map((row) => <Row key={row.code} row={row} label={t('need.wish')} />)}
      </ul>
      {need.wishesInWords.length > 0 && <p><small>{t('need.inWords', { wishes: need.wishesInWords.join(', ') })}</small></p>}
      {need.near.length > 0 && <details><summary>{t('need.near', { count: need.near.length })}</summary><p>{t('need.nearHelp')}</p><ul className="plan-needs">{need.near.map((row) => <Row key={row.code} row={row} label={t('need.nearLabel')} />)}</ul></details>}
    </div>
  )
}

/** While a plan is made: who is needed here, as it is known today. What is shown is kept with the plan. */
export function LocalNeedNow({ personId, occupationCode }: { personId: string; occupationCode: string | null }) {
  const t = useText('plan')
  const query = useApi('programme.getLocalNeed', { personId, occupationCode }, { keep: true })
  return <section className="plan-need-now" aria-label={t('need.title')}><h3>{t('need.title')}</h3><p className="section__description">{t('need.help')}</p><Loaded query={query} rows={3}>{(need) => <Rows need={need} />}</Loaded></section>
}

/** On a plan: how it was weighed, what was shown then, and what is known today. */
export function LocalNeedSection({ personId, content: { occupationCode, needWeighed, localNeed } }: { personId: string; content: Plan['content'] }) {
  const t = useText('plan')
  const { formatDate } = useFormat()
  const query = useApi('programme.getLocalNeed', { personId, occupationCode })
  return (
    <Section title={t('need.title')} description={t('need.help')}>
      <div className="stack">
        {needWeighed !== null && <div><h3>{t('need.weighed')}</h3><p className="plan-text">{needWeighed}</p></div>}
        <Loaded query={query} rows={3}>{(need) => <Rows need={need} />}</Loaded>
        {localNeed !== null && <details><summary>{t('need.then', { date: formatDate(localNeed.on) })}</summary><Rows need={localNeed} /></details>}
      </div>
    </Section>
  )
}
