import type { ReactNode } from 'react'
import { useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Match, PresentationState } from '../match.schema.ts'
import { Criteria } from './Criteria.tsx'
import { Reckoning } from './Reckoning.tsx'
import { stateTones, verdictTones } from './words.ts'

type Props = {
  heading: ReactNode
  /** One line under the heading. */
  facts: ReactNode
  match: Match
  presentation: { id: string; state: PresentationState } | null
  /** The two who are compared, for an opening that is there. */
  of?: { personId: string; openingId: string }
  onPropose?: (() => void) | undefined
  /** Where she is put forward with her yes, for a neighbour's place. */
  forwardTo?: string | undefined
}

/** One match: the verdict in a word, every requirement with its mark, and what can be done. */
export function MatchCard({ heading, facts, match, presentation, of, onPropose, forwardTo }: Props) {
  const t = useText('matching')
  return (
    <article className="match" data-verdict={match.verdict}>
      <header>
        <h3>{heading}</h3>
        <div className="cluster">
          <Tag tone={verdictTones[match.verdict]}>{t(`verdict.${match.verdict}`)}</Tag>
          {presentation && <Tag tone={stateTones[presentation.state]}>{t(`state.${presentation.state}`)}</Tag>}
        </div>
        <p className="match-quiet">{facts}</p>
      </header>
      <div className="match-sides">
        <Criteria title={t('match.required')} criteria={match.required} empty={t('match.requiredNone')} folds />
        <Criteria title={t('match.wished')} criteria={match.wished} />
      </div>
      <footer className="cluster no-print">
        {forwardTo !== undefined ? <LinkButton to={forwardTo}>{t('match.putForward')}</LinkButton> : presentation ? <LinkButton to={`/matches/${presentation.id}`}>{t('match.pursued')}</LinkButton> : onPropose && <Button onClick={onPropose}>{t('match.propose')}</Button>}
        {of && <LinkButton kind="quiet" to={`/matches/compare/${of.personId}/${of.openingId}`}>{t('match.compare')}</LinkButton>}
      </footer>
      {of && <Reckoning {...of} />}
    </article>
  )
}
