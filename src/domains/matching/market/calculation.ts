import { poolOf } from '#matching/apart-pool.ts'
import type { Options } from '#matching/apart-pool.ts'
import type { Answer, Question } from './question.ts'

/** So many at once, of all that the process does beside the server (`atOnce`). */
const MOST_AT_ONCE = 1
/** A calculation that takes longer is ended: whoever waits in turn is not to wait for what nobody will wait for. */
export const MOST_SECONDS = 300

const run = poolOf(new URL('./calculation-thread.ts', import.meta.url), MOST_AT_ONCE)

/** Answers a question in a thread of its own: the server goes on answering meanwhile. More questions wait in turn. Rejects when the signal calls it off, and with what went wrong in the thread. */
export const calculate = (question: Question, options: Options = {}): Promise<Answer> => run<Answer>(question, { seconds: MOST_SECONDS, ...options })
