import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { Meter } from '../../web/Meter.tsx'
import { isUnderWay, useRun } from '../../market/web/runs.ts'
import type { HelpLine } from '../help.schema.ts'
import { useChangeText, type Helps } from './words.ts'
import './help.css'

type Stand = { hasPlace: boolean; fits: boolean; title: string | null }

/** Whether she has a place when all are counted, after one change. */
function StandTag({ stand }: { stand: Stand }) {
  const t = useText('help')
  if (!stand.hasPlace) return <><Tag tone="warning">{t('stand.none')}</Tag><span className="help-quiet">{t('stand.noneWhy')}</span></>
  return <><Tag tone={stand.fits ? 'success' : 'info'}>{t(stand.fits ? 'stand.fits' : 'stand.nearly')}</Tag><span className="help-quiet">{stand.title}</span></>
}

function Line({ line, most, stand }: { line: HelpLine; /** What the best change opens. */ most: number; stand: Stand | undefined }) {
  const t = useText('help')
  const changeText = useChangeText()
  const { opens, nearer, examples, change } = line
  return (
    <li className="help-line">
      <h3>{changeText(change)}</h3>
      <Meter share={(opens + nearer) / most} />
      <p className="cluster"><span>{[opens > 0 && t('opens', { count: opens }), nearer > 0 && t('nearer', { count: nearer })].filter(Boolean).join(' · ')}</span>{stand && <StandTag stand={stand} />}</p>
      <p className="help-quiet">{examples.map(({ openingId, title, employerName, sharedBy }, at) => <span key={openingId}>{at > 0 && ' · '}<Link to={sharedBy === null ? `/openings/${openingId}` : `/sharing/places/${openingId}`}>{title}</Link>{employerName !== null && `, ${employerName}`}{sharedBy !== null && ` (${t('from', { municipality: sharedBy })})`}</span>)}
        {opens + nearer > examples.length && ` · ${t('more', { count: opens + nearer - examples.length })}`}</p>
    </li>
  )
}

/** The button that counts everybody without a place, and what it said of her as she is now. */
function Competition({ helps, onRun, runId }: { helps: Helps; onRun: (runId: string) => void; runId: string | undefined }) {
  const t = useText('help')
  const [neighbours, setNeighbours] = useState(true)
  const start = useCommand('matching.startCompetition', { onDone: ({ runId: begun }) => onRun(begun) })
  const { data } = useRun('matching.readCompetition', runId)
  if (!helps.isCandidate) return <p className="help-quiet">{t('notCandidate')}</p>
  if (data?.now) return <p className="cluster" role="status"><span>{t(helps.shared === 0 ? 'now' : neighbours ? 'nowNeighbours' : 'nowOwn')}</span><StandTag stand={data.now} /></p>
  const pending = start.pending || (runId !== undefined && (data === undefined || isUnderWay(data.state)))
  return (
    <div className="help-count">
      <p className="help-quiet">{t('countHelp')}</p>
      {helps.shared > 0 && <Checkbox label={t('neighbours')} value={neighbours} onChange={(next) => setNeighbours(next ?? false)} />}
      <Button pending={pending} onClick={() => { void start.run({ runId: newId(), personId: helps.personId, changes: helps.changes.map(({ change }) => change), neighbours }) }}>{t('count')}</Button>
      {(start.error || data?.state === 'failed' || data?.state === 'cancelled') && <Notice tone="warning">{t('countFailed')}</Notice>}
    </div>
  )
}

function Changes({ helps }: { helps: Helps }) {
  const t = useText('help')
  const [runId, setRunId] = useState<string>()
  const { data } = useRun('matching.readCompetition', runId)
  if (helps.changes.length === 0) return <EmptyState title={t('none')}>{t('noneHelp', { fits: helps.fits, considered: helps.considered })}</EmptyState>
  const most = Math.max(1, ...helps.changes.map(({ opens, nearer }) => opens + nearer))
  return (
    <>
      <p>{t('today', { fits: helps.fits, considered: helps.considered })}{helps.shared > 0 && ` ${t('shared', { count: helps.shared })}`}</p>
      <Competition helps={helps} runId={runId} onRun={setRunId} />
      <ol className="help-lines">{helps.changes.map((line, at) => <Line key={JSON.stringify(line.change)} line={line} most={most} stand={data?.after[at]} />)}</ol>
    </>
  )
}

/** On a person's page: the smallest changes that open places to her, and whether she then has one. */
export function HelpPanel({ id: personId }: { id: string }) {
  const t = useText('help')
  return <Section plain title={t('title')} description={t('lead')}><Loaded query={useApi('matching.whatHelps', { personId })}>{(helps) => <Changes helps={helps} />}</Loaded></Section>
}
