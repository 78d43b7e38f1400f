import { readFile } from 'node:fs/promises'
import { answerProblem, checkAnswer } from '#matching/engine/answer-file.ts'
import { readBinary, readProblem, type Read } from '#matching/engine/problem-file.ts'
import type { Answer, Values } from './cli-database.ts'
import { UsageError } from './cli-database.ts'

const contentOf = async (file: string): Promise<Buffer> => readFile(file).catch(() => { throw new UsageError(`The file ${file} cannot be read.`) })

export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse((await contentOf(file)).toString('utf8'))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`The file ${file} is not JSON.`)
  }
}

const readFrom = async (file: string): Promise<Read> => (file.endsWith('.json') ? readProblem(await readJson(file)) : readBinary(await contentOf(file)))

export function seedOf(values: Values): number {
  const seed = Number(values['seed'] ?? '1')
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) throw new UsageError('--seed is a whole number from 0 to 4294967295.')
  return seed
}

/** Solves an assignment problem in a file: the best answer with its proof, or why there is none. */
export async function solveMatch(file: string, values: Values): Promise<Answer> {
  const seed = seedOf(values)
  const read = await readFrom(file)
  if (!read.ok) return { answer: { refused: read.reasons }, code: 1 }
  const answer = answerProblem(read.problem, seed, () => performance.now())
  return { answer, code: 'reason' in answer ? 1 : 0 }
}

/** Checks an answer against its problem by the certificate in it. */
export async function checkMatch(file: string, result: string): Promise<Answer> {
  const read = await readFrom(file)
  if (!read.ok) return { answer: { refused: read.reasons }, code: 1 }
  const fault = checkAnswer(read.problem, await readJson(result))
  return { answer: fault === undefined ? { proved: true } : { proved: false, fault }, code: fault === undefined ? 0 : 1 }
}
