import { distance, SAME_FIELD, type Related } from '#shared/occupation-distance.ts'
import type { NearRow } from './occupations.schema.ts'

/** Which of the occupations are near one, the nearest first, by the very rule the matching counts by. */
export function nearTo(code: string, occupations: readonly { code: string; name: string }[], related: Related): NearRow[] {
  return occupations.flatMap((one): NearRow[] => {
    if (one.code === code) return []
    const { step, nearBy } = distance({ occupationCode: one.code }, { occupationCode: code, related })
    if (step < SAME_FIELD || nearBy === undefined) return []
    if ('digits' in nearBy) return [{ ...one, step, by: nearBy.by, reason: code.slice(0, nearBy.digits), source: null, on: null }]
    return 'name' in nearBy ? [{ ...one, step, by: nearBy.by, reason: nearBy.name, source: nearBy.source, on: nearBy.on }] : []
  }).toSorted((a, b) => b.step - a.step || a.code.localeCompare(b.code))
}
