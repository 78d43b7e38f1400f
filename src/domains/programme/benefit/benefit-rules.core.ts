import type { PlainDate } from '#shared/date.ts'
import type { ExactAmount } from '#shared/money.ts'
import { Ore, atMost, exactly, plus, shareOf } from '#shared/money.ts'
import type { FactName, Facts } from '#rules/facts.ts'
import { benefitOf, rounding } from '#rules/introduction-benefit/amounts.ts'
import { benefitDeduction } from '#rules/introduction-benefit/deduction.ts'
import { benefitIncome } from '#rules/introduction-benefit/income.ts'
import { benefitPaidWork } from '#rules/introduction-benefit/paid-work.ts'
import { benefitPartMonth } from '#rules/introduction-benefit/part-month.ts'
import { benefitRate } from '#rules/introduction-benefit/rate.ts'
import { benefitSetOff } from '#rules/introduction-benefit/set-off.ts'
import type { Answer, Grounds, OpenQuestion, Rule } from '#rules/rule.ts'
import { decideRule } from '#rules/rule.ts'
import type { AttendanceDay, Income, PersonBasis } from './basis.core.ts'
import { lastDayOf, monthOf } from './month.core.ts'

/** What is kept of an answer with the amount that rests on it. */
export type Trace = Pick<Answer<unknown>, 'rule' | 'version' | 'on' | 'answer' | 'steps'> & { facts: Facts }
/** An answer, or what it cannot be given without. */
export type Asked<T> = { value: T | null; missing: OpenQuestion[]; traces: Trace[] }

function ask<N extends FactName, A>(rule: Rule<N, A>, facts: Facts, on: PlainDate, grounds: Grounds): Asked<A> {
  const { rule: name, version, answer, steps, openQuestions } = decideRule(rule, facts, on, grounds)
  const missing = answer === null ? openQuestions : []
  return { value: answer, missing, traces: [{ rule: name, version, on, answer, steps, facts }] }
}

/** The facts of § 20 on one day: those of the newest terms that hold then. What is null is left out, so that the rule says it is missing. */
function rateFactsOn({ birthDate, programmes, terms }: PersonBasis, on: PlainDate): Facts {
  const held = terms.reduce<PersonBasis['terms'][number] | undefined>((best, one) => (one.fromOn <= on && (best === undefined || one.fromOn > best.fromOn) ? one : best), undefined)
  const programme = programmes.find(({ from, to }) => from <= on && (to === null || to >= on))
  const known = { birthDate, livesWithParents: held?.livesWithParents, isPartnerInProgramme: held?.isPartnerInProgramme, hasChildren: held?.hasChildren, startedOn: programme?.from }
  // reason for the cast: only names and values of facts were put in, some of them taken out again
  return { ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== undefined)) as Facts), paymentFrom: monthOf(on), paymentTo: lastDayOf(monthOf(on)) }
}

export type Rate = { basicAmount: number; share: { numerator: number; denominator: number } }

/** What part of the benefit she has on a day, and of which basic amount. */
export const rateOn = (basis: PersonBasis, on: PlainDate, grounds: Grounds): Asked<Rate> => ask(benefitRate, rateFactsOn(basis, on), on, grounds)

/** Rounds as the municipality does; the rate has already asked for that choice, so that it is known where there is a rate. */
export const rounds = ({ settings }: Grounds): ((amount: ExactAmount) => number) =>
  rounding({ choice: ({ name, options }) => options.find((one) => one === settings.choices[name]) ?? options[0] ?? '' })

const NOTHING = exactly(Ore.parse(0))
type RatedDays = { days: number; rate: Rate }

/**
 * The benefit of a month, exact: a twelfth of the year for a whole one at one rate, else so many thirtieths at each rate. Where the rate
 * changes in a month, the last one has what is left of the thirtieths. Hours of leave without benefit are taken off as hours (§ 20 second paragraph).
 */
