import { z } from 'zod'
import type { Tx } from '#platform/db.ts'

/** A week: long enough for a teacher who was ill, short enough for the pay day. */
const USUAL_CORRECTION_DAYS = 7

const Stored = z.object({ attendance: z.object({ correctionDays: z.int().min(0).max(60) }).optional() })

/** For how many days after a day the teacher may change what she registered. */
export async function loadCorrectionDays(tx: Tx): Promise<number> {
  const { settings } = await tx.selectFrom('municipality').select('settings').executeTakeFirstOrThrow()
  return Stored.catch({}).parse(settings).attendance?.correctionDays ?? USUAL_CORRECTION_DAYS
}
