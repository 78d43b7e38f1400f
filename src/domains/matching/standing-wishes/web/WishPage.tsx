import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { MatchCard } from '../../web/MatchCard.tsx'
import { fullName, useScheduleText } from '../../web/words.ts'
import type { Wish, WishPage as Page } from '../wish.schema.ts'
import { EndWishDialog } from './EndWishDialog.tsx'
import { RingList } from './RingList.tsx'
import '../../web/matching.css'

function Asked({ wish }: { wish: Wish }) {
  const t = useText('standing-wishes')
  const find = useFindText()
  const { formatDate, formatNumber } = useFormat()
  const scheduleText = useScheduleText()
  const demandText = ({ kind, skill, level, name, sentence }: Wish['demands'][number]): string => [[t(`demand.${kind}`), skill && find(`skill.${skill}`, 'matching'), name, level].filter(Boolean).join(', '), sentence && `«${sentence}»`].filter(Boolean).join(' ')
  return (
    <DefinitionList columns={2} facts={[
      { term: t('form.occupation'), value: wish.occupationName ?? wish.occupationCode }, { term: t('form.tasks'), value: wish.tasks }, { term: t('column.since'), value: formatDate(wish.since) },
      { term: t('form.hours'), value: wish.hoursPerWeek === null ? (wish.schedule.length > 0 ? scheduleText(wish.schedule) : null) : formatNumber(wish.hoursPerWeek) },
      { term: t('form.demands'), value: wish.demands.length > 0 ? <ul>{wish.demands.map((one) => <li key={one.id}>{demandText(one)}</li>)}</ul> : null },
    ]} />
  )
}

function View({ page: { wish, rows, fits, nearly, rings } }: { page: Page }) {
  const t = useText('standing-wishes')
  const { formatDate } = useFormat()
  const may = useMay()
  const [ending, setEnding] = useState(false)
  const makesOpening = may('opportunities.write') && wish.endedOn === null
  return (
    <div className="stack">
      <PageHeader title={wish.title} crumbs={[{ label: t('title'), to: '/standing-wishes' }, { label: <bdi>{wish.employerName}</bdi>, to: `/employers/${wish.employerId}` }]} description={<bdi>{wish.employerName}</bdi>}
        actions={<>{wish.actions.includes('change') && <LinkButton icon="edit" to={`/standing-wishes/${wish.id}/edit`}>{t('page.change')}</LinkButton>}{wish.actions.includes('end') && <Button kind="quiet" onClick={() => setEnding(true)}>{t('page.end')}</Button>}</>} />
      {wish.endedOn !== null && wish.endReason !== null && <Notice>{t('page.ended', { day: formatDate(wish.endedOn), reason: t(`end.${wish.endReason}`) })}</Notice>}
      {rings.length > 0 && <Section title={t('page.rings')} count={rings.length}><RingList rings={rings} /></Section>}
      <Section title={t('page.asks')}><Asked wish={wish} /></Section>
      {wish.endedOn === null && <Section title={t('page.who')} description={t('page.fits', { fits, nearly })}>
        <div className="matches">
          {rows.length === 0 ? <EmptyState title={t('page.none')}>{t('page.noneHelp')}</EmptyState>
            : <Notice title={t('page.next')} action={makesOpening && <LinkButton to="/openings/new" search={{ employerId: wish.employerId }}>{t('page.makeOpening')}</LinkButton>}>{t('page.nextHelp')}</Notice>}
          {rows.map(({ person, match }) => <MatchCard key={person.id} heading={<PersonName name={fullName(person)} to={`/people/${person.id}`} />} facts={person.adviserName ?? ''} match={match} presentation={null} />)}
        </div>
      </Section>}
      {ending && <EndWishDialog wish={wish} onClose={() => setEnding(false)} />}
    </div>
  )
}

/** One standing wish: what is asked, what rang, and who may suit today. */
export function WishPage() {
  const query = useApi('matching.getStandingWish', { wishId: usePathParam('id') })
  return <Loaded query={query} rows={8}>{(page) => <View page={page} />}</Loaded>
}
