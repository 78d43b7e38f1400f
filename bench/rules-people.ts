import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import { choices } from '#rules/registry.ts'
import { FACTS, type Facts } from '#rules/facts.ts'
import type { Grounds } from '#rules/rule.ts'

/** The day the invented people are asked about. */
export const on = plainDate('2026-06-01')
/** Every choice made, so that the rules go all the way to an answer. */
export const grounds: Grounds = { entered: [], settings: { choices: Object.fromEntries(choices.map(({ name, options }) => [name, options[0] ?? ''])), commenced: {} } }

const Shape = z.object({ type: z.string().optional(), format: z.string().optional(), enum: z.array(z.unknown()).optional(), maximum: z.number().optional() })
const shapes = Object.entries(FACTS).map(([name, shape]) => ({ name, ...Shape.parse(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })) }))

/** Numbers that look random and are the same in every run. */
const mixed = (person: number, at: number): number => Math.imul(person * 2_654_435_761 + at * 40_503, 2_246_822_519) >>> 8
const day = (first: number, years: number, number: number): string => `${first + (number % years)}-${String(number % 12 + 1).padStart(2, '0')}-${String(number % 28 + 1).padStart(2, '0')}`

function valueOf(shape: (typeof shapes)[number], number: number): unknown {
  if (shape.enum) return shape.enum[number % shape.enum.length]
  if (shape.format === 'date') return shape.name === 'birthDate' ? day(1960, 48, number) : day(2021, 6, number)
  if (shape.type === 'boolean') return number % 2 === 0
  if (shape.type === 'number' || shape.type === 'integer') return number % Math.min(40, (shape.maximum ?? 40) + 1)
  return shape.type === 'array' ? [] : undefined
}

/** The facts of one invented person, with one in twenty unknown, as in life. */
export function factsOf(person: number): Facts {
  const known = shapes.flatMap((shape, at) => { const number = mixed(person, at); return number % 20 === 0 ? [] : [[shape.name, valueOf(shape, number)]] })
  return Object.fromEntries(known) as Facts // reason for the cast: each value was made from the shape of its fact
}
