import { makePlan } from '#domains/matching/cohort/make-plan.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Actor, Tx } from '#platform/db.ts'
import type { Random } from './random.ts'

const SEEDS = 1_000_000

/** A plan over all who are without a place, as an adviser would have made it this morning: solved by the engine, released to nobody. */
export async function writeCohortPlan(tx: Tx, random: Random, system: Actor, today: PlainDate): Promise<void> {
  const adviser = await tx.selectFrom('account').select('id').where('subject', '=', 'fjordvik-radgiver').executeTakeFirstOrThrow()
  const now = new Date(`${today}T07:30:00Z`)
  const steps = { at: () => Promise.resolve(), share: () => undefined, signal: new AbortController().signal }
  await makePlan({ tx, actor: { ...system, id: adviser.id }, now, today, changes: [] }, { id: random.uuid(), name: 'Morgenmøtet', goal: 'most_placed', neighbours: true }, steps, { seed: random.int(0, SEEDS), newId: () => random.uuid() })
}
