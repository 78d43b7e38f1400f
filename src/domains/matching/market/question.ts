import { competitionOf } from '../help/competition.core.ts'
import type { Competition } from '../help/competition.core.ts'
import { priceOf } from '../lists/prices.core.ts'
import type { Prices } from '../lists/prices.core.ts'
import { cheapestSet } from '../scenarios/cheapest.core.ts'
import { compareScenarios } from '../scenarios/effect.core.ts'
import { workshopOf } from '../scenarios/scenario.core.ts'
import type { Cheapest, Comparison, Scenario } from '../scenarios/what-if.schema.ts'
import type { Change } from './change.schema.ts'
import { comparing } from './compare.core.ts'
import type { Posed } from './load-market.ts'
import { listsEffect } from '../weights/lists-effect.core.ts'
import type { ListsEffect } from '../weights/lists-effect.core.ts'
import type { Weights } from '../weights/weights.schema.ts'

/** What can be asked of a thread of its own: everything that compares or solves for a whole cohort. */
export type Question = Posed & (
  | { ask: 'competition'; personId: string; changes: readonly Change[]; seed: number }
  | { ask: 'scenarios'; scenarios: readonly Scenario[]; seed: number }
  | { ask: 'cheapest'; scenario: Scenario; target: number; seed: number }
  | { ask: 'weights'; next: Weights }
  | { ask: 'prices' })
/** The answer, with what was asked. */
export type Answer = { ask: 'competition'; answer: Competition | undefined } | { ask: 'scenarios'; answer: Comparison } | { ask: 'cheapest'; answer: Cheapest } | { ask: 'prices'; answer: Prices } | { ask: 'weights'; answer: ListsEffect }

/** Answers a question: pure, the same for the same question. */
export function answerTo(question: Question, onStep: (share: number) => void): Answer {
  const { market, today, weights, ask } = question
  const compare = comparing(today, weights)
  switch (ask) {
    case 'competition': return { ask, answer: competitionOf(market, question.personId, question.changes, compare, question.seed) }
    case 'scenarios': return { ask, answer: compareScenarios(workshopOf(market, compare), question.scenarios, question.seed, onStep) }
    case 'cheapest': return { ask, answer: cheapestSet(workshopOf(market, compare), question.scenario.parts, question.target, { seed: question.seed, onStep }) }
    case 'weights': return { ask, answer: listsEffect(market, today, weights, question.next) }
    case 'prices': return { ask, answer: priceOf(market, compare) }
  }
}
