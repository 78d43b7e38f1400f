import { z } from 'zod'
import { addMonths, instantOf } from '#shared/date.ts'
import type { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { loadBenefitMonths } from '../benefit/expected-months.ts'
import { lastDayOf, monthOf } from '../benefit/month.core.ts'
import { calendarItems, calendarMonths, itemsWithin } from './calendar.core.ts'
import { loadPayments, loadReceipts } from './load-payments.ts'
import { mayChange, mayNotePaid, mayPlanStartUp, mayStop } from './payment.core.ts'
import { GetPaymentsInput, NotePaidInput, PaymentCalendar, PlanStartUpInput, SavePaymentInput, StopPaymentInput } from './payments.schema.ts'
import { benefitAfter, startUpDays, startUpWarnings } from './start-up.core.ts'

const permission = 'programme.economy' as const
const Saved = z.object({ id: Id, version: z.int() })
const SavedOf = Saved.extend({ personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** How many months back the calendar begins, where nobody asks for another beginning. */
const MONTHS_BACK = 2
/** How far past the last plan of start-up support other money is looked for. */
const MONTHS_AHEAD = 6

const paymentOf = async ({ tx }: Pick<Context, 'tx'>, paymentId: string) => found(await tx.selectFrom('expectedPayment').select(['id', 'personId', 'kind', 'isMonthly', 'firstOn', 'lastOn', 'stoppedOn']).where('id', '=', paymentId).executeTakeFirst())
const paidDays = async ({ tx }: Pick<Context, 'tx'>, paymentId: string): Promise<PlainDate[]> => (await tx.selectFrom('paymentReceipt').select('dueOn').where('paymentId', '=', paymentId).execute()).map(({ dueOn }) => dueOn)

/** Twelve months of one person's money, what was entered for it, and where start-up support and the benefit do not meet. */
export const getPayments = operation({
  permission, reads: true, input: GetPaymentsInput, output: PaymentCalendar, subjects: ({ personId }) => [personId],
  async run({ tx, today }, { personId, fromMonth }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const [payments, receipts] = [await loadPayments(tx, personId), await loadReceipts(tx, personId)]
    const months = calendarMonths(fromMonth ?? addMonths(today, -MONTHS_BACK))
    const [first, last] = [months[0] ?? monthOf(today), lastDayOf(months.at(-1) ?? monthOf(today))]
    const { months: benefit, first: firsts, hasPayDay } = await loadBenefitMonths(tx, personId, first, last)
    const support = payments.filter(({ kind, stoppedOn }) => kind === 'start_up_support' && stoppedOn === null).map(({ firstOn }) => firstOn).toSorted()
    const next = support[0] === undefined ? undefined : benefitAfter(support[0], firsts)
    const supportEnds = addMonths(support.at(-1) ?? today, MONTHS_AHEAD)
    const all = calendarItems({ payments, receipts, benefit }, supportEnds > last ? supportEnds : last, today)
    return {
      personId, months, items: itemsWithin(all, months), payments, hasPayDay, mayPlanStartUp: mayPlanStartUp(payments).length === 0, warnings: startUpWarnings(all, next?.payOn ?? null, today),
      firstBenefit: next === undefined ? null : { startsOn: next.startsOn, payOn: next.payOn, isPartOfMonth: next.startsOn !== monthOf(next.startsOn) },
    }
  },
})

/** One expected payment, entered or changed: on one day, or every month. */
export const saveExpectedPayment = operation({
  permission, input: SavePaymentInput, output: Saved, subjects: ({ personId }) => [personId],
  async run(context, { version, id, personId, ...values }) {
    if (version === null) {
      await context.tx.insertInto('expectedPayment').values({ id, personId, ...values, addedBy: context.actor.id, addedAt: instantOf(context.now) }).execute()
      return { id, version: 1 }
    }
    refuseIf(mayChange(await paymentOf(context, id), values, (await paidDays(context, id)).length > 0))
    return { id, version: await saveVersioned(context, 'expectedPayment', { id, version, personId }, values) }
  },
})

/** Three months of start-up support in one act (QUA-22): the first day, and the same day of the two months after. */
export const planStartUpSupport = operation({
  permission, input: PlanStartUpInput, output: z.object({ ids: z.array(Id) }), subjects: ({ personId }) => [personId],
  async run({ tx, actor, now }, { personId, ids, firstOn, monthlyOre }) {
    refuseIf(mayPlanStartUp(await loadPayments(tx, personId)))
    const days = startUpDays(firstOn)
    await tx.insertInto('expectedPayment').values(ids.map((id, index) => ({ id, personId, kind: 'start_up_support' as const, payer: 'municipality' as const, amountOre: monthlyOre, firstOn: days[index] ?? firstOn, startUpMonth: index + 1, addedBy: actor.id, addedAt: instantOf(now) }))).execute()
    return { ids }
  },
})

/** Ends what was expected from a day on; what has come stays. */
export const stopExpectedPayment = operation({
  permission, input: StopPaymentInput, output: SavedOf, subjects,
  async run(context, { paymentId, version, stoppedOn }) {
    const payment = await paymentOf(context, paymentId)
    refuseIf(mayStop(payment, stoppedOn, await paidDays(context, paymentId)))
    return { id: paymentId, personId: payment.personId, version: await saveVersioned(context, 'expectedPayment', { id: paymentId, version }, { stoppedOn, stoppedBy: context.actor.id }) }
  },
})

/** Notes that an expected payment came, on which day, and with which amount where it was another. */
export const notePaymentPaid = operation({
  permission, input: NotePaidInput, output: z.object({ id: Id, personId: Id }), subjects,
  async run(context, input) {
    const { personId, ...payment } = await paymentOf(context, input.paymentId)
    refuseIf(mayNotePaid(payment, input, context.today))
    await context.tx.insertInto('paymentReceipt').values({ ...input, personId, notedBy: context.actor.id, notedAt: instantOf(context.now) }).execute()
    return { id: input.id, personId }
  },
})

/** Takes back a note that was a mistake. */
export const withdrawPaymentNote = operation({
  permission, input: z.object({ receiptId: Id }), output: z.object({ personId: Id }), subjects,
  async run({ tx }, { receiptId }) {
    const gone = await tx.deleteFrom('paymentReceipt').where('id', '=', receiptId).returning('personId').executeTakeFirst()
    if (!gone) throw new Refused({ code: 'payments.notNoted' })
    return gone
  },
})
