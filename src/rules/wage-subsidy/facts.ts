import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Percent } from '../percent.ts'

const kroner = z.int().min(0).max(10_000_000)

/** Kinds of pay in the employer's monthly report that count in a refund, as the report names them; the last is the deduction for holiday. */
export const INCOME_CODES = ['fastloenn', 'timeloenn', 'fastTillegg', 'uregelmessigeTilleggKnyttetTilArbeidetTid', 'loennUtbetaltAvVeldedigEllerAllmennyttigInstitusjonEllerOrganisasjon', 'trekkILoennForFerie'] as const
const IncomeLine = z.strictObject({ code: z.enum(INCOME_CODES), kroner: z.number().min(-10_000_000).max(10_000_000).multipleOf(0.01) })

/** Facts about an agreement on wage subsidy, its refund, and pay. Whole kroner unless said. */
export const SUBSIDY_FACTS = {
  subsidyKind: z.enum(['temporary', 'permanent', 'four_year', 'summer_job']).describe('Kind of wage subsidy: temporary = TF ch. 9, permanent = ch. 10, four_year = FOR-2026-02-04-163, summer_job = ch. 8.'),
  subsidyFrom: PlainDate.describe('First day of the agreement on wage subsidy.'),
  subsidyUntil: PlainDate.describe('Last day of the agreement on wage subsidy.'),
  subsidyPercent: z.int().min(1).max(100).describe('Agreed percent: of a permanent subsidy in its first year, or of the period a refund is for.'),
  monthlyPay: kroner.describe('Pay a month for the actual position, whole kroner, without overtime and variable supplements.'),
  positionPercent: z.number().positive().max(100).multipleOf(0.01).describe('Position in percent of full time.'),
  holidayPayPercent: Percent.describe('Percent of holiday pay: 10.2 by law, often 12 by tariff agreement. Never assumed.'),
  pensionPercent: Percent.describe('Percent of the occupational pension (OTP) the employer pays.'),
  contributionPercent: Percent.describe('Percent of the employer’s contribution to national insurance for this workplace.'),
  incomeLines: z.array(IncomeLine).max(200).describe('Every line of pay earned in the period as reported: code and kroner (øre as decimals). The list is whole: what is not there was not paid. trekkILoennForFerie is negative.'),
  correctedPay: kroner.describe('Pay as the employer corrected it; it can only lower what the lines come to.'),
  holidayDeductedBefore: z.boolean().describe('The deduction for holiday of this month was made in another refund.'),
  refundFrom: PlainDate.describe('First day of the period the refund is for.'),
  refundApproved: kroner.describe('Amount approved for the period.'),
  refundPaidThisYear: kroner.describe('Paid earlier this calendar year of the same measure for the same participant and employer.'),
  refundAlreadyPaid: kroner.describe('Paid earlier for this very period, when the refund is corrected; 0 when it is not.'),
  refundCarried: z.int().min(-10_000_000).max(0).describe('Negative amount carried from earlier refunds; 0 for none.'),
  refundedByOthers: kroner.describe('What of the expenses others refund, such as sickness benefit; 0 for none.'),
  mentorPayKind: z.enum(['yearly', 'monthly', 'weekly', 'daily', 'hourly']).describe('What the mentor’s pay is given for.'),
  mentorPay: kroner.describe('The mentor’s pay for that, whole kroner.'),
  mentorHours: z.number().min(0).max(1000).multipleOf(0.01).describe('Hours agreed for the mentor’s task in the period.'),
  mentorEmployedByOrganiser: z.boolean().describe('The mentor is employed by the organiser of the measure.'),
  yearlyPay: kroner.describe('Pay in the year, whole kroner.'),
} as const
