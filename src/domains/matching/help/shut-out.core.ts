import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { Demand, OpeningFacts, PersonFacts } from '../facts.schema.ts'
import type { Compare } from '../market/compare.core.ts'
import type { Criterion, CriterionKind, MatchValue } from '../match.schema.ts'

const LADDER: readonly string[] = CEFR_LEVELS

/** How one demand could be less: a level lower, or a wish instead of a demand. Nothing where the law sets it. */
export type StepDown = { is: 'level'; to: string } | { is: 'wish' } | { is: 'none'; why: 'law' | 'lowest' | 'work' }

/** One demand, and how many it shuts out: of all who were compared, those who do not meet it, and those who meet everything else. */
export type ShutOut = { kind: CriterionKind; asked: MatchValue; statutoryBasis: string | null; missing: number; unknown: number; alone: number; stepDown: StepDown; /** How many more would meet everything. */ opens: number }

function stepOf({ kind, level, statutoryBasis }: Demand): StepDown {
  if (statutoryBasis !== null) return { is: 'none', why: 'law' }
  if (kind !== 'norwegian' && kind !== 'language') return { is: 'wish' }
  const below = level === null ? undefined : LADDER[LADDER.indexOf(level) - 1]
  return below === undefined ? { is: 'none', why: 'lowest' } : { is: 'level', to: below }
}

/** The opening with one demand a step down. */
function withStep(opening: OpeningFacts, demand: Demand, step: StepDown): OpeningFacts {
  const demands = opening.demands.map((one) => (one !== demand ? one : step.is === 'level' ? { ...one, level: step.to } : { ...one, isRequired: false }))
  return { ...opening, demands }
}

const keyOf = ({ kind, asked, statutoryBasis }: Pick<Criterion, 'kind' | 'asked' | 'statutoryBasis'>): string => JSON.stringify([kind, asked, statutoryBasis])

/** The demand a criterion was made of; none for what the working week, the way and the body ask for. */
const demandOf = (opening: OpeningFacts, { kind, asked }: Criterion): Demand | undefined => opening.demands.find((one) => one.isRequired && one.kind === kind
  && (asked.is === 'level' ? one.level === asked.level && one.skill === asked.skill && (kind === 'norwegian' || one.name === asked.language) : asked.is !== 'name' || (one.name ?? '') === asked.name || kind === 'experience'))

/** What shuts whom out of one place: each demand alone and with the others, and what a step down would open. Counted by comparing anew. */
export function shutOutsOf(opening: OpeningFacts, people: readonly PersonFacts[], compare: Compare): { considered: number; fit: number; demands: ShutOut[] } {
  const unmet = people.map((person) => compare(person, opening).required.filter(({ met }) => met !== 'yes'))
  const fit = unmet.filter((one) => one.length === 0).length
  const kinds = new Map<string, Criterion>()
  for (const criteria of unmet) for (const one of criteria) if (!kinds.has(keyOf(one))) kinds.set(keyOf(one), one)
  const demands = [...kinds].map(([key, criterion]): ShutOut => {
    const missing = unmet.flatMap((criteria) => criteria.filter((one) => keyOf(one) === key))
    const demand = demandOf(opening, criterion)
    const stepDown: StepDown = demand ? stepOf(demand) : { is: 'none', why: 'work' }
    const opens = demand && stepDown.is !== 'none' ? fitsAfter(people, withStep(opening, demand, stepDown), compare) - fit : 0
    return { kind: criterion.kind, asked: criterion.asked, statutoryBasis: criterion.statutoryBasis, missing: missing.filter(({ met }) => met === 'no').length, unknown: missing.filter(({ met }) => met === 'unknown').length,
      alone: unmet.filter((criteria) => criteria.length > 0 && criteria.every((one) => keyOf(one) === key)).length, stepDown, opens }
  })
  return { considered: people.length, fit, demands: demands.toSorted((a, b) => b.alone - a.alone || b.missing + b.unknown - a.missing - a.unknown || (keyOf(a) < keyOf(b) ? -1 : 1)) }
}

const fitsAfter = (people: readonly PersonFacts[], opening: OpeningFacts, compare: Compare): number =>
  people.filter((person) => compare(person, opening).verdict === 'fits').length
