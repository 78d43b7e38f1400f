import { createHash } from 'node:crypto'
import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'
import type { Print } from './cohort.schema.ts'
import type { CohortOpening } from './load-openings.ts'

const LENGTH = 12

/** The same text for the same facts, whatever order rows and fields came in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value).map(([key, one]) => `${key}:${canonical(one)}`).toSorted().join(',')}}`
}

const printOf = (parts: Record<string, unknown>): Print =>
  Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, createHash('sha256').update(canonical(value)).digest('hex').slice(0, LENGTH)]))

/** Print of her way to a place, or of none: travel times are of a table that is brought in now and then. */
export const printWay = ({ home }: PersonFacts, opening: OpeningFacts | undefined): Print => printOf({ way: home === null ? null : opening?.travel?.times[home.postcode] ?? null })

/** Prints of what is known of a person, by part, and of her way to her place. */
export function printPerson(person: PersonFacts, opening: OpeningFacts | undefined): Print {
  const { id: _, ...facts } = person
  return { ...printOf(facts), ...printWay(person, opening) }
}

/** Prints of what a place asks and of who stands above it, by part. Free seats are counted, not printed. */
export function printOpening({ facts, host, isOpen }: Pick<CohortOpening, 'facts' | 'host' | 'isOpen'>): Print {
  const { id: _, travel, supervision, ...asked } = facts
  const { employerId, seatsAtOnce, supervisorId, supervisesAtOnce } = host
  return printOf({ ...asked, travel: travel && { to: travel.to, straight: travel.straight }, isOpen, above: { employerId, seatsAtOnce, supervisorId, supervisesAtOnce, isNamed: supervision.isNamed } })
}
