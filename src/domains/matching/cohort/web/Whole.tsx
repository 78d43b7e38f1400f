import { memo } from 'react'
import { z } from 'zod'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { Section } from '#web/ui/Section.tsx'
import { Meter } from '../../web/Meter.tsx'
import type { LeftOut } from '../cohort.schema.ts'
import { usableSeats } from '../problem.core.ts'
import { Employers } from './Employers.tsx'
import { WorstOff } from './WorstOff.tsx'
import { HIGHEST } from '../../weights/weights.core.ts'
import type { Plan } from './words.ts'

/** What of the rows is shown; never a name, since addresses are logged. */
export const Shown = z.object({ show: z.enum(['all', 'placed', 'without', 'decided', 'ready', 'released']).catch('all').default('all'), employer: z.string().optional() })

function Figure({ label, value, share, note }: { label: string; value: string; share?: number; note?: string }) {
  return (
    <div className="cohort-figure">
      <dt>{label}</dt>
      <dd>{value}{share !== undefined && <Meter share={share} />}{note !== undefined && <span className="cohort-note">{note}</span>}</dd>
    </div>
  )
}

const KINDS = ['publicPosts', 'ownerUnknown', 'noEmployer', 'neighbours', 'employerFull', 'underWay', 'decisions'] as const satisfies readonly (keyof LeftOut)[]

/** What is not in the plan, said with how many. */
function Left({ leftOut }: { leftOut: LeftOut }) {
  const t = useText('cohort')
  const there = KINDS.filter((kind) => leftOut[kind] > 0)
  if (there.length === 0) return null
  return <div className="cohort-left"><h3>{t('left.title')}</h3><ul>{there.map((kind) => <li key={kind}>{t(`left.${kind}`, { count: leftOut[kind] })}</li>)}</ul></div>
}

/** What was proved, in words; the draw and the mark of the proof for those who want them. */
function Proof({ plan: { goal, isProven, blockingPairs, seed, certificate, milliseconds, bestPlaced, bestScore, placed, score } }: { plan: Plan }) {
  const t = useText('cohort')
  const { formatNumber } = useFormat()
  return (
    <div className="cohort-proof">
      <p><span aria-hidden="true">{isProven ? '✓ ' : '? '}</span>{isProven ? t(`proof.${goal}`) : t('proof.notProven')}</p>
      {goal !== 'stable' && <p>{t('whole.blocking', { count: blockingPairs })}</p>}
      {(bestPlaced !== placed || bestScore !== score) && <p>{t('choices.cost', { placed: bestPlaced, score: formatNumber(bestScore) })}</p>}
      <details><summary>{t('proof.more')}</summary>
        <p>{t('proof.seed', { seed })}</p>
        {certificate !== null && <p>{t('proof.certificate', { hash: certificate.slice(0, 16) })}</p>}
        <p>{t('proof.milliseconds', { seconds: formatNumber(milliseconds / 1000, { maximumFractionDigits: 1 }) })}</p>
      </details>
    </div>
  )
}

/** The picture of the whole: how many are placed, how the seats are used, and what is proved. */
export const Whole = memo(({ plan }: { plan: Plan }) => {
  const t = useText('cohort')
  const { formatNumber } = useFormat()
  const [{ employer }, change] = useFilters(Shown)
  const average = Math.round(plan.score / Math.max(1, plan.placed))
  const seats = usableSeats({ seats: plan.places.map((one) => one.seats), limitOf: plan.places.map(({ limitAt }) => limitAt), limits: plan.limits })
  return (
    <Section title={t('whole.title')}>
      <div className="cohort-whole">
        <div className="stack">
          <dl className="cohort-figures" aria-live="polite">
            <Figure label={t('whole.placed')} value={t('whole.placedOf', { placed: plan.placed, people: plan.people })} share={plan.placed / Math.max(1, plan.people)} />
            <Figure label={t('whole.seats')} value={t('whole.seatsOf', { used: plan.placed, seats })} share={plan.placed / Math.max(1, seats)} />
            <Figure label={t('whole.score')} value={formatNumber(plan.score)} {...(plan.placed > 0 && { share: average / HIGHEST, note: t('whole.scoreHelp', { average: formatNumber(average) }) })} />
            {plan.released > 0 && <Figure label={t('list.released')} value={t('whole.placedOf', { placed: plan.released, people: plan.placed })} share={plan.released / Math.max(1, plan.placed)} />}
            <Figure label={t('list.goal')} value={t(`goal.${plan.goal}`)} />
          </dl>
          <Proof plan={plan} />
          {plan.goal === 'worst_off_first' && plan.hidden === 0 && <WorstOff plan={plan} />}
          <Left leftOut={plan.leftOut} />
        </div>
        <Employers plan={plan} chosen={employer} onChoose={(next) => change({ employer: next })} />
      </div>
    </Section>
  )
})
