import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import { USUAL_LEAD_DAYS } from './booking.core.ts'
import { LeadDaysShape } from './interpreters.schema.ts'

const Stored = z.looseObject({ interpreters: z.object({ leadDays: LeadDaysShape }).optional().catch(undefined) })

/** How long before a meeting an interpreter is to be asked for here, with all that stands beside it, for writing back. */
export async function loadSettings(tx: Tx) {
  const { settings, version } = await tx.selectFrom('municipality').select(['settings', 'version']).executeTakeFirstOrThrow()
  const stored = Stored.parse(settings)
  return { stored, version, isUsual: stored.interpreters === undefined, leadDays: stored.interpreters?.leadDays ?? USUAL_LEAD_DAYS }
}

/** The services of the municipality, by name. */
export const loadSuppliers = (tx: Tx, { all = false } = {}) => tx.selectFrom('interpreterSupplier')
  .select(['id', 'version', 'name', 'email', 'phone', 'languages', 'modalities', 'freeCancelHours', 'isActive']).$if(!all, (query) => query.where('isActive', '=', true)).orderBy('name').execute()
