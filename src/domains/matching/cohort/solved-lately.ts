import { createHash } from 'node:crypto'
import type { Decision } from '#shared/decision.ts'
import type { Loaded } from './load-plan.ts'
import type { Ruling } from './change.core.ts'
import type { Answer } from './solve-cohort.ts'

/** So many answers are kept, the latest. */
const MOST = 100
const lately = new Map<string, Promise<Decision<Answer>>>()

/** Everything that decides the answer: who is in the plan and where, who is under way, and the decisions. Scores, seats and limits of a plan never change. */
const keyOf = ({ head, people, match, released }: Loaded, rulings: readonly Ruling[]): string => createHash('sha256')
  .update(JSON.stringify([head.municipalityId, head.id, people, [...released], rulings.map(({ personId, kind, openingId }) => [personId, kind, openingId])])).update(match).digest('base64')

/** The cost of a change is shown before it is made: what was solved for that is in hand when it is. Kept in memory, by number. */
export function solvedLately(plan: Loaded, rulings: readonly Ruling[], solve: () => Promise<Decision<Answer>>): Promise<Decision<Answer>> {
  const key = keyOf(plan, rulings)
  const known = lately.get(key)
  if (known) return known
  const asked = solve()
  lately.set(key, asked)
  const [oldest] = lately.keys()
  if (lately.size > MOST && oldest !== undefined) lately.delete(oldest)
  asked.catch(() => lately.delete(key)) // a solve that was broken off is asked anew
  return asked
}
