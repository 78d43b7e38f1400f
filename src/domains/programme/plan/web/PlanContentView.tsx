import { AnswerCard } from '../../decision/web/AnswerCard.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { needsReason } from '../plan.core.ts'
import { RecommendationNotice } from './Recommendation.tsx'
import { LocalNeedSection } from './LocalNeed.tsx'
import type { Plan, PlanPage } from './words.ts'

type Shown = { page: PlanPage; plan: Plan }
const Text = ({ children }: { children: string }) => <p className="plan-text">{children}</p>

function Goals({ page, plan: { content } }: Shown) {
  const t = useText('plan')
  const goal = content.finalGoal === null ? null : <>{t(`goal.${content.finalGoal}`)} <Tag tone={content.goalIs === 'confirmed' ? 'success' : 'neutral'}>{t(`content.${content.goalIs}`)}</Tag></>
  const differs = page.decided !== null && content.finalGoal !== null && page.decided.finalGoal !== content.finalGoal
  return (
    <Section title={t('content.title')}>
      <div className="stack">
        {differs && page.decided && <Notice tone="warning" action={<Link to={`/people/${page.personId}/decisions/new`} search={{ kind: 'plan_change' }}>{t('content.decide')}</Link>}>{t('content.differs', { goal: t(`goal.${page.decided.finalGoal}`) })}</Notice>}
        {page.recommended && <RecommendationNotice recommended={page.recommended} deviation={content.guidanceDeviation} />}
        <DefinitionList columns={2} facts={[
          { term: t('content.finalGoal'), value: goal }, { term: t('content.months'), value: content.months === null ? null : t('content.monthsValue', { count: content.months }) },
          { term: t('content.occupation'), value: content.occupationName },
          { term: t('content.longTermGoals'), value: content.longTermGoals === null ? null : <Text>{content.longTermGoals}</Text> }]} />
      </div>
    </Section>
  )
}

function Norwegian({ page, plan: { content } }: Shown) {
  const t = useText('plan')
  const { norwegianHours, socialStudiesHours, socialStudiesLanguage, norwegianWhy } = content
  return (
    <Section title={t('norwegian.title')}>
      <div className="stack">
        <DefinitionList columns={2} facts={[
          ...(['listening', 'reading', 'writing', 'oral'] as const).map((skill) => ({ term: t(`norwegian.${skill}`), value: content.norwegian[skill] })),
          { term: t('norwegian.hours'), value: norwegianHours }, { term: t('norwegian.social'), value: socialStudiesHours === null ? null : `${socialStudiesHours}${socialStudiesLanguage === null ? '' : ` (${socialStudiesLanguage})`}` }]} />
        {page.norwegianLeast && <p><small>{t('norwegian.least', page.norwegianLeast)}</small></p>}
        {norwegianWhy !== null && <div><h3>{t('norwegian.why')}</h3><Text>{norwegianWhy}</Text></div>}
      </div>
    </Section>
  )
}

const classTones = { none: 'warning', next: 'info', now: 'success', over: 'neutral' } as const

/** The class an element is carried out in, or that it is planned and has none yet, with the way to find one. */
function ElementClass({ plan, element }: { plan: Plan; element: Plan['elements'][number] }) {
  const t = useText('plan')
  const found = plan.classes.find(({ elementId }) => elementId === element.id)
  if (found === undefined) return null
  const { state, title, activityId } = found
  return <p className="cluster"><Tag tone={classTones[state]}>{t(`class.${state}`, { title: title ?? '' })}</Tag> {state === 'none' ? <Link to={element.courseId === null ? '/courses' : `/courses/${element.courseId}`}>{t('class.find')}</Link> : <Link to={`/week/${activityId ?? ''}`}>{t('class.open')}</Link>}</p>
}

function Elements({ plan }: { plan: Plan }) {
  const t = useText('plan')
  const { formatDate, formatNumber } = useFormat()
  const period = ({ fromDate, toDate }: Plan['elements'][number]): string => (fromDate === null && toDate === null ? t('elements.open') : t('elements.period', { from: fromDate ? formatDate(fromDate) : '…', to: toDate ? formatDate(toDate) : '…' }))
  const sum = plan.elements.reduce((all, { hoursPerWeek }) => all + (hoursPerWeek ?? 0), 0)
  return (
    <Section title={t('elements.title')} count={plan.elements.length} description={sum > 0 ? t('elements.sum', { hours: formatNumber(sum) }) : undefined}>
      {plan.elements.length === 0 ? <p>{t('elements.empty')}</p> : (
        <ul className="plan-elements">{plan.elements.map((one) => (
          <li key={one.id} className="plan-element">
            <h3>{t(`element.${one.kind}`)}{one.title !== null && `: ${one.title}`}</h3>
            <p><small>{period(one)}{one.hoursPerWeek !== null && ` · ${formatNumber(one.hoursPerWeek)} ${t('elements.hours').toLowerCase()}`}</small></p>
            <ElementClass plan={plan} element={one} />
            {one.reason !== null ? <Text>{one.reason}</Text> : needsReason(one.kind) && <p><Tag tone="warning">{t('elements.reasonMissing')}</Tag></p>}
          </li>))}</ul>
      )}
    </Section>
  )
}

/** What the plan says: goals, Norwegian, elements with their reasons, the path after, and what is not agreed on. */
export function PlanContentView({ page, plan }: Shown) {
  const t = useText('plan')
  const { afterProgramme, disagreement, disagreementAnswer } = plan.content
  return (
    <>
      <Goals page={page} plan={plan} />
      <LocalNeedSection personId={page.personId} content={plan.content} />
      <Norwegian page={page} plan={plan} />
      <Elements plan={plan} />
      <Section title={t('after.title')}>{afterProgramme === null ? <p className="unknown">{t('after.none')}</p> : <Text>{afterProgramme}</Text>}</Section>
      {disagreement !== null && <Section title={t('disagreement.title')}><DefinitionList facts={[{ term: t('disagreement'), value: <Text>{disagreement}</Text> }, { term: t('disagreement.answer'), value: disagreementAnswer === null ? null : <Text>{disagreementAnswer}</Text> }]} /></Section>}
      {page.rules.length > 0 && <Section title={t('rules.title')}><div className="law-answers">{page.rules.map((answer) => <AnswerCard key={answer.rule} answer={answer} />)}</div></Section>}
    </>
  )
}
