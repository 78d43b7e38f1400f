import { z } from 'zod'
import { AskedBy } from '#domains/employers/request.schema.ts'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** Duties our screens ask for by name. A municipality may leave one out, word it otherwise, and add its own. */
export const DUTY_KINDS = ['ring_first', 'keep_relation', 'find_practice', 'find_job', 'follow_workplace', 'wage_subsidy', 'nav_measure', 'own_position', 'mapping', 'recognition', 'career_guidance',
  'language_at_work', 'hand_over', 'after_hire', 'results'] as const
export const DutyKind = z.enum(DUTY_KINDS)
export type DutyKind = z.infer<typeof DutyKind>

/** When on the road a row holds: always, or only before, in, or after the programme. */
export const PHASES = ['any', 'before', 'during', 'after'] as const
export const Phase = z.enum(PHASES)
export type Phase = z.infer<typeof Phase>

/** Bodies we begin a new division with; their names and roles are data and may be changed. */
export const BODY_KEYS = ['refugee_service', 'adult_education', 'municipal_nav', 'state_nav', 'hr', 'units', 'business_developer', 'career_centre', 'health'] as const

const Text = (most: number) => z.string().trim().max(most).nullable().default(null)
const Key = z.string().regex(/^[a-z0-9_-]{1,40}$/)

/** Whom to turn to: a colleague with an account here, or a name and a telephone for one without. */
export const Contact = z.object({ accountId: Id.nullable().default(null), text: Text(200) })
export type Contact = z.output<typeof Contact>
const Nobody = { accountId: null, text: null }

export const Body = z.object({
  key: Key, name: z.string().trim().min(1).max(80),
  /** Roles of this installation whose holders belong to the body: in a small municipality one person belongs to several. */
  roles: z.array(z.string().max(40)).max(20).default([]),
  /** What the body is called in the ledger of requests to employers (EMP-03). */
  askedBy: AskedBy.nullable().default(null), contact: Contact.default(Nobody), standIn: Contact.default(Nobody),
})
export type Body = z.output<typeof Body>

export const Duty = z.object({
  id: Id, kind: DutyKind.nullable().default(null), name: z.string().trim().min(1).max(160), phase: Phase.default('any'),
  /** The one body that answers for it. Null is said on the page: nobody has this. */
  responsible: Key.nullable().default(null), takesPart: z.array(Key).max(20).default([]), told: z.array(Key).max(20).default([]),
  /** Where this duty has another than the body's own. */
  contact: Contact.default(Nobody), standIn: Contact.default(Nobody),
  /** When and how: which measure in which case. */
  note: Text(600),
})
export type Duty = z.output<typeof Duty>

export const DivisionContent = z.object({ bodies: z.array(Body).min(1).max(20), duties: z.array(Duty).min(1).max(60), openQuestions: Text(4000) })
export type DivisionContent = z.output<typeof DivisionContent>

export const SaveDivisionInput = z.object({
  id: Id, /** Number of the newest version it was made from; absent for the first. */ version: z.int().optional(), content: DivisionContent,
  agreedOn: PlainDate.nullable().default(null), agreedBy: Text(400), validFrom: PlainDate, reviewOn: PlainDate.nullable().default(null), reviewerId: Id.nullable().default(null),
  reason: Text(1000),
})
export type SaveDivisionInput = z.output<typeof SaveDivisionInput>

/** Somebody to turn to, by name as it is now. `isGone`: the account is closed. */
export const NamedContact = z.object({ name: z.string().nullable(), text: z.string().nullable(), isGone: z.boolean() })
export type NamedContact = z.infer<typeof NamedContact>

/** Who has one duty, in words. `responsible` is null where nobody has it; `isDecided` says whether there is an agreed division at all. */
export const WhoHas = z.object({
  kind: DutyKind, name: z.string().nullable(), phase: Phase, responsible: z.string().nullable(), askedBy: AskedBy.nullable(), contact: NamedContact, standIn: NamedContact,
  takesPart: z.array(z.string()), note: z.string().nullable(),
})
export type WhoHas = z.infer<typeof WhoHas>

export const GapWhy = z.enum(['nobody', 'left_out', 'no_contact', 'contact_gone'])
export const Gap = z.object({ why: GapWhy, dutyId: Id.nullable(), kind: DutyKind.nullable(), name: z.string().nullable(), phase: Phase })
export type Gap = z.infer<typeof Gap>

export const VersionState = z.enum(['proposal', 'holds', 'coming', 'former'])
export const Version = z.object({
  id: Id, number: z.int(), state: VersionState, agreedOn: PlainDate.nullable(), agreedBy: z.string().nullable(), validFrom: PlainDate, reviewOn: PlainDate.nullable(),
  reviewerId: Id.nullable(), reviewer: z.string().nullable(), reason: z.string(), madeBy: z.string(), madeAt: Instant,
})
export type Version = z.infer<typeof Version>

export const Division = z.object({
  shown: Version.extend({ content: DivisionContent, gaps: z.array(Gap), isReviewDue: z.boolean() }).nullable(),
  versions: z.array(Version), names: z.record(z.string(), z.object({ name: z.string(), isActive: z.boolean() })),
  actions: z.array(z.enum(['change'])),
})
export type Division = z.infer<typeof Division>

/** One thing that is otherwise than in the version before. */
export const Difference = z.object({ what: z.enum(['body', 'duty', 'questions']), name: z.string(), change: z.enum(['added', 'removed', 'changed']), fields: z.array(z.string()), before: z.string().nullable(), after: z.string().nullable() })
export type Difference = z.infer<typeof Difference>
