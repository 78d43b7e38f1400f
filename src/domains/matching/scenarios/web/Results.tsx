import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { isUnderWay, useRun } from '../../market/web/runs.ts'
import { CheapestSection } from './CheapestSection.tsx'
import { ComparisonView } from './ComparisonView.tsx'
import { Running } from './Running.tsx'
import { scenarioOf, type Choices, type Draft } from './words.ts'

/** Runs all that stand on the page, and shows them beside today. */
export function Results({ drafts, choices, neighbours }: { drafts: readonly Draft[]; choices: Choices; neighbours: boolean }) {
  const t = useText('scenarios')
  const [ran, setRan] = useState<{ runId: string; drafts: readonly Draft[]; neighbours: boolean }>()
  const refusalText = useRefusalText()
  const start = useCommand('matching.startWhatIf', {})
  const { data } = useRun('matching.readWhatIf', ran?.runId)
  const ready = drafts.filter(({ parts }) => parts.length > 0)
  if (ready.length === 0) return null
  const run = async (): Promise<void> => {
    const begun = await start.run({ runId: newId(), scenarios: ready.map(scenarioOf), neighbours })
    if (begun) setRan({ runId: begun.runId, drafts: ready, neighbours })
  }
  const isOld = ran !== undefined && (ran.neighbours !== neighbours || JSON.stringify(ran.drafts.map(scenarioOf)) !== JSON.stringify(ready.map(scenarioOf)))
  return (
    <>
      <Section title={t('results')} description={t('resultsHelp')} actions={<Button kind="primary" pending={start.pending || isUnderWay(data?.state)} onClick={() => { void run() }}>{t('run')}</Button>}>
        {start.refusals.map((refusal) => <Notice key={refusal.code} tone="warning">{refusalText(refusal)}</Notice>)}
        <Running runId={ran?.runId} onStop={() => setRan(undefined)} />
        {isOld && data?.comparison && <Notice>{t('isOld')}</Notice>}
        {data?.comparison && ran && choices.neighbourSeats > 0 && <p className="what-if-quiet">{t(ran.neighbours ? 'ranWith' : 'ranWithout')}</p>}
        {data?.comparison && ran ? <ComparisonView comparison={data.comparison} drafts={ran.drafts} choices={choices} /> : ran === undefined && <p className="what-if-quiet">{t('notRun')}</p>}
      </Section>
      <CheapestSection drafts={ready} choices={choices} neighbours={neighbours} />
    </>
  )
}
