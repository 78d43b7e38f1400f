import { z } from 'zod'
import { yearsBetween } from '#shared/date.ts'
import type { FactName } from '../facts.ts'
import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'

const Unmet = z.enum(['age', 'group', 'need', 'employer', 'other_measures', 'office', 'period', 'not_in_force'])
type Unmet = z.infer<typeof Unmet>

/** What every measure of Nav's is asked about: whether it may be offered, how long, how much, when reviewed, and who is asked first. */
export const Measure = z.object({
  /** Nav may offer it; no, for the reasons in `unmet`; or Nav must be asked, because its conditions could not be read. */
  offer: z.enum(['may', 'no', 'ask_nav']),
  unmet: z.array(Unmet),
  longestMonths: z.int().nullable(), longestExtensionMonths: z.int(), longestWeeks: z.int().nullable(),
  reviewEveryMonths: z.int().nullable(),
  /** Whether she is employed by the organiser; null where either may be. */
  isEmployed: z.boolean().nullable(),
  /** Whether the employees' representatives must be consulted before the place is made. */
  consultation: z.enum(['shall', 'where_possible', 'not_required']),
  support: z.enum(['none', 'percent', 'costs', 'monthly', 'hourly']),
  /** Percents in turn, each for so many months; null is for the rest. */
  percents: z.array(z.object({ percent: z.int(), months: z.int().nullable() })),
  /** Limit a year in basic amounts. */
  capInG: z.int().nullable(),
  /** Kroner: the ceiling of costs, or what is paid a month. */
  kroner: z.int().nullable(),
})
type Measure = z.infer<typeof Measure>

/** Age, and the need of the measure, are asked of whatever measure (TF § 1-3). */
export const measureNames = ['birthDate'] as const

const LEAST_AGE = 16

/** Puts an answer together: the conditions as pairs of whether met and the reason; what a measure does not have is left out. */
export function measureOf(ask: Asking<'birthDate'>, conditions: readonly (readonly [boolean, Unmet])[], { offer = 'may', ...own }: Partial<Measure>): Measure {
  const age = yearsBetween(ask.need('birthDate').birthDate, ask.on)
  ask.step('step.nav.age', ref('TF', '1-3', { ledd: 3 }), { params: { age, least: LEAST_AGE } })
  ask.step('step.nav.decides', ref('TF', '1-5', { ledd: 1 }), { force: 'may' })
  ask.judge('judge.nav.needed', ref('TF', '1-3', { ledd: 1 }))
  const all: readonly (readonly [boolean, Unmet])[] = [[age >= LEAST_AGE, 'age'], ...conditions]
  const unmet = [...new Set(all.flatMap(([met, name]) => (met ? [] : [name])))]
  return {
    offer: unmet.length > 0 ? 'no' : offer, unmet, longestMonths: null, longestExtensionMonths: 0, longestWeeks: null, reviewEveryMonths: null, isEmployed: false, consultation: 'not_required',
    support: 'none', percents: [], capInG: null, kroner: null, ...own,
  }
}

/** Under an age on a day. */
export const isUnder = <N extends FactName>(ask: Asking<N | 'birthDate'>, age: number): boolean => yearsBetween(ask.need('birthDate').birthDate, ask.on) < age
