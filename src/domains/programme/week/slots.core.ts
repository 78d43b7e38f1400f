import type { PlainDate } from '#shared/date.ts'
import { addDays, weekday } from '#shared/date.ts'
import type { Schedule } from '#shared/schedule.ts'
import { minutesOf } from '#shared/schedule.ts'
import type { Exception } from './activity.schema.ts'
import type { Clash, WeekSlot } from './week.schema.ts'

/** The Monday of a day's week. */
export const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekday(day))

/** Something with fixed hours in somebody's week, for as long as it is hers. */
export type Recurring = Pick<WeekSlot, 'source' | 'sourceId' | 'kind' | 'title' | 'place' | 'teacherName' | 'isWorkOriented'> & {
  schedule: Schedule; fromDate: PlainDate; toDate: PlainDate | null; exceptions: readonly Pick<Exception, 'onDay' | 'movedTo' | 'fromTime' | 'toTime' | 'place'>[]
}

const lasts = (from: string, to: string): number => (minutesOf(to) - minutesOf(from) + 1440) % 1440
const isWithin = (day: PlainDate, { fromDate, toDate }: Pick<Recurring, 'fromDate' | 'toDate'>): boolean => fromDate <= day && (toDate === null || day <= toDate)

function slotOf(one: Recurring, onDay: PlainDate, from: string, to: string, moved?: { place: string | null }): WeekSlot {
  const { source, sourceId, kind, title, teacherName, isWorkOriented } = one
  return { key: `${sourceId}/${onDay}/${from}`, source, sourceId, kind, title, teacherName, isWorkOriented, place: moved?.place ?? one.place, onDay, from, to, minutes: lasts(from, to), isMoved: moved !== undefined }
}

/** What takes place on the days from `first` to `last`, in order. On days off only what was moved there, and family times, take place. */
export function slotsBetween(first: PlainDate, last: PlainDate, recurring: readonly Recurring[], daysOff: readonly PlainDate[]): WeekSlot[] {
  const days: PlainDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  const usual = (one: Recurring): WeekSlot[] => days
    .filter((day) => isWithin(day, one) && (one.source === 'family' || !daysOff.includes(day)) && !one.exceptions.some(({ onDay }) => onDay === day))
    .flatMap((day) => one.schedule.filter((slot) => slot.weekday === weekday(day)).map(({ from, to }) => slotOf(one, day, from, to)))
  const moved = (one: Recurring): WeekSlot[] => one.exceptions.flatMap(({ movedTo, fromTime, toTime, place }) =>
    movedTo !== null && fromTime !== null && toTime !== null && movedTo >= first && movedTo <= last && isWithin(movedTo, one) ? [slotOf(one, movedTo, fromTime, toTime, { place })] : [])
  return recurring.flatMap((one) => [...usual(one), ...moved(one)]).toSorted((a, b) => a.onDay.localeCompare(b.onDay) || a.from.localeCompare(b.from) || a.to.localeCompare(b.to) || a.key.localeCompare(b.key))
}

/** The end of a stretch in minutes from the midnight its day begins with: a night shift ends after 24 hours. */
const endOf = ({ from, minutes }: WeekSlot): number => minutesOf(from) + minutes
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Every pair of stretches that need her at the same time. */
export function clashesOf(slots: readonly WeekSlot[]): Clash[] {
  return slots.flatMap((first, at) => slots.slice(at + 1).flatMap((second) => {
    const [from, to] = [Math.max(minutesOf(first.from), minutesOf(second.from)), Math.min(endOf(first), endOf(second))]
    return first.onDay === second.onDay && from < to ? [{ first: first.key, second: second.key, onDay: first.onDay, from: clock(from), to: clock(to) }] : []
  }))
}

/** Whether a stretch counts as time in the programme: health and the children's times only take time. */
export const countsHours = ({ source, kind }: Pick<WeekSlot, 'source' | 'kind'>): boolean => source !== 'family' && kind !== 'health' && kind !== 'busy'
