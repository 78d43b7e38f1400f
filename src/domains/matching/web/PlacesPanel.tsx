import { useState } from 'react'
import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Pagination } from '#web/ui/Pagination.tsx'
import { Select } from '#web/ui/Select.tsx'
import { CriterionKind, OpeningKind, type OpeningCard } from '../match.schema.ts'
import { Section } from '#web/ui/Section.tsx'
import { ListNews, OthersLine } from '../lists/web/ListNews.tsx'
import { MatchCard } from './MatchCard.tsx'
import { BlockedNotice, NotPossible } from './NotPossible.tsx'
import { PersonForwarded } from '../sharing/web/PersonForwarded.tsx'
import { ProposeDialog, type Proposed } from './ProposeDialog.tsx'
import './matching.css'

export const Shown = z.object({ kind: OpeningKind.optional(), blockedBy: CriterionKind.optional(), matches: z.number().int().min(1).catch(1).default(1) })

/** Where an opening is and when, in one line. */
function useOpeningFacts(): (opening: OpeningCard) => string {
  const t = useText('matching')
  const { formatDate } = useFormat()
  return ({ employerName, place, fromDate, toDate, freeSeats, sharedBy }) => [sharedBy !== undefined && t('opening.from', { municipality: sharedBy }), employerName, place, fromDate && `${formatDate(fromDate)}–${toDate ? formatDate(toDate) : ''}`, t('seats', { count: freeSeats })].filter(Boolean).join(' · ')
}

/** On a person's page: the places and vacancies that are open, the best first, explained; and why the others are not possible. */
export function PlacesPanel({ id: personId }: { id: string }) {
  const t = useText('matching')
  const factsOf = useOpeningFacts()
  const [{ kind, blockedBy, matches: page }, change] = useFilters(Shown)
  const [proposed, setProposed] = useState<Proposed>()
  const query = useApi('matching.matchesForPerson', { personId, kind, blockedBy, page: page - 1 }, { keep: true })
  return (
    <div className="matches">
      <PersonForwarded personId={personId} />
      <p className="match-quiet">{t('places.help')}</p>
      <Select label={t('places.kind')} value={kind} empty={t('places.all')} onChange={(next) => change({ kind: next, matches: 1 })} options={OpeningKind.options.map((value) => ({ value, label: t(`opening.${value}`) }))} />
      {blockedBy && <BlockedNotice blockedBy={blockedBy} onBack={() => change({ blockedBy: undefined, matches: 1 })} />}
      <Loaded query={query}>
        {({ rows, total, pageSize, considered, notPossible, actions, list, isUnranked }) => <div className="matches">
          {isUnranked && <Notice title={t('places.objects')}>{t('places.objectsHelp')}</Notice>}
          {!blockedBy && <ListNews personId={personId} list={list} />}
          <Section plain title={blockedBy ? t(`blocked.${blockedBy}`) : t('places.fits', { count: total })}>
          <div className="matches">
          {rows.length === 0 && <EmptyState title={t('places.none')}>{t('places.noneHelp')}</EmptyState>}
          {rows.map(({ opening, match, presentation, others }) => (
            <MatchCard key={opening.id} heading={<Link to={opening.sharedBy === undefined ? `/openings/${opening.id}` : `/sharing/places/${opening.id}`}>{opening.title}</Link>} facts={<>{factsOf(opening)}<OthersLine others={others} seats={opening.freeSeats} /></>} match={match} presentation={presentation}
              of={{ personId, openingId: opening.id }} forwardTo={opening.sharedBy !== undefined && actions.includes('propose') ? `/sharing/places/${opening.id}/put-forward/${personId}` : undefined}
              onPropose={actions.includes('propose') && opening.sharedBy === undefined ? () => setProposed({ personId, openingId: opening.id, match, of: opening.title }) : undefined} />
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
