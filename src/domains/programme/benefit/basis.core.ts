import type { PlainDate } from '#shared/date.ts'

/** Until when somebody takes part; an open end is null. */
export type Span = { from: PlainDate; to: PlainDate | null }

export type Terms = { fromOn: PlainDate; livesWithParents: boolean | null; isPartnerInProgramme: boolean | null; hasChildren: boolean | null }

export const INCOME_KINDS = ['unemployment_benefit', 'sickness_benefit', 'parental_benefit', 'disability_benefit', 'work_assessment_allowance', 'transitional_benefit', 'paid_work'] as const
export type IncomeKind = (typeof INCOME_KINDS)[number]
/** So many øre a month from one day to another; paid work with its hours a month. */
export type Income = { id: string; kind: IncomeKind; monthlyOre: number; monthlyHours: number | null; earnedBefore: boolean | null; fromOn: PlainDate; toOn: PlainDate | null }

/** A day of attendance that matters for the benefit: minutes planned, absent without permission, on leave without benefit for a part of it, and not settled (not registered, or absence nobody has decided about). */
export type AttendanceDay = { on: PlainDate; plannedMinutes: number; unauthorisedMinutes: number; unpaidMinutes: number; unsettledMinutes: number }

/** What was approved earlier: lines in runs that cannot be changed any more, but for refunds, which no rule computes. */
export type PaidLine = { forMonth: PlainDate; ore: number }

export const DEDUCTIONS = ['unauthorised_absence', 'income', 'paid_work'] as const
export type Deduction = (typeof DEDUCTIONS)[number]
export const ISSUE_KINDS = ['cannot_decide', 'unsettled', ...DEDUCTIONS, 'set_off'] as const
export type IssueKind = (typeof ISSUE_KINDS)[number]
export const DECISIONS = ['accept', 'adjust', 'dismiss'] as const

/** How somebody decided a proposal, in which run. `ore` is what is taken off: 0 when it was dismissed. Holds as long as the facts are the same. */
export type Decided = { runMonth: PlainDate; kind: IssueKind; forMonth: PlainDate; fingerprint: string; decision: (typeof DECISIONS)[number]; ore: number; waived: readonly { month: PlainDate; ore: number }[] }

/** Everything the benefit of one person rests on. Amounts in øre, days as days; null is unknown. */
export type PersonBasis = {
  personId: string
  birthDate: PlainDate | null
  /** Programmes she takes or took part in. */
  programmes: readonly Span[]
  terms: readonly Terms[]
  incomes: readonly Income[]
  days: readonly AttendanceDay[]
  /** Leave without benefit. */
  unpaidLeave: readonly Span[]
  /** Reductions for absence wait from this day: a question is open. */
  heldFrom: PlainDate | null
  paid: readonly PaidLine[]
  /** Money back to her that was written down and has not been paid yet, by month. */
  refunds: readonly PaidLine[]
  decided: readonly Decided[]
}
