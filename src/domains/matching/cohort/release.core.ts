import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { mayPropose } from '../presentation.core.ts'
import { heightOf } from '../market/compare.core.ts'
import type { Print, RowFacts } from './cohort.schema.ts'

/** What a plan rests on for one row, then and now. `weights` is the version of the municipality's weights. */
export type Basis = { person: Print; opening: Print; weights: number }
/** `before.seats`: free seats when it was solved, less those this plan has given away since; now: free seats. */
export type Seats = { before: number; now: number }

export const changedIn = (what: string, before: Print, now: Print): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((key) => before[key] !== now[key]).toSorted().map((key) => `${what}.${key}`)

/** Which facts differ from those the plan was solved on, by name: `person.languages`, `opening.demands`, `seats`, `weights`. More free seats than then are no hindrance. */
export const changedSince = (before: Basis, now: Basis, seats: Seats): string[] => [
  ...changedIn('person', before.person, now.person), ...changedIn('opening', before.opening, now.opening),
  ...(seats.now < seats.before ? ['seats'] : []), ...(before.weights === now.weights ? [] : ['weights'])]

type Judged = Pick<RowFacts, 'verdict' | 'against'>
const lacking = ({ against }: Judged) => Map.groupBy(against.filter(({ isRequired }) => isRequired), ({ kind }) => kind)

/** Whether she suits the place less than when the plan was made: what the day alone does, with the same facts and so the same prints. A certificate runs out. */
export function suitsLess(before: Judged, now: Judged): boolean {
  const then = lacking(before)
  return (before.verdict !== null && now.verdict !== null && heightOf(now.verdict) < heightOf(before.verdict)) || now.verdict === 'not'
    || [...lacking(now)].some(([kind, all]) => all.length > (then.get(kind)?.length ?? 0))
}

export type ReleaseFacts = {
  openingId: string | null; /** The neighbour that shares the place: only her yes leads there (decision note 030). */ sharedBy: string | null; isReleased: boolean; isStrictlyConfidential: boolean; objects: boolean; isWithoutPlace: boolean; isProposed: boolean; isUnderWay: boolean
  hasGround: boolean; note: string | null; opening: { isOpen: boolean; freeSeats: number } | undefined; changed: readonly string[]
}

/** What the single proposal asks too: an open place, and somebody's reason where nothing of hers leads to it (PLA-03). */
function asProposal({ openingId, sharedBy, opening, hasGround, note }: ReleaseFacts): Refusal[] {
  if (openingId === null) return [{ code: 'matching.rowWithoutPlace' }]
  const proposed = mayPropose({ isOpen: opening?.isOpen === true, hasGround, note, sharedBy: sharedBy ?? undefined })
  return proposed.ok ? [] : proposed.refusals
}

/** Every reason why a row may not be made a proposal. */
export const mayRelease = (row: ReleaseFacts): Refusal[] => [
  ...check(!row.isReleased, { code: 'matching.rowReleased' }),
  ...check(!row.isStrictlyConfidential, { code: 'matching.protectedNotReleased' }),
  ...check(!row.objects, { code: 'matching.objectsToMatching' }),
  ...check(row.isWithoutPlace, { code: 'matching.noLongerWithout' }),
  ...check(!row.isProposed || row.isReleased, { code: 'matching.alreadyProposed' }),
  ...check(!row.isUnderWay || row.isReleased, { code: 'matching.underWayElsewhere' }),
  ...asProposal(row),
  ...check(!row.opening?.isOpen || row.opening.freeSeats > 0, { code: 'matching.openingFull' }),
  ...check(row.changed.length === 0, { code: 'matching.factsChanged', params: { count: row.changed.length } }),
]
