import { useState } from 'react'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'
import { sameWeights } from '../weights.core.ts'
import { WEIGHT_KEYS, type Weights } from '../weights.schema.ts'
import { WeightsChange } from './WeightsChange.tsx'
import './weights.css'

type Page = Output<'matching.getWeights'>
/** Weights to begin a change from: those that count, or an older version. */
type Draft = { weights: Weights; goesBackTo: number | null }

function Versions({ page, onBack }: { page: Page; onBack: (draft: Draft) => void }) {
  const t = useText('weights')
  const { formatMoment } = useFormat()
  const first = { number: 0, weights: page.defaults, reason: t('versions.first'), goesBackTo: null, madeBy: null, madeAt: null }
  return (
    <Section title={t('versions')} count={page.versions.length + 1}>
      <Timeline items={[...page.versions, first].map(({ number, weights, reason, goesBackTo, madeBy, madeAt }) => ({
        id: String(number), when: madeBy === null ? t('versions.code') : t('versions.line', { name: madeBy, date: formatMoment(madeAt) }),
        title: <span className="cluster">{t('version', { number })}{number === page.number && <Tag tone="success">{t('versions.now')}</Tag>}{goesBackTo !== null && <Tag>{t('versions.wentBack', { number: goesBackTo })}</Tag>}</span>,
        text: <><p>{reason}</p>{number !== page.number && !sameWeights(weights, page.weights) && <Button kind="quiet" onClick={() => onBack({ weights, goesBackTo: number })}>{t('versions.back', { number })}</Button>}</> }))} />
    </Section>
  )
}

function Weighing({ page }: { page: Page }) {
  const [draft, setDraft] = useState<Draft & { turn: number }>({ weights: page.weights, goesBackTo: null, turn: 0 })
  const begin = (next: Draft): void => { setDraft({ ...next, turn: draft.turn + 1 }); window.scrollTo({ top: 0 }) }
  return <>
    <WeightsChange key={`${page.number}/${draft.turn}`} page={page} from={draft.weights} goesBackTo={draft.goesBackTo} onSaved={() => setDraft({ ...draft, goesBackTo: null, turn: draft.turn + 1 })} />
    <Versions page={page} onBack={begin} />
  </>
}

/** What counts how much, what a change would do, and who changed it before. */
export function WeightsPage() {
  const t = useText('weights')
  const query = useApi('matching.getWeights', {})
  return (
    <>
      <PageHeader title={t('title')} description={t('lead', { count: WEIGHT_KEYS.length })} />
      <Loaded query={query} rows={8}>{(page) => <Weighing key={page.number} page={page} />}</Loaded>
    </>
  )
}
