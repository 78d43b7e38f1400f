import { useState } from 'react'
import { useCommand, type Output } from '#web/api.ts'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { Meter } from '../../web/Meter.tsx'
import { mayWeigh, sameWeights } from '../weights.core.ts'
import { ADDING, SHARE_KEYS, TAKING, WEIGHT_KEYS, type ShareKey, type WeightKey, type Weights } from '../weights.schema.ts'
import { Effect } from './Effect.tsx'

type Page = Output<'matching.getWeights'>
type FieldsProps = { weights: Weights; errorAt: (path: string) => string | undefined; onChange: (weights: Weights) => void }

function Fields({ weights, errorAt, onChange }: FieldsProps) {
  const t = useText('weights')
  const match = useText('matching')
  const labelOf = (key: WeightKey): string => (key === 'employer_wish' ? t('employerWish') : match(`kind.${key}`))
  const heaviest = Math.max(1, ...WEIGHT_KEYS.map((key) => weights.points[key] || 0))
  const point = (key: WeightKey) => <div key={key}><NumberField label={labelOf(key)} value={weights.points[key]} error={errorAt(`points.${key}`)} onChange={(value) => onChange({ ...weights, points: { ...weights.points, [key]: value ?? NaN } })} />
    <Meter share={(weights.points[key] || 0) / heaviest} /></div>
  const share = (key: ShareKey) => <NumberField key={key} label={t(`share.${key}`)} description={t(`share.${key}.help`)} unit="%" value={weights.shares[key]} error={errorAt(`shares.${key}`)} onChange={(value) => onChange({ ...weights, shares: { ...weights.shares, [key]: value ?? NaN } })} />
  return <>
    <fieldset className="weights-fields"><legend>{t('taking')}</legend><p>{t('takingHelp')}</p><div>{TAKING.map(point)}</div></fieldset>
    <fieldset className="weights-fields"><legend>{t('adding')}</legend><p>{t('addingHelp')}</p><div>{ADDING.map(point)}</div></fieldset>
    <fieldset className="weights-fields"><legend>{t('shares')}</legend><p>{t('sharesHelp')}</p><div>{SHARE_KEYS.map(share)}</div></fieldset>
  </>
}

type Props = { page: Page; from: Weights; goesBackTo: number | null; onSaved: () => void }

/** A change: typed, tried on the lists of today, given a reason, saved as a new version. */
export function WeightsChange({ page, from, goesBackTo, onSaved }: Props) {
  const t = useText('weights')
  const { formatNumber } = useFormat()
  const refusalText = useRefusalText()
  const [id] = useState(newId)
  const [weights, setWeights] = useState(from)
  const [tried, setTried] = useState<Weights>()
  const [reason, setReason] = useState<string>()
  const save = useCommand('matching.saveWeights', { refreshes: ['matching.getWeights', 'matching.explain', 'matching.matchesForPerson', 'matching.matchesForOpening'], success: t('saved'), onDone: onSaved })
  const faults = mayWeigh(weights)
  const sum = WEIGHT_KEYS.reduce((all, key) => all + weights.points[key], 0)
  const isSame = sameWeights(weights, page.weights)
  const isTried = tried !== undefined && sameWeights(tried, weights)
  const isOlder = goesBackTo !== null && sameWeights(weights, from)
  return (
    <>
      <Section title={t('version', { number: page.number })} description={page.number === 0 ? t('ofCode') : undefined}>
        {isOlder && <Notice title={t('goingBack', { number: goesBackTo })}>{t('goingBackHelp')}</Notice>}
        <Fields weights={weights} errorAt={(path) => faults.filter((one) => one.path === path).map(refusalText)[0]} onChange={setWeights} />
        <p data-fault={sum > page.bounds.together || undefined} className="weights-sum" role="status">{t('sum', { sum: Number.isFinite(sum) ? formatNumber(sum) : '–', most: formatNumber(page.bounds.together) })}</p>
        <div className="cluster">
          <Button kind="primary" disabled={faults.length > 0 || isSame} onClick={() => setTried(weights)}>{t('try')}</Button>
          {!isSame && <Button kind="quiet" onClick={() => setWeights(page.weights)}>{t('undo')}</Button>}
        </div>
        {isSame && <p className="weights-quiet">{t('tryHelp')}</p>}
      </Section>
      {isTried && <Section title={t('effect')} description={t('effectHelp')}>
        <Effect weights={tried} />
        <div className="weights-reason">
        <TextArea label={t('reason')} description={t('reasonHelp')} value={reason} onChange={setReason} rows={3} />
        {save.refusals.map((refusal) => <Notice key={refusal.code} tone="danger" title={refusalText(refusal)} />)}
        <div className="cluster"><Button kind="primary" pending={save.pending} disabled={!reason?.trim()} onClick={() => { void save.run({ id, basedOn: page.number, weights, reason: reason ?? '', goesBackTo: isOlder ? goesBackTo : null, effectSeen: true }) }}>{t('save')}</Button></div>
        </div>
      </Section>}
    </>
  )
}
