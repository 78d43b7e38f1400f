import { useApi } from '#web/api.ts'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { DefinitionList, type Fact } from '#web/ui/DefinitionList.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { PeoplePanel } from '../../web/PeoplePanel.tsx'
import { useScheduleText } from '../../web/words.ts'
import type { SharedPlace } from '../sharing.schema.ts'
import { OursElsewhere } from './OursElsewhere.tsx'
import '../../web/matching.css'

function Demands({ place: { demands } }: { place: SharedPlace }) {
  const t = useText('sharing')
  const find = useFindText()
  if (demands.length === 0) return <p className="match-quiet">{t('place.demandsNone')}</p>
  const words = ({ kind, skill, level, name }: SharedPlace['demands'][number]): string => [find(`demand.${kind}`, 'sharing') ?? kind, skill && find(`skill.${skill}`, 'matching'), name, level].filter(Boolean).join(', ')
  return <ul>{demands.map((one, at) => <li key={at}>{words(one)} ({one.isRequired ? t('place.required') : t('place.wished')}){one.sentence && <span className="match-gap">«{one.sentence}»</span>}{one.statutoryBasis && <span className="match-gap">{one.statutoryBasis}</span>}</li>)}</ul>
}

function Facts({ place }: { place: SharedPlace }) {
  const t = useText('sharing')
  const { formatDate, formatNumber } = useFormat()
  const scheduleText = useScheduleText()
  const { tasks, fromDate, toDate, schedule, hoursPerWeek, transportNote, freeSeats, seats, contactName, contactEmail, ownerName } = place
  const facts: Fact[] = [
    { term: t('place.tasks'), value: tasks }, { term: t('place.when'), value: fromDate && `${formatDate(fromDate)}–${toDate ? formatDate(toDate) : ''}` },
    { term: t('place.week'), value: [schedule.length > 0 && scheduleText(schedule), hoursPerWeek !== null && t('place.hours', { hours: formatNumber(hoursPerWeek) })].filter(Boolean).join('. ') || null },
    { term: t('place.transport'), value: transportNote }, { term: t('place.seats'), value: t('place.freeOf', { free: freeSeats, seats }) },
    { term: t('place.contact', { municipality: ownerName }), value: contactName && <><bdi>{contactName}</bdi>{contactEmail && <>, <a className="ds-link" href={`mailto:${contactEmail}`}>{contactEmail}</a></>}</> },
  ]
  return <DefinitionList facts={facts} columns={2} />
}

/** A neighbour's place that is shared with us, who of ours is put forward there, and who may suit. */
export function SharedPlacePage() {
  const t = useText('sharing')
  const id = usePathParam('id')
  const [place, ours] = [useApi('matching.getSharedPlace', { openingId: id }), useApi('matching.listPutForward', { openingId: id })]
  return (
    <Loaded query={place} rows={8}>
      {(one) => (
        <div className="stack">
          <PageHeader title={one.title} crumbs={[{ label: t('title'), to: '/sharing' }]} description={[one.employerName, one.place].filter(Boolean).join(', ')} facts={<Tag tone="info">{t('from', { municipality: one.ownerName })}</Tag>} />
          {!one.isOpen && <Notice tone="warning">{t('place.closed')}</Notice>}
          <div className="split"><Section title={t('place.demands')}><Demands place={one} /></Section><Section title={t('place.facts')}><Facts place={one} /></Section></div>
          {ours.data && ours.data.rows.length > 0 && <Section title={t('tab.ours')} count={ours.data.rows.length}><OursElsewhere rows={ours.data.rows} /></Section>}
          <Section title={t('place.who')}><PeoplePanel id={id} forward={(personId) => `/sharing/places/${id}/put-forward/${personId}`} /></Section>
        </div>
      )}
    </Loaded>
  )
}
