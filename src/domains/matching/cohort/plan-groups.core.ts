import type { PlainDate } from '#shared/date.ts'
import type { Fair } from '#matching/engine/floors.ts'
import type { Groups } from '#matching/engine/floor-ground.ts'
import { reportOf, scoresOf } from '#matching/engine/group-report.ts'
import type { Instance } from '#matching/engine/instance.ts'
import { ageBand, type Bands } from '../calibration/groups-of-people.core.ts'
import { hiddenGroups } from '../calibration/small-groups.core.ts'
import type { DivisionName, PayRow, PlanGroupRow, Price } from './groups.schema.ts'
import type { Cohort, Decided } from './problem.core.ts'
import { mayBeAt, roomOf, scoreAt, wayUp } from './problem.core.ts'

/** The share of its own best that each group is to have at least, when somebody asks what that would cost. */
export const FLOOR = 0.95
const AGES: Bands = [[30, 'under_30'], [45, 'from_30'], [Infinity, 'from_45']]
const ORDER = { gender: ['female', 'male', 'other', 'unknown'], age: [...AGES.map(([, name]) => name), 'unknown'] }

/** What a division goes by. Nothing of her is known where she has objected to being matched. */
export type Member = { gender: string | null; birthDate: PlainDate | null }
/** People by number in the groups that are shown (`group` is a number in `shown`); all others are in one last group, which is told of nowhere. `all`: every group there is. */
type Division = { all: string[]; shown: string[]; group: Int32Array }

/** Divides the people of a plan by sex or by age on the day it was solved; groups that are small, and what would give them away, are put together. */
export function divided(members: readonly Member[], by: DivisionName, on: PlainDate): Division {
  const keys = members.map(({ gender, birthDate }) => (by === 'gender' ? gender ?? 'unknown' : ageBand(birthDate, on, AGES)))
  const counts = new Map(ORDER[by].map((key) => [key, keys.filter((one) => one === key).length]))
  const hidden = hiddenGroups(counts)
  const all = ORDER[by].filter((key) => (counts.get(key) ?? 0) > 0)
  const shown = all.filter((key) => !hidden.has(key))
  return { all, shown, group: Int32Array.from(keys, (key) => (hidden.has(key) ? shown.length : shown.indexOf(key))) }
}

/** A plan in which what is decided stands: whoever is fixed at a place, by hand or released, has it as a place of her own, and its seat is nobody else's. */
export function settled(cohort: Cohort, decided: Decided, match: Int32Array): { cohort: Cohort; match: Int32Array } {
  const [fixed, room] = [[...decided.fixed].filter(([, j]) => j >= 0), roomOf(cohort)]
  for (const [, j] of fixed) for (const node of wayUp(cohort, j)) room[node] = Math.max(0, (room[node] ?? 0) - 1)
  const ownAt = new Map(fixed.map(([i], at) => [i, cohort.seats.length + at]))
  const pairs = cohort.pairs.map((row, i) => {
    const [wide, own] = [new Int32Array(row.length + fixed.length), ownAt.get(i)]
    if (own === undefined) row.forEach((score, j) => { if (mayBeAt(cohort, decided, i, j)) wide[j] = score })
    else wide[own] = scoreAt(cohort, i, decided.fixed.get(i) ?? -1)
    return wide
  })
  return { match: match.map((j, i) => ownAt.get(i) ?? j), cohort: { pairs, seats: [...cohort.seats.map((_, j) => room[j] ?? 0), ...fixed.map(() => 1)], limitOf: [...cohort.limitOf, ...fixed.map(() => null)],
    limits: cohort.limits.map(({ above }, at) => ({ left: room[cohort.seats.length + at] ?? 0, above })) } }
}

/** The same question for one group alone, as if nobody else were to be placed. */
export function aloneIn(instance: Instance, { group }: Division, at: number): Instance {
  const weight = instance.weight.slice()
  group.forEach((own, i) => { if (own !== at) weight.fill(0, instance.rowStart[i], instance.rowStart[i + 1]) })
  return { ...instance, weight }
}

/** How each group that is shown fares where everybody is now; `bests`: where its people are in the best it could get alone. */
export function groupRows(instance: Instance, { all, shown, group }: Division, match: Int32Array, bests: readonly { match: Int32Array }[]): PlanGroupRow[] {
  const ownBest = new Float64Array(instance.people)
  bests.forEach((best, at) => scoresOf(instance, best).forEach((score, i) => { if (group[i] === at) ownBest[i] = score }))
  const reports = reportOf(instance, { group, groups: shown.length, ownBest }, { match })
  return all.map((key): PlanGroupRow => {
    const report = reports[shown.indexOf(key)]
    return { key, result: report ? { people: report.people, placed: report.placed, placedShare: report.placedShare, ownBestShare: report.ownBestShare } : 'hidden' }
  })
}

const hasFloor = (key: string): boolean => key !== 'unknown'

/** The floors to ask the price of: of each group that is shown and known. Nothing where there is none. */
export const floorsOf = ({ shown, group }: Division): Groups | undefined => (shown.some(hasFloor) ? { group, floors: [...shown.map((key) => (hasFloor(key) ? FLOOR : null)), null] } : undefined)

/** What floors cost in all, and which groups pay. */
export function priceOf({ all, shown }: Division, { before, after, payers, placed, score, plainScore, loss, gap }: Fair): Price {
  const rows = all.map((key): PayRow => {
    const at = shown.indexOf(key)
    const payer = payers[at]
    if (!payer) return { key, result: 'hidden' }
    const { lose, lost, gain, gained } = payer
    return { key, result: { hasFloor: hasFloor(key), before: before[at]?.ownBestShare?.share ?? null, after: after[at]?.ownBestShare?.share ?? null, lose, lost, gain, gained } }
  })
  return { without: { placed: before.reduce((sum, one) => sum + one.placed, 0), score: plainScore }, with: { placed, score }, loss, gap, rows }
}
