import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Schedule } from '#shared/schedule.ts'

/** What an activity is; the same words as the elements of the integration plan (integreringsloven §§ 14, 14 a). */
export const ActivityKind = z.enum(['norwegian', 'social_studies', 'life_skills', 'parental_guidance', 'work_practice', 'language_practice', 'part_time_work', 'course', 'nav_measure',
  'upper_secondary', 'own_work', 'health', 'other'])
export type ActivityKind = z.infer<typeof ActivityKind>

const Line = z.string().trim().min(1).max(200)
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What stands of an activity. Of health nothing but the time (TIL-07): no title, no place, no teacher. */
export const ActivityContent = z.object({
  kind: ActivityKind, title: Line.nullable(), place: Line.nullable(), teacherId: Id.nullable(), schedule: Schedule, fromDate: PlainDate, toDate: PlainDate.nullable(),
  isWorkOriented: z.boolean(), ownWorkHours: z.number().min(0).max(37.5),
  /** The course of the catalogue that it is a run of. */
  courseId: Id.nullable().default(null),
})
export type ActivityContent = z.output<typeof ActivityContent>

/** A new activity (without `version`), or one that is changed. With `personId` it is that person's alone, else a class. */
export const SaveActivityInput = ActivityContent.extend({ id: Id, version: z.int().optional(), personId: Id.nullable() })

export const ListActivitiesInput = z.object({ mine: z.boolean().default(false), past: z.boolean().default(false), kind: ActivityKind.optional() })
export const ActivityRow = ActivityContent.extend({ id: Id, teacherName: z.string().nullable(), participants: z.int(), hoursAWeek: z.number(), isToday: z.boolean() })
export type ActivityRow = z.infer<typeof ActivityRow>

export const TakesPart = z.object({ id: Id, version: z.int(), personId: Id, personName: z.string(), fromDate: PlainDate, toDate: PlainDate.nullable(), isOver: z.boolean() })
/** A day on which it does not take place, or takes place at another time. */
export const Exception = z.object({ id: Id, onDay: PlainDate, movedTo: PlainDate.nullable(), fromTime: TimeOfDay.nullable(), toTime: TimeOfDay.nullable(), place: Line.nullable(), note: z.string().trim().max(500).nullable() })
export type Exception = z.infer<typeof Exception>

export const Activity = ActivityContent.extend({
  id: Id, version: z.int(), personId: Id.nullable(), personName: z.string().nullable(), teacherName: z.string().nullable(), hoursAWeek: z.number(), courseName: z.string().nullable(),
  participants: z.array(TakesPart), exceptions: z.array(Exception), actions: z.array(z.enum(['change', 'participants', 'exceptions'])),
})
export type Activity = z.infer<typeof Activity>

/** Persons who take part from a day; who already does is left as she is. */
export const AddParticipantsInput = z.object({ activityId: Id, fromDate: PlainDate, participants: z.array(z.object({ id: Id, personId: Id })).min(1).max(60) })
export const EndParticipationInput = z.object({ id: Id, version: z.int(), toDate: PlainDate })
export const SaveExceptionInput = Exception.extend({ activityId: Id })
export type SaveExceptionInput = z.infer<typeof SaveExceptionInput>

/** The children's fixed times, as they take time of a parent's day. */
export const FamilyTime = z.object({ id: Id, version: z.int(), personId: Id, label: Line, schedule: Schedule, fromDate: PlainDate, toDate: PlainDate.nullable() })
export const SaveFamilyTimeInput = FamilyTime.extend({ version: z.int().optional(), schedule: Schedule.min(1) })
