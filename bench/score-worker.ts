import { parentPort } from 'node:worker_threads'
import type { Said } from '#matching/apart-pool.ts'
import type { ScoreTask } from './candidates-apart.ts'
import { batchOf } from '#domains/matching/batch/score-batch.core.ts'
import type { Candidates } from './candidates.ts'
import { candidatesOf } from './candidates.ts'

const say = (said: Said<Candidates>): void => parentPort?.postMessage(said)

/** One thread's part of the people. */
parentPort?.on('message', ({ people, places, today, weights, seed, most }: ScoreTask) => {
  try {
    say({ done: candidatesOf(batchOf(people, places, today, weights), places.map(({ id }) => id), most, seed) })
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) })
  }
})
