import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { namesUnlawfulGround } from '#shared/unlawful-grounds.ts'
import type { ShareKey, WeightKey, Weights } from './weights.schema.ts'
import { SHARE_KEYS, TAKING, WEIGHT_KEYS } from './weights.schema.ts'

/** No score is above this, and none below 1. */
export const HIGHEST = 10_000
/** All weights together: the start is 1 and what can be taken, so what can be added on top still stays within `HIGHEST`. */
export const MOST_TOGETHER = HIGHEST - 1
/** No criterion alone outweighs all others together. */
export const MOST_EACH = 4_000
/** What is not known never counts more against somebody than half of what is asked. */
export const MOST_UNKNOWN = 50

/**
 * The children's times take at most this, which is what a lack of supervision takes in the weights of the code. The same hour is often in what she has said of her days (`schedule`)
 * already, and would be taken twice; and what hits parents more than others may weigh no more than its purpose needs (likestillings- og diskrimineringsloven §§ 8, 9).
 */
export const MOST_CARE = 200
const mostOf = (key: WeightKey): number => (key === 'care' ? MOST_CARE : MOST_EACH)

/** Where a municipality has set none of its own. An assumption to begin with, not a finding: see the report on what happened. */
export const defaultWeights: Weights = {
  points: {
    norwegian: 1500, language: 300, driving_licence: 300, certificate: 500, skill: 400, experience: 300, physical: 500, schedule: 500, hours: 300,
    care: 100, programme: 300, transport: 200, commute: 800, supervision: 200,
    occupation: 1000, recency: 250, wish: 1200, goal: 500, employer_wish: 300, waiting: 240,
  },
  shares: { documented: 0, claimed: 10, stale: 10, unknown: 30 },
}

/** What everybody begins with: 1, and everything that may be taken. */
export const startOf = ({ points }: Weights): number => TAKING.reduce((sum, key) => sum + points[key], 1)

const isKey = <K extends string>(keys: readonly K[], name: string): name is K => keys.some((key) => key === name)
const sumOf = (points: Record<string, number>): number => Object.values(points).reduce((sum, one) => sum + one, 0)
const isBetween = (value: number | undefined, most: number): boolean => value !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= most

/** What is weighed as it was asked for: any names, so that those that are no criteria can be refused with words. */
export type AskedWeights = { points: Record<string, number>; shares: Record<string, number> }

function nameRefusals({ points, shares }: AskedWeights): Refusal[] {
  const strange = [...Object.keys(points).filter((name) => !isKey(WEIGHT_KEYS, name)).map((name) => ({ name, path: `points.${name}` })), ...Object.keys(shares).filter((name) => !isKey(SHARE_KEYS, name)).map((name) => ({ name, path: `shares.${name}` }))]
  return strange.map(({ name, path }) => ({ code: namesUnlawfulGround(name) ? 'weights.unlawful' : 'weights.noCriterion', path, params: { name } }))
}

function shareRefusals(shares: Record<string, number>): Refusal[] {
  const { documented = 0, claimed = 0, stale = 0, unknown = 0 } = shares
  return [
    ...SHARE_KEYS.flatMap((key) => check(isBetween(shares[key], MOST_UNKNOWN), { code: 'weights.shareBounds', path: `shares.${key}`, params: { most: MOST_UNKNOWN } })),
    ...check(documented <= claimed, { code: 'weights.paperBelowWord', path: 'shares.claimed' }),
    // to know something never counts for less than not to know it
    ...check(claimed + stale <= unknown, { code: 'weights.unknownBelowKnown', path: 'shares.unknown', params: { least: claimed + stale } }),
  ]
}

/** Every reason why these may not be the weights: a name that is no criterion, a number out of bounds, too much in all. */
export function mayWeigh(asked: AskedWeights): Refusal[] {
  return [
    ...nameRefusals(asked),
    ...WEIGHT_KEYS.flatMap((key) => check(isBetween(asked.points[key], mostOf(key)), { code: 'weights.pointBounds', path: `points.${key}`, params: { most: mostOf(key) } })),
    ...check(sumOf(asked.points) <= MOST_TOGETHER, { code: 'weights.tooMuchTogether', path: 'points', params: { most: MOST_TOGETHER, sum: sumOf(asked.points) } }),
    ...shareRefusals(asked.shares),
  ]
}

/** Whether two weights say the same. */
export const sameWeights = (a: Weights, b: Weights): boolean =>
  WEIGHT_KEYS.every((key: WeightKey) => a.points[key] === b.points[key]) && SHARE_KEYS.every((key: ShareKey) => a.shares[key] === b.shares[key])
