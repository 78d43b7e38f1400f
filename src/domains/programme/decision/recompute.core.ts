import type { StoredAnswer } from './decision.schema.ts'

/** One thing that is otherwise than it was: `at` is the part of the answer (`upToMonths`), empty where there was or is no answer at all. */
export type Difference = { at: string; before: string | number | boolean | null; after: string | number | boolean | null }

type Plain = Difference['before']
const plain = (value: unknown): Plain => (value === undefined || value === null ? null
  : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value))

const parts = (answer: unknown): Map<string, Plain> => answer !== null && typeof answer === 'object' && !Array.isArray(answer)
  ? new Map(Object.entries(answer).map(([name, value]) => [name, plain(value)])) : new Map([['', plain(answer)]])

/** What is otherwise between two answers of the same rule, part by part. */
export function differencesBetween(before: unknown, after: unknown): Difference[] {
  const [was, is] = [parts(before), parts(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  return names.flatMap((at) => { const [a, b] = [was.get(at) ?? null, is.get(at) ?? null]; return a === b ? [] : [{ at, before: a, after: b }] })
}

const key = ({ text, params }: StoredAnswer['steps'][number]): string => JSON.stringify([text, params])

/** Steps of the reasoning that are there in one of the two alone. */
export const stepsBetween = (before: Pick<StoredAnswer, 'steps'>, after: Pick<StoredAnswer, 'steps'>) => ({
  gone: before.steps.filter((one) => !after.steps.some((other) => key(other) === key(one))),
  added: after.steps.filter((one) => !before.steps.some((other) => key(other) === key(one))),
})
