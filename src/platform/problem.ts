import type { Decision, Refusal } from '#shared/decision.ts'
import type { z } from 'zod'

/** What was asked is refused, with every reason. 422. */
export class Refused extends Error {
  readonly refusals: Refusal[]
  constructor(...refusals: Refusal[]) {
    super(refusals.map(({ code }) => code).join(', '))
    this.refusals = refusals
  }
}

/** The actor lacks the permission. 403. */
export class Forbidden extends Error {
  readonly permission: string
  constructor(permission: string) {
    super(`lacks ${permission}`)
    this.permission = permission
  }
}

/** Absent, or hidden by row-level security: deliberately the same. 404. */
export class NotFound extends Error {}

/** The row, or NotFound. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new NotFound()
  return row
}

/** Refused with all of them, when there are any. */
export function refuseIf(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(...refusals)
}

/** The value of a decision, or Refused with all its reasons. */
export function enforce<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Refused(...decision.refusals)
  return decision.value
}

const shapeCode = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'shape.required'
  if (issue.code === 'too_big') return 'shape.tooLong'
  if (issue.code === 'too_small' && (issue.minimum === 1 || issue.minimum === 1n)) return 'shape.required'
  return 'shape.invalid'
}

/** The refusals of a shape that does not fit, one for each field. */
export const shapeRefusals = (error: z.ZodError): Refusal[] =>
  error.issues.map((issue) => ({ code: shapeCode(issue), path: issue.path.join('.') }))

type DatabaseError = { code: string; constraint?: string }
const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** A named constraint that was broken, as a refusal whose code is the constraint's name; nothing for any other error. */
export function constraintRefusal(error: unknown): Refused | undefined {
  if (!isDatabaseError(error) || !error.code.startsWith('23') || !error.constraint) return undefined
  return new Refused({ code: `constraint.${error.constraint}` })
}

/** Whether a row was to be written that the policies hide from the writer: for her it is not there. */
export const isHiddenRow = (error: unknown): boolean =>
  isDatabaseError(error) && error.code === '42501' && 'routine' in error && error.routine === 'ExecWithCheckOptions'

/** Whether the database is away for now: being restarted, stopped, or unreachable. The answer is "try again", not "a bug". */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error && (
    (isDatabaseError(error) && /^(57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|53300|08\w\w\w)$/.test(error.code))
    || /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message)
    || (error instanceof AggregateError && error.errors.some(isDatabaseAway)))
