import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Decision, Refusal } from '#shared/decision.ts'
import { accept, check, refuse } from '#shared/decision.ts'
import type { Permission } from '#shared/permission.ts'
import type { AttendanceState, ClassDay, RegisterClassInput, RegisteredLine } from './attendance.schema.ts'

/** What stands of one participant on a day of a class; `id` is null where nothing does. */
export type StoredLine = { personId: string; id: string | null; state: AttendanceState | null; presentMinutes: number | null; isPaid: boolean }

/** Until when the teacher may change a day herself. */
export const openUntil = (day: PlainDate, correctionDays: number): PlainDate => addDays(day, correctionDays)

/** To whom a day is open: the teacher within the window, then an adviser with a reason, nobody before the day has come. */
export function windowOf(day: PlainDate, { today, correctionDays, held }: { today: PlainDate; correctionDays: number; held: readonly Permission[] }): ClassDay['window'] {
  if (day > today) return 'future'
  if (today <= openUntil(day, correctionDays)) return 'open'
  return held.includes('programme.absence') ? 'late' : 'closed'
}

/** Minutes present of a line: all of them, none, or as many as were said. */
export const minutesOf = ({ state, presentMinutes }: Pick<RegisteredLine, 'state' | 'presentMinutes'>, planned: number): number =>
  state === 'present' ? planned : state === 'absent' ? 0 : presentMinutes ?? 0

/** The state that fits a number of minutes. */
export const stateOf = (present: number, planned: number): AttendanceState => (present === 0 ? 'absent' : present === planned ? 'present' : 'late')

function lineRefusals(line: RegisteredLine, at: number, planned: number): Refusal[] {
  const isPart = line.state === 'late' || line.state === 'left_early'
  return [
    ...check(!isPart || line.presentMinutes !== null, { code: 'attendance.minutesNeeded', path: `lines.${at}.presentMinutes` }),
    ...check(!isPart || line.presentMinutes === null || (line.presentMinutes > 0 && line.presentMinutes < planned), { code: 'attendance.minutesBetween', path: `lines.${at}.presentMinutes`, params: { planned } }),
  ]
}

type Day = { plannedMinutes: number; window: ClassDay['window']; version: number; stored: readonly StoredLine[] }
/** New rows and changed ones are written over what stands; corrections are rows of their own beside it. */
export type Registration = { write: (RegisteredLine & { minutes: number })[]; correct: (RegisteredLine & { minutes: number; correctsId: string })[] }

const isSame = (line: RegisteredLine, minutes: number, stored: StoredLine | undefined): boolean => stored !== undefined && stored.id !== null && stored.state === line.state && stored.presentMinutes === minutes

/**
 * What registering a class's day comes to: which rows are new or changed, and which are corrections because the window has closed or the day
 * is paid on. Refused with every reason at once. Sent again with the same lines, nothing is left to do, whatever version it was based on.
 */
export function decideRegistration(asked: Pick<RegisterClassInput, 'lines' | 'reason' | 'version'>, day: Day): Decision<Registration> {
  const stored = new Map(day.stored.map((one) => [one.personId, one]))
  const twice = asked.lines.some(({ personId }, at) => asked.lines.findIndex((one) => one.personId === personId) !== at)
  const changed = asked.lines.map((line) => ({ ...line, minutes: minutesOf(line, day.plannedMinutes) })).filter((line) => !isSame(line, line.minutes, stored.get(line.personId)))
  const needsCorrection = (personId: string): boolean => { const one = stored.get(personId); return one !== undefined && one.id !== null && (day.window === 'late' || one.isPaid) }
  const refusals = [
    ...check(day.plannedMinutes > 0, { code: 'attendance.noClass', path: 'day' }),
    ...check(day.window !== 'future', { code: 'attendance.inFuture', path: 'day' }),
    ...check(day.window !== 'closed' || changed.length === 0, { code: 'attendance.windowClosed' }),
    ...check(!twice, { code: 'attendance.twice', path: 'lines' }),
    ...asked.lines.flatMap(({ personId }, at) => check(stored.has(personId), { code: 'attendance.notInClass', path: `lines.${at}.personId` })),
    ...asked.lines.flatMap((line, at) => lineRefusals(line, at, day.plannedMinutes)),
    ...check(asked.reason !== null || !changed.some(({ personId }) => needsCorrection(personId)), { code: 'attendance.reasonNeeded', path: 'reason' }),
    ...check(changed.length === 0 || asked.version === day.version, { code: 'attendance.changedMeanwhile' }),
  ]
  if (refusals.length > 0) return refuse(...refusals)
  const correct = changed.flatMap((line) => { const id = stored.get(line.personId)?.id ?? null; return id !== null && needsCorrection(line.personId) ? [{ ...line, correctsId: id }] : [] })
  return accept({ write: changed.filter(({ personId }) => !needsCorrection(personId)), correct })
}
