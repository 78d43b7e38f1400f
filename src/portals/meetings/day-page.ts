import { Refused } from '#platform/problem.ts'
import { Instant, instantOf } from '#shared/date.ts'
import type { Drawn, Fields, Visit } from '../links/link-page.ts'

/** A page of the day itself. `tap` carries out one press and answers why it was refused, in words; null when it was taken. */
export type DayPage = { show: (visit: Visit, refused?: string) => Promise<Drawn>; tap: (visit: Visit, fields: Fields) => Promise<string | null> }

/** When it was pressed, by the device; a form without script is pressed now. */
export const tapTime = (fields: Fields, now: Date): Instant => Instant.catch(instantOf(now)).parse(fields['at'])

/** Why a press was refused, by `words` of its codes; null when it was taken. */
export async function refusedTap(work: Promise<unknown>, words: (code: string) => string): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof Refused) return words(error.refusals[0]?.code ?? '')
    throw error
  }
}
