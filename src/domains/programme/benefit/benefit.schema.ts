import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import type { IncomeKind } from './basis.core.ts'
import { DECISIONS, INCOME_KINDS, ISSUE_KINDS } from './basis.core.ts'

/** A month, by its first day. */
export const Month = PlainDate.refine((day) => day.endsWith('-01'), { params: { code: 'benefit.notAMonth' } })
/** An amount in øre. */
const Ore = z.int().min(-100_000_000).max(100_000_000)

export const LINE_KINDS = ['base', 'unauthorised_absence', 'income', 'paid_work', 'set_off', 'correction', 'refund'] as const
export const LineKind = z.enum(LINE_KINDS)
export type LineKind = z.infer<typeof LineKind>
export const IssueKind = z.enum(ISSUE_KINDS)
export const IssueDecision = z.enum(DECISIONS)
export const RunState = z.enum(['exceptions', 'ready', 'returned', 'approved'])
export type RunState = z.infer<typeof RunState>

/** What a screen and a payslip say of a line or a proposal: days, minutes, share, months; never free text. */
export const Particulars = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export type Particulars = z.infer<typeof Particulars>

export const Line = z.object({ kind: LineKind, forMonth: PlainDate, amountOre: z.int(), particulars: Particulars })
export type Line = z.infer<typeof Line>

const RunRow = z.object({
  id: Id, version: z.int(), month: PlainDate, isProtected: z.boolean(), payOn: PlainDate, state: RunState, people: z.int(), totalOre: z.int(),
  openIssues: z.int(), preparedBy: z.string(), preparedAt: Instant, approvedBy: z.string().nullable(), approvedAt: Instant.nullable(),
})

/** The runs there are, newest first; the month that is next; and when the municipality pays. */
export const RunList = z.object({
  rows: z.array(RunRow), next: z.array(z.object({ month: PlainDate, isProtected: z.boolean(), payOn: PlainDate, people: z.int() })),
  setting: z.object({ id: Id, version: z.int(), payDay: z.int(), monthsAfter: z.int() }).nullable(), mayPrepare: z.boolean(),
})

/** Something to be looked at, with what was decided about it. `missing` names what cannot be decided without. */
export const IssueCard = z.object({
  id: Id, version: z.int(), personId: Id, personName: z.string(), kind: IssueKind, forMonth: PlainDate, particulars: Particulars, missing: z.array(z.string()), because: z.array(z.object({ text: z.string(), source: z.string() })),
  proposedOre: z.int(), isLarge: z.boolean(), decision: IssueDecision.nullable(), decidedOre: z.int().nullable(), why: z.string().nullable(), reference: z.string().nullable(), decidedBy: z.string().nullable(),
  may: z.array(IssueDecision), payoutOre: z.int(),
})
export type IssueCard = z.infer<typeof IssueCard>

export const HoldReason = z.enum(['being_clarified', 'waiting_for_document', 'waiting_for_answer'])

/** One person in the run who needed no look. */
const QuietRow = z.object({ personId: Id, personName: z.string(), payoutOre: z.int(), lastMonthOre: z.int().nullable(), lines: z.array(Line) })

export const RunPage = RunRow.extend({
  lastMonth: z.object({ people: z.int(), totalOre: z.int() }).nullable(),
  returnedBy: z.string().nullable(), returnReason: z.string().nullable(),
  issues: z.array(IssueCard), held: z.array(z.object({ personId: Id, personName: z.string(), since: PlainDate, reason: HoldReason, by: z.string() })),
  quiet: z.object({ rows: z.array(QuietRow), total: z.int() }),
  changes: z.array(z.object({ personId: Id, personName: z.string(), why: z.enum(['new', 'gone', 'changed']), beforeOre: z.int(), nowOre: z.int() })),
  obstacles: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })),
  actions: z.array(z.enum(['prepare', 'decide', 'approve', 'return', 'file'])),
})

export const GetRunInput = z.object({ runId: Id, text: z.string().trim().max(100).default(''), page: z.int().min(0).max(1000).default(0) })
export const PrepareRunInput = z.object({ id: Id, month: Month, isProtected: z.boolean().default(false), version: z.int().nullable().default(null) })
export const ApproveRunInput = z.object({ runId: Id, version: z.int() })
export const ReturnRunInput = z.object({ runId: Id, version: z.int(), reason: z.string().trim().min(1).max(500) })

/** One decision on one exception, or the same on many of one kind. `ore` is what is taken off, for `adjust`. */
export const DecideIssueInput = z.object({
  runId: Id, issues: z.array(z.object({ id: Id, version: z.int() })).min(1).max(500), decision: IssueDecision,
  ore: Ore.min(0).nullable().default(null), why: z.string().trim().max(500).nullable().default(null), reference: z.string().trim().max(100).nullable().default(null),
})
export type DecideIssueInput = z.infer<typeof DecideIssueInput>

