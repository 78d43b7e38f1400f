import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { ElsewhereLine } from '../lists/web/ListNews.tsx'
import { MatchCard } from './MatchCard.tsx'
import { BlockedNotice, NotPossible } from './NotPossible.tsx'
import { Shown } from './PlacesPanel.tsx'
import { ProposeDialog, type Proposed } from './ProposeDialog.tsx'
import { fullName } from './words.ts'
import './matching.css'

/** On an opening's page: who without a placement may suit, explained the same way. Never shown outside the municipality. */
export function PeoplePanel({ id: openingId, forward }: { id: string; /** For a neighbour's place: where one of ours is put forward. */ forward?: (personId: string) => string }) {
  const t = useText('matching')
  const [{ blockedBy, matches: page }, change] = useFilters(Shown)
  const [proposed, setProposed] = useState<Proposed>()
  const query = useApi('matching.matchesForOpening', { openingId, blockedBy, page: page - 1 }, { keep: true })
  return (
    <div className="matches">
      <p className="match-quiet">{t(query.data?.notRanked ? 'people.helpByName' : 'people.help')}</p>
      {blockedBy && <BlockedNotice blockedBy={blockedBy} onBack={() => change({ blockedBy: undefined, matches: 1 })} />}
      <Loaded query={query}>
        {({ rows, total, pageSize, considered, notPossible, actions, notRanked }) => <div className="matches">
          {notRanked && <Notice title={t('people.notRanked')}>{t(`people.notRanked.${notRanked}`)}</Notice>}
          <Section plain title={blockedBy ? t(`blocked.${blockedBy}`) : t('people.fits', { count: total })}>
          <div className="matches">
          {rows.length === 0 && <EmptyState title={t('people.none')}>{t('people.noneHelp')}</EmptyState>}
          {rows.map(({ person, match, presentation, elsewhere }) => (
            <MatchCard key={person.id} heading={<PersonName name={fullName(person)} to={`/people/${person.id}`} />} facts={<>{person.adviserName}<ElsewhereLine count={elsewhere} /></>} match={match} presentation={presentation}
              of={{ personId: person.id, openingId }} forwardTo={actions.includes('propose') ? forward?.(person.id) : undefined}
              onPropose={actions.includes('propose') && !forward ? () => setProposed({ personId: person.id, openingId, match, of: fullName(person) }) : undefined} />
          ))}
          </div>
          </Section>
          <Pagination page={page} size={pageSize} total={total} onPage={(next) => change({ matches: next })} />
          {!blockedBy && <NotPossible groups={notPossible} considered={considered} onShow={(next) => change({ blockedBy: next, matches: 1 })} />}
        </div>}
      </Loaded>
      {proposed && <ProposeDialog proposed={proposed} onClose={() => setProposed(undefined)} />}
    </div>
  )
}
