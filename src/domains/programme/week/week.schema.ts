import { z } from 'zod'
import { ExplainedAnswer } from '#domains/rules/rules.schema.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { FamilyTime } from './activity.schema.ts'

/** Where a stretch of somebody's week comes from. */
export const SlotSource = z.enum(['class', 'own', 'placement', 'family'])

/** One stretch on one day. `kind` is an activity's, an agreement's, or `family`; of health neither title nor place is known to anybody. */
export const WeekSlot = z.object({
  /** Unique within the week. */
  key: z.string(), source: SlotSource, sourceId: Id, kind: z.string(), title: z.string().nullable(), place: z.string().nullable(), teacherName: z.string().nullable(),
  onDay: PlainDate, from: z.string(), to: z.string(), minutes: z.int(), isWorkOriented: z.boolean(), isMoved: z.boolean(),
})
export type WeekSlot = z.infer<typeof WeekSlot>

/** Two stretches at the same time, and for how long both. */
export const Clash = z.object({ first: z.string(), second: z.string(), onDay: PlainDate, from: z.string(), to: z.string() })
export type Clash = z.infer<typeof Clash>

/** How the running average of work-oriented hours stands against what the act asks (integreringsloven §§ 13, 14). */
export const WorkHours = z.object({
  /** Hours a week the rule asks for; null where it asks for none, or cannot be decided. */
  asked: z.number().nullable(), startsOn: PlainDate.nullable(), planned: z.number(),
  /** Mean of the weeks since it started to this one; null before. */
  averageSince: z.number().nullable(), weeksSince: z.int(),
  /** Mean of what is planned in the four weeks from this one, or from its start when that comes within them. */
  averageAhead: z.number().nullable(),
  state: z.enum(['not_asked', 'undecided', 'before', 'met', 'at_risk', 'breached']),
  openQuestions: z.array(z.string()),
})
export type WorkHours = z.infer<typeof WorkHours>

/** Planned hours of a week, of full time at the share she is in the programme. Own work beside the timetable comes in addition where much of it is demanded: full time is then fewer hours. */
export const Hours = z.object({ planned: z.number(), ownWork: z.number(), full: z.number().nullable(), percent: z.int(), work: WorkHours, answers: z.array(ExplainedAnswer) })
export type Hours = z.infer<typeof Hours>

/** A week, from Monday. `day` is any day in it. */
export const GetWeekInput = z.object({ personId: Id, day: PlainDate.optional() })
export const Week = z.object({
  personId: Id, personName: z.string(), monday: PlainDate, slots: z.array(WeekSlot), clashes: z.array(Clash), daysOff: z.array(PlainDate), cancelled: z.array(z.object({ title: z.string().nullable(), kind: z.string(), onDay: PlainDate })),
  hours: Hours.nullable(), familyTimes: z.array(FamilyTime), actions: z.array(z.enum(['add', 'family'])),
})
export type Week = z.infer<typeof Week>

/** What a participant sees of her own week: nothing of what the act asks of the municipality. */
export const MyWeek = Week.pick({ personId: true, monday: true, slots: true, daysOff: true, cancelled: true, clashes: true })
