import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import type { BenefitMonth } from '../benefit/month.core.ts'
import { lastDayOf, monthOf } from '../benefit/month.core.ts'
import { occurrencesOf } from './occurrence.core.ts'
import type { CalendarItem, ExpectedPayment, Receipt } from './payments.schema.ts'
import { CALENDAR_MONTHS } from './payments.schema.ts'

/** The months of a calendar, by their first days. */
export const calendarMonths = (from: PlainDate): PlainDate[] => Array.from({ length: CALENDAR_MONTHS }, (_, index) => addMonths(monthOf(from), index))

function itemsOf(payment: ExpectedPayment, receipts: readonly Receipt[], until: PlainDate): CalendarItem[] {
  const { id, kind, payer, payerName, startUpMonth } = payment
  const own = receipts.filter(({ paymentId }) => paymentId === id)
  const said = { paymentId: id, kind, payer, payerName, startUpMonth, isAbout: false, forMonth: null }
  // what came stays, also where the plan was changed or stopped since
  const planned = occurrencesOf(payment, until)
  const days = [...new Set([...planned.map(({ dueOn }) => dueOn), ...own.map(({ dueOn }) => dueOn)])]
  return days.map((dueOn): CalendarItem => {
    const [receipt, one] = [own.find((each) => each.dueOn === dueOn), planned.find((each) => each.dueOn === dueOn)]
    return { ...said, key: `${id}:${dueOn}`, dueOn, payOn: receipt?.paidOn ?? one?.payOn ?? dueOn, amountOre: receipt?.amountOre ?? payment.amountOre, state: receipt ? 'paid' : one?.isStopped ? 'stopped' : 'expected',
      receiptId: receipt?.id ?? null, notedBy: receipt?.notedBy ?? null }
  })
}

const benefitItem = ({ month, payOn, amountOre, isAbout }: BenefitMonth, today: PlainDate): CalendarItem => ({
  key: `benefit:${month}`, paymentId: null, kind: 'introduction_benefit', payer: 'municipality', payerName: null, dueOn: payOn, payOn, amountOre, isAbout, state: !isAbout && payOn <= today ? 'paid' : 'expected',
  startUpMonth: null, forMonth: month, receiptId: null, notedBy: null,
})

type Known = { payments: readonly ExpectedPayment[]; receipts: readonly Receipt[]; benefit: readonly BenefitMonth[] }

/** Everything that comes until a day, in the order it comes: what was entered, and the benefit beside it. */
export const calendarItems = ({ payments, receipts, benefit }: Known, until: PlainDate, today: PlainDate): CalendarItem[] =>
  [...payments.flatMap((one) => itemsOf(one, receipts, until)), ...benefit.map((one) => benefitItem(one, today))].toSorted((a, b) => a.payOn.localeCompare(b.payOn) || a.key.localeCompare(b.key))

/** Those of some months. */
export const itemsWithin = (items: readonly CalendarItem[], months: readonly PlainDate[]): CalendarItem[] => {
  const [first, last] = [months[0], months.at(-1)]
  return first === undefined || last === undefined ? [] : items.filter(({ payOn }) => payOn >= first && payOn <= lastDayOf(last))
}

/** What comes on the next day that has money: not what has come, was stopped, or is nothing. */
export function nextMoney(items: readonly CalendarItem[], today: PlainDate): CalendarItem[] {
  const coming = items.filter(({ payOn, state, amountOre }) => payOn >= today && state === 'expected' && amountOre !== 0)
  return coming.filter(({ payOn }) => payOn === coming[0]?.payOn)
}
