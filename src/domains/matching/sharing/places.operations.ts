import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { agreedNeighbours } from './agreement.operations.ts'
import { loadFromNeighbours } from './load-from-neighbours.ts'
import type { SharedRow } from './load-shared.ts'
import { loadShared } from './load-shared.ts'
import * as core from './sharing.core.ts'
import type { SharedPlace } from './sharing.schema.ts'
import { OpeningIdInput, OpeningSharing, ShareOpeningInput, SharedPlace as Place } from './sharing.schema.ts'

const subjects = (): string[] => []

/** Our place: with whom it is shared, and whom they have put forward. */
export const getOpeningSharing = operation({
  permission: 'opportunities.read', reads: true, input: OpeningIdInput, output: OpeningSharing, subjects,
  async run(context, { openingId }) {
    const { tx, actor } = context
    const { kind } = found(await tx.selectFrom('opening').select('kind').where('id', '=', openingId).executeTakeFirst())
    const shared = new Map((await tx.selectFrom('sharedOpening').select(['neighbourId', 'sharedOn']).where('openingId', '=', openingId).execute()).map((one) => [one.neighbourId, one.sharedOn]))
    const agreed = [...await agreedNeighbours(context)].map(([id, name]) => ({ id, name, sharedOn: shared.get(id) ?? null }))
    return { canBeShared: kind === 'practice_place', neighbours: agreed, putForward: actor.permissions.includes('matching.read') ? await loadFromNeighbours(context, { openingId }) : [],
      actions: actor.permissions.includes('opportunities.write') ? ['share' as const] : [] }
  },
})

/** Says which neighbours may see a place; from those left out it is taken back at once. */
export const shareOpening = operation({
  permission: 'opportunities.write', input: ShareOpeningInput, output: z.object({ openingId: z.string(), shared: z.int() }), subjects,
  async run(context, { openingId, neighbourIds }) {
    const { tx, today } = context
    const opening = found(await tx.selectFrom('opening').select(['kind', 'withdrawnAt']).where('id', '=', openingId).executeTakeFirst())
    const wanted = [...new Set(neighbourIds)]
    refuseIf(core.mayShare({ kind: opening.kind, withdrawn: opening.withdrawnAt !== null }, wanted, new Set((await agreedNeighbours(context)).keys())))
    await tx.deleteFrom('sharedOpening').where('openingId', '=', openingId).where(sql<boolean>`not (neighbour_id = any(${wanted}::uuid[]))`).execute()
    if (wanted.length > 0) await tx.insertInto('sharedOpening').values(wanted.map((neighbourId) => ({ id: randomUUID(), openingId, neighbourId, sharedOn: today }))).onConflict((conflict) => conflict.constraint('shared_opening_once').doNothing()).execute()
    return { openingId, shared: wanted.length }
  },
})

/** The place with how many of ours are put forward there; what else stands in the row is left out by the shape. */
const shownPlace = (row: SharedRow, putForward: number): SharedPlace => Place.parse({ ...row, putForward })

/** How many of ours are put forward for each neighbours' place, by the opening. */
async function forwarded({ tx }: Context): Promise<Map<string, number>> {
  const rows = await tx.selectFrom('putForward').select(['openingId', sql<number>`count(*)::int`.as('count')]).where('withdrawnOn', 'is', null).groupBy('openingId').execute()
  return new Map(rows.map(({ openingId, count }) => [openingId, count]))
}

/** Neighbours' places that are shared with us and open. */
export const listSharedPlaces = operation({
  permission: 'matching.read', reads: true, input: z.object({}), output: z.object({ rows: z.array(Place) }), subjects,
  async run(context) {
    const counts = await forwarded(context)
    return { rows: (await loadShared(context)).filter(({ isOpen }) => isOpen).map((row) => shownPlace(row, counts.get(row.id) ?? 0)) }
  },
})

/** One neighbour's place, or NotFound where it is not shared with us. */
export async function findSharedPlace(context: Context, openingId: string): Promise<SharedPlace> {
  const row = found((await loadShared(context)).find(({ id }) => id === openingId))
  return shownPlace(row, (await forwarded(context)).get(openingId) ?? 0)
}

export const getSharedPlace = operation({
  permission: 'matching.read', reads: true, input: OpeningIdInput, output: Place, subjects,
  run: (context, { openingId }) => findSharedPlace(context, openingId),
})
