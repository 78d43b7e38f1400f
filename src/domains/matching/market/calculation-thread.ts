import { parentPort } from 'node:worker_threads'
import type { Said } from '#matching/apart-pool.ts'
import type { Answer, Question } from './question.ts'
import { answerTo } from './question.ts'

/** Tells of progress at most so often. */
const PAUSE_MS = 100

const say = (said: Said<Answer>): void => parentPort?.postMessage(said)

function teller(): (share: number) => void {
  let told = 0
  return (share) => {
    const now = performance.now()
    if (now - told < PAUSE_MS) return
    told = now
    say({ progress: share })
  }
}

parentPort?.on('message', (question: Question) => {
  try {
    say({ progress: 0 })
    say({ done: answerTo(question, teller()) })
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) })
  }
})
