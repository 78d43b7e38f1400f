import { z } from 'zod'
import { ExplainedAnswer } from '#domains/rules/rules.schema.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { ElementName, Stage } from './course.schema.ts'

/** Every reason there is: what the law asks, what was credited, what is done or lacks, what the catalogue can give, when, and for whom. */
export const REASONS = [
  'why.facts', 'why.chapter', 'why.notAsked', 'why.chapterGuidance', 'why.children', 'why.noChildren', 'why.formerAct',
  'credit.done_elsewhere', 'credit.exempt', 'credit.judged_done', 'credit.hours', 'credit.meetings',
  'done.hours', 'done.meetings', 'noNumber', 'missing.hours', 'missing.meetings', 'heldNotAttended.hours', 'heldNotAttended.meetings', 'unregistered.hours', 'unregistered.meetings', 'unsorted',
  'deadline.over', 'deadline.by', 'offer.run', 'offer.runWithRoom', 'offer.running', 'offer.runTooLate', 'offer.noRun', 'offer.noCourse', 'state.under_way', 'state.planned',
  'time.tooEarly', 'time.tooLate', 'time.afterPractice', 'time.afterEnd', 'time.endsAfter', 'time.requires',
  'fit.lacks', 'fit.lacks.hours', 'fit.lacks.meetings', 'fit.inPlan', 'fit.hasElement', 'fit.notAsked', 'fit.had', 'fit.isOnAnother', 'fit.replaced', 'fit.levelLow', 'fit.levelHigh', 'fit.levelUnknown', 'fit.noChildren', 'fit.childrenUnknown', 'fit.lawUnknown',
] as const

/** One reason in words: a key of the slice's texts, and what fills it. */
export const Reason = z.object({ code: z.enum(REASONS), params: z.record(z.string(), z.union([z.string(), z.number()])).default({}) })
export type Reason = z.output<typeof Reason>

export const CreditKind = z.enum(['done_elsewhere', 'exempt', 'judged_done'])
/** A statutory element done elsewhere, exempt from, or judged to have been done: from which day, and on what ground. */
export const Credit = z.object({
  id: Id, version: z.int(), element: ElementName, kind: CreditKind,
  /** Hours or meetings done elsewhere; null is the whole element. */
  amount: z.number().positive().max(5000).nullable(), onDate: PlainDate, ground: z.string().trim().min(1).max(500),
})
export type Credit = z.infer<typeof Credit>
export const SaveCreditInput = Credit.extend({ personId: Id, version: z.int().optional() })

/**
 * Whether the law asks for an element of her. `undecided` is where a fact is missing, is not the reader's to know, or the rules do not
 * answer for the law that governs her.
 */
export const Asked = z.enum(['yes', 'no', 'undecided'])
export const Measure = z.enum(['hours', 'meetings'])

/** How one statutory element stands for one person. */
export const Standing = z.object({
  element: ElementName, asked: Asked, measure: Measure, least: z.number().nullable(),
  /** In the element's measure: of what was held she was there for `attended`; `unregistered` was held and nobody has said; `ahead` is planned. */
  held: z.number(), attended: z.number(), unregistered: z.number(), ahead: z.number(), credited: z.number(),
  /** What is neither done, credited nor planned. */
  missing: z.number(),
  state: z.enum(['exempt', 'done', 'contained', 'under_way', 'planned', 'short', 'lacking', 'not_asked', 'undecided']),
  reasons: z.array(Reason),
})
export type Standing = z.infer<typeof Standing>

/** A course or class in her road. */
export const Step = z.object({
  key: z.string(), courseId: Id.nullable(), activityId: Id.nullable(), title: z.string(), element: ElementName.nullable(), stage: Stage.nullable(),
  fromDate: PlainDate.nullable(), toDate: PlainDate.nullable(), state: z.enum(['done', 'now', 'next', 'not_planned']),
  /** What is out of sequence: too early, too late, before what it builds on. */
  outOfSequence: z.array(Reason),
})
export type Step = z.infer<typeof Step>

export const Road = z.object({
  personId: Id, personName: z.string(),
  /** Null for one who is in no programme. */
  programme: z.object({ startsOn: PlainDate, lastDay: PlainDate, daysLeft: z.int() }).nullable(),
  standings: z.array(Standing), steps: z.array(Step), credits: z.array(Credit), answers: z.array(ExplainedAnswer),
  actions: z.array(z.enum(['credit'])),
})
export type Road = z.infer<typeof Road>

/** One who may be put on a run, with why, and why not. */
export const Candidate = z.object({
  personId: Id, personName: z.string(), lastDay: PlainDate.nullable(),
  /** `needs` lacks what the course gives, and it is time; `suits` may well take it; `not_now` has something against it. */
  rank: z.enum(['needs', 'suits', 'not_now']), reasons: z.array(Reason),
  /** What takes her time at the same hours, on the first day it does. */
  clash: z.object({ onDay: PlainDate, from: z.string(), to: z.string(), kind: z.string(), title: z.string().nullable(), days: z.int() }).nullable(),
})
export type Candidate = z.infer<typeof Candidate>

/** One who nears the end without an element the law asks for. */
export const NearEnd = z.object({ personId: Id, personName: z.string(), adviserName: z.string().nullable(), lastDay: PlainDate, daysLeft: z.int(), lacking: z.array(Standing.pick({ element: true, state: true, missing: true, measure: true, reasons: true })) })
export type NearEnd = z.infer<typeof NearEnd>

/** A course as she reads of it herself. */
export const MyStep = Step.pick({ key: true, title: true, element: true, fromDate: true, toDate: true, state: true }).extend({ purpose: z.string().nullable(), language: z.array(z.string()) })
export const MyCourses = z.object({ personId: Id, steps: z.array(MyStep), standings: z.array(Standing.pick({ element: true, asked: true, measure: true, least: true, attended: true, credited: true, state: true })) })
export type MyCourses = z.infer<typeof MyCourses>
