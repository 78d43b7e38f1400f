import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Link } from '#web/ui/Link.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { IssueCard as Issue } from '../benefit.schema.ts'
import { listOf, useKroner, useLength, useMonth } from './words.ts'

export type Asked = 'accept' | 'adjust' | 'dismiss'

/** What was found, in a sentence. */
function useSentence(): (issue: Issue) => string {
  const t = useText('benefit')
  const kroner = useKroner()
  const month = useMonth()
  const length = useLength()
  const { formatDate, formatNumber } = useFormat()
  return ({ kind, particulars, missing }) => {
    const when = listOf(particulars, 'on').map((day) => formatDate(day)).join(', ')
    const amount = kroner(Number(particulars['monthlyOre'] ?? 0))
    if (kind === 'cannot_decide') return missing.join(' ')
    if (kind === 'unsettled') return t('issue.unsettled', { length: length({ days: particulars['days'] ?? 0 }), when })
    if (kind === 'unauthorised_absence') return t('issue.absence', { length: length(particulars), when })
    if (kind === 'paid_work') return t('issue.paidWork', { hours: formatNumber(Number(particulars['minutes'] ?? 0) / 60), amount })
    if (kind === 'income') return t('issue.income', { kinds: listOf(particulars, 'kinds').map((one) => t(`income.${one}` as 'income.disability_benefit')).join(', '), amount }) // reason for the cast: each kind of income has its text
    return t('issue.setOff', { amount: kroner(Number(particulars['owedBackOre'] ?? 0)), months: listOf(particulars, 'months').map(month).join(', ') })
  }
}

function Because({ issue }: { issue: Issue }) {
  const t = useText('benefit')
  if (issue.because.length === 0) return null
  return (
    <details className="issue__because"><summary>{t('issue.because')}</summary>
      <ul>{issue.because.map(({ text, source }) => <li key={text}>{text} <small>{source}</small></li>)}</ul></details>
  )
}

/** Where the facts are put right, or the decision is written. */
function Ways({ issue }: { issue: Issue }) {
  const t = useText('benefit')
  const may = useMay()
  if (!may('people.read')) return null
  if (issue.kind === 'cannot_decide') return <Link to={`/people/${issue.personId}?tab=benefit-benefit`}>{t('issue.toTerms')}</Link>
  return issue.isLarge ? <Link to={`/people/${issue.personId}?tab=decision-rights`}>{t('issue.toDecision')}</Link> : null
}

function outcomeKey({ kind, decision }: Issue): 'unsettled' | 'undecided' | Asked {
  if (kind === 'unsettled') return 'unsettled'
  return kind === 'cannot_decide' ? 'undecided' : decision ?? 'accept'
}

function Acts({ issue, pending, onAsk }: { issue: Issue; pending: boolean; onAsk: (asked: Asked) => void }) {
  const t = useText('benefit')
  const kroner = useKroner()
  const accept = issue.kind === 'unsettled' ? t('issue.acceptUnsettled') : t('issue.accept', { amount: kroner(issue.proposedOre) })
  return (
    <div className="cluster">
      {issue.may.includes('accept') && <Button kind="primary" pending={pending} onClick={() => onAsk('accept')}>{accept}</Button>}
      {issue.may.includes('adjust') && <Button onClick={() => onAsk('adjust')}>{t('issue.adjust')}</Button>}
      {issue.may.includes('dismiss') && <Button onClick={() => onAsk('dismiss')}>{t(issue.kind === 'cannot_decide' ? 'issue.dismissUndecided' : 'issue.dismiss')}</Button>}
      <Ways issue={issue} />
    </div>
  )
}

/** One exception: what, how much, why, and what one can do about it. */
export function IssueCard({ issue, mayDecide, pending, onAsk }: { issue: Issue; mayDecide: boolean; pending: boolean; onAsk: (asked: Asked) => void }) {
  const t = useText('benefit')
  const kroner = useKroner()
  const month = useMonth()
  const sentence = useSentence()
  const may = useMay()
  const carried = issue.kind === 'set_off' ? Number(issue.particulars['owedBackOre'] ?? 0) - (issue.decidedOre ?? issue.proposedOre) : 0
  return (
    <>
      <div className="issue__head">
        <strong><PersonName name={issue.personName} to={may('people.read') ? `/people/${issue.personId}?tab=benefit-benefit` : undefined} /></strong>
        <Tag tone={issue.isLarge ? 'danger' : 'warning'}>{t(`kind.${issue.kind}`)}</Tag>
        {issue.kind !== 'set_off' && <span className="benefit__quiet">{t('issue.month', { month: month(issue.forMonth) })}</span>}
        <span className="issue__amount">{t('issue.payout', { amount: kroner(issue.payoutOre) })}</span>
      </div>
      <p>{sentence(issue)} {carried > 0 && issue.decision !== 'dismiss' && t('issue.carried', { amount: kroner(carried) })}</p>
      {issue.isLarge && <p>{t('issue.large')}</p>}
      <Because issue={issue} />
      {issue.decision !== null && <p>{t(`issue.was.${outcomeKey(issue)}`, { who: issue.decidedBy ?? '', amount: kroner(issue.decidedOre ?? 0) })}{issue.why !== null && ` – ${issue.why}`}{issue.reference !== null && ` (${issue.reference})`}</p>}
      {mayDecide && issue.decision === null && <Acts issue={issue} pending={pending} onAsk={onAsk} />}
      {mayDecide && issue.decision !== null && <div><Button kind="quiet" onClick={() => onAsk('adjust')}>{t('issue.again')}</Button></div>}
    </>
  )
}
