import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { EVIDENCE } from '../competence.schema.ts'

const Words = z.string().trim().min(1).max(200)
const OccupationCode = z.string().regex(/^\d{4}$/)

/** What real competence is measured against, and by whom. */
export const Against = z.enum(['primary', 'upper_secondary', 'trade_certificate', 'higher_vocational', 'higher_education', 'other'])
export const Assessor = z.enum(['county', 'municipality', 'institution', 'other'])
export const AssessmentResult = z.enum(['full', 'part', 'none'])
export const Assessment = z.object({
  id: Id, version: z.int(), against: Against, subject: Words, assessor: Assessor, assessorName: Words, orderedOn: PlainDate, heldOn: PlainDate.nullable(), result: AssessmentResult.nullable(), resultOn: PlainDate.nullable(),
  /** What was approved: subjects, goals, modules. */
  approved: z.array(Words).max(40), paperOn: PlainDate.nullable(), note: z.string().trim().max(1000).nullable(),
})
export type Assessment = z.infer<typeof Assessment>
export const SaveAssessmentInput = Assessment.partial({ version: true }).extend({ personId: Id })

/** A short list is short: enough to say something, few enough to be seen in a day or a week. */
const Tasks = z.array(Words).min(5).max(12)
export const TaskList = z.object({ id: Id, version: z.int(), name: Words, occupationCode: OccupationCode.nullable(), tasks: Tasks, isActive: z.boolean() })
export type TaskList = z.infer<typeof TaskList>
export const SaveTaskListInput = TaskList.partial({ version: true })
export const ShownTaskList = TaskList.extend({ occupationName: z.string().nullable() })

export const Seen = z.enum(['alone', 'with_help', 'not_yet', 'not_seen'])
export type Seen = z.infer<typeof Seen>
export const StartTrialInput = z.object({
  id: Id, personId: Id, agreementId: Id.nullable().default(null), employerId: Id.nullable().default(null), name: Words, occupationCode: OccupationCode.nullable().default(null), startsOn: PlainDate,
  responsibleId: Id.nullable().default(null), tasks: z.array(z.object({ id: Id, task: Words })).min(5).max(12),
})
export const SeenTasks = z.object({ seenBy: z.string().trim().min(2).max(120), seenRole: z.string().trim().min(2).max(120), tasks: z.array(z.object({ id: Id, seen: Seen })).min(1).max(12) })
export type SeenTasks = z.infer<typeof SeenTasks>
export const NoteSeenInput = SeenTasks.extend({ trialId: Id, seenOn: PlainDate })

export const TrialTask = z.object({ id: Id, task: z.string(), seen: Seen.nullable(), seenBy: z.string().nullable(), seenRole: z.string().nullable(), seenOn: PlainDate.nullable(), byLink: z.boolean(), personAnswer: z.string().nullable() })
export type TrialTask = z.infer<typeof TrialTask>
export const Trial = z.object({
  id: Id, version: z.int(), name: z.string(), employerName: z.string(), agreementId: Id.nullable(), startsOn: PlainDate, closedOn: PlainDate.nullable(), responsibleName: z.string().nullable(), tasks: z.array(TrialTask),
  /** Days links to the tasks were mailed. */
  askedOn: z.array(PlainDate), actions: z.array(z.enum(['note', 'ask', 'close'])),
})
export type Trial = z.infer<typeof Trial>

export const ItemKind = z.enum(['skill', 'task', 'assessment', 'certificate', 'education', 'work', 'norwegian'])
/** One thing that may stand on the sheet. `title` is what was written; the rest says how it is known. */
export const ProofItem = z.object({
  key: z.string(), kind: ItemKind, title: z.string(), evidence: z.enum(EVIDENCE), on: PlainDate.nullable().default(null), seenBy: z.string().nullable().default(null), where: z.string().nullable().default(null),
  /** Of what was seen task by task: whether she does it alone. Of what was only seen, nobody has said. */
  help: z.enum(['alone', 'with_help']).nullable().default(null), level: z.string().nullable().default(null), recognition: z.enum(['none', 'applied', 'partly', 'recognised', 'refused']).nullable().default(null), authority: z.string().nullable().default(null),
  result: AssessmentResult.nullable().default(null), approved: z.array(z.string()).default([]), years: z.string().nullable().default(null),
  /** What may be answered to, by its id, and what she has answered. */
  answers: z.object({ kind: z.enum(['skill', 'task']), id: Id, answer: z.string().nullable() }).nullable().default(null),
})
export type ProofItem = z.infer<typeof ProofItem>
/** An item as it stands on a sheet: what she herself answered stays with her. */
export const SheetItem = ProofItem.omit({ answers: true })
export const SheetContent = z.object({ person: z.string(), municipality: z.string(), items: z.array(SheetItem) })
export type SheetContent = z.infer<typeof SheetContent>

const Chosen = z.array(z.string().max(60)).min(1).max(200)
export const IssueInput = z.object({ id: Id, personId: Id, chosen: Chosen })
export const IssueOwnInput = z.object({ id: Id, chosen: Chosen })
export const Sheet = z.object({ id: Id, code: z.string(), issuedOn: PlainDate, withdrawnOn: PlainDate.nullable(), contactName: z.string().nullable(), contactEmail: z.string().nullable(), byHerself: z.boolean(), count: z.int() })
export type Sheet = z.infer<typeof Sheet>
export const PaperLocale = z.enum(['nb', 'nn', 'en'])
export const PaperInput = z.object({ id: Id, locale: PaperLocale })
export const FoundSheet = z.object({ personId: Id, issuedOn: PlainDate, withdrawnOn: PlainDate.nullable(), content: SheetContent })

export const Proof = z.object({
  personId: Id, assessments: z.array(Assessment), trials: z.array(Trial), lists: z.array(ShownTaskList), placements: z.array(z.object({ id: Id, employerName: z.string(), fromDate: PlainDate.nullable() })),
  items: z.array(ProofItem), chosen: z.array(z.string()), sheets: z.array(Sheet), actions: z.array(z.enum(['change', 'note'])),
})
export type Proof = z.infer<typeof Proof>
export const OwnProof = Proof.pick({ personId: true, items: true, chosen: true, sheets: true })
export type OwnProof = z.infer<typeof OwnProof>
