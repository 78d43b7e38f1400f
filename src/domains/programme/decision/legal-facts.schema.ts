import { z } from 'zod'
import { FACTS, type FactName, type Facts } from '#rules/facts.ts'
import { Permit, Schooling } from '#rules/person-facts.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** Facts with a column of their own in `legal_facts`; null is unknown. */
export const LegalFacts = z.object({
  permit: Permit.nullable().default(null), permitGrantedOn: PlainDate.nullable().default(null), hadFamilyPermit: z.boolean().nullable().default(null),
  settledByAgreement: z.boolean().nullable().default(null), residenceSince: PlainDate.nullable().default(null), claimedOn: PlainDate.nullable().default(null),
  schooling: Schooling.nullable().default(null), hasUkrainianUpperSecondary: z.boolean().nullable().default(null),
  weeklyJobHours: z.number().min(0).max(168).nullable().default(null),
})
export type LegalFacts = z.output<typeof LegalFacts>

/** Facts that are kept on the person herself. */
export const PersonDates = z.object({ birthDate: PlainDate.nullable().default(null), settledOn: PlainDate.nullable().default(null) })

/** Facts that follow from what is registered elsewhere: never asked for here. */
export const DERIVED_FACTS: readonly string[] = ['offeredOn', 'decidedOn', 'startedOn', 'finalGoal', 'lengthMonths', 'extensionMonths', 'frozenDays', 'addedWorkingDays', 'programmeLastDay', 'planMadeOn', 'planParts', 'stopGround', 'hasWrittenWarning']

const more = (name: string): boolean => Object.hasOwn(FACTS, name) && !Object.hasOwn(LegalFacts.shape, name) && !Object.hasOwn(PersonDates.shape, name) && !DERIVED_FACTS.includes(name)

/** Further facts by their names: unknown names and values that cannot be are refused at their place. */
export const MoreFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).superRefine((facts, ctx) => {
  for (const [name, value] of Object.entries(facts)) {
    if (!more(name)) ctx.addIssue({ code: 'custom', path: [name], params: { code: 'facts.unknownName' }, message: name })
    else if (value !== null && !FACTS[name as FactName].safeParse(value).success) ctx.addIssue({ code: 'custom', path: [name], params: { code: 'facts.unknownValue' }, message: name }) // reason for the cast: `more` has just found the name
  }
})

export const SaveLegalFactsInput = z.object({
  id: Id, personId: Id, version: z.int().optional(), personVersion: z.int(), facts: LegalFacts, person: PersonDates, more: MoreFacts.default({}),
})

/** Facts as the rules take them: what is null is left out, since a fact that is absent is unknown. */
export function toFacts(...sources: readonly Readonly<Record<string, unknown>>[]): Facts {
  const known = sources.flatMap((one) => Object.entries(one)).flatMap(([name, value]) => {
    const shape = Object.hasOwn(FACTS, name) ? FACTS[name as FactName] : undefined // reason for the cast: the name has just been found
    const read = value === null || value === undefined ? undefined : shape?.safeParse(value)
    return read?.success ? [[name, read.data] as const] : []
  })
  return Object.fromEntries(known)
}

/** What kind of field asks for a fact: made from its shape, so that every fact of every rule can be filled in where it lacks. */
export const FactField = z.object({ name: z.string(), label: z.string(), kind: z.enum(['date', 'yesno', 'choice', 'number']), options: z.array(z.object({ value: z.string(), label: z.string() })) })
export type FactField = z.infer<typeof FactField>

const Json = z.object({ type: z.string().optional(), format: z.string().optional(), enum: z.array(z.string()).optional() })

/** The kind of a fact's field and its closed values; nothing for one that is no single value. */
export function fieldOf(name: string): Pick<FactField, 'kind'> & { values: string[] } | undefined {
  if (!Object.hasOwn(FACTS, name)) return undefined
  const { type, format, enum: values } = Json.parse(z.toJSONSchema(FACTS[name as FactName], { io: 'input', unrepresentable: 'any' })) // reason for the cast: the name has just been found
  if (values !== undefined) return { kind: 'choice', values }
  if (type === 'boolean') return { kind: 'yesno', values: [] }
  if (format === 'date') return { kind: 'date', values: [] }
  return type === 'number' || type === 'integer' ? { kind: 'number', values: [] } : undefined
}
