import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import type { AssistanceGroup } from '../nav-measures/facts.ts'
import { isReducedCapacity } from '../nav-measures/facts.ts'

/** A percent and the first day it holds. */
export type Rung = { from: PlainDate; percent: number }

export type Agreement = { kind: 'temporary' | 'permanent' | 'four_year' | 'summer_job'; from: PlainDate; until: PlainDate }

/** The highest percents of the permanent subsidy: the first year, and after. */
export const PERMANENT_HIGHEST = { first: 75, after: 67 } as const
const FOUR_YEARS = [70, 60, 50, 35] as const
const LOWERED_BY = 10
const YEAR = 12

/** Reduction dates after the last day are dropped; one on the last day is kept. */
const within = (rungs: readonly Rung[], until: PlainDate): Rung[] => rungs.filter(({ from }) => from <= until)

/** Temporary: 40 % for six months, then 30; with reduced capacity 60 % for twelve months, then 50 (TF § 9-5). */
export function temporaryLadder({ from, until }: Agreement, group: AssistanceGroup): Rung[] {
  const [percent, months] = isReducedCapacity(group) ? [60, YEAR] : [40, 6]
  return within([{ from, percent }, { from: addMonths(from, months), percent: percent - LOWERED_BY }], until)
}

/** Permanent: as agreed, at most 75 % the first year; lowered to 67 % after a year where it was more (TF § 10-7). */
export function permanentLadder({ from, until }: Agreement, agreed: number): Rung[] {
  const first = { from, percent: Math.min(agreed, PERMANENT_HIGHEST.first) }
  return agreed <= PERMANENT_HIGHEST.after ? [first] : within([first, { from: addMonths(from, YEAR), percent: PERMANENT_HIGHEST.after }], until)
}

/** Four years for the young: 70, 60, 50 and 35 %, each for twelve months (FOR-2026-02-04-163 § 7). */
export const fourYearLadder = ({ from, until }: Agreement): Rung[] => within(FOUR_YEARS.map((percent, year) => ({ from: addMonths(from, year * YEAR), percent })), until)

/** Summer job: 50 %, with reduced capacity 75, throughout (TF § 8-6). */
export const summerLadder = ({ from }: Agreement, group: AssistanceGroup): Rung[] => [{ from, percent: isReducedCapacity(group) ? 75 : 50 }]

/** The percent of a period is that of its last day: it is reduced when it ends on or after the reduction date. */
export const percentOf = (ladder: readonly Rung[], lastDay: PlainDate): number => ladder.findLast(({ from }) => from <= lastDay)?.percent ?? 0
