import { z } from 'zod'
import { addMonths } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { serverLocales } from '#platform/texts.ts'
import { loadBenefitMonths } from '../benefit/expected-months.ts'
import { lastDayOf, monthOf } from '../benefit/month.core.ts'
import { aboutText, amountText } from '../benefit/payslip/payslip.ts'
import { calendarItems, calendarMonths, itemsWithin, nextMoney } from './calendar.core.ts'
import { loadPayments, loadReceipts } from './load-payments.ts'
import type { CalendarItem, MyPaymentItem } from './payments.schema.ts'
import { MyPayments } from './payments.schema.ts'

/** What came last month is still of interest; before that the payslips say. */
const MONTHS_BACK = 1

const inWords = ({ kind, payer, payerName, payOn, state, isAbout, startUpMonth, forMonth, amountOre }: CalendarItem, locale: ServerLocale): MyPaymentItem =>
  ({ kind, payer, payerName, payOn, state, isAbout, startUpMonth, forMonth, amount: amountOre === null ? null : (isAbout ? aboutText : amountText)(locale, amountOre) })

const adviserOf = async ({ tx }: Context, personId: string) => (await tx.selectFrom('person as p').innerJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 'p.municipalityId').onRef('a.id', '=', 'p.adviserId'))
  .select(['a.name', 'a.email']).where('p.id', '=', personId).executeTakeFirst()) ?? null

/** The participant's own money: what comes next, from whom, when and how much, then month by month. What was stopped is not shown. */
export const getMyPayments = operation({
  permission: 'own.read', reads: true, input: z.object({ locale: z.enum(serverLocales) }), output: MyPayments, subjects: (_, { personId }) => [personId],
  async run(context, { locale }) {
    const { tx, actor, today } = context
    const personId = found(actor.personId)
    const months = calendarMonths(addMonths(today, -MONTHS_BACK))
    const last = lastDayOf(months.at(-1) ?? monthOf(today))
    const { months: benefit } = await loadBenefitMonths(tx, personId, months[0] ?? today, last)
    const items = calendarItems({ payments: await loadPayments(tx, personId), receipts: await loadReceipts(tx, personId), benefit }, last, today).filter(({ state }) => state !== 'stopped')
    return {
      personId, today, adviser: await adviserOf(context, personId), next: nextMoney(items, today).map((one) => inWords(one, locale)),
      months: months.map((month) => ({ month, items: itemsWithin(items, [month]).map((one) => inWords(one, locale)) })),
    }
  },
})
