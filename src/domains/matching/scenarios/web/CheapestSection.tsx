import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { isUnderWay, useRun } from '../../market/web/runs.ts'
import type { Cheapest } from '../what-if.schema.ts'
import { Running } from './Running.tsx'
import { scenarioOf, usePartText, useSpread, type Choices, type Draft } from './words.ts'

/** The answer: which parts, what they cost, how many they place, and how sure it is that nothing is cheaper. */
function Answer({ found, draft, choices }: { found: Cheapest; draft: Draft; choices: Choices }) {
  const t = useText('scenarios')
  const partText = usePartText(choices)
  const spread = useSpread()
  const { formatNumber } = useFormat()
  const cost = (value: number): string => `${formatNumber(value)} ${t(`unit.${draft.unit}`)}`
  if (found.chosen === null || found.cost === null || found.placed === null) return <Notice tone="warning" title={t('noSet', { target: found.target })}>{t('noSetHelp', { today: Math.round(found.today), all: formatNumber(Math.round(found.all * 10) / 10) })}</Notice>
  return (
    <div className="what-if-answer" role="status">
      <p><strong>{found.chosen.length === 0 ? t('alreadyThere', { target: found.target }) : t('cheapestIs', { cost: cost(found.cost), placed: spread(found.placed) })}</strong></p>
      <ul>{found.chosen.flatMap((at) => { const one = draft.parts[at]; return one ? [<li key={at}>{partText(one.part)} <span className="what-if-quiet">{cost(one.cost)}</span></li>] : [] })}</ul>
      <p className="what-if-quiet">{found.how === 'exact' ? t('exact', { tried: found.tried }) : t('bounded', { tried: found.tried, bound: cost(found.bound) })}</p>
    </div>
  )
}

/** The cheapest parts of one scenario that place so many. */
export function CheapestSection({ drafts, choices, neighbours }: { drafts: readonly Draft[]; choices: Choices; neighbours: boolean }) {
  const t = useText('scenarios')
  const [chosen, setChosen] = useState<string>()
  const [target, setTarget] = useState<number>()
  const [ran, setRan] = useState<{ runId: string; draft: Draft; neighbours: boolean }>()
  const refusalText = useRefusalText()
  const start = useCommand('matching.startCheapest', {})
  const { data } = useRun('matching.readWhatIf', ran?.runId)
  const draft = drafts.find(({ key }) => key === chosen) ?? drafts[0]
  if (!draft) return null
  const isNumber = target !== undefined && Number.isSafeInteger(target) && target >= 1
  const run = async (): Promise<void> => {
    const begun = isNumber ? await start.run({ runId: newId(), scenario: scenarioOf(draft), target, neighbours }) : undefined
    if (begun) setRan({ runId: begun.runId, draft, neighbours })
  }
  return (
    <Section title={t('cheapest')} description={t('cheapestHelp')}>
      <div className="what-if-ask">
      <div className="filters__fields">
        {drafts.length > 1 && <Select label={t('ofScenario')} value={draft.key} onChange={setChosen} options={drafts.map(({ key, name }) => ({ value: key, label: name }))} />}
        <NumberField label={t('target')} value={target} onChange={setTarget} error={target !== undefined && !isNumber ? t('targetWrong') : undefined} />
        <Button pending={start.pending || isUnderWay(data?.state)} disabled={!isNumber} onClick={() => { void run() }}>{t('findCheapest')}</Button>
      </div>
      {start.refusals.map((refusal) => <Notice key={refusal.code} tone="warning">{refusalText(refusal)}</Notice>)}
      <Running runId={ran?.runId} onStop={() => setRan(undefined)} />
      {data?.cheapest && ran && choices.neighbourSeats > 0 && <p className="what-if-quiet">{t(ran.neighbours ? 'ranWith' : 'ranWithout')}</p>}
      {data?.cheapest && ran && <Answer found={data.cheapest} draft={ran.draft} choices={choices} />}
      </div>
    </Section>
  )
}
