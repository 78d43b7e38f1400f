import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { isUnderWay, useRun } from '../../market/web/runs.ts'

/** A calculation under way: how far it is, and the way to stop it; or that it did not end well. */
export function Running({ runId, onStop }: { runId: string | undefined; onStop: () => void }) {
  const t = useText('scenarios')
  const { data, isError } = useRun('matching.readWhatIf', runId)
  const cancel = useCommand('matching.cancelWhatIf', { refreshes: ['matching.readWhatIf'], onDone: onStop })
  if (runId === undefined) return null
  if (isError || data?.state === 'failed') return <Notice tone="warning">{t('failed')}</Notice>
  if (data && !isUnderWay(data.state)) return null
  return <div className="what-if-running" role="status"><Progress label={t(data?.state === 'runs' ? 'runs' : 'waits')} share={data?.progress ?? 0} /><Button kind="quiet" pending={cancel.pending} onClick={() => { void cancel.run({ runId }) }}>{t('stop')}</Button></div>
}
