import { z } from 'zod'
import { CefrLevel } from '#shared/cefr.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** The elements a programme must have (integreringsloven §§ 14, 14 a), by what the rules call them; livsmestring is two. */
export const ELEMENTS = ['norwegian', 'social_studies', 'life_skills_migration_health', 'life_skills_career', 'parental_guidance', 'work_or_education'] as const
export const ElementName = z.enum(ELEMENTS)
export type ElementName = z.infer<typeof ElementName>

/** What a course may be: an activity's kinds that several take part in. Health never is one (TIL-07). */
export const COURSE_KINDS = ['norwegian', 'social_studies', 'life_skills', 'parental_guidance', 'course', 'nav_measure', 'upper_secondary', 'other'] as const
export const CourseKind = z.enum(COURSE_KINDS)
export type CourseKind = z.infer<typeof CourseKind>

export const STAGES = ['early', 'middle', 'late'] as const
export const Stage = z.enum(STAGES)
export type Stage = z.infer<typeof Stage>

export const TIMINGS = ['any_time', 'first_weeks', 'after_weeks', 'before_practice', 'last_months'] as const
export const Timing = z.enum(TIMINGS)
export const Giver = z.enum(['adult_education', 'career_centre', 'nav', 'ngo', 'municipality', 'other'])

/** What stands of a course. */
export const CourseContent = z.object({
  name: z.string().trim().min(1).max(200), kind: CourseKind,
  /** The statutory element it fulfils; null where the law does not ask for it. */
  fulfils: ElementName.nullable().default(null),
  /** What it is for, in plain words: participants read it. */
  purpose: z.string().trim().min(1).max(1000).nullable().default(null),
  /** In all; guidance is counted in meetings. */
  hours: z.number().positive().max(5000).nullable().default(null), meetings: z.int().min(1).max(200).nullable().default(null),
  languages: z.array(z.string().trim().min(2).max(60)).max(20).default([]),
  givenBy: Giver, giverName: z.string().trim().min(1).max(200).nullable().default(null),
  /** The least and the most Norwegian it is made for. */
  leastLevel: CefrLevel.nullable().default(null), mostLevel: CefrLevel.nullable().default(null),
  forParents: z.boolean().default(false), track: z.int().min(1).max(3).nullable().default(null),
  stage: Stage, timing: Timing.default('any_time'),
  /** Weeks, or months for `last_months`. */
  timingAmount: z.int().min(1).max(260).nullable().default(null),
  seats: z.int().min(1).max(500).nullable().default(null),
})
export type CourseContent = z.output<typeof CourseContent>

/** A new course (without `version`), or one that is changed; with the courses that come before it, and those it stands instead of. */
export const SaveCourseInput = CourseContent.extend({ id: Id, version: z.int().optional(), requires: z.array(Id).max(20).default([]), replaces: z.array(Id).max(20).default([]) })
export type SaveCourseInput = z.output<typeof SaveCourseInput>

export const MoveCourseInput = z.object({ id: Id, version: z.int(), to: z.enum(['up', 'down', ...STAGES]) })

/** A coming or running class of a course. */
export const Run = z.object({
  activityId: Id, title: z.string(), fromDate: PlainDate, toDate: PlainDate.nullable(), place: z.string().nullable(), teacherName: z.string().nullable(),
  /** Those who take part now or are going to. */
  participants: z.int(), seats: z.int().nullable(), free: z.int().nullable(), hasBegun: z.boolean(),
  /** Hours of its timetable from first to last day; null for one without an end. */
  hours: z.number().nullable(),
})
export type Run = z.infer<typeof Run>

/** What the law asks of an element today, of whoever must have the most of it; asked of the rules, never written here. */
export const LeastToday = z.object({ element: ElementName, measure: z.enum(['hours', 'meetings']), least: z.number() })
export type LeastToday = z.infer<typeof LeastToday>

export const Course = CourseContent.extend({
  id: Id, version: z.int(), place: z.int(), retiredOn: PlainDate.nullable(), requires: z.array(Id), replaces: z.array(Id), runs: z.array(Run),
  /** The law asks for more than the course has; null where it has enough, or nothing is counted. */
  shortOfLaw: LeastToday.nullable(),
})
export type Course = z.infer<typeof Course>

export const Catalogue = z.object({
  courses: z.array(Course), leastToday: z.array(LeastToday),
  /** Courses of the proposed catalogue whose element no course here fulfils. */
  toTakeIn: z.array(z.string()), actions: z.array(z.enum(['write', 'candidates', 'missing'])),
})

export const TakeInCoursesInput = z.object({ courses: z.array(z.object({ key: z.string().max(60), id: Id })).min(1).max(20) })
export const RetireCourseInput = z.object({ id: Id, version: z.int(), isRetired: z.boolean() })
