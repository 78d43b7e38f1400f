import { useFormat, useText } from '#web/i18n.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Opening } from '../opening.schema.ts'

/** The plain facts of an opening. */
export function OpeningFacts({ opening }: { opening: Opening }) {
  const t = useText('opportunities')
  const { formatDate, formatNumber } = useFormat()
  const period = [opening.fromDate && t('facts.from', { day: formatDate(opening.fromDate) }), opening.toDate && t('facts.to', { day: formatDate(opening.toDate) })].filter(Boolean).join(' ')
  const schedule = opening.schedule.map(({ weekday, from, to }) => `${t(`weekday.${day(weekday)}`)} ${from}–${to}`)
  const facts = [
    { term: t('facts.employer'), value: opening.employerId ? <><Link to={`/employers/${opening.employerId}`}><bdi>{opening.employerName}</bdi></Link>
      {opening.employerStatus !== 'active' && <> <Tag tone="warning">{t('facts.employerGone')}</Tag></>}</> : opening.employerName },
    { term: t('facts.occupation'), value: [opening.escoName, opening.occupationName].filter(Boolean).join(', ') || null },
    { term: t('facts.seats'), value: t('seats.of', { free: opening.freeSeats, seats: opening.seats }) },
    { term: t('facts.period'), value: period },
    { term: t('facts.applyUntil'), value: opening.applyUntil ? formatDate(opening.applyUntil) : opening.applyUntilText },
    { term: t('facts.schedule'), value: schedule.length > 0 && <>{schedule.map((line) => <span key={line}>{line}<br /></span>)}</> },
    { term: t('facts.hours'), value: opening.hoursPerWeek === null ? null : formatNumber(opening.hoursPerWeek) },
    { term: t('facts.extent'), value: opening.extent && t(`extent.${opening.extent}`) },
    { term: t('facts.place'), value: [opening.postcode, opening.place].filter(Boolean).join(' ') },
    { term: t('facts.supervisor'), value: opening.supervisorName && <bdi>{opening.supervisorName}</bdi> },
    { term: t('facts.physical'), value: opening.physicalDemands.map((one) => t(`physical.${one}`)).join(', ') },
    { term: t('facts.transport'), value: [opening.reachableBy.map((one) => t(`reach.${one}`)).join(', '), opening.transportNote].filter(Boolean).join('. ') },
    { term: t('facts.participants'), value: t(opening.isOpenToParticipants ? 'facts.yes' : 'facts.no') },
  ].filter(({ value }) => value !== null && value !== '' && value !== false)
  return (
    <Section title={t(opening.kind === 'practice_place' ? 'facts.title' : 'facts.vacancyTitle')}>
      <div className="stack">
        {opening.tasks && <p>{opening.tasks}</p>}
        <DefinitionList facts={facts} columns={2} />
      </div>
    </Section>
  )
}

const days = [1, 2, 3, 4, 5, 6, 7] as const
/** A weekday as a message key knows it. */
export const day = (weekday: number): (typeof days)[number] => days.find((one) => one === weekday) ?? 1
