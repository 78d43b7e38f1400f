import { z } from 'zod'
import type { Tx } from '#platform/db.ts'

/** One who supervises several places takes so many at once, where nothing is noted of her. Ours: no law says a number. */
export const USUAL_SUPERVISOR_AT_ONCE = 2
const Frame = z.object({ supervisorAtOnce: z.int(), mostAtOnce: z.int().nullable() })
const Stored = z.looseObject({ cohort: Frame.optional().catch(undefined) })

/** The municipality's own limits of a plan, with all that stands beside them, for writing back. */
export async function loadFrame(tx: Tx) {
  const { settings, version } = await tx.selectFrom('municipality').select(['settings', 'version']).executeTakeFirstOrThrow()
  const stored = Stored.parse(settings)
  return { stored, version, isUsual: stored.cohort === undefined, ...(stored.cohort ?? { supervisorAtOnce: USUAL_SUPERVISOR_AT_ONCE, mostAtOnce: null }) }
}
