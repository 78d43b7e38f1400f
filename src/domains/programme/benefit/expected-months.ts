import { loadGrounds } from '#domains/rules/index.ts'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { Income, PersonBasis, Span } from './basis.core.ts'
import { computeMonth } from './month-benefit.core.ts'
import type { BenefitMonth, FirstBenefit } from './month.core.ts'
import { lastDayOf, monthOf, payDayFor } from './month.core.ts'
import type { Grounds } from '#rules/rule.ts'

export type BenefitMonths = { months: BenefitMonth[]; /** Of each programme there is or was, oldest first. */ first: FirstBenefit[]; hasPayDay: boolean }

/** A programme until it ended, or until the length it was given is used: what adds to that comes later, never earlier. */
async function programmesOf(tx: Tx, personId: string): Promise<Span[]> {
  const rows = await tx.selectFrom('participation').select(['startsOn', 'months', 'extensionMonths', 'endedOn']).where('personId', '=', personId).orderBy('startsOn').execute()
  return rows.map(({ startsOn, months, extensionMonths, endedOn }) => ({ from: startsOn, to: endedOn ?? addDays(addMonths(startsOn, months + extensionMonths), -1) }))
}

/** What a month that has not been prepared rests on: attendance is taken to be as planned. */
async function basisOf(tx: Tx, personId: string, programmes: Span[]): Promise<PersonBasis> {
  const person = await tx.selectFrom('person').select('birthDate').where('id', '=', personId).executeTakeFirst()
  const terms = await tx.selectFrom('benefitTerms').select(['fromOn', 'livesWithParents', 'isPartnerInProgramme', 'hasChildren']).where('personId', '=', personId).execute()
  const incomes: Income[] = await tx.selectFrom('benefitIncome').select(['id', 'kind', 'monthlyOre', 'monthlyHours', 'earnedBefore', 'fromOn', 'toOn']).where('personId', '=', personId).execute()
  return { personId, birthDate: person?.birthDate ?? null, programmes, terms, incomes, days: [], unpaidLeave: [], heldFrom: null, paid: [], refunds: [], decided: [] }
}

const paidMonths = (tx: Tx, personId: string) => tx.selectFrom('benefitRun as r').innerJoin('benefitLine as l', (join) => join.onRef('l.municipalityId', '=', 'r.municipalityId').onRef('l.runId', '=', 'r.id'))
  .select(['r.month', 'r.payOn']).select(({ fn }) => fn.sum<number>('l.amountOre').as('amountOre')).where('l.personId', '=', personId).where('r.approvedAt', 'is not', null).groupBy(['r.month', 'r.payOn']).execute()

function amountOf(basis: PersonBasis, month: PlainDate, grounds: Grounds): number | null {
  const { lines } = computeMonth(basis, month, grounds)
  return lines.length === 0 ? null : lines.reduce((all, { ore }) => all + ore, 0)
}

/**
 * The benefit of one person that is paid between two days: what was approved, and for the months not approved yet about what is known
 * today gives. Computed, never copied. The last month of a programme is paid after it has ended.
 */
export async function loadBenefitMonths(tx: Tx, personId: string, from: PlainDate, to: PlainDate): Promise<BenefitMonths> {
  const setting = await tx.selectFrom('benefitSetting').select(['payDay', 'monthsAfter']).executeTakeFirst()
  const programmes = await programmesOf(tx, personId)
  const approved: BenefitMonth[] = (await paidMonths(tx, personId)).map(({ month, payOn, amountOre }) => ({ month, payOn, amountOre: Number(amountOre), isAbout: false }))
  const within = ({ payOn }: BenefitMonth): boolean => payOn >= from && payOn <= to
  if (setting === undefined) return { months: approved.filter(within), first: [], hasPayDay: false }
  const takesPart = (month: PlainDate): boolean => programmes.some((one) => one.from <= lastDayOf(month) && (one.to === null || one.to >= month))
  const known = new Set(approved.map(({ month }) => month))
  const last = approved.reduce<PlainDate | null>((latest, { month }) => (latest === null || month > latest ? month : latest), null)
  const ahead: PlainDate[] = []
  for (let month = addMonths(monthOf(from), -setting.monthsAfter); month <= to; month = addMonths(month, 1)) if (takesPart(month) && !known.has(month) && (last === null || month > last)) ahead.push(month)
  const [basis, grounds] = ahead.length === 0 ? [null, null] : [await basisOf(tx, personId, programmes), await loadGrounds(tx)]
  const coming = ahead.map((month): BenefitMonth => ({ month, payOn: payDayFor(month, setting), amountOre: basis === null || grounds === null ? null : amountOf(basis, month, grounds), isAbout: true }))
  return { months: [...approved, ...coming].filter(within), hasPayDay: true, 
    first: programmes.map(({ from: startsOn, to: endsOn }) => ({ startsOn, endsOn, payOn: approved.find(({ month }) => month === monthOf(startsOn))?.payOn ?? payDayFor(monthOf(startsOn), setting) })) }
}
