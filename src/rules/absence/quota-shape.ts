import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { Force } from '../rule.ts'

/** The facts a quota can hang on. */
export const quotaFacts = ['absenceKind', 'welfareReason', 'numberOfChildren', 'isSingleCarer', 'hasChronicallyIllChild', 'childBirthDate'] as const
export type AskQuota = Asking<(typeof quotaFacts)[number]>

/** How much of one kind of absence there is, with or without benefit. */
export const Quota = z.object({
  /** How many units; null where no number is set and need decides. `days` are those of the regulation before 1 August 2023, which did not say whether they are working days. */
  amount: z.number().nullable(),
  unit: z.enum(['working_days', 'days', 'months', 'years', 'hours_a_day', 'as_needed']),
  /** The time the amount is for. `year` is a year that the regulation does not name closer. */
  per: z.enum(['last_12_months', 'calendar_year', 'year', 'pregnancy', 'birth', 'first_year_of_child', 'adoption', 'occasion', 'illness', 'none']),
  /** Whether the introduction benefit is kept. */
  withBenefit: z.boolean(),
  /** Whether the days come in addition to the programme when the limit is passed (IF §§ 10 and 19); null before 2026, whose rule was not read. */
  addsToLength: z.boolean().nullable(),
  /** What the participant must hand in or do. */
  needs: z.array(z.enum(['self_certification_or_doctors_note', 'doctors_note', 'application', 'notice_14_days'])).readonly(),
  /** Whether she has a right to it, or the municipality may give it. */
  force: Force,
})
export type Quota = z.infer<typeof Quota>

/** A quota before it is said whether it adds to the programme. */
export type BareQuota = Omit<Quota, 'addsToLength'>

/** What most quotas are counted in: until 1 August 2023 the regulation said days, and working days after (FOR-2023-06-26-1105). */
export const dayUnitOn = (on: PlainDate): 'days' | 'working_days' => (on < '2023-08-01' ? 'days' : 'working_days')
