import { useFormat, useText } from '#web/i18n.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { FieldProps } from '#web/ui/field.ts'
import { departures } from '../recommendation.core.ts'
import type { PlanPage } from './words.ts'

type Recommended = NonNullable<PlanPage['recommended']>

/** What the career guidance recommends, in one line. */
export function useRecommendedText(): (recommended: Pick<Recommended, 'finalGoal' | 'occupationName'>) => string {
  const t = useText('plan')
  return ({ finalGoal, occupationName }) => [finalGoal && t(`goal.${finalGoal}`), occupationName].filter(Boolean).join(', ') || t('guidance.open')
}

/** The recommendation beside the plan, and whether the plan says why it goes another way. */
export function RecommendationNotice({ recommended, deviation }: { recommended: Recommended; deviation: string | null }) {
  const t = useText('plan')
  const { formatDate } = useFormat()
  const textOf = useRecommendedText()
  const isSame = recommended.departures.length === 0
  return (
    <Notice tone={isSame ? 'success' : recommended.isExplained ? 'info' : 'warning'} title={t('guidance.recommends', { what: textOf(recommended) })}>
      <p>{t('guidance.registered', { date: formatDate(recommended.registeredOn), name: recommended.registeredBy ?? '' })}</p>
      {!isSame && <p className="plan-text">{recommended.isExplained ? `${t('guidance.deviation')}: ${deviation ?? ''}` : t('guidance.unexplained')}</p>}
    </Notice>
  )
}

type Chosen = { finalGoal?: Recommended['finalGoal'] | undefined; occupationCode?: string | null | undefined }

/** Asks why, as soon as what is chosen is another way than recommended. */
export function DeviationField({ recommended, chosen, bound }: { recommended: Recommended; chosen: Chosen; bound: FieldProps<string> & { label: string } }) {
  const t = useText('plan')
  const textOf = useRecommendedText()
  const isOther = departures(recommended, { finalGoal: chosen.finalGoal ?? null, occupationCode: chosen.occupationCode ?? null }).length > 0
  if (!isOther) return <p>{t('guidance.recommends', { what: textOf(recommended) })}</p>
  return <TextArea {...{ ...bound, optional: false }} description={t('guidance.deviationHelp', { what: textOf(recommended) })} rows={3} />
}
