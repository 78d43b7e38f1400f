import type { PlainDate } from '#shared/date.ts'
import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'
import type { RankedMatch } from '../match.core.ts'
import { hasGround, matchOne } from '../match.core.ts'
import type { Weights } from '../weights/weights.schema.ts'

/** How one person and one opening are compared: the same for lists, for what would help, and for what if. */
export type Compare = (person: PersonFacts, opening: OpeningFacts) => RankedMatch

export const comparing = (today: PlainDate, weights: Weights): Compare => (person, opening) => matchOne(person, opening, today, weights)

/** What a pair is worth to a whole cohort: whole, at least 1 where it is possible, 0 where it is not. */
export const worthOf = ({ verdict, score }: Pick<RankedMatch, 'verdict' | 'score'>): number => (verdict === 'not' ? 0 : Math.max(1, score))

const VERDICTS: readonly RankedMatch['verdict'][] = ['not', 'nearly', 'fits']
export const heightOf = (verdict: RankedMatch['verdict']): number => VERDICTS.indexOf(verdict)

/** The better of two matches: what somebody gets more of takes nothing from her, and what was unknown stays unknown until somebody asks. */
export const betterOf = (before: RankedMatch, after: RankedMatch): RankedMatch =>
  heightOf(after.verdict) - heightOf(before.verdict) < 0 || (after.verdict === before.verdict && after.score < before.score) ? before : after

/** What a pair is worth, and whether everything that is asked for is met. */
export type Worth = { worth: number; fits: boolean }

/** A match as one number: the verdict first, then what it is worth. The larger is the better. */
const VERDICT = 2 ** 24
const codeOf = (match: RankedMatch): number => heightOf(match.verdict) * VERDICT + worthOf(match)
const worthIn = (code: number): Worth => ({ worth: code % VERDICT, fits: code >= 2 * VERDICT })

/** The id of a place that is invented like another. */
export const moreLike = (openingId: string): string => `more ${openingId}`

/** One pair as a key. */
export const pairOf = (personId: string, openingId: string): string => `${personId} ${openingId}`

/** The pairs a plan on the cohort board may give somebody: what something of hers leads to (PLA-03), and what is not barred. */
export const onTheBoard = (barred: ReadonlySet<string> = new Set()) => (match: RankedMatch): boolean => hasGround(match) && !barred.has(pairOf(match.personId, match.openingId))

/**
 * The worth of pairs, each compared once: kept by person and opening as the very objects they are, so that facts which a change leaves alone must stay the same object.
 * `origin` gives the facts a person had before a change: a change is never worth less than nothing (`betterOf`). What `counts` leaves out is worth nothing.
 */
export function worthTable(compare: Compare, origin: (person: PersonFacts) => PersonFacts | undefined, counts: (match: RankedMatch) => boolean = () => true): (person: PersonFacts, opening: OpeningFacts) => Worth {
  const columns = new Map<OpeningFacts, number>()
  const rows = new Map<PersonFacts, (number | undefined)[]>()
  const columnOf = (opening: OpeningFacts): number => {
    const column = columns.get(opening) ?? columns.size
    columns.set(opening, column)
    return column
  }
  const codeFor = (person: PersonFacts, opening: OpeningFacts): number => {
    const row = rows.get(person) ?? []
    rows.set(person, row)
    const column = columnOf(opening)
    const known = row[column]
    if (known !== undefined) return known
    const before = origin(person)
    const match = compare(person, opening)
    const code = Math.max(counts(match) ? codeOf(match) : 0, before ? codeFor(before, opening) : 0)
    row[column] = code
    return code
  }
  return (person, opening) => worthIn(codeFor(person, opening))
}
