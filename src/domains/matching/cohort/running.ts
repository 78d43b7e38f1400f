import { setImmediate as breathe } from 'node:timers/promises'
import { Refused } from '#platform/problem.ts'
import type { Running } from './cohort.schema.ts'

/** Solves under way in this process: how far each has come, and whether somebody has asked it to stop. */
type Solve = Running & { stop: AbortController }
const solves = new Map<string, Solve>()
const keyOf = (municipalityId: string, planId: string): string => `${municipalityId} ${planId}`

export type Steps = { /** Says how far it has come and lets others in. Throws Refused when somebody has asked it to stop. */ at: (phase: Running['phase'], done: number, of: number) => Promise<void>; /** Says how much of the step that runs is done, from 0 to 1. */ share: (done: number) => void; signal: AbortSignal }

/** Does the work while others can see how far it has come and stop it. */
export async function followed<T>(municipalityId: string, planId: string, work: (steps: Steps) => Promise<T>): Promise<T> {
  const key = keyOf(municipalityId, planId)
  const solve: Solve = { phase: 'facts', done: 0, of: 1, stop: new AbortController() }
  solves.set(key, solve)
  const at: Steps['at'] = async (phase, done, of) => {
    Object.assign(solve, { phase, done, of })
    await breathe()
    solve.stop.signal.throwIfAborted()
  }
  try {
    return await work({ at, share: (done) => { Object.assign(solve, { done, of: 1 }) }, signal: solve.stop.signal })
  } finally {
    solves.delete(key)
  }
}

/** How far a solve has come; `waiting` where there is none. */
export function progressOf(municipalityId: string, planId: string): Running {
  const solve = solves.get(keyOf(municipalityId, planId))
  return solve ? { phase: solve.phase, done: solve.done, of: solve.of } : { phase: 'waiting', done: 0, of: 1 }
}

/** Asks a solve to stop; false where there is none. */
export function stopSolve(municipalityId: string, planId: string): boolean {
  const solve = solves.get(keyOf(municipalityId, planId))
  solve?.stop.abort(new Refused({ code: 'matching.solveStopped' }))
  return solve !== undefined
}
