import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { PlainDate, plainDate } from '#shared/date.ts'
import { EnteredValue } from '#rules/parameter.ts'
import { findRule, parameters } from '#rules/registry.ts'
import { askRule } from '#rules/rule.ts'
import type { Grounds } from '#rules/rule.ts'

/** What a rule has used of what lies outside the facts, and how many sentences try it. */
export type Used = { choices: Set<string>; values: Set<string>; enacted: Set<string>; sentences: number }

const Words = z.record(z.string(), z.string()).default({})
const Case = z.object({ on: PlainDate, facts: z.record(z.string(), z.unknown()), choices: Words, commenced: z.record(z.string(), PlainDate).default({}), entered: z.array(EnteredValue).default([]) })
const File = z.object({ rule: z.string(), cases: z.array(Case) })
const folder = join(import.meta.dirname, '../src/rules')

/** A record that notes which of its names are asked for. */
const noting = <V>(record: Record<string, V>, used: Set<string>): Record<string, V> => new Proxy(record, { get: (all, name) => { if (typeof name === 'string') used.add(name); return Reflect.get(all, name) } })

/** A list of entered figures that notes which figure is looked for: it shows each figure there is to whoever filters it. */
class NotingList extends Array<EnteredValue> {
  used = new Set<string>()
  static override get [Symbol.species]() { return Array }
  override filter<S extends EnteredValue>(test: (one: EnteredValue, at: number, all: EnteredValue[]) => one is S): S[]
  override filter(test: (one: EnteredValue, at: number, all: EnteredValue[]) => unknown): EnteredValue[]
  override filter(test: (one: EnteredValue, at: number, all: EnteredValue[]) => unknown): EnteredValue[] {
    const first = plainDate('0001-01-01')
    for (const { name } of parameters) if (test({ name, from: first, value: null, source: { act: '', certainty: 'K' } }, 0, this)) this.used.add(name)
    return super.filter(test)
  }
}

/** What each rule uses, found by asking it all its sentences. */
export function usedByRules(): Map<string, Used> {
  const all = new Map<string, Used>()
  for (const file of globSync('**/*.cases.yaml', { cwd: folder }).sort()) {
    const { rule: name, cases } = File.parse(parse(readFileSync(join(folder, file), 'utf8'), { schema: 'core' }))
    const rule = findRule(name)
    if (rule === undefined) continue
    const used = all.get(name) ?? { choices: new Set<string>(), values: new Set<string>(), enacted: new Set<string>(), sentences: 0 }
    all.set(name, used)
    for (const { on, facts, choices, commenced, entered } of cases) {
      const list = NotingList.from(entered) as NotingList // reason for the cast: from() of a class makes one of that class, which its type does not say
      const grounds: Grounds = { entered: list, settings: { choices: noting(choices, used.choices), commenced: noting(commenced, used.enacted) } }
      askRule(rule as never, facts, on, grounds) // reason for the cast: the registry forgets what each rule needs
      list.used.forEach((one) => used.values.add(one))
      used.sentences += 1
    }
  }
  return all
}
