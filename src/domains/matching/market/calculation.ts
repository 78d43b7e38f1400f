import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './question.ts'

type Options = { signal?: AbortSignal; onProgress?: (share: number) => void }
type Said = { is: 'progress'; share: number } | { is: 'answer'; answer: Answer } | { is: 'failed'; message: string }

/** Thrown when a calculation was called off. */
export class CalledOff extends Error {}

/**
 * Answers a question in a thread of its own: the server goes on answering meanwhile. Rejects with CalledOff when the signal says so, and with what went wrong in the thread.
 */
export function calculate(question: Question, { signal, onProgress }: Options = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) { reject(new CalledOff()); return }
    const worker = new Worker(new URL('./calculation-thread.ts', import.meta.url), { workerData: question })
    const end = (finish: () => void): void => {
      signal?.removeEventListener('abort', stop)
      void worker.terminate()
      finish()
    }
    const stop = (): void => end(() => reject(new CalledOff()))
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (said: Said) => {
      if (said.is === 'progress') onProgress?.(said.share)
      else if (said.is === 'answer') end(() => resolve(said.answer))
      else end(() => reject(new Error(said.message)))
    })
    worker.on('error', (error) => end(() => reject(error)))
    worker.on('exit', () => reject(new Error('The thread ended without an answer')))
  })
}
