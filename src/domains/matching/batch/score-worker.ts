import { parentPort, workerData } from 'node:worker_threads'
import type { ScoreTask } from './candidates.ts'
import { batchOf, candidatesOf } from './score-batch.core.ts'

/** One thread's part of the people. It is started by `candidates.ts` alone, with a task of that shape. */
const task: ScoreTask = workerData
const found = candidatesOf(batchOf(task.people, task.places, task.today, task.weights, task.seed), task.most)
parentPort?.postMessage(found)
