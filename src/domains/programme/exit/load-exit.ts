import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import type { Settled } from './exit.core.ts'
import { Gap, NorwegianAfter } from './exit.schema.ts'

/** One participation as the exit needs it. */
export const loadParticipation = async (tx: Tx, id: string) => found(await tx.selectFrom('participation')
  .select(['id', 'personId', 'version', 'startsOn', 'months', 'extensionMonths', 'finalGoal', 'endedOn', 'endReason', 'endActivity']).where('id', '=', id).executeTakeFirst())

/** Her newest programme: the one that runs, else the last. Nothing for one who was never in any. */
export const findNewestParticipation = (tx: Tx, personId: string) => tx.selectFrom('participation')
  .select(['id', 'personId', 'version', 'startsOn', 'months', 'extensionMonths', 'finalGoal', 'endedOn', 'endReason', 'endActivity'])
  .where('personId', '=', personId).orderBy('startsOn', 'desc').limit(1).executeTakeFirst()

/** What has been settled of the steps towards the end. */
export async function loadSettled(tx: Tx, participationId: string): Promise<Settled[]> {
  const rows = await tx.selectFrom('exitStep').select(['id', 'version', 'kind', 'doneOn', 'notNeeded', 'note', 'norwegian', 'gap']).where('participationId', '=', participationId).execute()
  return rows.map((row) => ({ ...row, norwegian: NorwegianAfter.nullable().parse(row.norwegian), gap: Gap.nullable().parse(row.gap) }))
}

/** What she did later, newest first. */
export const loadLater = (tx: Tx, participationId: string) => tx.selectFrom('laterStatus')
  .select(['id', 'askedOn', 'activity', 'hoursPerWeek', 'isRelevant', 'livesElsewhere', 'source']).where('participationId', '=', participationId).orderBy('askedOn', 'desc').execute()
