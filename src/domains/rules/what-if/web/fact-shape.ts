import { z } from 'zod'

/** The part of JSON Schema that the facts of rules are written in, with a name for each place. */
const Closed = z.object({ const: z.union([z.string(), z.number(), z.boolean()]), title: z.string() })
const Place = z.object({
  type: z.string().optional(), title: z.string().default(''), format: z.string().optional(), oneOf: z.array(Closed).optional(), minimum: z.number().optional(), maximum: z.number().optional(),
  get items() { return Place.optional() },
  get properties() { return z.record(z.string(), Place).optional() },
  get anyOf() { return z.array(Place).optional() },
})
type Place = z.output<typeof Place>

export type FactShape =
  | { kind: 'yesNo' | 'day' | 'number' | 'money' | 'text'; title: string }
  | { kind: 'one'; title: string; options: { value: string; label: string }[] }
  | { kind: 'several'; title: string; options: { value: string; label: string }[] }
  | { kind: 'rows'; title: string; parts: Record<string, FactShape> }
  | { kind: 'group'; title: string; parts: Record<string, FactShape> }

const optionsOf = (place: Place): { value: string; label: string }[] => (place.oneOf ?? []).map((one) => ({ value: String(one.const), label: one.title }))

/** Two shapes of the same name become one: a list of values has those of both. */
function joined(one: FactShape | undefined, other: FactShape): FactShape {
  if (one?.kind !== 'one' || other.kind !== 'one') return one ?? other
  return { ...one, options: [...one.options, ...other.options.filter(({ value }) => !one.options.some((known) => known.value === value))] }
}

/** A sum of money is whole øre for the rules, and is named so. */
const isOre = (name: string): boolean => name.endsWith('Ore')

/** The named parts of a place; of alternatives all parts that any of them has. */
function partsOf(place: Place): Record<string, FactShape> {
  const parts: Record<string, FactShape> = {}
  for (const one of place.anyOf ?? [place]) for (const [name, part] of Object.entries(one.properties ?? {})) parts[name] = joined(parts[name], isOre(name) ? { kind: 'money', title: part.title } : shapeOf(part))
  return parts
}

const hasParts = (place: Place): boolean => place.properties !== undefined || place.anyOf?.some(hasParts) === true

function shapeOf(place: Place): FactShape {
  const { type, title, format, oneOf, items } = place
  if (oneOf) return { kind: 'one', title, options: optionsOf(place) }
  if (type === 'array' && items) return hasParts(items) ? { kind: 'rows', title, parts: partsOf(items) } : { kind: 'several', title, options: optionsOf(items) }
  if (hasParts(place)) return { kind: 'group', title, parts: partsOf(place) }
  if (type === 'boolean') return { kind: 'yesNo', title }
  if (type === 'number' || type === 'integer') return { kind: 'number', title }
  return { kind: format === 'date' ? 'day' : 'text', title }
}

/** The fields that a rule's facts are filled in by, in its own order. */
export const factShapes = (facts: unknown): Record<string, FactShape> => partsOf(Place.parse(facts))
