import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { enforce, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import * as core from './objection.core.ts'
import { MatchingObjectionInput } from './person.schema.ts'

/** What matching has made of her and would show again: her lists, her chances, what she lacks for standing wishes and rings nobody has looked at. */
async function forgetMade(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('matchList').where('personId', '=', personId).execute()
  await tx.deleteFrom('matchChance').where('personId', '=', personId).execute()
  await tx.deleteFrom('standingWishWatch').where('personId', '=', personId).execute()
  await tx.deleteFrom('standingWishRing').where('personId', '=', personId).where('seenOn', 'is', null).execute()
}

/** Notes that she objects to being matched, or takes it back, in the words she said it with (GDPR article 21). It works from this moment. */
export const setMatchingObjection = operation({
  permission: 'people.write', input: MatchingObjectionInput, output: z.object({ id: Id, version: z.int() }), subjects: ({ personId }) => [personId],
  async run(context, { personId, version, objects, words }) {
    const { tx, today, actor } = context
    const { matchingObjectionOn } = found(await tx.selectFrom('person').select('matchingObjectionOn').where('id', '=', personId).executeTakeFirst())
    const on = enforce(core.setObjection({ objects, since: matchingObjectionOn, today }))
    const saved = await saveVersioned(context, 'person', { id: personId, version }, { matchingObjectionOn: on, matchingObjectionWords: words, matchingObjectionBy: actor.id })
    if (objects) await forgetMade(tx, personId)
    return { id: personId, version: saved }
  },
})

/** When two persons become one, an objection of either is an objection, and nothing matching made of either is shown again. */
export async function keepObjection(tx: Tx, keepId: string, goneId: string): Promise<void> {
  await sql`update person k set matching_objection_on = g.matching_objection_on, matching_objection_words = g.matching_objection_words, matching_objection_by = g.matching_objection_by
    from person g where k.id = ${keepId} and g.id = ${goneId} and g.municipality_id = k.municipality_id and k.matching_objection_on is null and g.matching_objection_on is not null`.execute(tx)
  const { matchingObjectionOn } = await tx.selectFrom('person').select('matchingObjectionOn').where('id', '=', keepId).executeTakeFirstOrThrow()
  if (matchingObjectionOn !== null) for (const id of [keepId, goneId]) await forgetMade(tx, id)
}
