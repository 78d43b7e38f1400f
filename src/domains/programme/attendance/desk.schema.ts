import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Absence, AbsenceKind, PartTime, Pause, Report } from './absence.schema.ts'
import { AttendanceHow, AttendanceState, MyDay } from './attendance.schema.ts'

/** Something in the days of the last twelve weeks that is worth a talk: counts, not conclusions. */
export const Pattern = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same_weekday'), weekday: z.int(), count: z.int(), of: z.int() }),
  z.object({ kind: z.literal('around_weekend'), count: z.int(), of: z.int(), plannedShare: z.number() }),
  z.object({ kind: z.literal('many_short'), count: z.int(), of: z.int() }),
  z.object({ kind: z.literal('falling'), recent: z.number(), before: z.number() }),
])
export type Pattern = z.infer<typeof Pattern>

const Who = z.object({ personId: Id, personName: z.string() })
export const WaitingAbsence = Absence.extend({ personName: z.string() })

/** What waits for an adviser, and nothing else. */
export const Desk = z.object({
  reports: z.array(Report), undecided: z.array(WaitingAbsence), papers: z.array(WaitingAbsence.extend({ doctorsNoteFrom: PlainDate.nullable() })),
  quotas: z.array(Who.extend({ kind: AbsenceKind, used: z.number(), limit: z.number() })),
  selfCertifications: z.array(Who.extend({ count: z.int(), mayBeTaken: z.boolean(), reviewBy: PlainDate.nullable() })),
  patterns: z.array(Who.extend({ patterns: z.array(Pattern) })),
  unexplained: z.array(Who.extend({ days: z.int(), hours: z.number(), last: PlainDate })),
  classes: z.array(z.object({ activityId: Id, title: z.string(), day: PlainDate, teacherName: z.string().nullable(), missing: z.int() })),
  mine: z.boolean(),
})
export type Desk = z.infer<typeof Desk>

/** One day of the month's picture: minutes, and what kind of day it is in one word, with the word always beside the colour. */
export const CalendarDay = z.object({
  onDay: PlainDate, planned: z.int(), present: z.int(),
  mark: z.enum(['present', 'partly', 'reported', 'approved', 'unauthorised', 'waiting', 'unexplained', 'unregistered', 'planned', 'frozen', 'off', 'none']),
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** One registration with its history: what it corrects, and whether it was corrected. */
export const Registration = z.object({
  id: Id, onDay: PlainDate, title: z.string(), plannedMinutes: z.int(), presentMinutes: z.int(), state: AttendanceState, how: AttendanceHow, registeredByName: z.string().nullable(), registeredAt: z.string(),
  correctsId: Id.nullable(), correctionReason: z.string().nullable(), isReplaced: z.boolean(),
})

export const GetAttendanceInput = z.object({ personId: Id, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional() })
/** One participant's month. `absences`, `reports`, `pauses` and `patterns` are there for those with the ground of absence; else null. */
export const PersonMonth = z.object({
  personId: Id, personName: z.string(), month: z.string(), days: z.array(CalendarDay), registrations: z.array(Registration),
  absences: z.array(Absence).nullable(), reports: z.array(Report).nullable(), pauses: z.array(Pause).nullable(), partTimes: z.array(PartTime), patterns: z.array(Pattern).nullable(),
  selfCertification: MyDay.shape.selfCertification.nullable(), usuallyWithBenefit: z.record(AbsenceKind, z.boolean()).nullable(),
  actions: z.array(z.enum(['absence', 'report', 'correct', 'pause', 'partTime'])),
})
export type PersonMonth = z.infer<typeof PersonMonth>
