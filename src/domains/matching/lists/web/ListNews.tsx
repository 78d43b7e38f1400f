import { useEffect } from 'react'
import { call } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Link } from '#web/ui/Link.tsx'
import type { ListChanges, ListState, Others } from '../list.schema.ts'
import type { z } from 'zod'
import { useFactText, useReasonText } from './words.ts'
import './lists.css'

/** Once the list has been seen it is kept as it stands, so that tomorrow's is the same and can say what changed. */
function useKept(personId: string, isKept: boolean): void {
  useEffect(() => {
    if (!isKept) call('matching.keepList', { personId }, newId()).catch(() => undefined) // seen again it is tried again; nobody need wait for it
  }, [personId, isKept])
}

type Named = { openingId: string; title: string }
/** Places of one kind of change; a reason they all share is said once. */
function Lines({ label, rows, rest, wordOf }: { label: string; rows: readonly Named[]; rest: number; wordOf: (at: number) => string | null }) {
  const t = useText('lists')
  const words = rows.map((_, at) => wordOf(at))
  const shared = words.length > 0 && words.every((word) => word === words[0]) ? words[0] : null
  if (rows.length === 0) return null
  return (
    <li>
      <strong>{label}</strong> {rows.map(({ openingId, title }, at) => <span key={openingId}>{at > 0 && ' · '}<Link to={`/openings/${openingId}`}>{title}</Link>{shared === null && words[at] && ` (${words[at]})`}</span>)}
      {rest > 0 && ` · ${t('rest', { count: rest })}`}{shared && <span className="match-quiet"> – {shared}</span>}
    </li>
  )
}

function Changes({ changes }: { changes: ListChanges }) {
  const t = useText('lists')
  const { formatDate } = useFormat()
  const factText = useFactText()
  const reasonText = useReasonText()
  const { added, gone, moved, counts, facts, weights, since } = changes
  const part = (isUp: boolean) => moved.filter((one) => one.isUp === isUp)
  return (
    <div className="list-news" role="status">
      <p><strong>{t('since', { day: formatDate(since) })}</strong>{(facts.length > 0 || weights) && ` ${[...facts.map(factText), ...(weights ? [t('reason.weights')] : [])].join(' · ')}`}</p>
      <ul>
        <Lines label={t('new')} rows={added} rest={counts.added - added.length} wordOf={(at) => { const because = added[at]?.because; return because ? reasonText(because) : null }} />
        <Lines label={t('gone')} rows={gone} rest={counts.gone - gone.length} wordOf={(at) => t(gone[at]?.isOpen ? 'gone.open' : 'gone.closed')} />
        {([true, false] as const).map((isUp) => <Lines key={String(isUp)} label={t(isUp ? 'up' : 'down')} rows={part(isUp)} rest={isUp ? 0 : counts.moved - moved.length} wordOf={(at) => { const because = part(isUp)[at]?.because; return because ? reasonText(because) : null }} />)}
      </ul>
    </div>
  )
}

/** Over a person's list of places: how it is ordered, and what is otherwise than the last time it was shown. */
export function ListNews({ personId, list }: { personId: string; list: z.infer<typeof ListState> }) {
  const t = useText('lists')
  useKept(personId, list.isKept)
  return <><p className="match-quiet">{t('order')}</p>{list.changes && <Changes changes={list.changes} />}</>
}

/** On a place in a person's list: that more want it than it has room for. */
export function OthersLine({ others, seats }: { others: Others | null; seats: number }) {
  const t = useText('lists')
  return others?.isSought ? <span className="list-others">{others.count === null ? t('soughtFew', { seats }) : t('sought', { count: others.count, seats })}</span> : null
}

/** On a person in a place's list: how many other places suit her. */
export function ElsewhereLine({ count }: { count: number | null }) {
  const t = useText('lists')
  return count === null ? null : <span className="list-others">{t('elsewhere', { count })}</span>
}
