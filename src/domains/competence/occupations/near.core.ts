import { sharedDigits } from '#shared/occupation.ts'
import { distance, SAME_FIELD, type Related } from '#shared/occupation-distance.ts'
import type { NearRow } from './occupations.schema.ts'

/** Which of the occupations are near one, the nearest first, by the very rule the matching counts by. */
export function nearTo(code: string, occupations: readonly { code: string; name: string }[], related: Related): NearRow[] {
  return occupations.flatMap((one): NearRow[] => {
    if (one.code === code) return []
    const { step, nearBy } = distance({ occupationCode: one.code }, { occupationCode: code, related })
    if (step < SAME_FIELD) return []
    const kin = nearBy?.by === 'shared' || nearBy?.by === 'family' ? nearBy : null
    return [{ ...one, step, by: kin?.by ?? 'digits', reason: kin?.name ?? code.slice(0, sharedDigits(code, one.code)), source: kin?.source ?? null, on: kin?.on ?? null }]
  }).toSorted((a, b) => b.step - a.step || a.code.localeCompare(b.code))
}
