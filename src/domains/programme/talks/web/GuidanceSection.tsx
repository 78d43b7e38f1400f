import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { useRecommendedText } from '../../plan/web/Recommendation.tsx'
import { OrderGuidanceDialog, RecordGuidanceDialog } from './GuidanceDialogs.tsx'
import { MappingPart } from './MappingPart.tsx'
import type { Guidance } from './words.ts'

type Recommended = NonNullable<Guidance['recommended']>

function Result({ recommended }: { recommended: Recommended }) {
  const t = useText('talks')
  const textOf = useRecommendedText()
  const { formatDate } = useFormat()
  const differs = recommended.departures.length > 0
  return (
    <div className="stack">
      <DefinitionList facts={[{ term: t('guidance.recommends'), value: textOf(recommended) }, { term: t('guidance.proposals'), value: recommended.proposals === null ? null : <span className="talk-text">{recommended.proposals}</span> },
        { term: t('guidance.registered'), value: t('guidance.registeredBy', { date: formatDate(recommended.registeredOn), name: recommended.registeredBy ?? '' }) }]} />
      {differs && <Notice tone={recommended.isExplained ? 'info' : 'warning'} title={t(recommended.isExplained ? 'guidance.explained' : 'guidance.unexplained')} />}
    </div>
  )
}

function Referral({ step }: { step: NonNullable<Guidance['step']> }) {
  const t = useText('talks')
  const { formatDate } = useFormat()
  const day = (one: Guidance['papers'][number]['sentOn']): string | null => (one === null ? null : formatDate(one))
  return <DefinitionList columns={2} facts={[
    { term: t('guidance.receiver'), value: [step.receiver, step.receiverEmail, step.receiverAddress].filter(Boolean).join(', ') }, { term: t('guidance.orderedOn'), value: day(step.orderedOn) },
    { term: t('guidance.plannedOn'), value: day(step.plannedOn) }, { term: t('guidance.doneOn'), value: day(step.doneOn) }]} />
}

function Whole({ guidance }: { guidance: Guidance }) {
  const t = useText('talks')
  const [doing, setDoing] = useState<'order' | 'record'>()
  const { step, recommended, actions } = guidance
  const close = (): void => setDoing(undefined)
  return (
    <Section title={t('guidance.title')} description={t('guidance.help')} actions={<>
      {actions.includes('order') && <Button icon={step?.orderedOn ? 'edit' : undefined} kind={step?.orderedOn ? 'quiet' : 'secondary'} onClick={() => setDoing('order')}>{t(step?.orderedOn ? 'guidance.changeOrder' : 'guidance.order')}</Button>}
      {actions.includes('record') && step?.orderedOn && <Button onClick={() => setDoing('record')}>{t(recommended ? 'guidance.changeResult' : 'guidance.record')}</Button>}</>}>
      <div className="stack">
        {step?.orderedOn ? <Referral step={step} /> : <p>{t('guidance.none')}</p>}
        {recommended && <Result recommended={recommended} />}
        {actions.length > 0 && <MappingPart guidance={guidance} />}
      </div>
      {doing === 'order' && <OrderGuidanceDialog guidance={guidance} onClose={close} />}
      {doing === 'record' && step && <RecordGuidanceDialog guidance={guidance} step={step} onClose={close} />}
    </Section>
  )
}

/** Career guidance: the referral, the mapping that goes along, and what came of it. */
export function GuidanceSection({ personId }: { personId: string }) {
  const { locale } = useLocale()
  return <Loaded query={useApi('programme.getGuidance', { personId, locale })} rows={4}>{(guidance) => <Whole guidance={guidance} />}</Loaded>
}
