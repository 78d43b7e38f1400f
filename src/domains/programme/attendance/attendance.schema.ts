import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const AttendanceState = z.enum(['present', 'late', 'left_early', 'absent'])
export type AttendanceState = z.infer<typeof AttendanceState>
export const AttendanceHow = z.enum(['class', 'check_in', 'workplace', 'adviser'])

/** One line of the teacher's view: who, what stands, and whether she is known to be away (never why). */
export const ClassLine = z.object({
  personId: Id, personName: z.string(), isReportedAway: z.boolean(),
  /** What stands; null when nothing is registered yet. */
  state: AttendanceState.nullable(), presentMinutes: z.int().nullable(), how: AttendanceHow.nullable(), isCorrected: z.boolean(),
})
export type ClassLine = z.infer<typeof ClassLine>

export const ClassDayInput = z.object({ activityId: Id, day: PlainDate.optional() })
export const ClassDay = z.object({
  activityId: Id, title: z.string(), place: z.string().nullable(), day: PlainDate, plannedMinutes: z.int(), from: z.string().nullable(), to: z.string().nullable(),
  lines: z.array(ClassLine),
  /** Grows with every change of the day: sent back, so that two who register the same class do not write over one another. */
  version: z.int(),
  /** `open` to the teacher, `late` to an adviser with a reason, `closed`, or the day is still to come. */
  window: z.enum(['open', 'late', 'closed', 'future']), openUntil: PlainDate, previousDay: PlainDate.nullable(), nextDay: PlainDate.nullable(),
})
export type ClassDay = z.infer<typeof ClassDay>

/** How one was there. Minutes are asked only of one who came late or left early. */
export const RegisteredLine = z.object({ personId: Id, state: AttendanceState, presentMinutes: z.int().min(0).max(1440).nullable() })
export type RegisteredLine = z.infer<typeof RegisteredLine>

/** A class's whole day in one. The same day sent again with the same lines changes nothing. */
export const RegisterClassInput = z.object({ activityId: Id, day: PlainDate, version: z.int(), lines: z.array(RegisteredLine).min(1).max(200), reason: z.string().trim().min(1).max(500).nullable() })
export type RegisterClassInput = z.infer<typeof RegisterClassInput>

/** Another figure for one registration, with the reason; the first one stays in the history. */
export const CorrectAttendanceInput = z.object({ id: Id, attendanceId: Id, presentMinutes: z.int().min(0).max(1440), reason: z.string().trim().min(1).max(500) })

/** For how many days after a day the teacher may change what she registered. */
export const SaveSettingsInput = z.object({ correctionDays: z.int().min(0).max(60), version: z.int() })

export const CheckInInput = z.object({ id: Id, sourceId: Id })

/** What a participant may do about today and tomorrow: check in, and tell that she cannot come. */
export const MyDay = z.object({
  personId: Id,
  now: z.array(z.object({ sourceId: Id, canCheckIn: z.boolean(), isCheckedIn: z.boolean(), opensAt: z.string() })),
  reports: z.array(z.object({ id: Id, fromDate: PlainDate, toDate: PlainDate, isHandled: z.boolean() })),
  selfCertification: z.object({ state: z.enum(['allowed', 'not_yet', 'withdrawn', 'used_up', 'unknown']), from: PlainDate.nullable(), daysLeft: z.int().nullable() }),
})
export type MyDay = z.infer<typeof MyDay>
