import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { isolate } from '#web/texts.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { showsWeeks, useKind } from '../../week/web/words.ts'
import type { Course } from './words.ts'
import { showsCourses, useReason } from './words.ts'

type Candidates = Output<'programme.listCandidates'>
type Row = Candidates['rows'][number]
const RANKS = ['needs', 'suits', 'not_now'] as const

function CandidateRow({ row, chosen, onChoose }: { row: Row; chosen: boolean; onChoose: (is: boolean) => void }) {
  const t = useText('courses')
  const kindText = useKind()
  const reasonText = useReason()
  const { formatDate } = useFormat()
  const { clash } = row
  return (
    <li className="candidate">
      <Checkbox label={isolate(row.personName)} value={chosen} onChange={(next) => onChoose(next ?? false)} />
      <div className="candidate__about">
        <p>{row.lastDay && t('candidates.ends', { date: formatDate(row.lastDay) })} · <Link to={`/people/${row.personId}?tab=courses-courses`}>{t('candidates.open')}<span className="ds-sr-only"> {row.personName}</span></Link></p>
        <ul className="course-reasons">{row.reasons.map((reason) => <li key={reason.code}>{reasonText(reason)}</li>)}
          {clash && <li><Tag tone="danger">{t('candidates.clashes')}</Tag> {t('candidates.clash', { title: clash.title ?? kindText(clash.kind), date: formatDate(clash.onDay), from: clash.from, to: clash.to, days: clash.days })}</li>}</ul>
      </div>
    </li>
  )
}

function Choice({ run, candidates, onClose }: { run: Course['runs'][number]; candidates: Candidates; onClose: () => void }) {
  const t = useText('courses')
  const textOf = useRefusalText()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const add = useCommand('programme.addParticipants', { refreshes: [...showsCourses, ...showsWeeks], success: ({ added }) => t('candidates.added', { count: added }), onDone: onClose })
  const choose = (id: string, is: boolean): void => setChosen((all) => new Set(is ? [...all, id] : [...all].filter((one) => one !== id)))
  const save = (): void => { void add.run({ activityId: run.activityId, fromDate: candidates.begins, participants: [...chosen].map((personId) => ({ id: newId(), personId })) }) }
  if (candidates.rows.length === 0) return <EmptyState title={t('candidates.empty')} />
  return (
    <div className="stack">
      {RANKS.map((rank) => { const rows = candidates.rows.filter((row) => row.rank === rank); return rows.length > 0 && (
        <section key={rank}><h3>{t(`rank.${rank}`)}<span className="count">{rows.length}</span></h3>
          <ul className="candidates">{rows.map((row) => <CandidateRow key={row.personId} row={row} chosen={chosen.has(row.personId)} onChoose={(is) => choose(row.personId, is)} />)}</ul></section>) })}
      {candidates.left > 0 && <p>{t('candidates.left', { count: candidates.left })}</p>}
      {add.refusals.map((refusal) => <Notice key={refusal.code} tone="danger">{textOf(refusal)}</Notice>)}
      <div className="candidates__save"><Button kind="primary" disabled={chosen.size === 0} pending={add.pending} onClick={save}>{t('candidates.save', { count: chosen.size })}</Button></div>
    </div>
  )
}

/** Who may be put on a group: those who lack it and for whom it is time first, with the reasons and what clashes. */
export function CandidatesDialog({ run, onClose }: { run: Course['runs'][number]; onClose: () => void }) {
  const t = useText('courses')
  const { formatDate } = useFormat()
  const query = useApi('programme.listCandidates', { activityId: run.activityId })
  return (
    <Dialog open onClose={onClose} title={t('candidates.title', { name: run.title })} wide>
      <Loaded query={query} rows={6}>{(candidates) => <><p>{t('candidates.help', { date: formatDate(candidates.begins) })}{run.free !== null && <> {t('card.free', { free: run.free })}.</>}</p><Choice run={run} candidates={candidates} onClose={onClose} /></>}</Loaded>
    </Dialog>
  )
}
