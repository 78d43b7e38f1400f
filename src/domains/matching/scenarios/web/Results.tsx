import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { Section } from '#web/ui/Section.tsx'
import { isUnderWay, useRun } from '../../market/web/runs.ts'
import type { Scenario } from '../what-if.schema.ts'
import { CheapestSection } from './CheapestSection.tsx'
import { ComparisonView } from './ComparisonView.tsx'
import type { Choices, Draft } from './words.ts'

/** What is sent: nothing of the screen's own. */
export const scenarioOf = ({ name, unit, parts }: Draft): Scenario => ({ name: name.trim() || '–', unit, parts })

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

/** Runs all that stand on the page, and shows them beside today. */
export function Results({ drafts, choices }: { drafts: readonly Draft[]; choices: Choices }) {
  const t = useText('scenarios')
  const [ran, setRan] = useState<{ runId: string; drafts: readonly Draft[] }>()
  const start = useCommand('matching.startWhatIf', {})
  const { data } = useRun('matching.readWhatIf', ran?.runId)
  const ready = drafts.filter(({ parts }) => parts.length > 0)
  if (ready.length === 0) return null
  const run = async (): Promise<void> => {
    const begun = await start.run({ runId: newId(), scenarios: ready.map(scenarioOf) })
    if (begun) setRan({ runId: begun.runId, drafts: ready })
  }
  const isOld = ran !== undefined && JSON.stringify(ran.drafts.map(scenarioOf)) !== JSON.stringify(ready.map(scenarioOf))
  return (
    <>
      <Section title={t('results')} description={t('resultsHelp')} actions={<Button kind="primary" pending={start.pending || isUnderWay(data?.state)} onClick={() => { void run() }}>{t('run')}</Button>}>
        <Running runId={ran?.runId} onStop={() => setRan(undefined)} />
        {isOld && data?.comparison && <Notice>{t('isOld')}</Notice>}
        {data?.comparison && ran ? <ComparisonView comparison={data.comparison} drafts={ran.drafts} choices={choices} /> : ran === undefined && <p className="what-if-quiet">{t('notRun')}</p>}
      </Section>
      <CheapestSection drafts={ready} choices={choices} />
    </>
  )
}
