import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Other benefits and means that integreringsloven §§ 22 and 23 name. */
const IncomeKind = z.enum([
  'unemployment_benefit', 'sickness_benefit', 'parental_benefit', 'disability_benefit', 'work_assessment_allowance', 'transitional_benefit',
  'child_benefit', 'cash_for_care', 'child_support', 'own_income', 'wealth',
])

/** One benefit or income: whole øre a month, and whether the right was earned before the programme, which counts for dagpenger, sykepenger and foreldrepenger alone. */
const Income = z.strictObject({ kind: IncomeKind, monthOre: z.int().min(0).max(100_000_000), earnedBefore: z.boolean() })
export type Income = z.infer<typeof Income>

const ore = z.int().min(0).max(1_000_000_000)
const hours = z.number().min(0).max(744)

/** Facts about the introduction benefit. Money is whole øre. */
export const BENEFIT_FACTS = {
  livesWithParents: z.boolean().describe('Lives with one or both of her parents.'),
  isPartnerInProgramme: z.boolean().describe('Has a spouse or cohabitant who takes part in the programme too.'),
  hasChildren: z.boolean().describe('Has children.'),
  paymentFrom: PlainDate.describe('First day of the payment period.'),
  paymentTo: PlainDate.describe('Last day of the payment period.'),
  benefitDays: z.int().min(0).max(31).describe('Calendar days of the payment period, a month, with a right to benefit.'),
  unauthorisedMonths: z.int().min(0).max(12).describe('Whole months of unauthorised absence in the payment period.'),
  unauthorisedDays: z.int().min(0).max(31).describe('Whole days of unauthorised absence in the payment period, beside whole months.'),
  unauthorisedHours: hours.describe('Hours of unauthorised absence in the payment period, beside whole days; counted to the minute.'),
  otherIncomes: z.array(Income).describe('Other benefits and income: kind, whole øre a month, and for dagpenger, sykepenger and foreldrepenger whether the right was earned before the programme.'),
  isPaidWorkInProgramme: z.boolean().describe('The paid work is a part of the programme.'),
  paidWorkHours: hours.describe('Hours of paid work in the payment period; counted to the minute.'),
  paidWorkPayOre: ore.describe('Pay for these hours, whole øre.'),
  isAttendanceRegistered: z.boolean().describe('Attendance is registered for the whole payment period.'),
  overpaymentCause: z.enum(['false_information', 'benefit_paid_late', 'other']).describe('Why too much was paid: false_information = wrong or withheld information by her or somebody for her, benefit_paid_late = a benefit of IL § 22 granted with effect back in time, other = any other reason, also the municipality’s mistake.'),
  isWilfulOrGrosslyNegligent: z.boolean().describe('The wrong or withheld information was given wilfully or with gross negligence.'),
  setOffOre: ore.describe('What is to be set off in one payment, whole øre.'),
  paymentOre: ore.describe('That payment before the set-off, whole øre.'),
} as const
