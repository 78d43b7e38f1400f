import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { getAt, isOptionalAt, rebase, setAt, shapeRefusals } from './formValues.ts'

const Person = z.object({
  name: z.string().min(1), note: z.string().max(5).optional(), age: z.number(),
  address: z.object({ street: z.string(), floor: z.number().optional() }),
  children: z.array(z.object({ name: z.string() })).default([]),
})

const refusalsOf = (values: unknown) => {
  const read = Person.safeParse(values)
  return read.success ? [] : shapeRefusals(read.error, values)
}

test('a value that is set can be got, and the original is untouched', () => {
  fc.assert(fc.property(fc.string(), (street) => {
    const before = { address: { street: 'gammel', floor: 2 }, children: [{ name: 'A' }, { name: 'B' }] }
    const after = setAt(setAt(before, 'address.street', street), 'children.1.name', street)
    expect(getAt(after, 'address.street')).toBe(street)
    expect(getAt(after, 'children.1.name')).toBe(street)
    expect(getAt(after, 'children.0.name')).toBe('A')
    expect(before.address.street).toBe('gammel')
  }))
})

test('a value that is taken away leaves no key behind', () => {
  expect(setAt({ name: 'A', age: 1 }, 'name', undefined)).toEqual({ age: 1 })
})

test('only what may be missing is optional', () => {
  expect(['name', 'note', 'address.street', 'address.floor', 'children', 'children.0.name'].map((path) => isOptionalAt(Person, path)))
    .toEqual([false, true, false, true, true, false])
})

test('missing, unreadable and too long have each their own code, once for each field', () => {
  expect(refusalsOf({ age: Number.NaN, note: 'altfor langt', address: {} })).toEqual([
    { code: 'shape.required', path: 'name' },
    { code: 'shape.tooLong', path: 'note' },
    { code: 'shape.invalid', path: 'age' },
    { code: 'shape.required', path: 'address.street' },
  ])
})

test('a rule of the shape may give its own code', () => {
  const Period = z.object({ from: z.string(), to: z.string() })
    .refine((period) => period.from <= period.to, { path: ['to'], params: { code: 'period.backwards' } })
  const values = { from: '2026-02-01', to: '2026-01-01' }
  const read = Period.safeParse(values)
  expect(read.success ? [] : shapeRefusals(read.error, values)).toEqual([{ code: 'period.backwards', path: 'to' }])
})

test('on a newer original only what was changed here is kept', () => {
  const base: Record<string, unknown> = { version: 1, phone: '11', email: 'a@b', note: 'x', tags: ['a'] }
  const typed: Record<string, unknown> = { version: 1, phone: '22', email: 'a@b', tags: ['a'] }
  const fresh: Record<string, unknown> = { version: 2, phone: '33', email: 'c@d', note: 'y', tags: ['a', 'b'] }
  expect(rebase(base, typed, fresh)).toEqual({ version: 2, phone: '22', email: 'c@d', tags: ['a', 'b'] })
})
