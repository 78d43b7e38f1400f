import { useMemo } from 'react'
import { useText } from '#web/i18n.tsx'
import type { Plan } from './words.ts'

type Used = { id: string; name: string; seats: number; used: number; left: number | null }

/** Seats and those in use by employer, the one with most seats first. */
function seatsByEmployer({ places, rows, limits }: Plan, unknown: string): Used[] {
  const taken = new Map<string, number>()
  for (const { openingId } of rows) if (openingId !== null) taken.set(openingId, (taken.get(openingId) ?? 0) + 1)
  const all = new Map<string, Used>()
  for (const { openingId, employerId, employerName, seats } of places) {
    const id = employerId ?? ''
    const limit = limits.find((one) => one.kind === 'employer' && one.id === employerId)
    const one = all.get(id) ?? { id, name: employerName ?? unknown, seats: 0, used: 0, left: limit?.left ?? null }
    all.set(id, { ...one, seats: one.seats + seats, used: one.used + (taken.get(openingId) ?? 0) })
  }
  return [...all.values()].toSorted((a, b) => b.seats - a.seats || a.name.localeCompare(b.name, 'nb'))
}

/** How each employer's seats are used, as small bars; pressing one shows its people alone. */
export function Employers({ plan, chosen, onChoose }: { plan: Plan; chosen: string | undefined; onChoose: (id: string | undefined) => void }) {
  const t = useText('cohort')
  const employers = useMemo(() => seatsByEmployer(plan, t('employers.unknown')), [plan, t])
  return (
    <div className="cohort-employers">
      <h3>{t('employers.title')}</h3>
      <ul>
        {employers.map(({ id, name, seats, used, left }) => (
          <li key={id}>
            <button type="button" aria-pressed={chosen === id} aria-label={`${t('employers.show', { name })}: ${t('whole.seatsOf', { used, seats })}`} onClick={() => onChoose(chosen === id ? undefined : id)}>
              <span className="cohort-employers__name"><bdi>{name}</bdi>{left !== null && left < seats && <span className="cohort-quiet"> {t('employers.limit', { left })}</span>}</span>
              <span className="cohort-meter" aria-hidden="true"><span style={{ inlineSize: `${used / seats * 100}%` }} /></span>
              <span className="cohort-employers__of">{t('whole.seatsOf', { used, seats })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
