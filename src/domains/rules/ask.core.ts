import type { Decision, Refusal } from '#shared/decision.ts'
import { accept, check, refuse } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { choices, enactedRules, findRule, rules } from '#rules/registry.ts'
import type { Answer, AnyRule, Grounds } from '#rules/rule.ts'
import { askRule } from '#rules/rule.ts'
import type { Difference, WhatIf } from './rules.schema.ts'

const listed = (names: readonly { name: string }[]): string => names.map(({ name }) => name).join(', ')

/** Why a choice cannot be this: no such choice, or no such option. */
export function choiceRefusals(name: string, option: string, path: string): Refusal[] {
  const known = choices.find((one) => one.name === name)
  if (known === undefined) return [{ code: 'rules.unknownChoice', path, params: { name, known: listed(choices) } }]
  return check(known.options.includes(option), { code: 'rules.unknownOption', path, params: { name: option, known: known.options.join(', ') } })
}

/** Why an enacted rule cannot be commenced: there is none of that name. */
export const enactedRefusals = (name: string, path: string): Refusal[] =>
  check(enactedRules.some((one) => one.name === name), { code: 'rules.unknownEnacted', path, params: { name, known: listed(enactedRules) } })

/** The grounds of the municipality with what is tried instead laid over them, or every reason why it cannot be. */
export function tryInstead({ entered, settings }: Grounds, { choices: tried = {}, commenced = {} }: WhatIf): Decision<Grounds> {
  const refusals = [
    ...Object.entries(tried).flatMap(([name, option]) => choiceRefusals(name, option, `choices.${name}`)),
    ...Object.keys(commenced).flatMap((name) => enactedRefusals(name, `commenced.${name}`)),
  ]
  if (refusals.length > 0) return refuse(...refusals)
  return accept({ entered, settings: { choices: { ...settings.choices, ...tried }, commenced: { ...settings.commenced, ...commenced } } })
}

export type Question = WhatIf & { rule: string; on: PlainDate; facts: unknown }

/** The rule of that name, in a list of one; an unknown name is met with those there are. */
export function findKnown(name: string): Decision<readonly AnyRule[]> {
  const rule = findRule(name)
  return rule === undefined ? refuse({ code: 'rules.unknownRule', path: 'rule', params: { name, known: listed(rules) } }) : accept([rule])
}

/** An answer, and the choices it was asked with: each that the rule looked at, `option` null when nothing is chosen. */
export type Asked = { answer: Answer<unknown>; choices: { name: string; option: string | null }[] }

/** Grounds that note which choices are looked at. */
function noting({ entered, settings }: Grounds): { grounds: Grounds; looked: Set<string> } {
  const looked = new Set<string>()
  const choices = new Proxy(settings.choices, { get: (all, name) => { if (typeof name === 'string') looked.add(name); return Reflect.get(all, name) } })
  return { looked, grounds: { entered, settings: { ...settings, choices } } }
}

/** Asks a rule by its name: an answer, or every reason why not. */
export function askByName({ rule: name, on, facts, ...whatIf }: Question, municipal: Grounds): Decision<Asked> {
  const known = findKnown(name)
  if (!known.ok) return known
  const tried = tryInstead(municipal, whatIf)
  const { grounds, looked } = noting(tried.ok ? tried.value : municipal)
  const answer = askRule(known.value[0] as never, facts, on, grounds) // reason for the cast: the registry forgets what each rule needs
  const refusals = [...(tried.ok ? [] : tried.refusals), ...(answer.ok ? [] : answer.refusals.map((one) => ({ ...one, path: `facts.${one.path ?? ''}` })))]
  if (!answer.ok || refusals.length > 0) return refuse(...refusals)
  return accept({ answer: answer.value, choices: [...looked].map((one) => ({ name: one, option: grounds.settings.choices[one] ?? null })) })
}

const isParts = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where two values differ, by path; lists are compared whole. */
export function differencesOf(first: unknown, second: unknown, path = ''): Difference[] {
  if (isParts(first) && isParts(second)) {
    const names = [...new Set([...Object.keys(first), ...Object.keys(second)])]
    return names.flatMap((name) => differencesOf(first[name], second[name], path === '' ? name : `${path}.${name}`))
  }
  return JSON.stringify(first) === JSON.stringify(second) ? [] : [{ path, first: first ?? null, second: second ?? null }]
}
