import { parentPort, workerData } from 'node:worker_threads'
import { rightsPicture } from '#rules/rights-picture.ts'
import { z } from 'zod'
import { factsOf, grounds, on } from './rules-people.ts'

/** One core's part of everybody: the whole picture of each; answers how many of the answers were decided, so that nothing is left out unseen. */
const { from, to } = z.object({ from: z.int(), to: z.int() }).parse(workerData)
let decided = 0
for (let person = from; person < to; person++) decided += Object.values(rightsPicture(factsOf(person), on, grounds)).filter(({ answer }) => answer !== null).length
parentPort?.postMessage(decided)