export function monthAmount(pieces: readonly RatedDays[], unpaidMinutes: number, month: PlainDate, grounds: Grounds): Asked<ExactAmount> {
  const days = pieces.reduce((all, one) => all + one.days, 0)
  const part = ask(benefitPartMonth, { paymentFrom: month, paymentTo: lastDayOf(month), benefitDays: days }, month, grounds)
  if (part.value === null) return { ...part, value: null }
  let left = part.value.thirtieths
  const amounts = pieces.map(({ days: ofPiece, rate }, index) => {
    const own = index === pieces.length - 1 ? left : Math.min(left, ofPiece)
    left -= own
    return shareOf(benefitOf(rate.basicAmount, rate.share).month, own, 30)
  })
  const whole = amounts.reduce(plus, NOTHING)
  const hour = pieces[0] === undefined ? NOTHING : benefitOf(pieces[0].rate.basicAmount, pieces[0].rate.share).hour
  return { ...part, value: unpaidMinutes === 0 ? whole : plus(whole, shareOf(atMost(whole, shareOf(hour, unpaidMinutes, 60)), -1, 1)) }
}

const isWhole = ({ unauthorisedMinutes, plannedMinutes }: AttendanceDay): boolean => unauthorisedMinutes >= plannedMinutes

/** What days absent without permission take off (§ 21): whole days as days, parts of days as hours, all of them at the rate of the first. */
export function absenceDeduction(basis: PersonBasis, days: readonly AttendanceDay[], grounds: Grounds): Asked<number> {
  const on = days[0]?.on
  if (on === undefined) return { value: 0, missing: [], traces: [] }
  const whole = days.filter(isWhole).length
  const minutes = days.filter((day) => !isWhole(day)).reduce((all, day) => all + day.unauthorisedMinutes, 0)
  const asked = ask(benefitDeduction, { ...rateFactsOn(basis, on), unauthorisedMonths: 0, unauthorisedDays: whole, unauthorisedHours: minutes / 60 }, on, grounds)
  return { ...asked, value: asked.value?.deduction ?? null }
}

const partOf = (ore: number, part: number): ExactAmount => shareOf(exactly(Ore.parse(ore)), part, 30)

/** What another benefit takes off (§ 22), for so many thirtieths of the month. */
export function incomeDeduction(basis: PersonBasis, { kind, monthlyOre, earnedBefore }: Income & { kind: Exclude<Income['kind'], 'paid_work'> }, { part, on }: { part: number; on: PlainDate }, grounds: Grounds): Asked<number> {
  const otherIncomes = [{ kind, monthOre: monthlyOre, ...(earnedBefore === null ? {} : { earnedBefore }) }]
  const asked = ask(benefitIncome, { ...rateFactsOn(basis, on), otherIncomes } as Facts, on, grounds)
  return { ...asked, value: asked.value === null ? null : rounds(grounds)(partOf(asked.value.reduction, part)) }
}

/** What paid work in the programme takes off (§ 23): its time, or the pay krone for krone when that is better for her. */
export function workDeduction(basis: PersonBasis, { monthlyOre, monthlyHours }: Income, { part, on }: { part: number; on: PlainDate }, grounds: Grounds): Asked<number> {
  const facts = { ...rateFactsOn(basis, on), isPaidWorkInProgramme: true, paidWorkHours: Math.round((monthlyHours ?? 0) * 60 * part / 30) / 60, paidWorkPayOre: Math.round(monthlyOre * part / 30) }
  const asked = ask(benefitPaidWork, facts, on, grounds)
  return { ...asked, value: asked.value?.reduction ?? null }
}

/** Whether a set-off of so much of one payment is an enkeltvedtak (§ 46). */
export function isLargeSetOff(setOffOre: number, paymentOre: number, on: PlainDate, grounds: Grounds): Asked<boolean> {
  const asked = ask(benefitSetOff, { setOffOre, paymentOre }, on, grounds)
  return { ...asked, value: asked.value?.isDecision ?? null }
}
