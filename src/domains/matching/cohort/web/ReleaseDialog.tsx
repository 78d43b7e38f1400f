import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFindText, useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { nameOf, type Plan, type Row } from './words.ts'

type Check = Output<'matching.checkRelease'>
const MOST_NAMED = 20
const RELEASES = ['matching.getPlan', 'matching.listPlans', 'matching.checkRelease', 'matching.listPresentations', 'matching.matchesForPerson', 'matching.matchesForOpening'] as const

/** What has changed since the plan was solved, in words. */
function useChangedText(): (changed: readonly string[]) => string {
  const t = useText('cohort')
  const find = useFindText()
  const word = (key: string): string => find(`changed.${key}`, 'cohort') ?? (key.startsWith('person.') ? t('changed.person.other') : t('changed.opening.other'))
  return (changed) => t('changed.is', { what: [...new Set(changed.map(word))].join(', ') })
}

/** Who is not released, each with every reason and what has changed. */
function Stopped({ plan, stopped, onSolve }: { plan: Plan; stopped: Check['stopped']; onSolve: () => void }) {
  const t = useText('cohort')
  const refusalText = useRefusalText()
  const changedText = useChangedText()
  if (stopped.length === 0) return null
  const isStale = stopped.some(({ changed }) => changed.length > 0)
  return (
    <Notice tone="warning" title={t('release.stopped', { count: stopped.length })} action={isStale && plan.actions.includes('change') ? <Button onClick={onSolve}>{t('solve.again')}</Button> : undefined}>
      <ul className="consequences">
        {stopped.slice(0, MOST_NAMED).map(({ personId, reasons, changed }) => {
          const row = plan.rows.find(({ person }) => person.id === personId)
          const words = [...reasons.filter(({ code }) => code !== 'matching.factsChanged').map(refusalText), ...(changed.length > 0 ? [changedText(changed)] : [])]
          return <li key={personId}>{row && <bdi>{nameOf(row)}</bdi>}: {words.join(' ')}</li>
        })}
        {stopped.length > MOST_NAMED && <li>{t('release.more', { count: stopped.length - MOST_NAMED })}</li>}
      </ul>
      {isStale && <p>{t('release.stoppedHelp')}</p>}
    </Notice>
  )
}

/** Whether a reason by somebody is all that one row lacks. */
const lacksReason = ({ ready, stopped }: Check): boolean => ready.length === 0 && stopped.length === 1 && stopped[0]?.reasons.every(({ code }) => code === 'matching.groundMissing') === true

function Checked({ plan, check, onClose, onSolve }: { plan: Plan; check: Check; onClose: () => void; onSolve: () => void }) {
  const t = useText('cohort')
  const [note, setNote] = useState<string>()
  const asksReason = lacksReason(check)
  const ids = asksReason && note ? check.stopped.map(({ personId }) => personId) : check.ready
  const release = useCommand('matching.releaseRows', { refreshes: RELEASES, success: ({ personIds }) => t('release.done', { count: personIds.length }), onDone: onClose })
  const run = (): void => { void release.run({ cohortId: plan.id, version: plan.version, rows: ids.map((personId) => ({ personId, presentationId: newId(), ...(asksReason && { note }) })) }) }
  return (
    <div className="stack">
      <ErrorSummary refusals={release.refusals} />
      {!asksReason && <p><strong>{t('release.ready', { count: check.ready.length })}</strong></p>}
      {check.needYes.length > 0 && <Notice>{t('release.needYes', { count: check.needYes.length })}</Notice>}
      {asksReason ? <TextArea label={t('release.note')} value={note} onChange={setNote} rows={3} description={t('row.noReasons')} /> : <Stopped plan={plan} stopped={check.stopped} onSolve={onSolve} />}
      {(check.ready.length > 0 || asksReason) && <ul className="consequences"><li>{t('release.consequence.you')}</li><li>{t('release.consequence.internal')}</li><li>{t('release.consequence.fixed')}</li></ul>}
      <div className="cluster">
        {(check.ready.length > 0 || asksReason) && <Button kind="primary" disabled={ids.length === 0} pending={release.pending} onClick={run}>{t('release.do', { count: Math.max(1, ids.length) })}</Button>}
      </div>
    </div>
  )
}

/** Releases all that can be, or one: first what follows and what is stopped, then the act by a named person. */
export function ReleaseDialog({ plan, rows, onClose, onSolve }: { plan: Plan; rows: readonly Row[] | null; onClose: () => void; onSolve: () => void }) {
  const t = useText('cohort')
  const query = useApi('matching.checkRelease', { cohortId: plan.id, personIds: rows?.map(({ person }) => person.id) })
  return (
    <Dialog open onClose={onClose} title={rows?.length === 1 && rows[0] ? `${t('release.title')}: ${nameOf(rows[0])}` : t('release.title')}>
      {query.isPending && <p role="status">{t('release.checking')}</p>}
      <Loaded query={query} rows={3}>{(check) => <Checked plan={plan} check={check} onClose={onClose} onSolve={onSolve} />}</Loaded>
    </Dialog>
  )
}
