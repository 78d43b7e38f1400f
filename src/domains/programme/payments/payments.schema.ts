import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** What money is for: a closed list without diagnosis. What Nav pays for illness is `other_nav`. */
export const PAYMENT_KINDS = ['start_sum', 'start_up_support', 'municipal_support', 'social_assistance', 'child_benefit', 'cash_for_care', 'housing_support', 'parental_benefit', 'other_nav', 'wages', 'other'] as const
export const PaymentKind = z.enum(PAYMENT_KINDS)
export type PaymentKind = z.infer<typeof PaymentKind>
/** What stands in the calendar: beside what was entered, the benefit, which is computed. */
export const CalendarKind = z.enum([...PAYMENT_KINDS, 'introduction_benefit'])
export type CalendarKind = z.infer<typeof CalendarKind>

export const PAYERS = ['municipality', 'nav', 'husbanken', 'employer', 'other'] as const
export const Payer = z.enum(PAYERS)
export type Payer = z.infer<typeof Payer>

/** Who pays what, unless somebody says otherwise. */
export const usualPayer: Readonly<Record<PaymentKind, Payer>> = {
  start_sum: 'municipality', start_up_support: 'municipality', municipal_support: 'municipality', social_assistance: 'nav', child_benefit: 'nav', cash_for_care: 'nav',
  housing_support: 'husbanken', parental_benefit: 'nav', other_nav: 'nav', wages: 'employer', other: 'other',
}

/** How many months of start-up support there are in a plan. */
export const START_UP_MONTHS = 3
export const CALENDAR_MONTHS = 12

const Ore = z.int().min(1).max(100_000_000)

export const ExpectedPayment = z.object({
  id: Id, version: z.int(), kind: PaymentKind, payer: Payer, payerName: z.string().nullable(), amountOre: z.int().nullable(), isMonthly: z.boolean(), firstOn: PlainDate, lastOn: PlainDate.nullable(),
  startUpMonth: z.int().nullable(), stoppedOn: PlainDate.nullable(), addedBy: z.string().nullable(), stoppedBy: z.string().nullable(),
})
export type ExpectedPayment = z.infer<typeof ExpectedPayment>

export const Receipt = z.object({ id: Id, paymentId: Id, dueOn: PlainDate, paidOn: PlainDate, amountOre: z.int().nullable(), notedBy: z.string().nullable() })
export type Receipt = z.infer<typeof Receipt>

export const PaymentState = z.enum(['expected', 'paid', 'stopped'])

/** Money on one day. `dueOn` is the day of the plan, `payOn` the working day it comes; `amountOre` null is not known. */
export const CalendarItem = z.object({
  key: z.string(), paymentId: Id.nullable(), kind: CalendarKind, payer: Payer, payerName: z.string().nullable(), dueOn: PlainDate, payOn: PlainDate, amountOre: z.int().nullable(), isAbout: z.boolean(), state: PaymentState,
  startUpMonth: z.int().nullable(), forMonth: PlainDate.nullable(), receiptId: Id.nullable(), notedBy: z.string().nullable(),
})
export type CalendarItem = z.infer<typeof CalendarItem>

/** Start-up support and the benefit do not meet: days with none of them, or with both. An open end is null. */
export const Warning = z.object({ kind: z.enum(['gap', 'overlap']), from: PlainDate, to: PlainDate.nullable(), days: z.int().nullable(), meanwhile: z.array(CalendarKind) })
export type Warning = z.infer<typeof Warning>

export const PaymentCalendar = z.object({
  personId: Id, months: z.array(PlainDate), items: z.array(CalendarItem), payments: z.array(ExpectedPayment), warnings: z.array(Warning),
  firstBenefit: z.object({ startsOn: PlainDate, payOn: PlainDate, isPartOfMonth: z.boolean() }).nullable(), hasPayDay: z.boolean(), mayPlanStartUp: z.boolean(),
})
export type PaymentCalendar = z.output<typeof PaymentCalendar>

export const GetPaymentsInput = z.object({ personId: Id, fromMonth: PlainDate.nullable().default(null) })

export const SavePaymentInput = z.object({
  id: Id, personId: Id, version: z.int().nullable().default(null), kind: PaymentKind.exclude(['start_up_support']), payer: Payer, payerName: z.string().trim().min(1).max(120).nullable().default(null), amountOre: Ore.nullable().default(null),
  isMonthly: z.boolean(), firstOn: PlainDate, lastOn: PlainDate.nullable().default(null),
}).refine(({ isMonthly, lastOn }) => isMonthly || lastOn === null, { path: ['lastOn'], params: { code: 'payments.onlyMonthlyEnds' } })
  .refine(({ firstOn, lastOn }) => lastOn === null || lastOn >= firstOn, { path: ['lastOn'], params: { code: 'payments.endsBeforeStart' } })

/** Three months in one act: an id for each. */
export const PlanStartUpInput = z.object({ personId: Id, ids: z.array(Id).length(START_UP_MONTHS), firstOn: PlainDate, monthlyOre: Ore.nullable().default(null) })
export const StopPaymentInput = z.object({ paymentId: Id, version: z.int(), stoppedOn: PlainDate })
export const NotePaidInput = z.object({ id: Id, paymentId: Id, dueOn: PlainDate, paidOn: PlainDate, amountOre: Ore.nullable().default(null) })

/** Her own: what comes next, from whom, when and how much; then month by month. Amounts are written in her language. */
export const MyPaymentItem = CalendarItem.pick({ kind: true, payer: true, payerName: true, payOn: true, state: true, isAbout: true, startUpMonth: true, forMonth: true }).extend({ amount: z.string().nullable() })
export type MyPaymentItem = z.infer<typeof MyPaymentItem>
export const MyPayments = z.object({
  personId: Id, today: PlainDate, next: z.array(MyPaymentItem), months: z.array(z.object({ month: PlainDate, items: z.array(MyPaymentItem) })), adviser: z.object({ name: z.string(), email: z.string() }).nullable(),
})
export type MyPayments = z.output<typeof MyPayments>