export const HoldInput = z.object({ id: Id, personId: Id, fromOn: PlainDate, reason: HoldReason })
export const ReleaseInput = z.object({ holdId: Id, version: z.int(), releasedOn: PlainDate })

export const TermsInput = z.object({
  id: Id, personId: Id, version: z.int().nullable().default(null), fromOn: PlainDate, livesWithParents: z.boolean().nullable().default(null),
  isPartnerInProgramme: z.boolean().nullable().default(null), hasChildren: z.boolean().nullable().default(null), payrollReference: z.string().trim().min(1).max(40).nullable().default(null),
})
export const isEarned = (kind: IncomeKind): boolean => kind === 'unemployment_benefit' || kind === 'sickness_benefit' || kind === 'parental_benefit'
export const IncomeInput = z.object({
  id: Id, personId: Id, version: z.int().nullable().default(null), kind: z.enum(INCOME_KINDS), monthlyOre: z.int().min(0).max(100_000_000), monthlyHours: z.number().min(0).max(300).nullable().default(null),
  earnedBefore: z.boolean().nullable().default(null), fromOn: PlainDate, toOn: PlainDate.nullable().default(null), document: z.string().trim().min(1).max(200).nullable().default(null),
}).refine(({ fromOn, toOn }) => toOn === null || toOn >= fromOn, { path: ['toOn'], params: { code: 'benefit.endsBeforeStart' } })
  .refine(({ kind, monthlyHours }) => (kind === 'paid_work') === (monthlyHours !== null), { path: ['monthlyHours'], params: { code: 'benefit.hoursOfPaidWork' } })
  .refine(({ kind, earnedBefore }) => isEarned(kind) === (earnedBefore !== null), { path: ['earnedBefore'], params: { code: 'benefit.earnedBefore' } })
export const SettingInput = z.object({ id: Id, version: z.int().nullable().default(null), payDay: z.int().min(1).max(31), monthsAfter: z.int().min(1).max(2) })

/** Money back to her for a month, which no rule computes: why, and by which case. */
export const RefundInput = z.object({ id: Id, personId: Id, forMonth: Month, amountOre: Ore.min(1), why: z.string().trim().min(1).max(500), reference: z.string().trim().min(1).max(100).nullable().default(null) })

/** One person's tab: terms, other income, payments, holds. */
export const PersonBenefit = z.object({
  personId: Id,
  terms: z.array(z.object({ id: Id, version: z.int(), fromOn: PlainDate, livesWithParents: z.boolean().nullable(), isPartnerInProgramme: z.boolean().nullable(), hasChildren: z.boolean().nullable(), payrollReference: z.string().nullable() })),
  incomes: z.array(z.object({ id: Id, version: z.int(), kind: z.enum(INCOME_KINDS), monthlyOre: z.int(), monthlyHours: z.number().nullable(), earnedBefore: z.boolean().nullable(), fromOn: PlainDate, toOn: PlainDate.nullable(), document: z.string().nullable() })),
  holds: z.array(z.object({ id: Id, version: z.int(), fromOn: PlainDate, reason: HoldReason, heldBy: z.string(), releasedOn: PlainDate.nullable(), releasedBy: z.string().nullable() })),
  refunds: z.array(z.object({ id: Id, forMonth: PlainDate, amountOre: z.int(), why: z.string(), reference: z.string().nullable(), recordedBy: z.string(), isPaid: z.boolean() })),
  payments: z.array(z.object({ runId: Id, month: PlainDate, payOn: PlainDate, isApproved: z.boolean(), payoutOre: z.int(), lines: z.array(Line) })),
})
export type PersonBenefit = z.infer<typeof PersonBenefit>

/** A payslip in plain words: what she gets, what was taken off and why, whom to ask, how to complain. */
export const Payslip = z.object({
  title: z.string(), payout: z.string(), lines: z.array(z.object({ text: z.string(), amount: z.string(), why: z.string(), paragraph: z.string() })), closing: z.array(z.string()),
})
export type Payslip = z.infer<typeof Payslip>

export const MyBenefit = z.object({
  personId: Id, nextPayOn: PlainDate.nullable(), payDays: z.array(z.object({ month: PlainDate, payOn: PlainDate })), expected: z.string().nullable(), isHeld: z.boolean(),
  payslips: z.array(z.object({ runId: Id, month: PlainDate, payOn: PlainDate, payslip: Payslip })),
})
