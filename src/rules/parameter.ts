import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Source } from './source.ts'

/** A value that holds from a day until the next one; `null` is a repeal, and counts as a value. */
export type DatedValue = { from: PlainDate; value: number | null; source: Source }

/**
 * A figure of the law, apart from the logic that uses it. Newest value first or last, it does not matter.
 * `renews` says on which day of the year (`MM-DD`) a new value is due: an older one does not stand in for it.
 * `from` is the first day the figure exists at all.
 */
export type Parameter = {
  /** Unique; the text is `value.<name>`. */
  name: string
  unit: 'NOK' | 'NOK/year' | 'NOK/month' | 'percent' | 'share' | 'hours' | 'days' | 'G' | 'months' | 'in force'
  renews?: string
  values: readonly DatedValue[]
}

/** A value a municipality has entered itself, with its source, because no release had it. */
export const EnteredValue = z.object({ name: z.string(), from: PlainDate, value: z.number().nullable(), source: Source })
export type EnteredValue = z.infer<typeof EnteredValue>

/** Declares a parameter; the identity function, for its types. */
export const parameter = (one: Parameter): Parameter => one

/** The day on or after `from` when a yearly value ends, exclusive. */
function endOf(from: PlainDate, renews: string): string {
  const year = Number(from.slice(0, 4))
  return from.slice(5) < renews ? `${year}-${renews}` : `${year + 1}-${renews}`
}

/**
 * The value that holds on a day, with the day it holds from and where it comes from; nothing when there is none for that
 * day, or when a yearly one has run out. What the municipality entered goes before what is built in for the same day.
 */
export function valueOn({ name, values, renews }: Parameter, on: PlainDate, entered: readonly EnteredValue[]): DatedValue | undefined {
  const own = entered.filter((one) => one.name === name && one.from <= on)
  const candidates: DatedValue[] = [...values.filter(({ from }) => from <= on), ...own]
  const found = candidates.reduce<DatedValue | undefined>((best, one) => (best === undefined || one.from >= best.from ? one : best), undefined)
  if (found === undefined || renews === undefined || found.value === null) return found
  return on < endOf(found.from, renews) ? found : undefined
}

/** Yearly parameters that lack a value `ahead` days after `on`: what the administrator is warned of before it is needed. */
export const missingOn = (parameters: readonly Parameter[], on: PlainDate, entered: readonly EnteredValue[]): Parameter[] =>
  parameters.filter((one) => one.renews !== undefined && valueOn(one, on, entered) === undefined)
