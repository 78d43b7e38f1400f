import { z } from 'zod'
import { instantOf } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { currentVersion } from './current-weights.ts'
import { loadEffect } from './load-effect.ts'
import { defaultWeights, mayWeigh, MOST_EACH, MOST_TOGETHER, MOST_UNKNOWN, sameWeights } from './weights.core.ts'
import type { WeightsVersion } from './weights.schema.ts'
import { SaveWeightsInput, TryWeightsInput, Weights, WeightsEffect, WeightsPage } from './weights.schema.ts'

const nobody = (): string[] => []

async function loadVersions({ tx }: Context): Promise<WeightsVersion[]> {
  const rows = await tx.selectFrom('matchWeights as w').innerJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 'w.municipalityId').onRef('a.id', '=', 'w.madeBy'))
    .select(['w.number', 'w.weights', 'w.reason', 'w.goesBackTo', 'a.name as madeBy', 'w.madeAt']).orderBy('w.number', 'desc').execute()
  return rows.map((row) => ({ ...row, weights: Weights.parse(row.weights) }))
}

/** The weights that count, what they may be, and every version there has been with who and why. */
export const getWeights = operation({
  permission: 'matching.weights', reads: true, input: z.object({}), output: WeightsPage, subjects: nobody,
  run: async (context) => ({ ...await currentVersion(context), defaults: defaultWeights, bounds: { together: MOST_TOGETHER, each: MOST_EACH, share: MOST_UNKNOWN }, versions: await loadVersions(context) }),
})

/** What other weights would do to the lists of today. Nothing is saved. */
export const tryWeights = operation({
  permission: 'matching.weights', reads: true, input: TryWeightsInput, output: WeightsEffect,
  subjects: (_, { examples }) => examples.flatMap(({ person }) => (person ? [person.id] : [])),
  async run(context, { weights }) {
    refuseIf(mayWeigh(weights))
    return loadEffect(context, (await currentVersion(context)).weights, Weights.parse(weights))
  },
})

type Version = Awaited<ReturnType<typeof currentVersion>>

/** Every reason why these may not become the weights now. */
function maySave(input: SaveWeightsInput, now: Version, older: Weights | undefined): Refusal[] {
  const faults = mayWeigh(input.weights)
  if (faults.length > 0) return faults
  const next = Weights.parse(input.weights)
  return [
    ...check(input.basedOn === now.number, { code: 'weights.changedMeanwhile', params: { number: now.number } }),
    ...check(!sameWeights(next, now.weights), { code: 'weights.nothingChanged' }),
    ...check(input.goesBackTo === null || (older !== undefined && sameWeights(next, older)), { code: 'weights.notThatVersion', path: 'goesBackTo' }),
    ...check(input.effectSeen, { code: 'weights.effectNotSeen', path: 'effectSeen' }),
  ]
}

/** Makes a new version; the older ones stay as they were. */
export const saveWeights = operation({
  permission: 'matching.weights', input: SaveWeightsInput, output: z.object({ number: z.int() }), subjects: nobody,
  async run(context, input) {
    const now = await currentVersion(context)
    const older = input.goesBackTo === 0 ? defaultWeights : (await loadVersions(context)).find(({ number }) => number === input.goesBackTo)?.weights
    refuseIf(maySave(input, now, older))
    const number = now.number + 1
    await context.tx.insertInto('matchWeights').values({ id: input.id, number, weights: JSON.stringify(Weights.parse(input.weights)), reason: input.reason, goesBackTo: input.goesBackTo, madeAt: instantOf(context.now) }).execute()
    return { number }
  },
})
