import { z } from 'zod'
import { PROGRAMME_FACTS } from '#rules/introduction-programme/facts.ts'
import { FinalGoal } from '#rules/person-facts.ts'
import { OpenQuestion, Step } from '#rules/rule.ts'
import { Source } from '#rules/source.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** What a decision can be about (IL § 46, IF § 69). Closed: each has its own words on the paper. */
export const DECISION_KINDS = ['programme', 'refusal', 'extension', 'stop_temporary', 'stop_permanent', 'leave', 'absence', 'benefit', 'set_off', 'repayment', 'norwegian', 'exemption', 'plan_change'] as const
export const DecisionKind = z.enum(DECISION_KINDS)
export type DecisionKind = z.infer<typeof DecisionKind>

/** What an earlier decision was replaced for: a slip in it, a new view of it, or a complaint. */
export const ReplacesWhy = z.enum(['correction', 'reversal', 'complaint'])
export const ToldHow = z.enum(['digital_mail', 'letter', 'handed_over', 'spoken_with_interpreter'])

/** What was given in figures and days; what a kind does not have is absent. */
export const DecisionTerms = z.object({
  offeredOn: PlainDate.optional(), startsOn: PlainDate.optional(), months: z.int().min(1).max(60).optional(), finalGoal: FinalGoal.optional(), regime: z.enum(['new', 'old']).optional(),
  extensionMonths: z.int().min(1).max(12).optional(), amountOre: z.int().optional(),
})
export type DecisionTerms = z.infer<typeof DecisionTerms>

/** An answer of a rule as it was on the day: kept as it is, and explained when shown. */
export const StoredAnswer = z.object({
  rule: z.string(), version: z.string(), on: PlainDate, answer: z.unknown(), steps: z.array(Step), sources: z.array(Source), needsJudgement: z.array(Step), openQuestions: z.array(OpenQuestion),
})
export type StoredAnswer = z.infer<typeof StoredAnswer>

const Words = z.string().trim().min(1).max(4000)
/** Grounds say more than a word: § 25 of forvaltningsloven asks for the rule, the facts and what weighed. */
const Grounds = z.string().trim().min(30, { error: 'too short' }).max(8000)

const Recorded = z.object({
  id: Id, personId: Id, decidedOn: PlainDate, validFrom: PlainDate.nullable().default(null), validTo: PlainDate.nullable().default(null),
  /** What is decided in words; null for the standard words of the kind. */
  decided: Words.nullable().default(null), grounds: Grounds, caseReference: z.string().trim().max(80).nullable().default(null), locale: z.enum(['nb', 'nn']),
})

/** The decision that a new one takes the place of, and why. */
const Replaces = z.object({ decisionId: Id, why: ReplacesWhy })

export const DecideInput = Recorded.extend({
  kind: DecisionKind.exclude(['extension', 'stop_temporary', 'stop_permanent']), replaces: Replaces.nullable().default(null),
  /** For kind `programme`: the participation it begins. */
  programme: z.object({ participationId: Id, offeredOn: PlainDate, startsOn: PlainDate, months: z.int().min(1).max(60), finalGoal: FinalGoal }).nullable().default(null),
})
export type DecideInput = z.output<typeof DecideInput>

export const ExtendInput = Recorded.omit({ validFrom: true, validTo: true }).extend({ participationId: Id, version: z.int(), months: z.int().min(1).max(12) })
export const StopInput = Recorded.omit({ validFrom: true, validTo: true }).extend({
  participationId: Id, version: z.int(), how: z.enum(['temporary', 'permanent']), ground: PROGRAMME_FACTS.stopGround,
  /** For a ban on covering the face: whether she was warned in writing. */
  hasWrittenWarning: z.boolean().optional(), from: PlainDate, to: PlainDate.nullable().default(null),
})
export type StopInput = z.output<typeof StopInput>

/** What a record of a decision looks like on the screen: the texts of its answers are made from what was stored. */
export const DecisionRow = z.object({
  id: Id, version: z.int(), kind: DecisionKind, decidedOn: PlainDate, validFrom: PlainDate.nullable(), validTo: PlainDate.nullable(), decided: z.string(), grounds: z.string(),
  caseReference: z.string().nullable(), locale: z.enum(['nb', 'nn']), terms: DecisionTerms, decidedBy: z.string(), participationId: Id.nullable(),
  replaces: z.object({ id: Id, why: ReplacesWhy }).nullable(), replacedBy: z.object({ id: Id, why: ReplacesWhy }).nullable(),
  toldOn: PlainDate.nullable(), toldHow: ToldHow.nullable(),
})
export type DecisionRow = z.infer<typeof DecisionRow>

export const NoteToldInput = z.object({ id: Id, version: z.int(), toldOn: PlainDate, toldHow: ToldHow })
