import { parentPort } from 'node:worker_threads'
import type { Said } from './apart-pool.ts'
import { perform, type Work } from './apart-work.ts'

/** A thread beside the server: does one piece of work at a time, and says how far it is and how it ended. */
const say = (said: Said<unknown>): void => parentPort?.postMessage(said)

parentPort?.on('message', (work: Work) => {
  perform(work, (progress) => say({ progress })).then((done) => say({ done }), (error: unknown) => say({ failed: error instanceof Error ? error.message : String(error) }))
})
