import type { PlainDate } from '#shared/date.ts'
import type { Schedule } from '#shared/schedule.ts'
import type { Evidence } from './match.schema.ts'
import type { Occupation, Related } from '#shared/occupation-distance.ts'

/**
 * What of a person may count. Gender, age, country, language at home, faith, health, family, ground and end of the
 * permit are not here, so they cannot (likestillings- og diskrimineringsloven § 6; PLA-19).
 */
export type PersonFacts = {
  id: string
  /** The newest level for each language and skill. */
  languages: { language: string; skill: string; level: string; evidence: Evidence; on: PlainDate | null; source: string | null }[]
  papers: { kind: 'driving_licence' | 'trade_certificate' | 'authorisation' | 'course'; name: string; validUntil: PlainDate | null; evidence: Evidence }[]
  skills: { name: string; evidence: Evidence; on: PlainDate | null; seenBy: string | null }[]
  work: (Occupation & { title: string; employerName: string | null; toYear: number | null; evidence: Evidence })[]
  wishes: (Occupation & { wording: string; rank: number })[]
  frame: Frame | null
  /** Where she travels from; null where it is not known, or is not to be known. */
  home: Stop | null
  /** What already fills her week: the children's times, which decide no verdict, and what of the programme has fixed hours. Never health. */
  week: { care: Busy[]; programme: Busy[] }
  /** What her integration plan aims at. */
  goal: { occupationCode: string; title: string; on: PlainDate } | null
  waiting: { since: PlainDate | null; passedOver: number }
}

export type Spot = { latitude: number; longitude: number }
export type Stop = { postcode: string; spot: Spot | null }
/** Fixed hours in a week; `until` is the last day, null where it has none. */
export type Busy = { slots: Schedule; until: PlainDate | null }

export type Frame = {
  /** The longest way to work she can have, in minutes. */
  travelMinutes: number | null
  hoursPerWeek: number | null
  earliest: string | null
  latest: string | null
  weekdays: number[]
  transport: string[]
  cannot: string[]
}

export type Demand = {
  kind: 'norwegian' | 'language' | 'driving_licence' | 'certificate' | 'skill' | 'experience'
  isRequired: boolean
  skill: string | null
  level: string | null
  name: string | null
  sentence: string | null
  statutoryBasis: string | null
}

export type OpeningFacts = {
  id: string
  kind: 'practice_place' | 'vacancy'
  title: string
  occupationCode: string | null
  escoUri?: string | null
  /** What is near its occupation by ESCO or a list; the same for every opening of that code. */
  related?: Related | null
  extent: 'full_time' | 'part_time' | 'both' | null
  schedule: Schedule
  hoursPerWeek: number | null
  physicalDemands: string[]
  reachableBy: string[]
  demands: Demand[]
  /** When it begins; null where it is open. */
  fromDate: PlainDate | null
  /** Where it is, and how one gets there. */
  travel: Travel | null
  supervision: Supervision
}

export const WAYS = ['walk', 'bicycle', 'public', 'car'] as const
export type Way = (typeof WAYS)[number]
export type Leg = { minutes: number; source: string; on: PlainDate }
/** How a straight line becomes minutes: the road is `factor` times as long, at so many km an hour, never under `least` minutes. */
export type StraightLine = { factor: number; speed: Record<Way, number>; least: number; source: string }
/** `times`: legs by the postcode one comes from, shared by all places at the same postcode. */
export type Travel = { to: Stop; times: Readonly<Record<string, Partial<Record<Way, Leg>>>>; straight: StraightLine }

/** `atOnce` is how many the named supervisor, or else the employer, takes; null where nobody has said. */
export type Supervision = { isNamed: boolean; limits: { atOnce: number; now: number }[] }
