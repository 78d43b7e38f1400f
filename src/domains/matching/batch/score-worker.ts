import { parentPort } from 'node:worker_threads'
import type { Said } from '#matching/apart-pool.ts'
import type { ScoreTask } from './candidates.ts'
import type { Candidates } from './score-batch.core.ts'
import { batchOf, candidatesOf } from './score-batch.core.ts'

const say = (said: Said<Candidates>): void => parentPort?.postMessage(said)

/** One thread's part of the people. */
parentPort?.on('message', ({ people, places, today, weights, seed, most }: ScoreTask) => {
  try {
    say({ done: candidatesOf(batchOf(people, places, today, weights, seed), most) })
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) })
  }
})
