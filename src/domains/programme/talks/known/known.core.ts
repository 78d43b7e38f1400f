import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import type { Belongs } from '../template/template.schema.ts'
import type { KnownLine, KnownPoint, Need } from './known.schema.ts'

/** After so many months something is asked again rather than taken for known. Ours; no rule says how many. */
export const OLD_AFTER_MONTHS = 12

const newestOf = (days: readonly (PlainDate | null)[]): PlainDate | null => days.filter((day) => day !== null).toSorted().at(-1) ?? null

function needOf(count: number, newestOn: PlainDate | null, today: PlainDate): Need {
  if (count === 0) return 'missing'
  if (newestOn === null) return 'undated'
  return addMonths(newestOn, OLD_AFTER_MONTHS) < today ? 'old' : 'known'
}

/** What is known of one kind, and whether it must be asked: a fact that she has confirmed is as new as that. */
export function knownPoint(belongs: Belongs, lines: readonly KnownLine[], confirmedOn: PlainDate | null, today: PlainDate): KnownPoint {
  const newestOn = newestOf([...lines.map(({ on }) => on), confirmedOn])
  return { belongs, lines: [...lines], confirmedOn, newestOn, need: needOf(lines.length, newestOn, today) }
}

/** Facts behind a ground the reader lacks: that they are hidden is said, and nothing of whether there are any. */
export const hiddenPoint = (belongs: Belongs): KnownPoint => ({ belongs, lines: [], confirmedOn: null, newestOn: null, need: 'hidden' })

type Held = { heldOn: PlainDate | null; points: readonly { id: string; belongs: Belongs }[]; answers: readonly { pointId: string; standing: 'unchanged' | 'updated' | null }[] }

/** When it was last gone through in a talk that was held, whichever the talk. */
export const lastConfirmed = (belongs: Belongs, talks: readonly Held[]): PlainDate | null => newestOf(talks.filter(({ points, answers }) =>
  points.some((point) => point.belongs === belongs && answers.some(({ pointId, standing }) => pointId === point.id && standing !== null))).map(({ heldOn }) => heldOn))
