import { addDays, addMonths, plainDate } from '#shared/date.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { pressureOverTime } from '../request.core.ts'
import type { Request } from '../request.schema.ts'
import './employers.css'

const MONTHS = 12
const [WIDTH, HEIGHT, STEP] = [360, 88, 30]

/** How many requests were open at the end of each of the last twelve months, with the employer's own limit as a line. */
export function PressurePicture({ requests, cap }: { requests: readonly Request[]; cap: number | null }) {
  const t = useText('employers')
  const { formatDate } = useFormat()
  const today = plainDate(useMe().today)
  const first = plainDate(`${today.slice(0, 7)}-01`)
  const ends = Array.from({ length: MONTHS }, (_, at) => addDays(addMonths(first, at - MONTHS + 2), -1))
  const counts = pressureOverTime(requests, ends.map((end) => (end > today ? today : end)))
  const most = Math.max(3, cap ?? 0, ...counts)
  const heightOf = (count: number): number => (count / most) * HEIGHT
  const words = counts.map((count, at) => `${formatDate(ends[at] ?? today)}: ${count}`).join(', ')
  return (
    <figure className="pressure">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 20}`} role="img" aria-label={`${t('pressure.over')}. ${words}`}>
        {counts.map((count, at) => (
          <g key={ends[at]}>
            <rect className={cap !== null && count > cap ? 'pressure__bar pressure__bar--over' : 'pressure__bar'} x={at * STEP + 6} width={18} rx={2} y={HEIGHT - heightOf(count)} height={heightOf(count)} />
            {count > 0 && <text x={at * STEP + 15} y={HEIGHT - heightOf(count) - 4} textAnchor="middle">{count}</text>}
            <text x={at * STEP + 15} y={HEIGHT + 15} textAnchor="middle">{(ends[at] ?? today).slice(5, 7)}</text>
          </g>
        ))}
        <line className="pressure__ground" x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {cap !== null && cap > 0 && <line className="pressure__cap" x1={0} x2={WIDTH} y1={HEIGHT - heightOf(cap)} y2={HEIGHT - heightOf(cap)} />}
      </svg>
      <figcaption><small>{t('pressure.over')}{cap !== null && `. ${t('pressure.cap', { cap })}`}</small></figcaption>
    </figure>
  )
}
