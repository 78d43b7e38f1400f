import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { FACTS } from './facts.ts'
import { choices, enactedRules, parameters, rules } from './registry.ts'
import { ACTS } from './source.ts'

const folder = new URL('.', import.meta.url).pathname
const texts = new Map(globSync('**/messages/nb.json', { cwd: folder }).flatMap((file) => Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(folder + file, 'utf8'))))))
const code = globSync('**/*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts')).map((file) => readFileSync(folder + file, 'utf8')).join('\n')

const optionsOf = (shape: z.ZodType): string[] => {
  const json = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  return Array.isArray(json.enum) ? json.enum.map(String) : []
}

test('every rule, fact, value, choice, step and act has words', () => {
  const wanted = [
    ...rules.flatMap(({ name }) => [`rule.${name}`, `rule.${name}.about`]),
    ...Object.entries(FACTS).flatMap(([name, shape]) => [`fact.${name}`, ...optionsOf(shape).map((option) => `fact.${name}.${option}`)]),
    ...parameters.map(({ name }) => `value.${name}`),
    ...choices.flatMap(({ name, options }) => [`choice.${name}`, ...options.map((option) => `choice.${name}.${option}`)]),
    ...enactedRules.map(({ name }) => `enacted.${name}`),
    ...Object.keys(ACTS).map((act) => `act.${act}`),
    ...[...code.matchAll(/'((?:step|open|judge)\.[A-Za-z0-9.]+)'/g)].map(([, key]) => key ?? ''),
  ]
  expect([...new Set(wanted)].filter((key) => !texts.has(key))).toEqual([])
})

test('every fact is described for those who ask from outside, and used by a rule', () => {
  expect(Object.entries(FACTS).filter(([, shape]) => !z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }).description).map(([name]) => name)).toEqual([])
  const used = new Set(rules.flatMap(({ facts }) => facts))
  expect(Object.keys(FACTS).filter((name) => !used.has(name as never))).toEqual([])
})

test('names are unique', () => {
  for (const names of [rules, parameters, choices, enactedRules].map((list) => list.map(({ name }: { name: string }) => name))) expect(new Set(names).size).toBe(names.length)
})

test('no text is written twice: which of the two is shown would hang on the order of the files', () => {
  const keys = globSync('**/messages/nb.json', { cwd: folder }).flatMap((file) => Object.keys(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(folder + file, 'utf8')))))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
