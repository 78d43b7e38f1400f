import { tieBreak } from '../match.core.ts'
import type { RankedMatch } from '../match.core.ts'
import { heightOf } from '../market/compare.core.ts'
import type { KeptLine } from './list.schema.ts'

/** A possible match with the facts it rests on: the print of the opening, its free seats, and what a seat costs. */
export type Candidate = { match: RankedMatch; print: string; seats: number; price: number }
/** A list as it was shown, and the facts of the person and the weights it was made with. */
export type KeptList = { personPrint: string; weightsPrint: string; lines: readonly KeptLine[] }

/** Whether the line rests on the same facts as now. The day alone is no fact; that a paper ran out today is, and shows in the verdict. */
const isSame = ([, print, seats, verdict]: KeptLine, now: Candidate): boolean => print === now.print && seats === now.seats && verdict === now.match.verdict

/** Where one place stands in a list: its verdict, what remains of the points when seats cost, and a number that says nothing about anybody. */
export type Standing = { openingId: string; verdict: RankedMatch['verdict']; remains: number; tie: number }
/** The order of every list of one person, and of what is said of lists before they are there. */
export const byStanding = (a: Standing, b: Standing): number =>
  heightOf(b.verdict) - heightOf(a.verdict) || b.remains - a.remains || a.tie - b.tie || (a.openingId < b.openingId ? -1 : 1)

/**
 * The list of one person: by verdict, then by what remains of the points when seats cost, then by a number that says nothing about anybody.
 * A line that rests on the same facts as when it was last shown keeps what it stood by, so that it keeps its place among the others.
 */
export function orderedList(personId: string, candidates: readonly Candidate[], now: Omit<KeptList, 'lines'>, before: KeptList | undefined): KeptLine[] {
  const isWhole = before !== undefined && before.personPrint === now.personPrint && before.weightsPrint === now.weightsPrint
  const known = new Map(isWhole ? before.lines.map((line) => [line[0], line]) : [])
  const lines = candidates.map((one): { line: KeptLine; stands: Standing } => {
    const { match: { openingId, verdict, score }, print, seats, price } = one
    const kept = known.get(openingId)
    const line: KeptLine = kept && isSame(kept, one) ? kept : [openingId, print, seats, verdict, score - price]
    return { line, stands: { openingId, verdict: line[3], remains: line[4], tie: tieBreak(personId, openingId) } }
  })
  return lines.toSorted((a, b) => byStanding(a.stands, b.stands)).map(({ line }) => line)
}

/** Whether two lists show the same in the same order, on the same facts. */
export const isSameList = (a: KeptList, b: KeptList): boolean =>
  a.personPrint === b.personPrint && a.weightsPrint === b.weightsPrint && a.lines.length === b.lines.length && a.lines.every((line, at) => line.every((value, part) => value === b.lines[at]?.[part]))
