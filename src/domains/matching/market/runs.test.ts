import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Refused } from '#platform/problem.ts'
import { systemActor } from '#platform/system-actor.ts'
import { plainDate } from '#shared/date.ts'
import { defaultWeights } from '../weights/weights.core.ts'
import { cancelRun, findRun, startRun } from './runs.ts'

const somebody = () => ({ actor: systemActor(randomUUID()), now: new Date('2026-11-20T08:00:00Z') })
const begin = (who: ReturnType<typeof somebody>): string => {
  const id = randomUUID()
  startRun(who, id, { ask: 'prices', market: { people: [], places: [], limits: [] }, today: plainDate('2026-11-20'), weights: defaultWeights })
  return id
}

test('a colleague has one calculation at a time, and when too many wait the next is refused in words', () => {
  const all = Array.from({ length: 12 }, somebody)
  const runs = all.map((who) => ({ who, id: begin(who) }))
  expect(() => begin(somebody())).toThrow(Refused)
  const [first] = runs
  if (!first) throw new Error('There are twelve.')
  // a new one of hers takes the place of the former, also when it is full
  const again = begin(first.who)
  const [former, latter] = [findRun(first.who, first.id), findRun(first.who, again)]
  expect([former?.abort.signal.aborted, latter?.abort.signal.aborted]).toEqual([true, false])
  expect(findRun(somebody(), again)).toBeUndefined()
  for (const { who, id } of [...runs, { who: first.who, id: again }]) { const run = findRun(who, id); if (run) cancelRun(run) }
  expect(begin(somebody())).toMatch(/-/)
})
