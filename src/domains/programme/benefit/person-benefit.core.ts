import type { PlainDate } from '#shared/date.ts'
import type { Grounds, OpenQuestion } from '#rules/rule.ts'
import type { Decided, IssueKind, PersonBasis } from './basis.core.ts'
import type { Particulars } from './benefit.schema.ts'
import type { Trace } from './benefit-rules.core.ts'
import { isLargeSetOff } from './benefit-rules.core.ts'
import type { Computed, MonthBenefit } from './month-benefit.core.ts'
import { computeMonth } from './month-benefit.core.ts'

/** Something somebody must look at before the run is approved. */
export type Issue = { kind: IssueKind; forMonth: PlainDate; particulars: Particulars; missing: readonly OpenQuestion[]; fingerprint: string; proposedOre: number; isLarge: boolean; decided: Decided | null; owedBack: readonly { month: PlainDate; ore: number }[]; traces: readonly Trace[] }
export type PersonBenefitResult = { personId: string; lines: Computed[]; issues: Issue[]; payoutOre: number }

const totalOf = (lines: readonly { ore: number }[]): number => lines.reduce((all, { ore }) => all + ore, 0)
const plain = { missing: [], isLarge: false, owedBack: [], traces: [], decided: null } as const

function questionsOf(found: MonthBenefit, forMonth: PlainDate, basis: PersonBasis, runMonth: PlainDate): Issue[] {
  if (found.missing.length === 0) return []
  const missing = [...new Map(found.missing.map((one) => [`${one.kind}:${one.name}`, one])).values()]
  const fingerprint = missing.map(({ kind, name }) => `${kind}:${name}`).toSorted().join(';')
  return [{ ...plain, kind: 'cannot_decide', forMonth, particulars: {}, missing, fingerprint, proposedOre: 0, decided: decidedHere(basis, runMonth, 'cannot_decide', forMonth, fingerprint) }]
}

const decidedHere = (basis: PersonBasis, runMonth: PlainDate, kind: IssueKind, forMonth: PlainDate, fingerprint: string): Decided | null =>
  basis.decided.find((one) => one.runMonth === runMonth && one.kind === kind && one.forMonth === forMonth && one.fingerprint === fingerprint) ?? null

/** The exceptions of the month itself: what was not decided on the same facts in an earlier run, and attendance that is not settled. */
function issuesOf(found: MonthBenefit, basis: PersonBasis, runMonth: PlainDate): Issue[] {
  const proposals = found.proposals.filter(({ decided }) => decided === null || decided.runMonth === runMonth)
    .map(({ kind, forMonth, particulars, fingerprint, ore, decided, traces }): Issue => ({ ...plain, kind, forMonth, particulars, fingerprint, proposedOre: ore, decided, traces }))
  if (found.unsettled.length === 0) return proposals
  const on = found.unsettled.map((day) => day.on).join(',')
  return [...proposals, { ...plain, kind: 'unsettled', forMonth: runMonth, particulars: { days: found.unsettled.length, minutes: found.unsettled.reduce((all, day) => all + day.unsettledMinutes, 0), on }, fingerprint: on, proposedOre: 0, decided: decidedHere(basis, runMonth, 'unsettled', runMonth, on) }]
}

type Difference = { month: PlainDate; ore: number; traces: readonly Trace[] }

/** What she should have had for an earlier month less what she has got; what the municipality has let go is not asked for again. */
function differenceOf(basis: PersonBasis, month: PlainDate, owed: readonly Computed[]): Difference {
  const paid = totalOf(basis.paid.filter(({ forMonth }) => forMonth === month))
  const waived = totalOf(basis.decided.flatMap((one) => one.waived).filter((one) => one.month === month))
  const ore = totalOf(owed) - paid
  return { month, ore: ore < 0 ? Math.min(0, ore + waived) : ore, traces: owed.flatMap(({ traces }) => traces) }
}

/** Takes back what was paid too much, oldest first, as far as `most` reaches; what is left is found again in the next run. */
function takeBack(differences: readonly Difference[], most: number): Computed[] {
  let left = most
  return differences.flatMap(({ month, ore, traces }) => {
    const taken = Math.min(left, -ore)
    left -= taken
    return taken > 0 ? [{ kind: 'set_off' as const, forMonth: month, ore: -taken, particulars: { owedBackOre: -ore }, traces }] : []
  })
}

function setOffIssue(basis: PersonBasis, runMonth: PlainDate, negative: readonly Difference[], available: number, grounds: Grounds): Issue {
  const owedBack = negative.map(({ month, ore }) => ({ month, ore: -ore }))
  const whole = totalOf(owedBack)
  const fingerprint = owedBack.map(({ month, ore }) => `${month}:${ore}`).join(';')
  const decided = decidedHere(basis, runMonth, 'set_off', runMonth, fingerprint)
  const proposedOre = Math.min(whole, available)
  const taken = decided?.decision === 'adjust' ? Math.min(decided.ore, proposedOre) : proposedOre
  const large = isLargeSetOff(taken, available, runMonth, grounds)
  return { ...plain, kind: 'set_off', forMonth: runMonth, owedBack, fingerprint, proposedOre, decided, missing: large.missing, isLarge: large.value === true, traces: large.traces,
    particulars: { owedBackOre: whole, availableOre: available, months: owedBack.map(({ month }) => month).join(',') } }
}

/**
 * One person in one run: this month, and the difference for every earlier month that was paid (§ 25). An amount is never below
 * zero: what cannot be taken back now stands over to the next run. `earlier` are the months of runs approved before.
 */
export function computePerson(basis: PersonBasis, runMonth: PlainDate, earlier: readonly PlainDate[], grounds: Grounds): PersonBenefitResult {
  const now = computeMonth(basis, runMonth, grounds)
  const before = earlier.map((month) => ({ month, found: computeMonth(basis, month, grounds) }))
  const questions = [...before.flatMap(({ month, found }) => questionsOf(found, month, basis, runMonth)), ...questionsOf(now, runMonth, basis, runMonth)]
  const differences = before.filter(({ found }) => found.missing.length === 0).map(({ month, found }) => differenceOf(basis, month, found.lines))
  const more = differences.filter(({ ore }) => ore > 0).map(({ month, ore, traces }): Computed => ({ kind: 'correction', forMonth: month, ore, particulars: {}, traces }))
  const negative = differences.filter(({ ore }) => ore < 0)
  const available = totalOf([...now.lines, ...more])
  const setOff = negative.length === 0 || available <= 0 ? [] : [setOffIssue(basis, runMonth, negative, available, grounds)]
  const back = setOff.flatMap(({ decided, proposedOre }) => takeBack(negative, decided === null || decided.decision === 'accept' ? proposedOre : Math.min(decided.ore, proposedOre)))
  // beside the benefit: nothing is taken back from it, and it is in no difference
  const refunds = basis.refunds.map(({ forMonth, ore }): Computed => ({ kind: 'refund', forMonth, ore, particulars: {}, traces: [] }))
  const lines = [...now.lines, ...more, ...refunds, ...back]
  return { personId: basis.personId, lines, issues: [...questions, ...issuesOf(now, basis, runMonth), ...setOff], payoutOre: totalOf(lines) }
}

/** A whole run, in the order of the persons' ids, whatever order they came in. */
export const computeRun = (all: readonly PersonBasis[], runMonth: PlainDate, earlier: readonly PlainDate[], grounds: Grounds): PersonBenefitResult[] =>
  all.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)).map((basis) => computePerson(basis, runMonth, earlier, grounds))
