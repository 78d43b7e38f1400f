import { sql } from 'kysely'
import { z } from 'zod'
import { addMonths } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound } from '#platform/problem.ts'
import { serverLocales } from '#platform/texts.ts'
import type { Line } from './benefit.schema.ts'
import { MyBenefit } from './benefit.schema.ts'
import { monthOf, payDayFor } from './month.core.ts'
import { amountText, writePayslip } from './payslip/payslip.ts'

const MOST_PAYSLIPS = 24
const PAY_DAYS_AHEAD = 4

type Paid = { runId: string; month: z.output<typeof MyBenefit>['payDays'][number]['month']; payOn: z.output<typeof MyBenefit>['payDays'][number]['payOn']; lines: Line[] }

async function paidTo({ tx }: Context, personId: string): Promise<Paid[]> {
  const { rows } = await sql<Paid>`select r.id as run_id, r.month, r.pay_on, jsonb_agg(jsonb_build_object('kind', l.kind, 'forMonth', l.for_month, 'amountOre', l.amount_ore, 'particulars', l.basis->'particulars') order by l.for_month desc, l.kind) as lines
    from benefit_line l join benefit_run r on r.municipality_id = l.municipality_id and r.id = l.run_id where l.person_id = ${personId} group by r.id, r.month, r.pay_on order by r.month desc limit ${MOST_PAYSLIPS}`.execute(tx)
  return rows
}

/** The participant's own: when she is paid next and about how much, and every payslip. Only what has been approved; nothing of a run that is being prepared. */
export const getMyBenefit = operation({
  permission: 'own.read', reads: true, input: z.object({ locale: z.enum(serverLocales) }), output: MyBenefit,
  subjects: (_, { personId }) => [personId],
  async run(context, { locale }) {
    const { tx, actor, today } = context
    if (!actor.personId) throw new NotFound()
    const setting = await tx.selectFrom('benefitSetting').select(['payDay', 'monthsAfter']).executeTakeFirst()
    const held = await tx.selectFrom('benefitHold').select('id').where('personId', '=', actor.personId).where('releasedOn', 'is', null).executeTakeFirst()
    const programme = await tx.selectFrom('participation').select('endedOn').where('personId', '=', actor.personId).orderBy('startsOn', 'desc').executeTakeFirst()
    const paid = await paidTo(context, actor.personId)
    const isIn = programme !== undefined && (programme.endedOn === null || programme.endedOn >= addMonths(monthOf(today), -1))
    const months = Array.from({ length: PAY_DAYS_AHEAD + 2 }, (_, index) => addMonths(monthOf(today), index - 2))
    const payDays = setting === undefined || !isIn ? [] : months.map((month) => ({ month, payOn: payDayFor(month, setting) })).filter(({ payOn }) => payOn >= today).slice(0, PAY_DAYS_AHEAD)
    const usual = paid[0]?.lines.find(({ kind }) => kind === 'base')?.amountOre
    const next = paid.find(({ payOn }) => payOn >= today)
    const expectedOre = next === undefined ? usual : next.lines.reduce((all, { amountOre }) => all + amountOre, 0)
    return {
      personId: actor.personId, nextPayOn: payDays[0]?.payOn ?? null, payDays, expected: expectedOre === undefined || payDays.length === 0 ? null : amountText(locale, expectedOre), isHeld: held !== undefined,
      payslips: paid.map(({ runId, month, payOn, lines }) => ({ runId, month, payOn, payslip: writePayslip(locale, { month, payOn, isApproved: true, lines }) })),
    }
  },
})
