import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { AbsenceKind as RuleKind, WelfareReason } from '#rules/absence/facts.ts'

/** Kinds of absence and leave that are noted (integreringsforskriften ch. 3 and 4): all of the rules but the public days off, on which nobody is absent. */
export const AbsenceKind = RuleKind.exclude(['public_day_off'])
export type AbsenceKind = z.infer<typeof AbsenceKind>
export const Certification = z.enum(['none', 'self', 'doctor', 'document'])
export const AbsenceDecision = z.enum(['pending', 'approved', 'unauthorised', 'withdrawn'])
export type AbsenceDecision = z.infer<typeof AbsenceDecision>
export const ReportChannel = z.enum(['participant', 'sms', 'call', 'teacher'])
const Words = z.string().trim().max(1000).nullable()

/** Why somebody is away, and what is decided about it. `minutesEachDay` is how long she is away each day; null is the whole day. `childBirthDate` is for what hangs on a child's age. */
export const AbsenceContent = z.object({
  kind: AbsenceKind, welfareReason: WelfareReason.nullable(), childBirthDate: PlainDate.nullable(), fromDate: PlainDate, toDate: PlainDate, minutesEachDay: z.int().min(-100_000).max(100_000).nullable(), isAbroad: z.boolean(),
  certification: Certification, documentedOn: PlainDate.nullable(), decision: AbsenceDecision.exclude(['withdrawn']), withBenefit: z.boolean().nullable(), decisionNote: Words,
})
export type AbsenceContent = z.infer<typeof AbsenceContent>

/** A new absence (without `version`), one that is changed, or, where the days are paid on already, one that corrects another. `reportId` is the report it codes. */
export const SaveAbsenceInput = AbsenceContent.extend({ id: Id, version: z.int().optional(), personId: Id, correctsId: Id.nullable(), reportId: Id.nullable() })
export type SaveAbsenceInput = z.infer<typeof SaveAbsenceInput>
export const WithdrawAbsenceInput = z.object({ id: Id, version: z.int(), correctionId: Id, note: z.string().trim().min(1).max(1000) })

export const Absence = AbsenceContent.extend({ id: Id, version: z.int(), personId: Id, decision: AbsenceDecision, decidedByName: z.string().nullable(), decidedOn: PlainDate.nullable(), isPaid: z.boolean(), correctsId: Id.nullable(), isReplaced: z.boolean() })
export type Absence = z.infer<typeof Absence>

/** Told by somebody, and not yet given its kind. */
export const Report = z.object({
  id: Id, version: z.int(), personId: Id, personName: z.string(), fromDate: PlainDate, toDate: PlainDate, words: z.string().nullable(), channel: ReportChannel, toldBy: z.string().nullable(), toldAt: z.string(),
})
export type Report = z.infer<typeof Report>
export const NoteReportInput = z.object({ id: Id, personId: Id, fromDate: PlainDate, toDate: PlainDate, words: Words, channel: z.enum(['call', 'teacher']), agreementId: Id.nullable() })
export const ReportMyAbsenceInput = z.object({ id: Id, fromDate: PlainDate, toDate: PlainDate, words: Words })
export const DismissReportInput = z.object({ id: Id, version: z.int(), reason: z.enum(['came_after_all', 'known_already', 'mistake']) })

/** Frozen time. */
export const Pause = z.object({ id: Id, version: z.int(), personId: Id, fromDate: PlainDate, toDate: PlainDate.nullable(), reason: z.string().trim().min(1).max(500), addsToLength: z.boolean() })
export type Pause = z.infer<typeof Pause>
export const SavePauseInput = Pause.extend({ version: z.int().optional() })
export const PartTime = z.object({ id: Id, version: z.int(), personId: Id, fromDate: PlainDate, toDate: PlainDate.nullable(), percent: z.int().min(1).max(99), reason: z.enum(['job', 'education', 'care', 'adapted', 'other']) })
export const SavePartTimeInput = PartTime.extend({ version: z.int().optional() })
