import { useText } from '#web/i18n.tsx'
import type { Outcome, ScoreBin } from '../calibration.schema.ts'
import { percentOf } from './words.ts'
import './calibration.css'

const [WIDTH, HEIGHT, LEFT, STEP] = [480, 180, 60, 80]
const heightOf = (share: number): number => HEIGHT - share * (HEIGHT - 10)

/** The share of each part by score as a dot, with its interval as a line: what the table beside it says, drawn. */
export function SharePicture({ bins, outcome }: { bins: readonly ScoreBin[]; outcome: Outcome }) {
  const t = useText('calibration')
  const words = bins.map(({ from, to, shares: { [outcome]: { share, low, high } } }) =>
    (share === null || low === null || high === null ? t('bins.none', { from, to }) : t('bins.point', { from, to, share: percentOf(share), low: percentOf(low), high: percentOf(high) })))
  return (
    <figure className="calibration-picture">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 44}`} role="img" aria-label={`${t('bins.picture')}. ${words.join('. ')}`}>
        {[0, 0.5, 1].map((line) => <g key={line}><line className="calibration-grid" x1={LEFT} x2={WIDTH} y1={heightOf(line)} y2={heightOf(line)} /><text x={LEFT - 6} y={heightOf(line) + 4} textAnchor="end">{percentOf(line)} %</text></g>)}
        {bins.map(({ from, to, shares: { [outcome]: { share, low, high } } }, at) => {
          const x = LEFT + STEP * at + STEP / 2
          return (
            <g key={from}>
              {share !== null && low !== null && high !== null && <><line className="calibration-reach" x1={x} x2={x} y1={heightOf(low)} y2={heightOf(high)} /><circle className="calibration-dot" cx={x} cy={heightOf(share)} r={6} /></>}
              <text x={x} y={HEIGHT + 18} textAnchor="middle"><tspan x={x}>{from}–</tspan><tspan x={x} dy="1.1em">{to}</tspan></text>
            </g>
          )
        })}
      </svg>
      <figcaption><small>{t('bins.picture')}</small></figcaption>
    </figure>
  )
}
