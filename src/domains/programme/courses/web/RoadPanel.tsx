import { AnswerCard } from '../../decision/web/AnswerCard.tsx'
import { useApi } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag, type Tone } from '#web/ui/Tag.tsx'
import { CreditsSection } from './CreditsSection.tsx'
import './courses.css'
import type { RoadPage } from './words.ts'
import { toneOf, useReason } from './words.ts'

type Standing = RoadPage['standings'][number]
type Step = RoadPage['steps'][number]

function StandingRow({ standing, isClosed }: { standing: Standing; isClosed: boolean }) {
  const t = useText('courses')
  const reasonText = useReason()
  const { element, state, measure, least, attended, credited, reasons } = standing
  const done = attended + credited
  const isOpen = state === 'not_asked' || state === 'undecided'
  const name = t(`element.${element}`)
  return (
    <li className="standing">
      <div className="standing__head"><h3>{name}</h3>{!isClosed && <Tag tone={toneOf[state]}>{t(`standing.${state}`)}</Tag>}</div>
      {least !== null && state !== 'exempt' ? <Progress label={t('standings.label')} share={done / least} text={t('standings.of', { done, least, measure })} /> : (done > 0 || !isOpen) && state !== 'exempt' && <p>{t('standings.had', { done, measure })}</p>}
      {!isClosed && <ul className="course-reasons">{reasons.map((reason) => <li key={reason.code}>{reasonText(reason)}</li>)}</ul>}
    </li>
  )
}

function Standings({ road }: { road: RoadPage }) {
  const t = useText('courses')
  const isClosed = road.standings.every(({ state }) => state === 'undecided') && road.answers.length === 0
  return (
    <Section title={t(isClosed ? 'standings.titleClosed' : 'standings.title')} description={isClosed ? t('standings.closed') : t('standings.help')}>
      <ul className="standings">{road.standings.filter((one) => !isClosed || one.attended + one.ahead > 0).map((one) => <StandingRow key={one.element} standing={one} isClosed={isClosed} />)}</ul>
      {road.answers.length > 0 && <details className="course-law"><summary>{t('standings.why')}</summary>{road.answers.map((answer) => <AnswerCard key={answer.rule} answer={answer} />)}</details>}
    </Section>
  )
}

const tones: Record<Step['state'], Tone> = { now: 'info', next: 'neutral', not_planned: 'warning', done: 'success' }

function StepRow({ step }: { step: Step }) {
  const t = useText('courses')
  const reasonText = useReason()
  const { formatDate } = useFormat()
  const to = step.activityId !== null ? `/week/${step.activityId}` : step.courseId !== null ? `/courses/${step.courseId}` : undefined
  return (
    <li className="course-step" data-state={step.state}>
      <div className="standing__head"><h3>{to ? <Link to={to}>{step.title}</Link> : step.title}</h3><Tag tone={tones[step.state]}>{t(`step.${step.state}`)}</Tag></div>
      <p className="course-card__quiet">{[step.element === null ? '' : `§ ${t(`element.${step.element}`)}`, step.fromDate === null ? '' : step.toDate === null ? t('runs.from', { from: formatDate(step.fromDate) }) : t('runs.fromTo', { from: formatDate(step.fromDate), to: formatDate(step.toDate) })].filter(Boolean).join(' · ')}</p>
      {step.outOfSequence.length > 0 && <ul className="course-reasons"><li><Tag tone="warning">{t('step.outOfSequence')}</Tag></li>{step.outOfSequence.map((reason) => <li key={`${reason.code}${String(reason.params['name'] ?? '')}`}>{reasonText(reason)}</li>)}</ul>}
    </li>
  )
}

/** The road of one participant through the courses: what the law asks, what goes on and comes, and what was done elsewhere. */
export function RoadPanel({ id }: { id: string }) {
  const t = useText('courses')
  const { locale } = useLocale()
  const { formatDate } = useFormat()
  const ends = ({ lastDay, daysLeft }: NonNullable<RoadPage['programme']>): string => (daysLeft < 0 ? t('road.over', { date: formatDate(lastDay) }) : t('road.ends', { date: formatDate(lastDay), days: daysLeft }))
  return (
    <Loaded query={useApi('programme.getRoad', { personId: id, locale })} rows={8}>{(road) => (
      <div className="stack">
        {road.programme === null ? <EmptyState title={t('road.none')}>{t('road.noneHelp')}</EmptyState> : <>
          <p className="road-ends">{ends(road.programme)}</p>
          <Standings road={road} />
          <Section title={t('steps.title')} description={t('steps.help')} actions={<LinkButton to="/courses">{t('steps.catalogue')}</LinkButton>}>
            {road.steps.length === 0 ? <EmptyState title={t('steps.empty')}>{t('steps.emptyHelp')}</EmptyState> : <ul className="course-steps">{road.steps.map((step) => <StepRow key={step.key} step={step} />)}</ul>}
          </Section></>}
        {road.actions.includes('credit') && <CreditsSection road={road} />}
      </div>)}</Loaded>
  )
}
