import { z } from 'zod'
import type { Facts } from '#rules/facts.ts'
import type { PlainDate } from '#shared/date.ts'
import { toFacts } from '../decision/legal-facts.schema.ts'

/** What `app.named_facts` gives: legal facts by the names of the rules, with those that have no column of their own in `more`. */
export type NamedFacts = Record<string, unknown> | null

const More = z.object({ more: z.record(z.string(), z.unknown()).default({}) })

/** The facts the rules are asked with: what is null, or no value a rule knows, is left out. */
export function factsOfRow(named: NamedFacts, { birthDate, settledOn }: { birthDate: PlainDate | null; settledOn: PlainDate | null }): Facts {
  const { more } = More.parse(named ?? {})
  return toFacts(more, named ?? {}, { birthDate, settledOn })
}
