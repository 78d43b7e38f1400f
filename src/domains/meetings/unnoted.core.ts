import type { DayEmployer, DayGuest, Slot } from './meeting.schema.ts'

type Day = { employers: readonly DayEmployer[]; guests: readonly DayGuest[]; slots: readonly Slot[] }
export type Unnoted = { employers: DayEmployer[]; guests: DayGuest[]; meetings: number }

/** A meeting that waits for its two to be noted as come: before the day is closed one that is planned, afterwards one that was left open then. */
const waits = ({ state, isUnnoted }: Slot): boolean => state === 'planned' || (isUnnoted && state === 'not_held')

/** Of whom nothing is noted though they were to meet somebody, and how many meetings do not count because of it. */
export function unnotedOf({ employers, guests, slots }: Day): Unnoted {
  const open = slots.filter(waits)
  const [hosts, visitors] = [new Set(open.map(({ employerId }) => employerId)), new Set(open.map(({ guestId }) => guestId))]
  const left = {
    employers: employers.filter(({ id, cameAt, leftAt }) => hosts.has(id) && cameAt === null && leftAt === null),
    guests: guests.filter(({ id, state }) => visitors.has(id) && (state === 'expected' || state === 'late')),
  }
  const unnoted = new Set([...left.employers, ...left.guests].map(({ id }) => id))
  return { ...left, meetings: open.filter(({ guestId, employerId }) => unnoted.has(guestId) || unnoted.has(employerId)).length }
}

/** Who may be noted after the day: those of whom nothing is noted, and, to set it right, those who were noted afterwards. What was noted while the day ran stays. */
export function notableOf(day: Day): Pick<Unnoted, 'employers' | 'guests'> {
  const { employers, guests } = unnotedOf(day)
  const left = new Set([...employers, ...guests].map(({ id }) => id))
  const isNotable = ({ id, isNotedAfterwards }: DayEmployer | DayGuest): boolean => isNotedAfterwards || left.has(id)
  return { employers: day.employers.filter(isNotable), guests: day.guests.filter(isNotable) }
}
