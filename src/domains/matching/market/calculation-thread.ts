import { parentPort, workerData } from 'node:worker_threads'
import type { Question } from './question.ts'
import { answerTo } from './question.ts'

/** Tells of progress at most so often. */
const PAUSE_MS = 100

let told = 0
function tell(share: number): void {
  const now = performance.now()
  if (now - told < PAUSE_MS) return
  told = now
  parentPort?.postMessage({ is: 'progress', share })
}

try {
  const question: Question = workerData
  parentPort?.postMessage({ is: 'answer', answer: answerTo(question, tell) })
} catch (error) {
  parentPort?.postMessage({ is: 'failed', message: error instanceof Error ? error.message : String(error) })
}
