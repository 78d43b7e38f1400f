import type { Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { Section } from '#web/ui/Section.tsx'
import { AnswerCard } from '../../decision/web/AnswerCard.tsx'
import '../../decision/web/decision.css'

type Hours = NonNullable<Output<'programme.getWeek'>['hours']>

const tones = { not_asked: 'info', undecided: 'info', before: 'info', met: 'success', at_risk: 'warning', breached: 'danger' } as const

function WorkNotice({ work }: { work: Hours['work'] }) {
  const t = useText('week')
  const { formatDate, formatNumber } = useFormat()
  const hours = (value: number | null): string => (value === null ? '0' : formatNumber(value, { maximumFractionDigits: 1 }))
  const params = { asked: hours(work.asked), startsOn: work.startsOn ? formatDate(work.startsOn) : '', average: hours(work.averageSince), ahead: hours(work.averageAhead), weeks: work.weeksSince, names: work.openQuestions.join(', ') }
  const key = work.state === 'before' && work.averageAhead !== null ? 'work.beforeAhead' : `work.${work.state}` as const
  return <Notice tone={tones[work.state]}><p>{t(key, params)}</p>{(work.state === 'at_risk' || work.state === 'breached') && <p>{t('work.planMore')}</p>}</Notice>
}

/** Planned hours of the week against full time, and work-oriented ones against what the act asks, with a warning before it is broken. */
export function HoursSection({ hours }: { hours: Hours }) {
  const t = useText('week')
  const { formatNumber } = useFormat()
  const amount = (value: number): string => formatNumber(value, { maximumFractionDigits: 1 })
  const full = hours.full === null ? null : (hours.full * hours.percent) / 100
  return (
    <Section title={t('hours.title')}>
      <div className="split">
        <div className="stack">
          {full === null ? <p>{t('hours.planned')}: {t('hours.only', { hours: amount(hours.planned) })}</p>
            : <Progress label={t('hours.planned')} share={hours.planned / full} text={t('hours.of', { hours: amount(hours.planned), full: amount(full) })} />}
          {hours.percent < 100 && <p>{t('hours.partTime', { percent: hours.percent })}</p>}
          {hours.ownWork > 0 && <p>{t('hours.ownWork', { hours: amount(hours.ownWork) })}</p>}
        </div>
        <div className="stack">
          {hours.work.asked === null ? <p>{t('hours.work')}: {t('hours.only', { hours: amount(hours.work.planned) })}</p>
            : <Progress label={t('hours.work')} share={hours.work.planned / hours.work.asked} text={t('hours.of', { hours: amount(hours.work.planned), full: amount(hours.work.asked) })} />}
          <WorkNotice work={hours.work} />
        </div>
      </div>
      <details className="law-why"><summary>{t('hours.why')}</summary><div className="stack">{hours.answers.map((answer) => <AnswerCard key={answer.rule} answer={answer} />)}</div></details>
    </Section>
  )
}
