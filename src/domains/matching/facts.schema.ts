import type { PlainDate } from '#shared/date.ts'
import type { Schedule } from '#shared/schedule.ts'
import type { Evidence } from './match.schema.ts'

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
  work: { occupationCode: string | null; title: string; employerName: string | null; toYear: number | null; evidence: Evidence }[]
  wishes: { occupationCode: string | null; wording: string; rank: number }[]
  frame: Frame | null
}

export type Frame = {
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
  extent: 'full_time' | 'part_time' | 'both' | null
  schedule: Schedule
  hoursPerWeek: number | null
  physicalDemands: string[]
  reachableBy: string[]
  demands: Demand[]
}
