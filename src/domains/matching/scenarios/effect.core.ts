import { usableSeats } from '../cohort/problem.core.ts'
import type { Market } from '../market/market.core.ts'
import type { Outcome } from '../market/standing.core.ts'
import { outcomesOf } from '../market/standing.core.ts'
import { FEWEST, groupsOf } from './groups.core.ts'
import type { State, Workshop } from './scenario.core.ts'
import { preparedFor } from './scenario.core.ts'
import { GROUPS } from './what-if.schema.ts'
import type { Comparison, Effect, Group, Scenario, Spread } from './what-if.schema.ts'

/** So many draws of who gets a seat, where seats are drawn. */
export const DRAWS = 40

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

/** Mean, and what a tenth of the values stay below and above. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const mean = values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
  return { mean, low: at(sorted, 0.1), high: at(sorted, 0.9) }
}

/** The states of a scenario: one, or one for each draw. */
export function statesOf(shop: Workshop, parts: Scenario['parts'], seed: number, most: number): State[] {
  const ask = preparedFor(shop, parts.map(({ part }) => part))
  const first = ask(seed)
  return first.isDrawn ? [first, ...Array.from({ length: most - 1 }, (_, draw) => ask(seed + draw + 1))] : [first]
}

/** How many of each group are placed in each outcome. People keep their number through every change. */
function placedByGroup(people: Market['people'], outcomes: readonly Outcome[]): Map<Group, number[]> {
  const groups = people.map(groupsOf)
  const counts = new Map<Group, number[]>()
  outcomes.forEach(({ places }, draw) => places.forEach((place, person) => {
    if (!place) return
    for (const group of groups[person] ?? []) {
      const list = counts.get(group) ?? outcomes.map(() => 0)
      list[draw] = (list[draw] ?? 0) + 1
      counts.set(group, list)
    }
  }))
  return counts
}

const meanOf = (values: readonly number[] | undefined): number => (values ? spreadOf(values).mean : 0)

function groupEffects(people: Market['people'], before: readonly Outcome[], after: readonly Outcome[]): Effect['groups'] {
  const [was, now] = [placedByGroup(people, before), placedByGroup(people, after)]
  const sizes = new Map<Group, number>()
  for (const group of people.flatMap(groupsOf)) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return GROUPS.flatMap((group): Effect['groups'] => {
    const size = sizes.get(group) ?? 0
    if (size === 0) return []
    return size < FEWEST ? [{ group, people: null, before: null, after: null }] : [{ group, people: size, before: meanOf(was.get(group)), after: meanOf(now.get(group)) }]
  })
}

function effectOf(states: readonly State[], outcomes: readonly Outcome[], people: Market['people'], before: readonly Outcome[]): Effect {
  const [first] = states
  const parts = first?.parts.map((part, index) => ({ ...part, takes: part.takes === null ? null : Math.round(spreadOf(states.map(({ parts: all }) => all[index]?.takes ?? 0)).mean) })) ?? []
  return { placed: spreadOf(outcomes.map(({ placed }) => placed)), fits: spreadOf(outcomes.map(({ fits }) => fits)), score: spreadOf(outcomes.map(({ score }) => score)), draws: outcomes.length,
    seats: first ? usableSeats({ seats: first.market.places.map(({ seats }) => seats), limitOf: first.market.places.map(({ limitAt }) => limitAt), limits: first.market.limits }) : 0, groups: groupEffects(people, before, outcomes), parts }
}

/** Several scenarios beside today, on the same facts, with the same draws. `onStep` hears the share done and stops the work by throwing. */
export function compareScenarios(shop: Workshop, scenarios: readonly Scenario[], seed: number, onStep: (share: number) => void = () => undefined): Comparison {
  const { people } = shop.market
  const today: State[] = [preparedFor(shop, [])(seed)]
  const all = [today]
  for (const [index, { parts }] of scenarios.entries()) {
    all.push(statesOf(shop, parts, seed, DRAWS))
    onStep(0.5 * (index + 1) / scenarios.length)
  }
  const total = all.flat().length
  let done = 0
  const outcomes = all.map((states) => [...outcomesOf(states.map(({ market }) => market), shop.worths, seed)].map((outcome) => {
    onStep(0.5 + 0.5 * (done += 1) / total)
    return outcome
  }))
  const effects = all.map((states, index) => effectOf(states, outcomes[index] ?? [], people, outcomes[0] ?? []))
  return { people: people.length, today: effects[0] ?? effectOf([], [], people, []), scenarios: scenarios.map(({ name }, index) => ({ name, effect: effects[index + 1] ?? effectOf([], [], people, []) })) }
}
