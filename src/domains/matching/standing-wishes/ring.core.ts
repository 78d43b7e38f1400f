import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { namesParagraph } from '#shared/paragraph.ts'
import type { Demand, OpeningFacts, Travel } from '../facts.schema.ts'
import { mayCount } from '../lawful-demand.core.ts'
import type { RankedMatch } from '../match.core.ts'
import { hasGround } from '../match.core.ts'
import type { Criterion } from '../match.schema.ts'
import type { Related } from '#shared/occupation-distance.ts'

/** A wish as what a person is compared with. A demand that names an unlawful ground counts for nobody, however it was written (PLA-19). */
export type WishFacts = Pick<OpeningFacts, 'id' | 'title' | 'occupationCode' | 'schedule' | 'hoursPerWeek' | 'physicalDemands' | 'reachableBy' | 'demands'>
export const asOpening = ({ id, title, occupationCode, schedule, hoursPerWeek, physicalDemands, reachableBy, demands }: WishFacts, travel: Travel | null, related: Related | null = null): OpeningFacts =>
  ({ id, title, occupationCode, related, schedule, hoursPerWeek, physicalDemands, reachableBy, demands: demands.filter(mayCount), travel, kind: 'practice_place', extent: null, fromDate: null, supervision: { isNamed: false, limits: [] } })

type AskedDemand = Pick<Demand, 'kind' | 'name' | 'isRequired' | 'statutoryBasis'>
const demandRefusals = (demand: AskedDemand, at: number): Refusal[] => [
  ...check(mayCount(demand), { code: 'wish.demandUnlawful', path: `demands.${at}.name`, params: { name: demand.name ?? '' } }),
  ...check(demand.statutoryBasis === null || namesParagraph(demand.statutoryBasis), { code: 'wish.basisParagraph', path: `demands.${at}.statutoryBasis` }),
  ...check(demand.statutoryBasis === null || demand.isRequired, { code: 'wish.basisOnlyRequired', path: `demands.${at}.statutoryBasis` }),
]

/** A wish that asks nothing would ring for everybody; of what it asks, the same is refused as of an opening. */
export const maySaveWish = (wish: { occupationCode: string | null; demands: readonly AskedDemand[]; since: string }, today: string): Refusal[] => [
  ...check(wish.occupationCode !== null || wish.demands.some(({ isRequired }) => isRequired), { code: 'wish.asksNothing', path: 'occupationCode' }),
  ...check(wish.since <= today, { code: 'wish.inFuture', path: 'since' }),
  ...wish.demands.flatMap(demandRefusals),
]

/** What was asked, as a key that stays the same from day to day. */
export const keyOf = ({ kind, asked }: Pick<Criterion, 'kind' | 'asked'>): string => `${kind} ${JSON.stringify(asked)}`

/** Whether she fits what the employer would say yes to: every requirement met, and something of hers leads there where an occupation is named (PLA-03). */
export const fitsWish = (match: RankedMatch, occupationCode: string | null): boolean => match.verdict === 'fits' && (occupationCode === null || hasGround(match))

const NO_GROUND = 'ground'
/** What she lacks; empty for one who fits. */
export function missingOf(match: RankedMatch, occupationCode: string | null): string[] {
  const unmet = match.required.filter(({ met }) => met !== 'yes').map(keyOf)
  return [...new Set([...unmet, ...(unmet.length === 0 && !fitsWish(match, occupationCode) ? [NO_GROUND] : [])])].toSorted()
}

export const ARRIVED = 'arrived'
export type NewRing = { personId: string; fact: string; reached: Criterion[] }
export type Look = { rings: NewRing[]; /** What each lacks now, where that is another than it was. */ changed: { personId: string; missing: string[] }[]; /** Candidates no more. */ gone: string[] }

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((key, at) => key === other[at])

/** What she has reached since the last look, told by one key; she has arrived where there was none. */
function ringOf(match: RankedMatch, before: readonly string[] | undefined): NewRing {
  const reached = before === undefined ? [] : match.required.filter((one) => before.includes(keyOf(one)))
  return { personId: match.personId, fact: before === undefined ? ARRIVED : before.join(' + '), reached }
}

/**
 * One look at one wish: who fits now that did not, and what each lacks. `before` is what each lacked at the last look. At the
 * first look nobody rings: those who fit today stand in the list, and a ring says that something changed.
 */
export function lookAt(wish: Pick<WishFacts, 'occupationCode'>, matches: readonly RankedMatch[], before: ReadonlyMap<string, readonly string[]>, isFirst: boolean): Look {
  const now = matches.map((match) => ({ match, missing: missingOf(match, wish.occupationCode), was: before.get(match.personId) }))
  const present = new Set(matches.map(({ personId }) => personId))
  return {
    rings: isFirst ? [] : now.filter(({ missing, was }) => missing.length === 0 && was?.length !== 0).map(({ match, was }) => ringOf(match, was)),
    changed: now.filter(({ missing, was }) => was === undefined || !same(missing, was)).map(({ match, missing }) => ({ personId: match.personId, missing })),
    gone: [...before.keys()].filter((id) => !present.has(id)),
  }
}
