import { z } from 'zod'
import type { Tx } from '#platform/db.ts'

/** A week: long enough for a teacher who was ill, short enough for the pay day. */
const USUAL_CORRECTION_DAYS = 7

const Stored = z.looseObject({ attendance: z.object({ correctionDays: z.int().min(0).max(60) }).optional().catch(undefined) })

/** The municipality's settings of attendance, with all that stands beside them, for writing back. */
export async function loadSettings(tx: Tx) {
  const { settings, version } = await tx.selectFrom('municipality').select(['settings', 'version']).executeTakeFirstOrThrow()
  const stored = Stored.parse(settings)
  return { stored, version, correctionDays: stored.attendance?.correctionDays ?? USUAL_CORRECTION_DAYS }
}
