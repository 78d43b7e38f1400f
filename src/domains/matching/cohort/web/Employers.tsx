import { useMemo } from 'react'
import { useText } from '#web/i18n.tsx'
import { Meter } from '../../web/Meter.tsx'
import { employerKey, inAlphabet, type Plan } from './words.ts'

type Used = { id: string; name: string; seats: number; used: number; left: number | null }

/** How many the employer takes: its seats, or its own limit where that is lower. */
const roomOf = ({ seats, left }: Used): number => Math.min(seats, left ?? seats)

/** Seats and those in use by employer, those most used first. */
function seatsByEmployer({ places, rows, limits }: Plan, unknown: string, from: (municipality: string) => string): Used[] {
  const taken = new Map<string, number>()
  for (const { openingId } of rows) if (openingId !== null) taken.set(openingId, (taken.get(openingId) ?? 0) + 1)
  const all = new Map<string, Used>()
  for (const place of places) {
    const { openingId, employerId, employerName, seats, sharedBy } = place
    const id = employerKey(place)
    const limit = limits.find((one) => one.kind === 'employer' && one.id === employerId)
    const one = all.get(id) ?? { id, name: sharedBy === null ? employerName ?? unknown : from(sharedBy), seats: 0, used: 0, left: limit?.left ?? null }
    all.set(id, { ...one, seats: one.seats + seats, used: one.used + (taken.get(openingId) ?? 0) })
  }
  return [...all.values()].toSorted((a, b) => b.used - a.used || roomOf(b) - roomOf(a) || inAlphabet(a.name, b.name))
}

/** How each employer's seats are used, as small bars; pressing one shows its people alone. */
export function Employers({ plan, chosen, onChoose }: { plan: Plan; chosen: string | undefined; onChoose: (id: string | undefined) => void }) {
  const t = useText('cohort')
  const employers = useMemo(() => seatsByEmployer(plan, t('employers.unknown'), (municipality) => t('place.from', { municipality })), [plan, t])
  return (
    <div className="cohort-employers">
      <h3>{t('employers.title')}</h3>
      <ul>
        {employers.map((one) => ({ ...one, room: roomOf(one) })).map(({ id, name, seats, used, room }) => (
          <li key={id}>
            <button type="button" aria-pressed={chosen === id} onClick={() => onChoose(chosen === id ? undefined : id)}>
              <span className="cohort-employers__name"><bdi>{name}</bdi>{room < seats && <span className="cohort-quiet"> {t('employers.limit', { seats })}</span>}</span>
              <Meter share={used / Math.max(1, room)} />
              <span className="cohort-employers__of">{t('whole.seatsOf', { used, seats: room })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
