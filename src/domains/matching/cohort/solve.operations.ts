import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { Running, SolveId, SolvePlanInput, Solved } from './cohort.schema.ts'
import { makePlan } from './make-plan.ts'
import { followed, progressOf, stopSolve } from './running.ts'

const SEEDS = 2 ** 31 - 1

export const solvePlan = operation({
  permission: 'matching.plan', input: SolvePlanInput, output: Solved,
  subjects: (_, { people }) => people,
  run: (context, asked) => followed(context.actor.municipalityId, asked.id, (steps) => makePlan(context, asked, steps, { seed: randomInt(SEEDS), newId: randomUUID })),
})

export const solveProgress = operation({
  permission: 'matching.plan', reads: true, input: SolveId, output: Running, subjects: () => [],
  run: ({ actor }, { id }) => Promise.resolve(progressOf(actor.municipalityId, id)),
})

export const stopSolving = operation({
  permission: 'matching.plan', input: SolveId, output: z.object({ stopped: z.boolean() }), subjects: () => [],
  run: ({ actor }, { id }) => Promise.resolve({ stopped: stopSolve(actor.municipalityId, id) }),
})
