import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** What is applied for. The first three are HK-dir's; who decides in the others is the municipality's own list. */
export const SCHEMES = ['higher_general', 'no_documents', 'vocational', 'upper_secondary', 'profession', 'institution', 'other'] as const
export const Scheme = z.enum(SCHEMES)
export type Scheme = z.infer<typeof Scheme>

export const StepKind = z.enum(['sent', 'receipt', 'asked_more', 'sent_more', 'interview', 'answered', 'complained', 'complaint_answered', 'withdrawn'])
export type StepKind = z.infer<typeof StepKind>
export const Result = z.enum(['full', 'part', 'refused'])
export type Result = z.infer<typeof Result>
/** What the education itself says, for matching, papers and hand-over. */
export type Recognition = 'none' | 'applied' | 'partly' | 'recognised' | 'refused'

const Words = z.string().trim().min(1).max(200)
const LongWords = z.string().trim().min(1).max(1000)

export const Document = z.object({
  id: Id, version: z.int(), name: Words, gatheredBy: z.enum(['person', 'municipality']), hadOn: PlainDate.nullable().default(null),
  translation: z.enum(['not_needed', 'needed', 'ordered', 'done']), translationPayer: z.enum(['person', 'municipality', 'nav', 'employer', 'other']).nullable().default(null),
})
export type Document = z.infer<typeof Document>
export const SaveDocumentInput = Document.partial({ version: true }).extend({ caseId: Id })

export const Step = z.object({ id: Id, kind: StepKind, onDay: PlainDate, dueOn: PlainDate.nullable().default(null), result: Result.nullable().default(null), missing: LongWords.nullable().default(null), note: LongWords.nullable().default(null) })
export type Step = z.infer<typeof Step>
export const AddStepInput = Step.extend({ caseId: Id, caseNumber: Words.nullable().default(null) })

export const OpenCaseInput = z.object({
  id: Id, personId: Id, educationId: Id, scheme: Scheme, authorityName: z.string().trim().min(2).max(200), authorityId: Id,
  profession: Words.nullable().default(null), responsibleId: Id.nullable().default(null), documents: z.array(SaveDocumentInput.omit({ caseId: true, version: true })).max(20).default([]),
})
export const SaveCaseInput = z.object({ id: Id, version: z.int(), responsibleId: Id.nullable(), caseNumber: Words.nullable(), nextCheckOn: PlainDate.nullable(), profession: Words.nullable(), note: LongWords.nullable() })
/** How long an answer takes, with where that stands and when it was read. All three, or none where it is not known. */
export const SaveAuthorityInput = z.object({ id: Id, version: z.int(), expectedWeeks: z.int().min(1).max(260).nullable(), source: Words.nullable(), sourceOn: PlainDate.nullable() })
export type SaveAuthorityInput = z.infer<typeof SaveAuthorityInput>

export const Authority = z.object({ id: Id, version: z.int(), scheme: Scheme, name: z.string(), expectedWeeks: z.int().nullable(), source: z.string().nullable(), sourceOn: PlainDate.nullable() })
export type Authority = z.infer<typeof Authority>

export const CaseState = z.enum(['gathering', 'ready', 'waiting', 'asked', 'answered', 'complaint', 'withdrawn'])
export type CaseState = z.infer<typeof CaseState>
/** How far a case has come and how long it has waited, computed. */
export const Standing = z.object({
  state: CaseState, sentOn: PlainDate.nullable(), daysWaited: z.int().nullable(), expectedOn: PlainDate.nullable(), isLate: z.boolean(),
  answerDueOn: PlainDate.nullable(), result: Result.nullable(), missing: z.string().nullable(), answeredOn: PlainDate.nullable(), lacks: z.array(z.object({ name: z.string(), what: z.enum(['document', 'translation']), gatheredBy: z.enum(['person', 'municipality']) })),
})
export type Standing = z.infer<typeof Standing>

export const EducationLine = z.object({ id: Id, level: z.int(), field: z.string().nullable(), country: z.string().nullable(), toYear: z.int().nullable() })
export const Case = z.object({
  id: Id, version: z.int(), personId: Id, education: EducationLine, authority: Authority, profession: z.string().nullable(), openedOn: PlainDate, responsibleId: Id.nullable(), responsibleName: z.string().nullable(),
  caseNumber: z.string().nullable(), nextCheckOn: PlainDate.nullable(), note: z.string().nullable(), documents: z.array(Document), steps: z.array(Step), standing: Standing, checkIsDue: z.boolean(),
  /** The steps that may come next; none for one who may not write. */
  next: z.array(StepKind),
})
export type Case = z.infer<typeof Case>
export const ListedCase = Case.omit({ documents: true, steps: true, note: true, next: true }).extend({ personName: z.string(), hasProtectedAddress: z.boolean() })
export type ListedCase = z.infer<typeof ListedCase>

/** What waiting has been with one authority; without figures where fewer than five have been answered. */
export const WaitingPicture = z.object({ authority: Authority, open: z.int(), late: z.int(), answered: z.int().nullable(), medianDays: z.int().nullable(), lowDays: z.int().nullable(), highDays: z.int().nullable() })
export type WaitingPicture = z.infer<typeof WaitingPicture>

export const OwnCase = z.object({ id: Id, education: EducationLine, authority: z.object({ scheme: Scheme, name: z.string() }), profession: z.string().nullable(), caseNumber: z.string().nullable(), responsibleName: z.string().nullable(), standing: Standing, documents: z.array(Document) })
export type OwnCase = z.infer<typeof OwnCase>
