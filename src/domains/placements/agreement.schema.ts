import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Schedule } from '#shared/schedule.ts'
import { Approval, SentLink } from './approval.schema.ts'

/** What a placement may be (PLA-01). What each is, and what it needs, is in `agreement-kinds.core.ts`. */
export const AgreementKind = z.enum(['language_practice', 'work_practice', 'work_training', 'wage_subsidy', 'trainee', 'ordinary_job', 'apprenticeship', 'voluntary'])
export type AgreementKind = z.infer<typeof AgreementKind>

export const BeganFrom = z.enum(['match', 'call', 'visit', 'person', 'place'])
export const CancelReason = z.enum(['person_declined', 'employer_declined', 'other_place', 'moved', 'need_gone', 'mistake', 'other'])
export const EndReason = z.enum(['completed', 'hired', 'employer_ended', 'person_ended', 'illness', 'never_started', 'other'])
export type EndReason = z.infer<typeof EndReason>
export const AgreementState = z.enum(['draft', 'waiting', 'ready', 'in_progress', 'ended', 'cancelled'])
export type AgreementState = z.infer<typeof AgreementState>

/** What is left empty is nothing: a draft may be saved half-written. */
const Words = z.string().trim().max(4000).nullable().default(null)

/** What the parties say yes to. A change of any of it makes a new revision, which must be approved anew. */
export const AgreementContent = z.object({
  kind: AgreementKind,
  purpose: Words, tasks: Words, learningGoals: Words, languageGoals: Words,
  /** With whom she will speak Norwegian at work (PLA-15). */
  speaksNorwegianWith: Words,
  expectations: Words,
  fromDate: PlainDate.nullable().default(null), toDate: PlainDate.nullable().default(null),
  schedule: Schedule.default([]),
})
export type AgreementContent = z.infer<typeof AgreementContent>

/** Who answers for what. May change without a new approval: a supervisor on leave must not stop a placement. */
export const AgreementPeople = z.object({
  supervisorContactId: Id.nullable().default(null), signingContactId: Id.nullable().default(null), responsibleId: Id.nullable().default(null),
  /** Of Nav's own agreement, where the measure is Nav's. */
  navReference: z.string().trim().max(60).nullable().default(null),
})
export type AgreementPeople = z.infer<typeof AgreementPeople>

/** A visit or call that is planned. */
export const PlannedFollowUp = z.object({ id: Id, kind: z.enum(['visit', 'call', 'meeting']), dueOn: PlainDate })
export type PlannedFollowUp = z.infer<typeof PlannedFollowUp>

export const MissingPart = z.enum(['purpose', 'tasks', 'learningGoals', 'languageGoals', 'speaksNorwegianWith', 'fromDate', 'toDate',
  'schedule', 'supervisorContactId', 'signingContactId', 'responsibleId', 'navReference', 'followUps'])
export type MissingPart = z.infer<typeof MissingPart>

export const AgreementAction = z.enum(['change', 'submit', 'register', 'approveInMeeting', 'approveAsMunicipality', 'extend', 'cancel', 'end', 'withdrawApproval', 'getDocument'])
export type AgreementAction = z.infer<typeof AgreementAction>

export const StartAgreementInput = z.object({
  id: Id, beganFrom: BeganFrom, kind: AgreementKind, personId: Id,
  /** Absent when it begins from an opening or a presentation: the employer is then the opening's. */
  employerId: Id.optional(), openingId: Id.optional(), presentationId: Id.optional(),
})

export const SaveAgreementInput = AgreementContent.extend(AgreementPeople.shape).extend({
  id: Id, version: z.int(),
  /** All planned contact that is not yet done; what is left out is taken away. Absent: the plan is left as it is. */
  followUps: z.array(PlannedFollowUp).max(60).optional(),
})
export type SaveAgreementInput = z.infer<typeof SaveAgreementInput>

export const AgreementFilter = z.object({
  states: z.array(AgreementState).optional(),
  mine: z.boolean().optional(),
  employerId: Id.optional(), personId: Id.optional(), openingId: Id.optional(),
  /** Runs out within six weeks. */
  endingSoon: z.boolean().optional(),
})
export const ListAgreementsInput = AgreementFilter.extend({ page: z.int().min(0).max(1000).default(0) })

export const AgreementRow = z.object({
  id: Id, state: AgreementState, kind: AgreementKind, personId: Id, personName: z.string(), employerId: Id, employerName: z.string(),
  fromDate: PlainDate.nullable(), toDate: PlainDate.nullable(), endedOn: PlainDate.nullable(), responsibleName: z.string().nullable(),
  /** How many of the three have approved the current revision; null where nobody signs here. */
  approved: z.int().nullable(), nextFollowUp: PlainDate.nullable(),
})
export type AgreementRow = z.infer<typeof AgreementRow>
export const AgreementList = z.object({ rows: z.array(AgreementRow), total: z.int(), pageSize: z.int() })

/** Something to know before going on; nothing here refuses. */
export const AgreementWarning = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
export type AgreementWarning = z.infer<typeof AgreementWarning>

export const EmployerContact = z.object({ id: Id, name: z.string(), title: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(), isSupervisor: z.boolean() })
export const AgreementChange = z.object({ at: Instant, by: z.string().nullable(), operation: z.string(), fields: z.array(z.string()) })

/** One agreement, with all its page needs. */
export const AgreementPage = AgreementContent.extend(AgreementPeople.shape).extend({
  id: Id, version: z.int(), revision: z.int(), state: AgreementState, isNavs: z.boolean(), beganFrom: BeganFrom,
  submittedAt: Instant.nullable(), cancelledAt: Instant.nullable(), cancelReason: CancelReason.nullable(),
  endedOn: PlainDate.nullable(), endReason: EndReason.nullable(),
  person: z.object({ id: Id, name: z.string(), contactLocale: z.string(), email: z.string().nullable(), interpreterLanguage: z.string().nullable(), isProtected: z.boolean() }),
  employer: z.object({ id: Id, name: z.string(), orgNumber: z.string(), address: z.string() }),
  opening: z.object({ id: Id, title: z.string() }).nullable(),
  contacts: z.array(EmployerContact), colleagues: z.array(z.object({ id: Id, name: z.string() })),
  followUps: z.array(PlannedFollowUp), suggestedFollowUps: z.array(PlannedFollowUp.omit({ id: true })),
  hoursPerWeek: z.number(),
  missing: z.array(MissingPart), warnings: z.array(AgreementWarning),
  /** Why it could not be agreed now: the employer's state, a clash of hours, no seat. */
  obstacles: z.array(AgreementWarning.extend({ path: z.string().optional() })),
  /** Her yes to being named to the employer is not recorded anywhere yet. */
  needsConsent: z.boolean(),
  approvals: z.array(Approval), links: z.array(SentLink), changes: z.array(AgreementChange),
  actions: z.array(AgreementAction),
})
export type AgreementPage = z.infer<typeof AgreementPage>
