import type { Refusal } from '#shared/decision.ts'
import { z } from 'zod'

/** The body of an answer that is not a success (`application/problem+json`). */
export const Problem = z.object({
  title: z.string().optional(),
  status: z.number(),
  id: z.string().optional(),
  refusals: z.array(z.object({
    code: z.string(),
    path: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })).optional(),
})
export type Problem = z.infer<typeof Problem>

/** The server answered, and said no. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title ?? `status ${problem.status}`)
    this.problem = problem
  }
}

/** No answer came: the line, or the server, is away. */
export class NetworkError extends Error {}

/** True where the same request may be sent once more: nobody answered, or the database was away. */
export const isAway = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ProblemError && [502, 503, 504].includes(error.problem.status))

const byStatus: Record<number, string> = { 403: 'forbidden', 404: 'notFound', 413: 'tooLarge', 429: 'tooManyRequests' }

/** Everything that can go wrong as refusals, so that a screen shows it in one way. */
export function refusalsOf(error: unknown): Refusal[] {
  if (error === null || error === undefined) return []
  if (isAway(error)) return [{ code: 'away' }]
  if (!(error instanceof ProblemError)) return [{ code: 'unexpected' }]
  const { status, refusals, id } = error.problem
  if (refusals && refusals.length > 0) return refusals
  const known = byStatus[status]
  if (known !== undefined) return [{ code: known }]
  return id === undefined ? [{ code: 'unexpected' }] : [{ code: 'unexpectedWithId', params: { id } }]
}

/** Reads an answer that is not a success; one without a readable body keeps its status. */
export async function problemFrom(response: { status: number; json: () => Promise<unknown> }): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined)
  const read = Problem.safeParse(body)
  return new ProblemError(read.success ? read.data : { status: response.status })
}
