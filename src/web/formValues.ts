import type { Refusal } from '#shared/decision.ts'
import { z } from 'zod'

/** The dotted paths into a shape: `name`, `address.street`, `children.0.name`. */
export type Path<T> = T extends string | number | boolean | null | undefined ? never
  : T extends readonly (infer Item)[] ? `${number}` | `${number}.${Path<Item>}`
    : { [K in keyof T & string]: K | `${K}.${Path<NonNullable<T[K]>>}` }[keyof T & string]

/** What is found at a path. */
export type ValueAt<T, P extends string> = P extends `${infer Head}.${infer Rest}` ? ValueAt<Part<T, Head>, Rest> : Part<T, P>
type Part<T, K extends string> = NonNullable<T> extends readonly (infer Item)[] ? Item : K extends keyof NonNullable<T> ? NonNullable<T>[K] : never

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a dotted path, or undefined. */
export function getAt(values: unknown, path: string): unknown {
  let found: unknown = values
  for (const key of path.split('.')) {
    if (Array.isArray(found)) found = found[Number(key)]
    else found = isRecord(found) ? found[key] : undefined
  }
  return found
}

/** A copy with another value at a dotted path; undefined takes the key away. */
export function setAt(values: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.')
  if (Array.isArray(values)) {
    const items: readonly unknown[] = values
    return items.map((item, index) => (index === Number(key) ? (rest.length === 0 ? value : setAt(item, rest.join('.'), value)) : item))
  }
  const record = isRecord(values) ? values : {}
  const next = rest.length === 0 ? value : setAt(record[key], rest.join('.'), value)
  if (next !== undefined) return { ...record, [key]: next }
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What was typed on top of a newer original: keys that were changed from `base` keep what was typed, the others (the
 * version among them) become the newer ones.
 */
export function rebase<T extends Record<string, unknown>>(base: T, typed: T, fresh: T): T {
  const changed = Object.entries(typed).filter(([key, value]) => !same(value, base[key]))
  const emptied = Object.keys(base).filter((key) => base[key] !== undefined && typed[key] === undefined)
  const kept = Object.fromEntries(Object.entries(fresh).filter(([key]) => !emptied.includes(key)))
  return Object.assign(kept, Object.fromEntries(changed)) as T // made of the keys of T alone
}

function inside(schema: unknown, key: string): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return inside(schema.unwrap(), key)
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodObject) return (schema.shape as Record<string, unknown>)[key] // a shape is a record of schemas
  return undefined
}

/** Whether the shape accepts that nothing is given at a path. */
export function isOptionalAt(schema: z.ZodType, path: string): boolean {
  const found = path.split('.').reduce<unknown>(inside, schema)
  return found instanceof z.ZodType && found.safeParse(undefined).success
}

function codeOf(issue: z.core.$ZodIssue, values: unknown): string {
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code
  const given = getAt(values, issue.path.join('.'))
  if (issue.path.length > 0 && (given === undefined || given === null || given === '')) return 'shape.required'
  return issue.code === 'too_big' ? 'shape.tooLong' : 'shape.invalid'
}

/** What a shape finds wrong, in the codes the server uses for the same; one for each field. */
export function shapeRefusals(error: z.ZodError, values: unknown): Refusal[] {
  const found = new Map<string, Refusal>()
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    if (found.has(path)) continue
    found.set(path, { code: codeOf(issue, values), ...(path === '' ? {} : { path }) })
  }
  return [...found.values()]
}
