import { z } from 'zod'
import { FACTS, type FactName } from '#rules/facts.ts'
import { topics } from '#rules/registry.ts'
import type { AnyRule } from '#rules/rule.ts'
import type { Certainty } from '#rules/source.ts'
import { factKeyEnding, hasText, ruleText } from './rule-texts.ts'
import type { ExplainedRule, RuleLocale } from './rules.schema.ts'
import { explainSource } from './source-text.ts'

type Json = { [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** From the surest to the least sure. */
const order: readonly Certainty[] = ['V', 'P', 'K', 'U']
const leastSure = (marks: readonly Certainty[]): Certainty => marks.reduce<Certainty>((worst, mark) => (order.indexOf(mark) > order.indexOf(worst) ? mark : worst), 'V')

/** The name a place has: of its own in the fact, of the fact or the part of that name, of the same value of another fact, or the word itself. */
const titleOf = (locale: RuleLocale, path: string): string => {
  const last = path.split('.').at(-1) ?? path
  const key = [`fact.${path}`, `fact.${last}`, `part.${last}`].find((one) => hasText(locale, one)) ?? factKeyEnding(locale, last)
  return key === undefined ? last : ruleText(locale, key)
}

const wordedAll = (locale: RuleLocale, parts: Json, path: string): Json =>
  Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, isJson(one) ? worded(locale, one, `${path}.${name}`) : one]))

/** A shape with words: `title` for each place, and each closed value with its title beside the list of them. The pattern of a day is left out: its format says it. */
function worded(locale: RuleLocale, { pattern, ...schema }: Json, path: string): Json {
  const { properties, items, anyOf, enum: closed, format } = schema
  return {
    ...schema, ...(pattern !== undefined && format !== 'date' && { pattern }), title: titleOf(locale, path),
    ...(Array.isArray(closed) && { oneOf: closed.map((one) => ({ const: one, title: titleOf(locale, `${path}.${String(one)}`) })) }),
    ...(isJson(properties) && { properties: wordedAll(locale, properties, path) }),
    ...(isJson(items) && { items: worded(locale, items, path) }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map((one) => (isJson(one) ? worded(locale, one, path) : one)) }),
  }
}

const withoutDialect = (schema: Json): Json => Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'))
const factSchema = (locale: RuleLocale, name: FactName): Json => worded(locale, withoutDialect(z.toJSONSchema(FACTS[name], { io: 'input', unrepresentable: 'any' })), name)

/** The facts of a rule as JSON Schema with names in one language. Any may be left out: what is missing is asked for in the answer. */
const factsSchema = (locale: RuleLocale, names: readonly FactName[]): Json =>
  ({ type: 'object', properties: Object.fromEntries(names.map((name) => [name, factSchema(locale, name)])), additionalProperties: false })

function topicOf(locale: RuleLocale, rule: AnyRule): Pick<ExplainedRule, 'topic' | 'topicTitle'> {
  const topic = topics.find(({ rules }) => rules.includes(rule))?.name ?? ''
  return { topic, topicTitle: ruleText(locale, `topic.${topic}`) }
}

const explained = new WeakMap<AnyRule, Map<RuleLocale, ExplainedRule>>()

function explainAnew(rule: AnyRule, locale: RuleLocale): ExplainedRule {
  const sources = rule.sources.map((source) => explainSource(locale, source))
  return {
    name: rule.name, title: ruleText(locale, `rule.${rule.name}`), about: ruleText(locale, `rule.${rule.name}.about`), version: rule.version,
    ...topicOf(locale, rule),
    facts: factsSchema(locale, rule.facts), answer: withoutDialect(z.toJSONSchema(rule.answer, { io: 'output', unrepresentable: 'any' })),
    decidedBy: rule.decidedBy.map((name) => ({ name, label: ruleText(locale, `fact.${name}`) })),
    sources, certainty: leastSure(sources.map(({ certainty }) => certainty)), checkedBy: rule.checkedBy,
  }
}

/** A rule for those who ask it: what it answers, what it needs as JSON Schema with names, where it comes from and how sure that is. */
export function explainRule(rule: AnyRule, locale: RuleLocale): ExplainedRule {
  const known = explained.get(rule)?.get(locale)
  if (known) return known
  const made = explainAnew(rule, locale)
  explained.set(rule, (explained.get(rule) ?? new Map<RuleLocale, ExplainedRule>()).set(locale, made))
  return made
}
