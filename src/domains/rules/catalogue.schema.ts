import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { ExplainedRule, ExplainedSource, RuleLocale } from './rules.schema.ts'

/** A figure of the law with its history, newest first. A repeal is null. `renews` is the day of the year (MM-DD) a new one is due. */
export const CatalogueValue = z.object({
  name: z.string(), label: z.string(), unit: z.string(), renews: z.string().optional(),
  values: z.array(z.object({ from: PlainDate, value: z.number().nullable(), source: ExplainedSource })),
})
export type CatalogueValue = z.infer<typeof CatalogueValue>

/** What the law or our reading leaves open: the municipality chooses one of the options. */
export const CatalogueChoice = z.object({ name: z.string(), label: z.string(), options: z.array(z.object({ value: z.string(), label: z.string() })), source: ExplainedSource, ask: z.string() })
export type CatalogueChoice = z.infer<typeof CatalogueChoice>

/** An enacted rule that was not in force on the day the law was read (`asOf`). */
export const CatalogueEnacted = z.object({ name: z.string(), label: z.string(), source: ExplainedSource, asOf: PlainDate })
export type CatalogueEnacted = z.infer<typeof CatalogueEnacted>

export const ListInput = z.object({ rule: z.string().optional(), locale: RuleLocale.optional() })

/** Every rule, and what the rules rest on as it is built in. `lawAsOf` is the day up to which the law was read. */
export const Catalogue = z.object({
  lawAsOf: PlainDate, rules: z.array(ExplainedRule), values: z.array(CatalogueValue), choices: z.array(CatalogueChoice), enacted: z.array(CatalogueEnacted),
})
export type Catalogue = z.infer<typeof Catalogue>
