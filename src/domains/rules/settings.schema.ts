import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { CatalogueChoice, CatalogueEnacted, CatalogueValue } from './catalogue.schema.ts'
import { RuleLocale } from './rules.schema.ts'

/** Where it stands, or who answered: demanded for everything that is entered. */
const Words = z.string().trim().min(1).max(2000)
/** The row this one replaces, as it was seen; null for the first. */
const replaces = Id.nullable()
/** How sure it is: V read in the primary text, P from an official page, K general knowledge. What is uncertain is not entered. */
const EnteredCertainty = z.enum(['V', 'P', 'K'])

/** A figure from a day on; `value` null is a repeal, `isWithdrawn` takes a mistaken entry of that very day away. */
export const EnterValueInput = z.object({ id: Id, name: z.string(), appliesFrom: PlainDate, value: z.number().nonnegative().max(1e12).nullable(), isWithdrawn: z.boolean().default(false), source: Words, certainty: EnteredCertainty, replaces })
export type EnterValueInput = z.output<typeof EnterValueInput>
/** `option` null: undecided again. */
export const ChooseInput = z.object({ id: Id, name: z.string(), option: z.string().nullable(), reason: Words, source: Words, replaces })
export type ChooseInput = z.output<typeof ChooseInput>
/** `onDay` null: not in force after all. */
export const CommenceInput = z.object({ id: Id, name: z.string(), onDay: PlainDate.nullable(), source: Words, replaces })
export type CommenceInput = z.output<typeof CommenceInput>

const Entry = z.object({ id: Id, at: z.string(), by: z.string().nullable(), source: z.string(), /** Not replaced by a later one. */ isCurrent: z.boolean() })

export const ValueEntry = Entry.extend({ name: z.string(), appliesFrom: PlainDate, value: z.number().nullable(), isWithdrawn: z.boolean(), certainty: EnteredCertainty })
export type ValueEntry = z.infer<typeof ValueEntry>
export const ChoiceEntry = Entry.extend({ name: z.string(), option: z.string().nullable(), reason: z.string() })
export type ChoiceEntry = z.infer<typeof ChoiceEntry>
export const CommencementEntry = Entry.extend({ name: z.string(), onDay: PlainDate.nullable() })
export type CommencementEntry = z.infer<typeof CommencementEntry>

/** A figure that there will be none of from a day on, unless it is entered. */
export const MissingValue = z.object({ name: z.string(), label: z.string(), on: PlainDate })

export const ListSettingsInput = z.object({ locale: RuleLocale.optional() })
/** What the municipality says about the rules, newest entry first, beside what is built in. */
export const RuleSettings = z.object({
  lawAsOf: PlainDate,
  values: z.array(CatalogueValue.extend({ /** What holds today, built in or entered; absent when there is none. */ today: z.object({ from: PlainDate, value: z.number().nullable() }).optional(), missingFrom: PlainDate.optional(), entered: z.array(ValueEntry) })),
  choices: z.array(CatalogueChoice.extend({ chosen: z.string().nullable(), entered: z.array(ChoiceEntry) })),
  enacted: z.array(CatalogueEnacted.extend({ commencedOn: PlainDate.nullable(), entered: z.array(CommencementEntry) })),
  missing: z.array(MissingValue),
  actions: z.array(z.enum(['enterValue', 'choose', 'commence'])),
})
export type RuleSettings = z.infer<typeof RuleSettings>
